package dev.makespan.processor.problem;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
      ProblemCase.in(
          Code.CONSTRUCTOR,
          "Annotate a static method that calls new Demo(…).",
          "/*!*/@Task Demo() {}\n"),
      ProblemCase.in(
          Code.RECORD_COMPONENT,
          "Remove the annotation; annotate a method with a body, which may read it.",
          "  record Point(@Task int /*!*/x) {}\n"),
      ProblemCase.file(
          Code.ABSTRACT_METHOD,
          "Annotate a method with a body, which may call it.",
          "abstract class Demo {\n  @Task abstract int /*!*/go(int x);\n}\n"),
      ProblemCase.in(
          Code.NATIVE_METHOD,
          "Annotate a Java method that calls it.",
          "  @Task static native int /*!*/go(int x);\n"),
      ProblemCase.file(
          Code.ABSTRACT_METHOD,
          "Annotate a method with a body, which may call it.",
          "interface Demo {\n  @Task int /*!*/go(int x);\n}\n"),
      ProblemCase.file(
          Code.OVERRIDDEN_WORKFLOW,
          "Give it another name, or make the one of Base a @Dynamic or a @Task.",
          "class Demo extends Base {\n  @Override int /*!*/go(int x) { return 1; }\n}\n"
              + "class Base {\n  @Workflow int go(int x) { return x; }\n}\n"),
      ProblemCase.file(
          Code.OVERRIDDEN_WORKFLOW,
          "Give it another name, or make the one of Base a @Dynamic or a @Task.",
          "class Demo {\n  static final Base BASE = new Base() {\n    public int /*!*/go(int x) { return 1; }\n  };\n}\n"
              + "interface Base {\n  @Workflow default int go(int x) { return x; }\n}\n"),
      ProblemCase.file(
          Code.OVERRIDDEN_WORKFLOW,
          "Give it another name, or make the one of Base a @Dynamic or a @Task.",
          "class Demo {\n  static void plain() {\n    class Local extends Base { @Override int /*!*/go(int x) { return 1; } }\n  }\n}\n"
              + "class Base {\n  @Workflow int go(int x) { return x; }\n}\n"),
      ProblemCase.in(
          Code.OVERRIDDEN_WORKFLOW,
          "Give it another name, or make the one of Kind a @Dynamic or a @Task.",
          "  enum Kind {\n    A { @Override int /*!*/go(int x) { return 1; } };\n    @Workflow int go(int x) { return x; }\n  }\n"),
      ProblemCase.in(
          Code.PRIVATE_NODE,
          "Make it package-private: remove the word private.",
          "  @Task private static int /*!*/go(int x) { return x; }\n"),
      ProblemCase.in(
          Code.GENERIC_NODE,
          "Write it for the types that you use, or let an annotated method of fixed types call it.",
          "  @Task static <T> T /*!*/go(T x) { return x; }\n"),
      ProblemCase.file(
          Code.GENERIC_CLASS,
          "Move the annotated methods into a class without type parameters.",
          "class Demo<T> {\n  @Task static int /*!*/go(int x) { return x; }\n}\n"),
      ProblemCase.file(
          Code.INNER_CLASS,
          "Make Inner static, or move it to the top level.",
          "class Demo {\n  class Inner {\n    @Task int /*!*/go(int x) { return x; }\n  }\n}\n"),
      ProblemCase.in(
          Code.INNER_CLASS,
          "Move it into a top-level or static nested class.",
          "  static void plain() {\n    class Local {\n      @Task int /*!*/go(int x) { return x; }\n    }\n  }\n"),
      ProblemCase.file(
          Code.PRIVATE_CLASS,
          "Make it package-private: remove the word private.",
          "class Demo {\n  private static class Inner {\n    @Task static int /*!*/go(int x) { return x; }\n  }\n}\n"),
      ProblemCase.file(
          Code.PRIVATE_CLASS,
          "Make it package-private: remove the word private.",
          "class Demo {\n  private static class Inner {\n    @Task int /*!*/go(int x) { return x; }\n  }\n}\n"),
      ProblemCase.in(
          Code.VARARGS_NODE,
          "Take a List instead.",
          "  @Task static int /*!*/go(List<String>... x) { return 0; }\n"),
      ProblemCase.in(
          Code.VARARGS_NODE,
          "Put a parameter for the element before them.",
          "  @MapTask static int /*!*/go(int... x) { return 0; }\n"),
      ProblemCase.in(
          Code.OVERLOAD,
          "Give the annotated one a name of its own: calls are told apart by name and number of arguments.",
          "  static int go(int a, int b) { return 0; }\n  @Task static int /*!*/go(int... x) { return 0; }\n"),
      ProblemCase.in(
          Code.TWO_ANNOTATIONS,
          "Keep one. For another kind write a second method that calls this one.",
          "  @Task @Dynamic static int /*!*/go(int x) { return x; }\n"),
      ProblemCase.in(
          Code.OVERLOAD,
          "Give the annotated one a name of its own: calls are told apart by name and number of arguments.",
          "  @Task static int /*!*/one(long x) { return 0; }\n"),
      ProblemCase.in(
          Code.OVERLOAD,
          "Give the annotated one a name of its own: calls are told apart by name and number of arguments.",
          "  static int go(long x) { return 0; }\n  @Task static int /*!*/go(int x) { return 0; }\n"),
      ProblemCase.in(
          Code.OVERLOAD,
          "Give the annotated one a name of its own: calls are told apart by name and number of arguments.",
          "  static int go(long x) { return 0; }\n  @Task static int /*!*/go(int x) { return 0; }\n"
              + "  @Workflow static int all(int x) { return go(x) + Demo.go(x); }\n"
              + "  @Workflow static List<Integer> each(List<Integer> x) { return Makespan.map(x, Demo::go); }\n"),
      ProblemCase.file(
          Code.OVERLOAD,
          "Give the annotated one a name of its own: calls are told apart by name and number of arguments.",
          "class Demo {\n  @Task static int one(int x) { return 0; }\n  @Task static int /*!*/one(long x) { return 0; }\n}\n"
              + "class User {\n  @Workflow static int all(int x) { return Demo.one(x); }\n}\n"),
      ProblemCase.file(
          Code.OVERLOAD,
          "Give the annotated one a name of its own.",
          "class Demo extends Base {\n  @Task static int go(int x) { return 0; }\n"
              + "  @Workflow static int all(int x) {\n    return /*!*/go(x);\n  }\n}\n"
              + "class Base {\n  static int go(long x) { return 0; }\n}\n"),
      ProblemCase.in(
          Code.PRIVATE_TYPE,
          "Make it package-private, or public if it is in another package.",
          "  private record Pair(int a) {}\n  @Task static int go(/*!*/Pair x) { return 0; }\n"),
      ProblemCase.in(
          Code.PRIVATE_TYPE,
          "Make it package-private, or public if it is in another package.",
          "  private record Pair(int a) {}\n  @Workflow static int go(int x) {\n    /*!*/Pair p = null;\n    return one(x);\n  }\n"),
      ProblemCase.in(
          Code.ASYNC_TASK,
          "Return a CompletionStage or a CompletableFuture, or wait for it and return the value.",
          "  @Task static /*!*/Future<Integer> go(int x) { return null; }\n"),
      ProblemCase.in(
          Code.ASYNC_TASK,
          "Return a CompletionStage or a CompletableFuture, or wait for it and return the value.",
          "  static class Own extends CompletableFuture<Integer> {}\n  @MapTask static /*!*/Own go(int x) { return null; }\n"),
      ProblemCase.in(
          Code.ASYNC_TASK,
          "Write it, such as CompletionStage<String>; of nothing, CompletionStage<Void>.",
          "  @Task static /*!*/CompletionStage go(int x) { return null; }\n"),
      ProblemCase.in(
          Code.MAP_TASK_ELEMENT,
          "Make the element its first parameter, or make it a @Task.",
          "  @MapTask static int /*!*/go() { return 0; }\n"),
      ProblemCase.in(
          Code.DURATION,
          "Write a positive whole number with ms, s, m or h, such as \"5s\".",
          "  @Task(timeout = /*!*/\"5 sec\") static int go(int x) { return x; }\n"),
      ProblemCase.in(
          Code.DURATION,
          "Write a positive whole number with ms, s, m or h, such as \"30s\".",
          "  @Task(timeout = /*!*/\"0s\") static int go(int x) { return x; }\n"),
      ProblemCase.in(
          Code.DURATION,
          "Write a positive whole number with ms, s, m or h, such as \"30s\".",
          "  @Task(timeout = /*!*/\"\") static int go(int x) { return x; }\n"),
      ProblemCase.in(
          Code.SYNCHRONIZED,
          "Remove the word synchronized; synchronise a @Task instead.",
          "  @Task static synchronized int task(int x) { return x; }\n  @Dynamic synchronized int dyn(int x) { return x; }\n  @Workflow static synchronized int /*!*/go(int x) { return one(x); }\n"),
      ProblemCase.in(
          Code.NEGATIVE,
          "Write a positive number, or 0 for no limit.",
          "  @Workflow(maxParallelism = /*!*/-1) static int go(int x) { return one(x); }\n"),
      ProblemCase.in(
          Code.NEGATIVE,
          "Write a positive number, or 0 for no limit.",
          "  @MapTask(concurrency = /*!*/-2) static int go(int x) { return x; }\n"),
      ProblemCase.in(
          Code.FLOW_NAME,
          "Give the method another name.",
          "  @Task static int /*!*/current() { return 0; }\n"),
      ProblemCase.in(
          Code.TOO_LARGE,
          "Pass some of them together, as a record.",
          "  @Task static int /*!*/go("
              + IntStream.range(0, 254).mapToObj(i -> "int x" + i).collect(Collectors.joining(", "))
              + ") { return 0; }\n"),
      ProblemCase.in(
          Code.CYCLE,
          "Make again a @Dynamic method: it runs as written, and may call itself through its flow.",
          "  @Workflow static int again(int x) {\n    return /*!*/again(x);\n  }\n"));

  private static final String REASSIGN =
      "Declare another local, or declare it without a value and assign it once in each branch. For a value that a loop carries, write a @Dynamic method.";
  private static final String CONDITIONAL =
      "Write an if, or a conditional expression such as a ? b(x) : false; or, if it may run in any case, give it a local above.";

  static final List<ProblemCase> STATEMENTS = List.of(
      body(
          Code.BRANCH,
          "End it with break, or write cases with arrows; what both do goes into a workflow that both call.",
          "switch (x) { case 1: store(x); /*!*/case 2: store(3); break; default: }\n    return x;"),
      body(
          Code.BRANCH,
          "End it with break, or write cases with arrows; what both do goes into a workflow that both call.",
          "int y;\n    switch (x) { case 1: y = one(x); /*!*/default: throw new IllegalStateException(); }"),
      body(
          Code.BRANCH,
          "End it with break, or write cases with arrows; what both do goes into a workflow that both call.",
          "return switch (x) { case 1: store(x); /*!*/default: yield one(x); };"),
      body(
          Code.BRANCH,
          "Let all but one of its branches end with a break, or move the case into a workflow of its own.",
          "switch (x) { case 1: /*!*/if (x > 0) { if (x > 1) break; store(1); } else store(2); store(3); break; default: }\n    return x;"),
      body(
          Code.BRANCH,
          "Let what stands below depend on an if.",
          "return switch (x) { case 1 -> { /*!*/synchronized (Demo.class) { if (x > 0) yield one(x); } yield 3; } default -> 0; };"),
      body(
          Code.BRANCH,
          "Let all but one of its branches end with a yield, or move the case into a workflow of its own.",
          "return switch (x) { case 1 -> { /*!*/switch (x + 1) { case 1: yield 3; } yield one(x); } default -> 0; };"),
      body(
          Code.TRY,
          "Open, use and close it inside one task.",
          "try (var /*!*/in = java.io.InputStream.nullInputStream()) { store(x); } catch (java.io.IOException e) { store(1); }\n    return x;"),
      body(
          Code.TRY,
          "Return below the try, and catch what is to be ignored.",
          "try { store(x); } finally { if (x > 1) /*!*/return 1; }\n    return x;"),
      body(
          Code.TRY,
          "Break below the try, and catch what is to be ignored.",
          "switch (x) { default: try { store(x); } finally /*!*/{ if (x > 1) break; store(1); } }\n    return x;"),
      body(
          Code.TRY,
          "Yield below the try, and catch what is to be ignored.",
          "return switch (x) { case 1 -> { try { store(x); } finally /*!*/{ yield 3; } } default -> 0; };"),
      body(
          Code.TRY,
          "Assign a local in the try and in its catches, and break or yield below.",
          "switch (x) { default: /*!*/try { if (x > 1) break; store(x); } catch (IllegalStateException e) { store(1); } store(2); }\n    return x;"),
      body(
          Code.TRY,
          "Assign a local in the try and in its catches, and break or yield below.",
          "return switch (x) { case 1 -> { /*!*/try { if (x > 2) yield one(x); } catch (IllegalStateException e) { yield 4; } yield 3; } default -> 0; };"),
      body(
          Code.STATEMENT,
          "Move it into a void @Task, and call that.",
          "/*!*/assert x > 0;\n    return x;"),
      body(Code.STATEMENT, "Remove the semicolon.", "/*!*/;\n    return x;"),
      body(
          Code.STATEMENT,
          "Move what needs the lock into a task.",
          "/*!*/synchronized (Demo.class) { store(x); }\n    return x;"),
      body(
          Code.PLAIN_CALL,
          "Put it into a void @Task, and call that; or use its value. A remark such as a log line is Makespan.tap(() -> …).",
          "System.out/*!*/.println(x);\n    return x;"),
      body(
          Code.PLAIN_CALL,
          "Put it into a void @Task, and call that; or use its value. A remark such as a log line is Makespan.tap(() -> …).",
          "/*!*/new Demo();\n    return x;"),
      body(Code.REASSIGNMENT, REASSIGN, "x /*!*/= 3;\n    return x;"),
      body(Code.REASSIGNMENT, REASSIGN, "int a = x/*!*/++;\n    return a;"),
      body(Code.REASSIGNMENT, REASSIGN, "x /*!*/+= 3;\n    return x;"),
      body(
          Code.REASSIGNMENT,
          REASSIGN,
          "int y;\n    y = one(x);\n    if (y > 0) {\n      y /*!*/= 3;\n    }\n    return y;"),
      body(
          Code.REASSIGNMENT,
          REASSIGN,
          "int y;\n    if (x > 0) {\n      y = one(x);\n    }\n    y /*!*/= 3;\n    return y;"),
      body(
          Code.SIDE_EFFECT,
          "Assign it in a statement of its own, above this one.",
          "int y;\n    int z = 1 + (y /*!*/= x);\n    return z;"),
      body(
          Code.PATTERN_VARIABLE,
          "Write the condition without it, and where that holds declare T i = (T) o.",
          "Object o = one(x);\n    if (o instanceof Integer i) {\n      return one(/*!*/i);\n    }\n    return x;"),
      body(
          Code.VAR_TYPE,
          "Write if and else, and in both assign a local of the type that you mean.",
          "Object o = x > 0 /*!*/? one(x) : Optional.of(x).get();\n    return x;"),
      ProblemCase.in(
          Code.SIDE_EFFECT,
          "Move the assignment into a void @Task, and call that.",
          "  static int f;\n  @Workflow static int go(int x) {\n    f /*!*/= 3;\n    return x;\n  }\n"),
      ProblemCase.in(
          Code.SIDE_EFFECT,
          "Move the assignment into a void @Task, and call that.",
          "  static int f;\n  @Workflow static int go(int x) {\n    return f /*!*/= x;\n  }\n"),
      body(
          Code.SIDE_EFFECT,
          "Move the assignment into a void @Task, and call that.",
          "int[] a = {x};\n    Runnable r = () -> { a[0] /*!*/= 1; };\n    return x;"),
      body(
          Code.SIDE_EFFECT,
          "Put the change into a void @Task, and call that; or write a @Dynamic method.",
          "List<Integer> l = new ArrayList<>();\n    boolean a = l/*!*/.add(one(x));\n    return l.size();"),
      body(
          Code.SIDE_EFFECT,
          "Put the change into a void @Task, and call that; or write a @Dynamic method.",
          "List<Integer> l = List.of(x);\n    Callable<Boolean> c = () -> Collections/*!*/.addAll(l, x);\n    return x;"),
      body(
          Code.ANONYMOUS_CLASS,
          "Use a lambda, or create the object in a method outside the workflow.",
          "Object o = /*!*/new Object() {};\n    return x;"),
      body(
          Code.ANONYMOUS_CLASS,
          "Move it out of the method, and make it static.",
          "/*!*/class Local {}\n    return x;"),
      ProblemCase.in(
          Code.ANONYMOUS_CLASS,
          "Make it static, or create it in a method outside the workflow.",
          "  class Inner {}\n  @Workflow int go(int x) {\n    Inner i = /*!*/new Inner();\n    return x;\n  }\n"),
      ProblemCase.in(
          Code.SUPER,
          "Call a method of this class that does it.",
          "  @Workflow int go(int x) {\n    return /*!*/super.hashCode();\n  }\n"));

  static final List<ProblemCase> EXPRESSIONS = List.of(
      body(
          Code.CONDITIONAL_CALL,
          CONDITIONAL,
          "return x > 0 && (x > 1 ? /*!*/one(x) > 0 : true) ? 1 : 0;"),
      body(
          Code.CONDITIONAL_CALL,
          CONDITIONAL,
          "boolean b = x > 0 && /*!*/one(x) > 0;\n    return x;"),
      body(
          Code.CONDITIONAL_CALL,
          CONDITIONAL,
          "return x > 0 && switch (x) { case 1 -> /*!*/one(x) > 0; default -> true; } ? 1 : 0;"),
      body(
          Code.VAR_TYPE,
          "Give it a local of its own with the type that you mean: T value = switch (…) { … };",
          "Object o = List.of(/*!*/switch (x) { case 1 -> one(x); default -> \"none\"; });\n    return x;"),
      body(
          Code.CALL_IN_LAMBDA,
          "Use Makespan.map(list, x -> …), call it above, or write a @Dynamic method.",
          "Callable<Integer> c = () -> /*!*/one(x);\n    return x;"),
      ProblemCase.in(
          Code.CALL_IN_LAMBDA,
          "Use Makespan.map(list, x -> …), call it above, or write a @Dynamic method.",
          "  @Task int total() { return 0; }\n  @Workflow static int go(Optional<Demo> d) {\n    return d.map(x -> x/*!*/.total()).get();\n  }\n"),
      body(
          Code.NODE_REFERENCE,
          "Use Makespan.map(list, …::one).",
          "List<Integer> l = Optional.of(x).map(/*!*/Demo::one).stream().toList();\n    return x;"),
      body(
          Code.EVALUATION_ORDER,
          "Give Math.abs(x) a local of its own, above this statement.",
          "return Math.abs(x) + /*!*/one(x);"),
      body(
          Code.EVALUATION_ORDER,
          "Give 10 / x a local of its own, above this statement.",
          "return Math.abs(10 / x) + /*!*/one(x);"),
      body(
          Code.EVALUATION_ORDER,
          "Give a[1] a local of its own, above this statement.",
          "int[] a = {x};\n    return Math.abs(a[1]) + /*!*/one(x);"),
      ProblemCase.in(
          Code.EVALUATION_ORDER,
          "Assign x to a local of the primitive type first, above this statement.",
          "  @Workflow static int go(Integer x) {\n    return x * /*!*/one(1) + 1;\n  }\n"
              .replace("x * ", "Math.abs(-x) * ")),
      ProblemCase.in(
          Code.EVALUATION_ORDER,
          "Write the lambda with a block: e -> { … }, and give e.length() a local of its own.",
          "  @Workflow static List<Integer> go(List<String> l) {\n    return Makespan.map(l, e -> Math.abs(e.length()) + /*!*/one(1));\n  }\n"),
      ProblemCase.in(
          Code.EVALUATION_ORDER,
          "Write the lambda with a block: e -> { … }, and assign e to a local of the primitive type first.",
          "  @Workflow static List<Integer> go(List<Integer> l) {\n    return Makespan.map(l, e -> Math.abs(-e) * /*!*/one(1));\n  }\n"),
      ProblemCase.in(
          Code.EVALUATION_ORDER,
          "Give e.length() a local of its own, above this statement.",
          "  @Workflow static List<Integer> go(List<String> l) {\n    return Makespan.map(l, e -> { return Math.abs(e.length()) + /*!*/one(1); });\n  }\n"),
      ProblemCase.in(
          Code.PRIVATE_MEMBER,
          "Make it package-private; if it is protected in another package, wrap it in a method of this class.",
          "  private static int help(int x) { return x; }\n  @Workflow static int go(int x) {\n    return /*!*/help(x);\n  }\n"),
      ProblemCase.in(
          Code.PRIVATE_MEMBER,
          "Make it package-private; if it is protected in another package, wrap it in a method of this class.",
          "  private int f;\n  @Workflow int go(int x) {\n    return this/*!*/.f;\n  }\n"),
      ProblemCase.in(
          Code.PRIVATE_MEMBER,
          "Make it package-private; if it is protected in another package, wrap it in a method of this class.",
          "  private record P(int a) {}\n  @Workflow static int go(int x) {\n    return new /*!*/P(x).a();\n  }\n"),
      ProblemCase.in(
          Code.PRIVATE_TYPE,
          "Make it package-private, or public if it is in another package.",
          "  private record P(int a) {}\n  @Workflow static int go(int x) {\n    /*!*/P p = new P(x);\n    P q = p;\n    return one(p.a()) + q.a();\n  }\n"),
      ProblemCase.in(
          Code.PRIVATE_TYPE,
          "Make it package-private, or public if it is in another package.",
          "  private record P(int a) {}\n  @Workflow static int go(int x) {\n    var p = /*!*/new P(x);\n    return one(p.a());\n  }\n"),
      ProblemCase.in(
          Code.PRIVATE_TYPE,
          "Make it package-private, or public if it is in another package.",
          "  private enum P { A, B }\n  @Workflow static int go(int x) {\n    /*!*/P p;\n    if (x > 1) p = P.A; else p = P.B;\n    return p == P.A ? one(x) : one(1);\n  }\n"),
      ProblemCase.file(
          Code.PRIVATE_MEMBER,
          "Make it package-private; if it is protected in another package, wrap it in a method of this class.",
          "class Demo extends other.Other {\n  @Workflow static int go(int x) {\n    return /*!*/helper(x);\n  }\n}\n",
          OTHER),
      ProblemCase.in(
          Code.PRIVATE_MEMBER,
          "Call its accessor: a().",
          "  record Pair(int a) {\n    @Workflow int go(int x) {\n      return x > 1 ? one(/*!*/a) : two(x, x);\n    }\n  }\n"),
      ProblemCase.in(
          Code.PRIVATE_MEMBER,
          "Make secret package-private, or give what stands before the dot a local with its type.",
          "  private int secret() { return 0; }\n  @Workflow static int go(Demo d) {\n    return Optional.of(d).get()/*!*/.secret();\n  }\n"),
      ProblemCase.in(
          Code.RESOLUTION,
          "Qualify the call: with the class or with this.",
          "  static int help(int x) { return x; }\n  int help(String x) { return 0; }\n  @Workflow int go(int x) {\n    return one(/*!*/help(x));\n  }\n"),
      ProblemCase.file(
          Code.RESOLUTION,
          "Qualify the call with the class.",
          "import static java.lang.Integer.max;\nimport static java.lang.Math.max;\nclass Demo {\n  @Workflow static long go(int x) {\n    return /*!*/max(x, 1L);\n  }\n}\n"),
      ProblemCase.file(
          Code.PRIVATE_TYPE,
          "Make it package-private, or public if it is in another package.",
          "class Demo {\n  private record Hidden(int a) {}\n  static class All extends ArrayList<Hidden> {}\n"
              + "  @Workflow static int go(All x) {\n    return /*!*/x.get(0).a();\n  }\n}\n"),
      ProblemCase.in(
          Code.HIDDEN_CLASS,
          "Give the variable another name.",
          "  static int help(int x) { return x; }\n  @Workflow static int go(int Demo, int demo) {\n    return help(/*!*/Demo + demo);\n  }\n"),
      ProblemCase.in(
          Code.TOO_MANY_VALUES,
          "Give parts of it locals of their own, above this statement.",
          "  @Workflow static int go(int x) {\n    return one(x)" + " + one(x)".repeat(254)
              + " /*!*/+ one(x);\n  }\n"),
      body(
          Code.FLOW_CALL,
          "Call the methods of Demo themselves: that is parallel here.",
          "Object f = /*!*/DemoFlow.current();\n    return x;"),
      body(
          Code.FLOW_CALL,
          "Call the methods of Demo themselves: that is parallel here.",
          "/*!*/DemoFlow f = new DemoFlow();\n    return x;".replace("new DemoFlow()", "null")),
      ProblemCase.file(
          Code.HIDDEN_NODE,
          "Make it public, or package-private in the same package.",
          "class Demo extends other.Other {\n  @Workflow static int go(int x) {\n    return other.Other/*!*/.hidden(x);\n  }\n}\n",
          OTHER),
      ProblemCase.file(
          Code.OVERRIDING_NODE,
          "Annotate Demo.base, too.",
          "class Demo extends Base {\n  @Override Integer base(int x) { return x; }\n  @Workflow Number go(int x) {\n    return this/*!*/.base(x);\n  }\n}\n"
              + "class Base {\n  @Task Number base(int x) { return x; }\n}\n"),
      ProblemCase.in(
          Code.MUTABLE_RECEIVER,
          "Make next final and set it in the constructor, or take the Demo as a parameter.",
          "  Demo next;\n  @Task int own(int x) { return x; }\n  @Workflow int go(int x) {\n    return /*!*/next.own(x);\n  }\n"),
      ProblemCase.in(
          Code.VARARGS_CALL,
          "Write x -> sum(x).",
          "  @Task static int sum(int... x) { return 0; }\n  @Workflow static List<Integer> go(List<Integer> xs) {\n    return Makespan.map(xs, /*!*/Demo::sum);\n  }\n"),
      ProblemCase.in(
          Code.VARARGS_CALL,
          "Give it a local of a written type, above.",
          "  @Task static int sum(Object... x) { return 0; }\n  @Workflow static int go(boolean x) {\n    return sum(x /*!*/? \"a\" : null);\n  }\n"),
      ProblemCase.file(
          Code.DIRECT_CALL,
          "Call it on the flow: var flow = BaseFlow.current(…) at the top of the method, then flow.base(…).join(); what should run meanwhile goes before the join().",
          "class Demo extends Base {\n  @Override int base(int x) { return x; }\n  @Dynamic int go(int x) {\n    return /*!*/base(x);\n  }\n}\n"
              + "class Base {\n  @Task int base(int x) { return x; }\n}\n"),
      ProblemCase.in(
          Code.DIRECT_CALL,
          "Call it on the flow: var flow = DemoFlow.current() at the top of the method, then flow.one(…).join(); what should run meanwhile goes before the join().",
          "  @Dynamic static int go(int x) {\n    return /*!*/one(x);\n  }\n"),
      ProblemCase.in(
          Code.DIRECT_CALL,
          "Call it on the flow: var flow = DemoFlow.current(…) at the top of the method, then flow.total(…).join(); what should run meanwhile goes before the join().",
          "  @Dynamic static int go(List<Demo> x) {\n    return x.stream().findFirst().get()/*!*/.total();\n  }\n  @Task int total() { return 0; }\n"),
      ProblemCase.in(
          Code.NEW_FLOW,
          "Use DemoFlow.current(), which joins the run of this method.",
          "  @Dynamic static int go(int x) {\n    Object f = /*!*/new DemoFlow();\n    return x;\n  }\n"),
      ProblemCase.in(
          Code.NEW_FLOW,
          "Use DemoFlow.current(), which joins the run of this method.",
          "  @Dynamic static int go(int x) {\n    java.util.function.Supplier<DemoFlow> f = /*!*/DemoFlow::new;\n    return x;\n  }\n"),
      ProblemCase.in(
          Code.UNKNOWN_TYPE,
          "Did you mean Price?",
          "  record Price(int of) {}\n  @Workflow static int go(int x) {\n    /*!*/Prise p = null;\n    return x;\n  }\n"),
      body(
          Code.UNKNOWN_TYPE,
          "Correct the name, or import it.",
          "List</*!*/Missing> l = null;\n    return x;"),
      body(
          Code.UNKNOWN_TYPE,
          "Correct the name, or import it.",
          "Object o = new /*!*/Missing(x);\n    return x;"),
      body(
          Code.UNKNOWN_TYPE,
          "Correct the name, or import it.",
          "if (x > 1) {\n      /*!*/Missing.stroe(one(x));\n    }\n    return x;"),
      body(
          Code.VAR_TYPE,
          "Write its type instead of var.",
          "var /*!*/l = List.of(1, \"a\");\n    return l.size();"),
      body(
          Code.VAR_TYPE,
          "Write its type instead of var.",
          "var /*!*/l = List.of(1, \"a\");\n    var m = l.get(0);\n    var n = m;\n    return n == null ? one(l.size()) : l.size();"),
      ProblemCase.in(
          Code.RESOLUTION,
          "Qualify it: with the class, with this, or with a local of a written type.",
          "  @Workflow static int go(Demo d) {\n    return Optional.of(d).get()/*!*/.total();\n  }\n  @Task int total() { return 0; }\n"));

  static ProblemCase body(Code code, String cure, String statements) {
    return ProblemCase.in(
        code, cure, "  @Workflow static int go(int x) {\n    " + statements + "\n  }\n");
  }
}
