package dev.makespan.processor.problem;

import java.util.Collection;

/** What can be wrong in the annotations of a workflow's locals, with the cures. */
public final class LocalProblems {
  private LocalProblems() {}

  /** An annotation that has a meaning on a workflow's locals only. */
  public static Problem misplaced(Place place, CharSequence annotation) {
    boolean after = annotation.toString().equals("After");
    return new Problem(
        Code.LOCAL_ANNOTATION,
        place,
        "@" + annotation + " says nothing here: it is for locals that are steps of a @Workflow.",
        after
            ? "Remove it: this code runs in the order in which it is written."
            : "Remove it, and set the options at the task's annotation.");
  }

  /** An {@code @After} with a name that no local has. */
  public static Problem unknownAfter(
      Place place, String name, CharSequence local, Collection<String> locals) {
    return new Problem(
        Code.AFTER_NAME,
        place,
        "There is no local " + name + " that " + local + " could wait for.",
        Nearest.to(name, locals)
            .map(near -> "Did you mean \"" + near + "\"?")
            .orElse("Name a local that is written above in the same body."));
  }

  /** An {@code @After} of something that is ready from the start. */
  public static Problem readyAfter(Place place, String name, String what) {
    return new Problem(
        Code.AFTER_NAME,
        place,
        name + " is " + what + ", which is ready when the body starts.",
        "Remove it from the @After.");
  }

  /** An {@code @After} on a constant. */
  public static Problem constantAfter(Place place, CharSequence local) {
    return new Problem(
        Code.AFTER_NAME,
        place,
        local + " is a constant, so there is nothing that could wait.",
        "Remove the @After.");
  }

  /** An {@code @After} of a local outside the lambda. */
  public static Problem outerAfter(Place place, String name) {
    return new Problem(
        Code.AFTER_NAME,
        place,
        name + " belongs to the body around this lambda.",
        "Put the @After on the local of the map: no element starts before.");
  }

  /** An {@code @After} with a name twice. */
  public static Problem twiceAfter(Place place, String name) {
    return new Problem(Code.AFTER_NAME, place, name + " is named twice.", "Remove it here.");
  }

  /** An {@code @After} without a name. */
  public static Problem emptyAfter(Place place) {
    return new Problem(
        Code.AFTER_NAME, place, "This @After names no local.", "Name one, or remove the @After.");
  }

  /** A text that can't be told. */
  public static Problem noText(Place place) {
    return new Problem(
        Code.AFTER_NAME, place, "This name can't be read here.", "Write it as a string literal.");
  }

  /** An {@code @After} of a local below. */
  public static Problem afterOrder(Place place, CharSequence local, CharSequence below) {
    return new Problem(
        Code.AFTER_ORDER,
        place,
        below + " is written below " + local + ", so the plain call runs it later.",
        "Move the line of " + local + " below that of " + below + ".");
  }

  /** Locals that wait for each other; the path is told one wait a line. */
  public static Problem waits(Place place, String path, String local, String after) {
    return new Problem(
        Code.CYCLE,
        place,
        "These calls wait for each other:\n" + path,
        local.equals(after)
            ? "Remove the @After."
            : "Remove the @After, or compute " + after + " without " + local + ".");
  }

  /** An {@code @Options} on something else than one call of a task. */
  public static Problem options(Place place, CharSequence local) {
    return new Problem(
        Code.OPTIONS,
        place,
        "The initialiser of " + local
            + " isn't one call of a task, so it isn't plain what these options are for.",
        "Give the call of the task a local of its own, and annotate that one.");
  }

  /** An {@code @Options} on the call of something that has none. */
  public static Problem optionsOfOther(Place place, CharSequence method, String kind) {
    return new Problem(
        Code.OPTIONS,
        place,
        method + " is a " + kind + ": only calls of tasks have options.",
        "Remove the @Options, or put it on the call of a task inside " + method + ".");
  }

  /** An {@code @Options} that sets nothing. */
  public static Problem emptyOptions(Place place) {
    return new Problem(
        Code.OPTIONS, place, "This @Options sets nothing.", "Set an option, or remove it.");
  }
}
