package dev.makespan.processor.problem;

import java.util.Locale;

/** What can be wrong in the statements and pure expressions of a workflow, with the cures. */
public final class BodyProblems {
  private BodyProblems() {}

  /** A case that the one above goes on with. */
  public static Problem fallThrough(Place place) {
    return new Problem(
        Code.BRANCH,
        place,
        "The case above falls through to this one.",
        "End it with break, or write cases with arrows; what both do goes into a workflow that both call.");
  }

  /**
   * A statement in a case that is left by a jump, and from whose end more than one way leads on.
   */
  public static Problem manyWays(Place place, String jump) {
    return new Problem(
        Code.BRANCH,
        place,
        "A " + jump
            + " in this statement skips what stands below it, and more than one of its other branches goes on there.",
        "Let all but one of its branches end with a " + jump
            + ", or move the case into a workflow of its own.");
  }

  /** A statement that isn't one of branches, and is left by a jump. */
  public static Problem jump(Place place) {
    return new Problem(
        Code.BRANCH,
        place,
        "A break or yield in this statement skips what stands below it.",
        "Let what stands below depend on an if.");
  }

  /** A pattern that takes a record apart, in a switch whose cases are steps. */
  public static Problem recordPattern(Place place) {
    return new Problem(
        Code.PATTERN_VARIABLE,
        place,
        "A record pattern binds parts of the record, which are no steps.",
        "Write a type pattern, and call the record's accessors: case Point p -> draw(p.x());");
  }

  /** The selector of patterns, of unknown type. */
  public static Problem untypedSelector(Place place) {
    return new Problem(
        Code.VAR_TYPE,
        place,
        "The type of the selector can't be told, which patterns need.",
        "Give it a local of its own with its type, and switch over that.");
  }

  /** A switch expression of unknown type. */
  public static Problem untypedSwitch(Place place) {
    return new Problem(
        Code.VAR_TYPE,
        place,
        "The type of this switch expression can't be told.",
        "Give it a local of its own with the type that you mean: T value = switch (…) { … };");
  }

  /** A resource of a try. */
  public static Problem resource(Place place) {
    return new Problem(
        Code.TRY,
        place,
        "A workflow holds no resources: the calls that use this one would run in parallel.",
        "Open, use and close it inside one task.");
  }

  /** A jump out of a try that skips what stands below it. */
  public static Problem leavesTry(Place place) {
    return new Problem(
        Code.TRY,
        place,
        "A break or yield leaves a try, and skips what stands below it.",
        "Assign a local in the try and in its catches, and break or yield below.");
  }

  /** A return, or another way to leave it early, in a finally. */
  public static Problem finallyReturn(Place place, String word) {
    return new Problem(
        Code.TRY,
        place,
        "A finally of a workflow can't " + word + ": it would hide what has failed.",
        word.substring(0, 1).toUpperCase(Locale.ROOT)
            + word.substring(1)
            + " below the try, and catch what is to be ignored.");
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
        "Put it into a void @Task, and call that; or use its value. A remark such as a log line is Makespan.tap(() -> …).");
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
        "Write the condition without it, and where that holds declare T " + variable + " = (T) o.");
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

  /** A local class. */
  public static Problem localClass(Place place) {
    return new Problem(
        Code.ANONYMOUS_CLASS,
        place,
        "A workflow declares no classes.",
        "Move it out of the method, and make it static.");
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
}
