package dev.makespan.processor.problem;

import java.util.List;

/** What may be meant otherwise than it is written: warnings, which can be silenced. */
public final class Warnings {
  private Warnings() {}

  /**
   * A workflow whose calls are one chain.
   *
   * @param severalVoid whether two of the calls or more return nothing
   */
  public static Problem nothingParallel(
      Place place, CharSequence workflow, List<String> calls, boolean severalVoid) {
    return warning(
        Code.NOTHING_PARALLEL,
        place,
        "Nothing in " + workflow
            + " can run in parallel: each of its calls waits for the one above ("
            + String.join(", ", calls) + ").",
        "Make it a plain method or one @Task, or map it over many inputs."
            + (severalVoid
                ? " Void calls whose order doesn't matter can go into a Makespan.together."
                : ""));
  }

  /** A fence between calls that need neither it nor each other. */
  public static Problem fence(
      Place place,
      CharSequence fence,
      CharSequence upper,
      int upperLine,
      CharSequence lower,
      int lowerLine) {
    boolean same = upper.toString().contentEquals(lower);
    String upperPlace = same ? upper + " (line " + upperLine + ")" : upper.toString();
    String lowerPlace = same ? lower + " (line " + lowerLine + ")" : lower.toString();
    return warning(
        Code.SERIAL_FENCE,
        place,
        fence + " returns nothing, so it waits for " + upper + " (line " + upperLine
            + ") and holds back " + lower + " (line " + lowerLine
            + "), which don't need each other.",
        "Where the order doesn't matter, write " + lowerPlace + " above " + fence + ", or " + fence
            + " above " + upperPlace + ".");
  }

  /** A task that assigns a field. */
  public static Problem assignedField(Place place, CharSequence task, CharSequence field) {
    return warning(
        Code.ASSIGNED_FIELD,
        place,
        task + " assigns the field " + field
            + ", which tasks beside it may read or assign at the same time.",
        "Return the value, or guard the field with synchronized.");
  }

  /** A value that differs from call to call. */
  public static Problem unrepeatable(Place place, CharSequence call) {
    return warning(
        Code.UNREPEATABLE,
        place,
        call
            + " gives another value each time, and the run may ask for it sooner or later than the plain call.",
        "Ask for it in a @Task, or take it as a parameter.");
  }

  /** The first place in a workflow where a type can't be told without javac. */
  public static Problem untold(Place place, CharSequence workflow) {
    return new Problem(
        Code.SEQUENTIAL,
        place,
        workflow + " runs sequentially in what this compiler makes: only javac can tell this type.",
        "Write the type for parallel runs, or compile with javac.");
  }

  /** The first workflow of a compilation in which bodies can't be read. */
  public static Problem sequential(Place place) {
    return new Problem(
        Code.SEQUENTIAL,
        place,
        "Workflows run sequentially in what this compiler makes: it shows no syntax trees, and a JDK's parser or the source isn't at hand.",
        "Compile with javac for parallel runs, or let this compiler run on a JDK.");
  }

  private static Problem warning(Code code, Place place, String message, String cure) {
    return new Problem(
        code,
        place,
        message,
        cure + " To keep it so: @SuppressWarnings(\"makespan:" + code.id() + "\").");
  }
}
