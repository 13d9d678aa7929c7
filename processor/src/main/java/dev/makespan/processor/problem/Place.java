package dev.makespan.processor.problem;

/**
 * Where a problem is told: an expression, a declaration or an annotation's value in the user's
 * source.
 *
 * <p>Only the stage that made a place knows how to print at it; every other stage passes it on.
 */
public interface Place {
  /** The 1-based line, or 0 when the source isn't at hand. */
  int line();

  /** The simple name of the source file, or an empty string when the source isn't at hand. */
  String file();
}
