package dev.makespan.processor.problem;

/** What can be wrong in maps, streams of calls and calls without order, with the cures. */
public final class MapProblems {
  private MapProblems() {}

  /** A stream's operation that isn't part of the language. */
  public static Problem operation(Place place, CharSequence operation) {
    return new Problem(
        Code.STREAM,
        place,
        operation + " has no place between calls or around them in a stream.",
        "End the stream above with toList() into a local, and begin another one there; or use"
            + " Makespan.map.");
  }

  /** An operation that looks at no more elements than it needs. */
  public static Problem partial(Place place, CharSequence operation) {
    return new Problem(
        Code.STREAM,
        place,
        operation + " looks at no more elements than it needs, so a plain call would make no more"
            + " calls, one after the other.",
        "If all calls shall be made, end the stream above with toList() into a local, and begin"
            + " another one there; else write a @Dynamic method.");
  }

  /** A loop over calls. */
  public static Problem forEach(Place place, CharSequence method) {
    return new Problem(
        Code.STREAM,
        place,
        "This forEach would run " + method + " inline.",
        "Use Makespan.forEach(list, …).");
  }

  /** A parallel stream. */
  public static Problem parallel(Place place) {
    return new Problem(
        Code.STREAM,
        place,
        "A stream of calls is parallel by itself.",
        "Write a sequential one: stream().");
  }

  /** A mapping by a function that isn't written there. */
  public static Problem function(Place place) {
    return new Problem(
        Code.STREAM,
        place,
        "A stream of calls maps by lambda expressions and method references.",
        "Write x -> f.apply(x).");
  }

  /** A stream that is kept, so that nothing of it is evaluated here. */
  public static Problem open(Place place) {
    return new Problem(
        Code.STREAM,
        place,
        "This stream of calls has no end.",
        "Add .toList(), and pass on the list.");
  }

  /** A stream that may not end. */
  public static Problem source(Place place) {
    return new Problem(
        Code.STREAM,
        place,
        "A stream of calls begins with the stream() of a collection: of others it isn't known"
            + " that they end.",
        "Put the elements into a local list, and write list.stream().");
  }

  /** A mapping whose result's type can't be told. */
  public static Problem untypedStage(Place place) {
    return new Problem(
        Code.VAR_TYPE,
        place,
        "The type of what this maps to can't be told.",
        "Write the type of the next lambda's parameter, (T x) -> …, or end the stream here with"
            + " toList() into a local.");
  }

  /** A ratio that isn't one. */
  public static Problem ratio(Place place, double ratio) {
    return new Problem(
        Code.RATIO,
        place,
        "The ratio " + (ratio == Math.rint(ratio) ? String.valueOf((long) ratio) : ratio)
            + " isn't from 0 to 1.",
        "Write the part of the elements that must succeed, such as 0.8.");
  }

  /** A map that tolerates failures, of an asynchronous task. */
  public static Problem asynchronous(Place place, CharSequence method) {
    return new Problem(
        Code.ASYNC_TASK,
        place,
        method + " is asynchronous: in a plain call a future that fails later is a success here.",
        "Write x -> Makespan.join(" + method + "(x)), so that the map sees how it ends.");
  }

  /** No calls. */
  public static Problem noCalls(Place place) {
    return new Problem(
        Code.TOGETHER,
        place,
        "This holds no calls.",
        "Write them: Makespan.together(() -> a(x), () -> b(y)).");
  }

  /** Something else than a call. */
  public static Problem noCall(Place place) {
    return new Problem(
        Code.TOGETHER,
        place,
        "Each part of Makespan.together is one call of an annotated method.",
        "Write () -> task(x), or Type::task. More than one call goes into a void @Workflow,"
            + " anything else into a void @Task.");
  }

  /** A return in a branch of a stage that another one follows. */
  public static Problem earlyReturn(Place place) {
    return BodyProblems.statement(
        place,
        "An early return in a stage that another one follows",
        "Give a local its value in each branch and return that at the end, or use c ? a : b.");
  }

  /** A side remark that is an annotated method. */
  public static Problem tapped(Place place, CharSequence method) {
    return new Problem(
        Code.NODE_REFERENCE,
        place,
        "Makespan.tap would run " + method + " inline.",
        "Write " + method + "(…) as a statement of its own.");
  }
}
