package dev.makespan.processor.problem;

/** Every message with its cure. */
public final class Problems {
  private Problems() {}

  /** A method whose twin the flow class has already. */
  public static Problem flowName(Place place, String method, String clash) {
    return new Problem(
        Code.FLOW_NAME,
        place,
        "The flow's method " + method + " would clash with " + clash + ".",
        "Give the method another name.");
  }

  /** A workflow whose wiring is larger than a method can be. */
  public static Problem tooManySteps(Place place, String workflow) {
    return new Problem(
        Code.TOO_LARGE,
        place,
        workflow + " has more steps than a method of the generated class can wire.",
        "Move parts of it into workflows of their own.");
  }

  /** A method with more parameters than its twin can have. */
  public static Problem tooManyParameters(Place place, String method, int most) {
    return new Problem(
        Code.TOO_LARGE,
        place,
        method + " has more parameters than a method of the generated class can have: " + most
            + ", where a long or double counts twice.",
        "Pass some of them together, as a record.");
  }

  /** Two methods whose constants have one name. */
  public static Problem constantTwice(Place place, String method, String other, String constant) {
    return new Problem(
        Code.FLOW_NAME,
        place,
        "The methods " + method + " and " + other + " both need the constant " + constant
            + " in the flow class.",
        "Give one of the two another name.");
  }

  /** Two classes whose flows have one name. */
  public static Problem flowClassTwice(Place place, String type, String other, String flow) {
    return new Problem(
        Code.FLOW_NAME,
        place,
        "The flow class " + flow + " of " + type + " is also that of " + other + ".",
        "Give one of the two classes another name.");
  }

  /** A class that has the name of another's flow. */
  public static Problem flowClassExists(Place place, String type, String flow) {
    return new Problem(
        Code.FLOW_NAME,
        place,
        "The flow class of " + type + " would be " + flow + ", but there is a class of that name.",
        "Give one of the two classes another name.");
  }

  /** Workflows that call each other in a circle; the path is told one call a line. */
  public static Problem cycle(Place place, String path, String workflow) {
    return new Problem(
        Code.CYCLE,
        place,
        "A workflow can't reach itself through workflows only:\n" + path,
        "Make " + workflow
            + " a @Dynamic method: it runs as written, and may call itself through its flow.");
  }

  /** A failure of the processor itself. */
  public static Problem crash(Place place, String type, Throwable failure) {
    return new Problem(
        Code.CRASH,
        place,
        "The processor failed while reading " + type + ": " + failure,
        failure instanceof StackOverflowError
            ? "Break up its longest expression, or give the compiler a larger stack (-Xss8m)."
            : "Please report this, with the class.");
  }
}
