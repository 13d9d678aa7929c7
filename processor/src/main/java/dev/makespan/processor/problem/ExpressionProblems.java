package dev.makespan.processor.problem;

import java.util.Collection;

/** What can be wrong in the names and the order of a workflow's expressions, with the cures. */
public final class ExpressionProblems {
  private ExpressionProblems() {}

  /**
   * Something that may fail before a nested call.
   *
   * @param lambda the parameter of the lambda whose body the expression is; empty if there is a
   *     statement around it
   */
  public static Problem evaluationOrder(
      Place place, CharSequence call, String earlier, String lambda) {
    return new Problem(
        Code.EVALUATION_ORDER,
        place,
        earlier + " stands before the call of " + call
            + " in this expression, but the call would run first.",
        lambda.isEmpty()
            ? "Give " + earlier + " a local of its own, above this statement."
            : block(lambda) + "give " + earlier + " a local of its own.");
  }

  /** Something that is unboxed, and may be null, before a nested call. */
  public static Problem unboxingOrder(
      Place place, CharSequence call, String earlier, String lambda) {
    return new Problem(
        Code.EVALUATION_ORDER,
        place,
        earlier + " is unboxed before the call of " + call
            + " in this expression, but the call would run first.",
        lambda.isEmpty()
            ? "Assign " + earlier + " to a local of the primitive type first, above this statement."
            : block(lambda) + "assign " + earlier + " to a local of the primitive type first.");
  }

  private static String block(String lambda) {
    return "Write the lambda with a block: " + lambda + " -> { … }, and ";
  }

  /** A member out of reach. */
  public static Problem privateMember(Place place, CharSequence member) {
    return new Problem(
        Code.PRIVATE_MEMBER,
        place,
        "The generated class can't reach " + member + ".",
        "Make it package-private; if it is protected in another package, wrap it in a method of this class.");
  }

  /** A member that may be one out of reach. */
  public static Problem maybePrivateMember(Place place, String member, CharSequence hidden) {
    return new Problem(
        Code.PRIVATE_MEMBER,
        place,
        "This may be " + member + ", which the generated class can't reach.",
        "Make " + hidden
            + " package-private, or give what stands before the dot a local with its type.");
  }

  /** The field of a record's component. */
  public static Problem recordField(Place place, CharSequence component) {
    return new Problem(
        Code.PRIVATE_MEMBER,
        place,
        "The generated class can't reach the record's field " + component + ".",
        "Call its accessor: " + component + "().");
  }

  /** A variable that hides a class. */
  public static Problem hiddenClass(Place place, CharSequence variable) {
    return new Problem(
        Code.HIDDEN_CLASS,
        place,
        "The variable " + variable + " hides the class " + variable
            + ", which the generated class has to name here.",
        "Give the variable another name.");
  }

  /** A variable that hides the package of a class which is hidden itself. */
  public static Problem hiddenPackage(Place place, CharSequence variable, CharSequence type) {
    return new Problem(
        Code.HIDDEN_CLASS,
        place,
        "The variable " + variable + " hides the package " + variable
            + ", by which the generated class has to name " + type + " here.",
        "Give the variable another name.");
  }

  /** A class without a package that a constant of the flow class hides. */
  public static Problem hiddenByConstant(Place place, CharSequence type, CharSequence method) {
    return new Problem(
        Code.HIDDEN_CLASS,
        place,
        "The constant " + type + " of the method " + method + " hides the class " + type
            + ", which the generated class has to name here.",
        "Give the method another name, or put the class into a package.");
  }

  /** More values than a method can have parameters. */
  public static Problem tooManyValues(Place place, int values) {
    return new Problem(
        Code.TOO_MANY_VALUES,
        place,
        "This expression reads " + values
            + " values; a method of the generated class can take 255.",
        "Give parts of it locals of their own, above this statement.");
  }

  /** An anonymous class. */
  public static Problem anonymousClass(Place place) {
    return new Problem(
        Code.ANONYMOUS_CLASS,
        place,
        "A workflow declares no classes.",
        "Use a lambda, or create the object in a method outside the workflow.");
  }

  /** An instance of an inner class. */
  public static Problem innerInstance(Place place, CharSequence type) {
    return new Problem(
        Code.ANONYMOUS_CLASS,
        place,
        type + " is an inner class, which the generated class can't create.",
        "Make it static, or create it in a method outside the workflow.");
  }

  /** A use of super. */
  public static Problem superMember(Place place) {
    return new Problem(
        Code.SUPER,
        place,
        "The generated class is no subclass of this one's superclass, so it has no super.",
        "Call a method of this class that does it.");
  }

  /**
   * A type that doesn't exist.
   *
   * @param known the names of types that may have been meant
   */
  public static Problem unknownType(Place place, String name, Collection<String> known) {
    return new Problem(
        Code.UNKNOWN_TYPE,
        place,
        name + " isn't known, and no annotation processor made it.",
        Nearest.to(name, known)
            .map(near -> "Did you mean " + near + "?")
            .orElse("Correct the name, or import it."));
  }

  /** Methods of one name imported from several classes. */
  public static Problem mixedImports(Place place, CharSequence method) {
    return new Problem(
        Code.RESOLUTION,
        place,
        method + " is imported from several classes.",
        "Qualify the call with the class.");
  }

  /** Static and instance methods of one name. */
  public static Problem mixedOverloads(Place place, CharSequence method) {
    return new Problem(
        Code.RESOLUTION,
        place,
        method + " may be a static or an instance method here.",
        "Qualify the call: with the class or with this.");
  }
}
