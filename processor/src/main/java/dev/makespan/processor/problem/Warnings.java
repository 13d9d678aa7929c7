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

  /** A value that differs from call to call, in a workflow. */
  public static Problem unrepeatable(Place place, CharSequence call) {
    return warning(
        Code.UNREPEATABLE,
        place,
        call
            + " gives another value each time, and the run may ask sooner, later or on another thread than the plain call.",
        "Ask for it in a @Task, or take it as a parameter.");
  }

  /** A value that differs from call to call, in a dynamic. */
  public static Problem unrepeatableInDynamic(Place place, CharSequence call) {
    return warning(
        Code.UNREPEATABLE,
        place,
        call
            + " gives another value each time, so the body may ask for other work when it runs again.",
        "Ask for it in a @Task that is called on the flow, or take it as a parameter.");
  }

  /** A future of futures that isn't the run's. */
  public static Problem gathered(Place place, String method, String ours) {
    return warning(
        Code.OUTSIDE_RUN,
        place,
        "CompletableFuture." + method
            + " makes a future that isn't the run's: who joins it can't help with the work, and counts as nobody who looks at a failure.",
        "Use Makespan." + ours + ".");
  }

  /** Work that somebody else does than the run. */
  public static Problem started(Place place, CharSequence call) {
    return warning(
        Code.OUTSIDE_RUN,
        place,
        call
            + " has the work done outside the run, which doesn't wait for it, nor limit, report or cancel it.",
        "Put the work into a @Task, and call it on the flow.");
  }

  /** An executor with a timer of its own. */
  public static Problem delayed(Place place) {
    return warning(
        Code.OUTSIDE_RUN,
        place,
        "CompletableFuture.delayedExecutor waits outside the run, which can't cancel it.",
        "For a time limit call orTimeout or completeOnTimeout on the flow's future, for a pause wait in a @Task.");
  }

  /** A stage on an executor that isn't the run's. */
  public static Problem onExecutor(Place place, CharSequence method) {
    return warning(
        Code.OUTSIDE_RUN,
        place,
        method + " runs its stage on an executor that isn't the run's.",
        "Leave the executor out: stages of a flow's futures run on the run's threads.");
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
