package dev.makespan.processor.source;

import java.util.List;

/**
 * Mistakes that the compiler finds itself. The mark stands directly before the place that it tells;
 * of ours there is no word.
 */
final class OddRejected {
  private OddRejected() {}

  private static final String TASKS =
      "@Task static int t(int x) { return x; } @Task static int two(int x, int y) { return x; } @Task static void v(int x) {} @Task int own(int x) { return x; } @Task void end(int x) {} int plain(int x) { return x; } int f; ";

  static final List<String> PROGRAMS = List.of(
      // Names and arguments.
      inClass("@Workflow static void go(int x) { /*javac*/stroe(x); }"),
      inClass("@Workflow static void go(int x) { if (x > 1) { /*javac*/v(x, 3); } }"),
      inClass("@Workflow static void go(int x) { if (x > 1) Demo/*javac*/.stroe(t(x)); }"),
      inClass("@Workflow static void go(String s) { s/*javac*/.store(); }"),
      inClass("@Workflow static int go(int x) { return x > 1 ? /*javac*/missing(x) : t(x); }"),
      inClass("@Workflow static void go(int x) { Makespan/*javac*/.tap(); }"),
      inClass("@Workflow static void go(List<Integer> xs) { Makespan/*javac*/.forEach(xs); }"),
      inClass("@Workflow static int go(int x) { return t(x) + Demo/*javac*/.stroe(x); }"),
      inClass("@Workflow static int go(int x) { /*javac*/missing = t(x); return x; }"),
      inClass("@Workflow static int go(int x) { if (x > 1) { /*javac*/missing++; } return x; }"),
      inClass(
          "@Workflow static void go(int x) { Makespan.forEach(List.of(/*javac*/missing), each -> v(t(3))); }"),
      inClass(
          "@Dynamic static int go(int x) { IntSupplier f = /*javac*/Demo::missing; return f.getAsInt(); }"),
      // Values of annotations, and elements of lists.
      inClass(
          "@Workflow static int go(int x) { int a = t(x); @After(/*javac*/3) int y = t(1); return y + a; }"),
      inClass(
          "@Workflow static int go(int x) { int a = t(x); @After({\"a\", /*javac*/null}) int y = t(1); return y + a; }"),
      inClass(
          "@Workflow static int go(int x) { @Options(name = \"a\", timeout = /*javac*/2) int y = t(1); return y; }"),
      inClass(
          "@Workflow static int go(int x) { @Options(retries = /*javac*/\"2\") int y = t(1); return y; }"),
      inClass(
          "@Workflow static int go(int x) { List<Long> l = Makespan.map/*javac*/(List.of(x), Demo::t); return l.size(); }"),
      // Static workflows, and instances.
      inClass("@Workflow static int go(int x) { return /*javac*/own(x); }"),
      inClass("@Workflow static int go(int x) { return /*javac*/this.own(x); }"),
      inClass("@Workflow static int go(int x) { return Demo/*javac*/.own(x); }"),
      inClass("@Workflow static int go(int x) { return x > 1 ? /*javac*/own(x) : t(x); }"),
      inClass("@Workflow static int go(int x) { return /*javac*/plain(x); }"),
      inClass("@Workflow static int go(int x) { return t(x) + /*javac*/f; }"),
      inClass("@Workflow static Demo go(int x) { if (x > 1) return /*javac*/this; return null; }"),
      inClass(
          "@Workflow static List<Integer> go(List<Integer> xs) { return Makespan.map(xs, /*javac*/this::own); }"),
      inClass(
          "@Workflow static List<Integer> go(List<Integer> xs) { return Makespan.map(xs, /*javac*/Demo::own); }"),
      inClass(
          "@Workflow static List<Integer> go(List<Integer> xs) { return xs.stream().map(/*javac*/this::plain).map(Demo::t).toList(); }"),
      inClass(
          "@Workflow static void go(List<Integer> xs) { Makespan.forEach(xs, x -> /*javac*/end(x)); }"),
      inClass("@Workflow static void go(int x) { Makespan.together(() -> /*javac*/end(x)); }"),
      inClass(
          "static class In { @Workflow int go(int x) { return Demo/*javac*/.this.own(x) + t(x); } }"),
      inClass("static class In { @Workflow int go(int x) { return /*javac*/own(x) + t(x); } }"),
      inClass("static class In { @Workflow int go(int x) { return /*javac*/plain(x) + t(x); } }"),
      inClass("static class In { @Workflow int go(int x) { return /*javac*/f + t(x); } }"),
      // References and lambdas that don't fit.
      inClass(
          "@Workflow static List<Integer> go(List<Integer> xs) { return Makespan.map(xs, /*javac*/Demo::two); }"),
      inClass(
          "@Workflow static List<Integer> go(List<Integer> xs) { return xs.stream().map(/*javac*/Demo::two).toList(); }"),
      inClass(
          "@Workflow static List<Integer> go(List<Integer> xs) { return xs.stream().map(/*javac*/Demo::two).map(Demo::t).toList(); }"),
      inClass(
          "@Workflow static void go(List<Integer> xs) { Makespan.map(xs, /*javac*/(a, b) -> t(a)); }"),
      inClass("@Workflow static void go(List<Integer> xs) { Makespan.tap(/*javac*/x -> t(x)); }"),
      inClass(
          "@Workflow static List<List<Integer>> go(List<Integer> xs) { return Makespan.map(xs, x -> Makespan.map(xs, /*javac*/(y, z) -> t(y))); }"),
      inClass(
          "@Workflow static List<List<Integer>> go(List<Integer> xs) { return Makespan.map(xs, x -> Makespan.map(xs, /*javac*/Demo::two)); }"),
      // Declarations.
      inClass("@Workflow static int go(int x) throws /*javac*/Missing { return t(x); }"),
      inClass(
          "@Task static int bad(int x) throws /*javac*/String { return x; } @Workflow static int go(int x) { return t(x); }"),
      inClass("@Workflow static int go(/*javac*/void y, int x) { return t(x); }"),
      // Bodies.
      inClass("@Workflow static int go(int x) { int y = /*javac*/{t(x)}; return y; }"),
      inClass("@Workflow static int go(int x) { var /*javac*/y; return t(x); }"),
      inClass("@Workflow static int /*javac*/go(int x);"),
      // Members that aren't there, as a whole argument.
      inClass("@Workflow static int go(String s) { return t(s/*javac*/.size()); }"),
      inClass("@Workflow static int go(String s) { return t(s/*javac*/.size); }"),
      // Types and values.
      inClass("@Workflow static int go(int x) { return x > 1 ? v/*javac*/(x) : t(x); }"),
      inClass("@Workflow static int go(int x) { if (/*javac*/x) return t(x); return 1; }"),
      inClass("@Workflow static int go(int x) { if (x > 1) return t(x); /*javac*/}"),
      inClass("@Workflow static int go(int x) { int y; if (x > 1) y = t(x); return /*javac*/y; }"),
      inClass("@Workflow static void go(int x) { if (x > 1) return t/*javac*/(x); }"),
      inClass("@Workflow static int go(int x) { if (x > 1) { /*javac*/return; } return t(x); }"));

  private static String inClass(String members) {
    return "class Demo { " + TASKS + members + " }\n";
  }
}
