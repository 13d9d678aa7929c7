package dev.makespan.processor.problem;

import java.util.List;

/** One program, or more, for each kind of problem. */
final class ProblemCases {
  private ProblemCases() {}

  private static final String OTHER = """
      package other;
      import dev.makespan.*;
      public class Other {
        @Task protected static int hidden(int x) { return x; }
        protected static int helper(int x) { return x; }
      }
      """;

  static final List<ProblemCase> DECLARATIONS = List.of(
      ProblemCase.in(Code.CONSTRUCTOR, "/*!*/@Task Demo() {}\n"),
      ProblemCase.file(
          Code.ABSTRACT_METHOD, "abstract class Demo {\n  @Task abstract int /*!*/go(int x);\n}\n"),
      ProblemCase.in(Code.NATIVE_METHOD, "  @Task static native int /*!*/go(int x);\n"),
      ProblemCase.file(
          Code.INTERFACE_METHOD,
          "interface Demo {\n  @Task default int /*!*/go(int x) { return x; }\n}\n"),
      ProblemCase.file(
          Code.INTERFACE_METHOD,
          "interface Demo {\n  @Task default int /*!*/go(int x) { return x; }\n}\n"
              + "class User implements Demo {\n  @Workflow int all(int x) { return go(x); }\n}\n"),
      ProblemCase.in(
          Code.PRIVATE_NODE, "  @Task private static int /*!*/go(int x) { return x; }\n"),
      ProblemCase.in(Code.GENERIC_NODE, "  @Task static <T> T /*!*/go(T x) { return x; }\n"),
      ProblemCase.file(
          Code.GENERIC_CLASS,
          "class Demo<T> {\n  @Task static int /*!*/go(int x) { return x; }\n}\n"),
      ProblemCase.file(
          Code.INNER_CLASS,
          "class Demo {\n  class Inner {\n    @Task int /*!*/go(int x) { return x; }\n  }\n}\n"),
      ProblemCase.in(
          Code.INNER_CLASS,
          "  static void plain() {\n    class Local {\n      @Task int /*!*/go(int x) { return x; }\n    }\n  }\n"),
      ProblemCase.file(
          Code.PRIVATE_CLASS,
          "class Demo {\n  private static class Inner {\n    @Task static int /*!*/go(int x) { return x; }\n  }\n}\n"),
      ProblemCase.in(Code.VARARGS_NODE, "  @Task static int /*!*/go(int... x) { return 0; }\n"),
      ProblemCase.in(
          Code.TWO_ANNOTATIONS, "  @Task @Dynamic static int /*!*/go(int x) { return x; }\n"),
      ProblemCase.in(Code.OVERLOAD, "  @Task static int /*!*/one(long x) { return 0; }\n"),
      ProblemCase.in(
          Code.OVERLOAD,
          "  static int go(long x) { return 0; }\n  @Task static int /*!*/go(int x) { return 0; }\n"),
      ProblemCase.in(
          Code.OVERLOAD,
          "  static int go(long x) { return 0; }\n  @Task static int /*!*/go(int x) { return 0; }\n"
              + "  @Workflow static int all(int x) { return go(x) + Demo.go(x); }\n"
              + "  @Workflow static List<Integer> each(List<Integer> x) { return Makespan.map(x, Demo::go); }\n"),
      ProblemCase.file(
          Code.OVERLOAD,
          "class Demo {\n  @Task static int one(int x) { return 0; }\n  @Task static int /*!*/one(long x) { return 0; }\n}\n"
              + "class User {\n  @Workflow static int all(int x) { return Demo.one(x); }\n}\n"),
      ProblemCase.file(
          Code.OVERLOAD,
          "class Demo extends Base {\n  @Task static int go(int x) { return 0; }\n"
              + "  @Workflow static int all(int x) {\n    return /*!*/go(x);\n  }\n}\n"
              + "class Base {\n  static int go(long x) { return 0; }\n}\n"),
      ProblemCase.in(
          Code.PRIVATE_TYPE,
          "  private record Pair(int a) {}\n  @Task static int go(/*!*/Pair x) { return 0; }\n"),
      ProblemCase.in(
          Code.PRIVATE_TYPE,
          "  private record Pair(int a) {}\n  @Workflow static int go(int x) {\n    /*!*/Pair p = null;\n    return one(x);\n  }\n"),
      ProblemCase.in(
          Code.ASYNC_TASK,
          "  @Task static /*!*/CompletableFuture<Integer> go(int x) { return null; }\n"),
      ProblemCase.in(Code.MAP_TASK_ELEMENT, "  @MapTask static int /*!*/go() { return 0; }\n"),
      ProblemCase.in(
          Code.DURATION, "  @Task(timeout = /*!*/\"5 sec\") static int go(int x) { return x; }\n"),
      ProblemCase.in(
          Code.DURATION, "  @Task(timeout = /*!*/\"0s\") static int go(int x) { return x; }\n"),
      ProblemCase.in(
          Code.NEGATIVE,
          "  @Workflow(maxParallelism = /*!*/-1) static int go(int x) { return one(x); }\n"),
      ProblemCase.in(
          Code.NEGATIVE, "  @MapTask(concurrency = /*!*/-2) static int go(int x) { return x; }\n"),
      ProblemCase.in(Code.FLOW_NAME, "  @Task static int /*!*/current() { return 0; }\n"),
      ProblemCase.in(
          Code.CYCLE, "  @Workflow static int again(int x) {\n    return /*!*/again(x);\n  }\n"));

  static final List<ProblemCase> STATEMENTS = List.of(
      body(Code.LOOP, "/*!*/for (int i = 0; i < x; i++) store(i);\n    return x;"),
      body(Code.LOOP, "/*!*/for (int i : List.of(x)) store(i);\n    return x;"),
      body(Code.LOOP, "/*!*/while (x > 0) store(x);\n    return x;"),
      body(Code.BRANCH, "/*!*/if (x > 0) return one(x);\n    return x;"),
      body(Code.BRANCH, "/*!*/switch (x) { default: store(x); }\n    return x;"),
      body(Code.TRY, "/*!*/try { store(x); } finally { store(x); }\n    return x;"),
      body(Code.STATEMENT, "/*!*/throw new IllegalStateException();"),
      body(Code.STATEMENT, "/*!*/assert x > 0;\n    return x;"),
      body(Code.STATEMENT, "/*!*/;\n    return x;"),
      body(Code.STATEMENT, "/*!*/{ store(x); }\n    return x;"),
      body(Code.STATEMENT, "/*!*/synchronized (Demo.class) { store(x); }\n    return x;"),
      body(Code.PLAIN_CALL, "System.out/*!*/.println(x);\n    return x;"),
      body(Code.PLAIN_CALL, "/*!*/new Demo();\n    return x;"),
      body(Code.REASSIGNMENT, "x /*!*/= 3;\n    return x;"),
      body(Code.REASSIGNMENT, "int a = x/*!*/++;\n    return a;"),
      body(Code.REASSIGNMENT, "x /*!*/+= 3;\n    return x;"),
      ProblemCase.in(
          Code.SIDE_EFFECT,
          "  static int f;\n  @Workflow static int go(int x) {\n    f /*!*/= 3;\n    return x;\n  }\n"),
      ProblemCase.in(
          Code.SIDE_EFFECT,
          "  static int f;\n  @Workflow static int go(int x) {\n    return f /*!*/= x;\n  }\n"),
      body(
          Code.SIDE_EFFECT,
          "int[] a = {x};\n    Runnable r = () -> { a[0] /*!*/= 1; };\n    return x;"),
      body(Code.NO_VALUE, "int /*!*/y;\n    return x;"),
      body(Code.ANONYMOUS_CLASS, "Object o = /*!*/new Object() {};\n    return x;"),
      body(Code.ANONYMOUS_CLASS, "/*!*/class Local {}\n    return x;"),
      ProblemCase.in(
          Code.ANONYMOUS_CLASS,
          "  class Inner {}\n  @Workflow int go(int x) {\n    Inner i = /*!*/new Inner();\n    return x;\n  }\n"),
      ProblemCase.in(
          Code.SUPER, "  @Workflow int go(int x) {\n    return /*!*/super.hashCode();\n  }\n"));

  static final List<ProblemCase> EXPRESSIONS = List.of(
      body(Code.CONDITIONAL_CALL, "return x > 0 ? /*!*/one(x) : 0;"),
      body(Code.CONDITIONAL_CALL, "boolean b = x > 0 && /*!*/one(x) > 0;\n    return x;"),
      body(Code.CONDITIONAL_CALL, "return switch (x) { case 1 -> /*!*/one(x); default -> 0; };"),
      body(Code.CALL_IN_LAMBDA, "Callable<Integer> c = () -> /*!*/one(x);\n    return x;"),
      ProblemCase.in(
          Code.CALL_IN_LAMBDA,
          "  @Task int total() { return 0; }\n  @Workflow static int go(Optional<Demo> d) {\n    return d.map(x -> x/*!*/.total()).get();\n  }\n"),
      body(
          Code.NODE_REFERENCE,
          "List<Integer> l = List.of(x).stream().map(/*!*/Demo::one).toList();\n    return x;"),
      body(
          Code.MAP_TYPE,
          "List<Number> l = Makespan/*!*/.map(List.of(x), Demo::one);\n    return x;"),
      body(Code.EVALUATION_ORDER, "return Math.abs(x) + /*!*/one(x);"),
      body(Code.EVALUATION_ORDER, "return 10 / x + /*!*/one(x);"),
      body(Code.EVALUATION_ORDER, "int[] a = {x};\n    return a[1] + /*!*/one(x);"),
      ProblemCase.in(
          Code.EVALUATION_ORDER,
          "  @Workflow static int go(Integer x) {\n    return x * /*!*/one(1) + 1;\n  }\n"
              .replace("x * ", "-x * ")),
      ProblemCase.in(
          Code.PRIVATE_MEMBER,
          "  private static int help(int x) { return x; }\n  @Workflow static int go(int x) {\n    return /*!*/help(x);\n  }\n"),
      ProblemCase.in(
          Code.PRIVATE_MEMBER,
          "  private int f;\n  @Workflow int go(int x) {\n    return this/*!*/.f;\n  }\n"),
      ProblemCase.in(
          Code.PRIVATE_MEMBER,
          "  private record P(int a) {}\n  @Workflow static int go(int x) {\n    return new /*!*/P(x).a();\n  }\n"),
      ProblemCase.file(
          Code.PRIVATE_MEMBER,
          "class Demo extends other.Other {\n  @Workflow static int go(int x) {\n    return /*!*/helper(x);\n  }\n}\n",
          OTHER),
      ProblemCase.file(
          Code.PRIVATE_TYPE,
          "class Demo {\n  private record Hidden(int a) {}\n  static class All extends ArrayList<Hidden> {}\n"
              + "  @Workflow static int go(All x) {\n    return /*!*/x.get(0).a();\n  }\n}\n"),
      ProblemCase.in(
          Code.HIDDEN_CLASS,
          "  static int help(int x) { return x; }\n  @Workflow static int go(int Demo, int demo) {\n    return help(/*!*/Demo + demo);\n  }\n"),
      ProblemCase.in(
          Code.TOO_MANY_VALUES,
          "  @Workflow static int go(int x) {\n    return one(x)" + " + one(x)".repeat(254)
              + " /*!*/+ one(x);\n  }\n"),
      body(Code.FLOW_CALL, "Object f = /*!*/DemoFlow.current();\n    return x;"),
      body(
          Code.FLOW_CALL,
          "/*!*/DemoFlow f = new DemoFlow();\n    return x;".replace("new DemoFlow()", "null")),
      ProblemCase.file(
          Code.HIDDEN_NODE,
          "class Demo extends other.Other {\n  @Workflow static int go(int x) {\n    return other.Other/*!*/.hidden(x);\n  }\n}\n",
          OTHER),
      ProblemCase.file(
          Code.INHERITED_NODE,
          "class Demo extends Base {\n  @Workflow static int go(int x) {\n    return /*!*/base(x);\n  }\n}\n"
              + "class Base {\n  @Task static int base(int x) { return x; }\n}\n"),
      ProblemCase.file(
          Code.INHERITED_NODE,
          "class Demo extends Base {\n  @Workflow int go(int x) {\n    return this/*!*/.base(x);\n  }\n}\n"
              + "class Base {\n  @Task int base(int x) { return x; }\n}\n"),
      ProblemCase.in(
          Code.DIRECT_CALL, "  @Dynamic static int go(int x) {\n    return /*!*/one(x);\n  }\n"),
      ProblemCase.in(
          Code.DIRECT_CALL,
          "  @Dynamic static int go(List<Demo> x) {\n    return x.stream().findFirst().get()/*!*/.total();\n  }\n  @Task int total() { return 0; }\n"),
      ProblemCase.in(
          Code.NEW_FLOW,
          "  @Dynamic static int go(int x) {\n    Object f = /*!*/new DemoFlow();\n    return x;\n  }\n"),
      body(Code.UNKNOWN_TYPE, "List</*!*/Missing> l = null;\n    return x;"),
      body(Code.UNKNOWN_TYPE, "Object o = new /*!*/Missing(x);\n    return x;"),
      body(Code.VAR_TYPE, "var /*!*/l = List.of(1, \"a\");\n    return l.size();"),
      ProblemCase.in(
          Code.RESOLUTION,
          "  @Workflow static int go(Demo d) {\n    return Optional.of(d).get()/*!*/.total();\n  }\n  @Task int total() { return 0; }\n"));

  private static ProblemCase body(Code code, String statements) {
    return ProblemCase.in(
        code, "  @Workflow static int go(int x) {\n    " + statements + "\n  }\n");
  }
}
