package dev.makespan.processor.problem;

import java.util.Objects;

/**
 * One thing that is wrong in the user's source.
 *
 * @param code what kind of problem it is
 * @param place where it is told
 * @param message what is wrong, in the user's own names
 * @param cure what to do about it
 */
public record Problem(Code code, Place place, String message, String cure) {
  public Problem {
    Objects.requireNonNull(code);
    Objects.requireNonNull(place);
    Objects.requireNonNull(message);
    Objects.requireNonNull(cure);
  }

  /** The text as the compiler prints it: the code in brackets, what is wrong, then the cure. */
  public String text() {
    return "[makespan:" + code.id() + "] " + message + "\n  " + cure.replace("\n", "\n  ");
  }
}
