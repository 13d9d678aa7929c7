package dev.makespan.processor.problem;

/** What can be wrong in the statements and pure expressions of a workflow, with the cures. */
public final class BodyProblems {
  private BodyProblems() {}

  /** A loop. */
  public static Problem loop(Place place) {
    return new Problem(
        Code.LOOP,
        place,
        "A workflow has no loops.",
        "Use Makespan.map for independent calls, or a @Dynamic method for anything else.");
  }

  /** A branching statement. */
  public static Problem branch(Place place, String word) {
    return new Problem(
        Code.BRANCH,
        place,
        "A workflow has no " + word + " statement yet.",
        "Decide inside a task, or in a @Dynamic method.");
  }

  /** A try. */
  public static Problem tryStatement(Place place) {
    return new Problem(
        Code.TRY,
        place,
        "A workflow has no try yet.",
        "Catch inside a task, or in a @Dynamic method.");
  }

  /** A statement of another kind. */
  public static Problem statement(Place place, String what, String cure) {
    return new Problem(Code.STATEMENT, place, what + " is no step of a workflow.", cure);
  }

  /** A statement that calls no annotated method. */
  public static Problem plainCall(Place place, String call) {
    return new Problem(
        Code.PLAIN_CALL,
        place,
        call + " is no annotated method, so as a statement it has no place among the steps.",
        "Put it into a void @Task, and call that; or use its value.");
  }

  /** A second value for a variable. */
  public static Problem reassignment(Place place, CharSequence variable) {
    return new Problem(
        Code.REASSIGNMENT,
        place,
        variable + " gets a second value.",
        "Declare another local, or declare it without a value and assign it once in each branch. For a value that a loop carries, write a @Dynamic method.");
  }

  /** An assignment that is part of an expression. */
  public static Problem innerAssignment(Place place, CharSequence local) {
    return new Problem(
        Code.SIDE_EFFECT,
        place,
        local + " is assigned inside an expression.",
        "Assign it in a statement of its own, above this one.");
  }

  /** A variable that a pattern binds, in a branch. */
  public static Problem patternVariable(Place place, CharSequence variable) {
    return new Problem(
        Code.PATTERN_VARIABLE,
        place,
        variable + " is bound by a pattern, which reaches no further than its condition here.",
        "Give it a local: where the condition holds, T t = (T) o.");
  }

  /** A conditional expression of unknown type. */
  public static Problem untypedConditional(Place place) {
    return new Problem(
        Code.VAR_TYPE,
        place,
        "The type of this conditional expression can't be told.",
        "Write if and else, and in both assign a local of the type that you mean.");
  }

  /** An assignment in a pure expression. */
  public static Problem sideEffect(Place place, CharSequence target) {
    return new Problem(
        Code.SIDE_EFFECT,
        place,
        "A workflow can't assign " + target + ": its expressions run in parallel.",
        "Move the assignment into a void @Task, and call that.");
  }

  /** A call that changes an object in a pure expression. */
  public static Problem mutation(Place place, CharSequence call) {
    return new Problem(
        Code.SIDE_EFFECT,
        place,
        call + " changes what other steps may see: a workflow's expressions run in any order.",
        "Put the change into a void @Task, and call that; or write a @Dynamic method.");
  }

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
        earlier + " is evaluated before the call of " + call + " inside the same expression.",
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
        earlier + " is unboxed before the call of " + call + " inside the same expression.",
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

  /** A local class. */
  public static Problem localClass(Place place) {
    return new Problem(
        Code.ANONYMOUS_CLASS,
        place,
        "A workflow declares no classes.",
        "Move it out of the method, and make it static.");
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
        "The generated class has no super.",
        "Call a method of this class that does it.");
  }

  /** A type that doesn't exist. */
  public static Problem unknownType(Place place, String name) {
    return new Problem(
        Code.UNKNOWN_TYPE,
        place,
        name + " isn't known, and no annotation processor made it.",
        "Correct the name, or import it.");
  }

  /** A local without a type that can be written. */
  public static Problem untypedLocal(Place place, CharSequence local) {
    return new Problem(
        Code.VAR_TYPE,
        place,
        "The type of " + local + " can't be told.",
        "Write its type instead of var.");
  }

  /** A lambda's parameter of unknown type. */
  public static Problem untypedParameter(Place place, CharSequence parameter) {
    return new Problem(
        Code.VAR_TYPE,
        place,
        "The type of " + parameter + " can't be told.",
        "Write it: (T " + parameter + ") -> …");
  }

  /** An element of unknown type. */
  public static Problem untypedElement(Place place) {
    return new Problem(
        Code.VAR_TYPE,
        place,
        "The type of the elements can't be told.",
        "Give the list a local of its own with its type: List<T> list = Makespan.map(…);");
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
