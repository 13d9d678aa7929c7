package dev.makespan.processor.problem;

import java.util.List;

/** Problems in maps, streams of calls and calls without order. */
final class MapCases {
  private MapCases() {}

  private static final String BREAK =
      "End the stream above with toList() into a local, and begin another one there; or use Makespan.map.";
  private static final String ALL =
      "If all calls shall be made, end the stream above with toList() into a local, and begin another one there; else write a @Dynamic method.";
  private static final String LIST = "Put the elements into a local list, and write list.stream().";
  private static final String RATIO =
      "Write the part of the elements that must succeed, such as 0.8.";
  private static final String ONE_CALL =
      "Write () -> task(x), or Type::task. More than one call goes into a void @Workflow, anything else into a void @Task.";

  static final List<ProblemCase> CASES = List.of(
      ProblemCase.in(
          Code.ASYNC_TASK,
          "Write x -> Makespan.join(ask(x)), so that the map sees how it ends.",
          "  @Task static CompletionStage<Integer> ask(int x) { return null; }\n"
              + "  @Workflow static int go(List<Integer> xs) {\n"
              + "    List<Optional<CompletionStage<Integer>>> l = Makespan.mapSome(0.5, xs, /*!*/Demo::ask);\n"
              + "    return l.size();\n  }\n"),
      go(
          Code.STREAM,
          BREAK,
          "List<Integer> l = xs.stream().map(Demo::one)/*!*/.filter(x -> x > 0).map(Demo::one).toList();"),
      go(
          Code.STREAM,
          BREAK,
          "List<Integer> l = xs.stream().map(x -> one(x))/*!*/.sorted().map(x -> one(x)).toList();"),
      go(Code.STREAM, ALL, "long l = xs.stream().map(Demo::one)/*!*/.count();"),
      go(
          Code.STREAM,
          "Add .toList(), and pass on the list.",
          "java.util.stream.Stream<Integer> s = xs.stream()/*!*/.map(Demo::one);"),
      go(
          Code.STREAM,
          "Write x -> f.apply(x).",
          "java.util.function.Function<Integer, Integer> f = x -> x;\n    List<Integer> l = xs.stream().map(Demo::one).map(/*!*/f).map(Demo::one).toList();"),
      go(
          Code.STREAM,
          "Write a sequential one: stream().",
          "List<Integer> l = xs.stream()/*!*/.parallel().map(Demo::one).toList();"),
      go(
          Code.STATEMENT,
          "Give a local its value in each branch and return that at the end, or use c ? a : b.",
          "List<Integer> l = xs.stream().map(x -> {\n      if (x > 1) {\n        return /*!*/one(x);\n      }\n      return 2;\n    }).map(y -> one(y)).toList();"),
      go(
          Code.STREAM,
          LIST,
          "List<Integer> l = java.util.stream.Stream/*!*/.generate(() -> 1).map(Demo::one).toList();"),
      go(
          Code.STREAM,
          BREAK,
          "List<Integer> l = xs.stream().map(Demo::one)/*!*/.peek(x -> {}).toList();"),
      go(
          Code.STREAM,
          "Write a sequential one: stream().",
          "List<Integer> l = xs/*!*/.parallelStream().map(Demo::one).toList();"),
      go(Code.STREAM, "Use Makespan.forEach(list, …).", "xs/*!*/.forEach(x -> store(x));"),
      go(Code.STREAM, "Use Makespan.forEach(list, …).", "xs.stream()/*!*/.forEach(Demo::store);"),
      go(
          Code.VAR_TYPE,
          "Write the type of the next lambda's parameter, (T x) -> …, or end the stream here with toList() into a local.",
          "List<Integer> l = xs.stream().map(Demo::one).map(/*!*/Optional::of).map(Optional::get).toList();"),
      go(
          Code.VAR_TYPE,
          "Give the list a local of its own with its type: List<T> list = Makespan.map(…);",
          "int n = Makespan.map(xs, x -> {\n      if (x > 1) {\n        return one(x);\n      }\n      return /*!*/\"a\";\n    }).size();"),
      go(
          Code.VAR_TYPE,
          "Write it: (T x) -> …",
          "List<Integer> l = Makespan.map(List.of(1, \"a\"), /*!*/x -> one(1) + 1);"),
      go(
          Code.RATIO,
          RATIO,
          "List<Optional<Integer>> l = Makespan.mapSome(/*!*/1.01, xs, Demo::one);"),
      go(
          Code.RATIO,
          RATIO,
          "List<Optional<Integer>> l = Makespan.mapSome(/*!*/-1, xs, x -> one(x));"),
      go(
          Code.RATIO,
          RATIO,
          "List<Optional<Integer>> l = Makespan.mapSome(Double/*!*/.NaN, xs, x -> one(x));"),
      go(
          Code.MAP_TYPE,
          "Write List<Optional<Integer>>.",
          "List<Optional<Number>> l = Makespan/*!*/.mapSome(1, xs, Demo::one);"),
      go(
          Code.TOGETHER,
          "Write them: Makespan.together(() -> a(x), () -> b(y)).",
          "Makespan/*!*/.together();"),
      go(Code.TOGETHER, ONE_CALL, "Makespan.together(() -> store(1), /*!*/() -> System.gc());"),
      go(Code.TOGETHER, ONE_CALL, "Makespan.together(/*!*/System::gc, () -> store(1));"),
      go(
          Code.NODE_REFERENCE,
          "Write stop(…) as a statement of its own.",
          "Makespan.tap(/*!*/Demo::stop);"));

  private static ProblemCase go(Code code, String cure, String statement) {
    return ProblemCase.in(
        code,
        cure,
        "  @Task static void stop() {}\n  @Workflow static void go(List<Integer> xs) {\n    "
            + statement + "\n  }\n");
  }
}
