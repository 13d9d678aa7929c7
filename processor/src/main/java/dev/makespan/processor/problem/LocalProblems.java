package dev.makespan.processor.problem;

import java.util.List;
import java.util.stream.Collectors;

/** What can be wrong in the annotations of a workflow's locals, with the cures. */
public final class LocalProblems {
  private static final int MOST_NAMES = 8;

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

  /** An annotation on a local that is declared without a value. */
  public static Problem noInitialiser(Place place, CharSequence annotation, CharSequence local) {
    return new Problem(
        Code.LOCAL_ANNOTATION,
        place,
        local + " gets its value by an assignment, and @" + annotation
            + " is for what a local is declared with.",
        "Declare a local with that value, annotate it, and assign it to " + local + ".");
  }

  /** An {@code @After} with a name that no local has. */
  public static Problem unknownAfter(
      Place place, String name, CharSequence local, List<String> above) {
    return new Problem(
        Code.AFTER_NAME,
        place,
        "There is no local \"" + name + "\" that " + local + " could wait for.",
        name.contains(",")
            ? "Write each name as a text of its own, in braces."
            : Nearest.to(name, above)
                .map(near -> "Did you mean \"" + near + "\"?")
                .orElseGet(() -> nameOne(above)));
  }

  /** An {@code @After} of a local in a block that the annotated one isn't in. */
  public static Problem hiddenAfter(
      Place place, String name, CharSequence local, List<String> above) {
    return new Problem(
        Code.AFTER_NAME,
        place,
        local + " can't wait for " + name + ", which belongs to another block.",
        nameOne(above));
  }

  private static String nameOne(List<String> above) {
    if (above.isEmpty()) {
      return "Remove the @After: no local is written above.";
    }
    String names = above.stream().distinct().limit(MOST_NAMES).collect(Collectors.joining(", "));
    boolean more = above.stream().distinct().count() > MOST_NAMES;
    return "Name a local that is written above: " + names + (more ? ", …" : ".");
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

  /** A name in an {@code @After} that can't be told. */
  public static Problem noName(Place place) {
    return new Problem(
        Code.AFTER_NAME, place, "This name can't be read here.", "Write it as a string literal.");
  }

  /** A value in an {@code @Options} that can't be told. */
  public static Problem noText(Place place) {
    return new Problem(
        Code.OPTIONS, place, "This text can't be read here.", "Write it as a string literal.");
  }

  /** A number in an {@code @Options} that can't be told. */
  public static Problem noNumber(Place place) {
    return new Problem(
        Code.OPTIONS, place, "This number can't be read here.", "Write it as a literal.");
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
    return cycle(place, path, "Remove the @After, or compute " + after + " without " + local + ".");
  }

  /** Locals that wait for each other because {@code @After}s alone say so. */
  public static Problem waitsByAnnotations(Place place, String path, boolean several) {
    return cycle(place, path, several ? "Remove one @After of these." : "Remove the @After.");
  }

  private static Problem cycle(Place place, String path, String cure) {
    return new Problem(Code.CYCLE, place, "These calls wait for each other:\n" + path, cure);
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
