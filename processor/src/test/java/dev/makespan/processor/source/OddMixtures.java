package dev.makespan.processor.source;

import java.util.List;

/** Decisions, orderings, streams and void maps within each other. */
final class OddMixtures {
  private OddMixtures() {}

  static final List<String> LEGAL = List.of("""
          class Ordered {
            @Task static int i(int x) { return x; }
            @Task static boolean yes(int x) { return x == 3; }
            @Task static int fails(int x) { throw new IllegalStateException("" + x); }
            @Workflow static int go(int x) { int a = i(x); @After("a") int b = yes(x) ? i(4) : i(5); return a + b; }
            @Workflow static int go1(int x) { int a = yes(x) ? i(4) : i(5); @After("a") int b = i(6); return a + b; }
            @Workflow static int go2(int x) { int a = yes(x) ? i(4) : 5; @After("a") int b = x == 3 ? i(6) : 7; return b; }
            @Workflow static int go3(int x) { int a; if (yes(x)) { a = i(4); } else { a = i(5); } @After("a") int b = i(6); return b; }
            @Workflow static int go4(int x) { int a; if (x == 4) { a = 3; } else if (yes(x)) a = i(4); else { a = i(5); } @After("a") int b = i(6); return a + b; }
            @Workflow static int go5(int x) { int a = i(x); if (yes(x)) { @After("a") int b = i(5); return b; } return i(4); }
            @Workflow static int go6(int x) { int a = fails(x); @After("a") int b = yes(x) ? i(4) : i(5); return b; }
            @Workflow static int go7(int x) { int a = x == 4 ? fails(x) : i(3); @After("a") int b = i(5); return b; }
            @Workflow static int go8(int x) { if (yes(x)) { int a = i(5); @After("a") int b = i(6); return b; } else { int a = i(4); @After("a") int b = i(7); i(b); } return 3; }
            @Workflow static int go9(int x) { if (x == 4) return 4; int a = i(5); @After("a") int b = i(x) + (yes(x) ? i(1) : i(2)); return b; }
            @Workflow static int go10(int x) { int b; if (yes(x)) { @Options(name = "one") int a = i(x); b = a; } else b = 2; return b; }
            @Workflow static List<Integer> go11(List<Integer> xs) { return Makespan.map(xs, x -> { int a = i(x); @After("a") int b = yes(x) ? i(4) : i(5); if (b == 4) return a; return b; }); }
          }
          """, """
          class Mapped {
            @Task static int i(int x) { return x; }
            @Task static boolean yes(int x) { return x == 3; }
            @Task static void store(int x) { if (x == 5) throw new IllegalStateException("5"); }
            @Task static int sum(int... xs) { int s = 0; for (int x : xs) s += x; return s; }
            @Workflow static int go(int x, List<Integer> xs) { if (yes(x)) { Makespan.forEach(xs, each -> store(each)); } else { Makespan.together(() -> store(1), () -> store(2)); } return i(x); }
            @Workflow static int go1(int x) { if (x == 3) Makespan.forEach(List.of(4, 5), Mapped::store); return i(x); }
            @Workflow static void go2(List<Integer> xs) { Makespan.forEach(xs, x -> { if (yes(x)) { store(x); } else { int y = i(x); store(y + 1); } }); }
            @Workflow static void go3(List<Integer> xs) { Makespan.forEach(xs, x -> { if (x == 1) return; store(i(x) + 1); }); }
            @Workflow static List<Integer> go4(int x, List<Integer> xs) { return yes(x) ? xs.stream().map(Mapped::i).map(y -> yes(y) ? i(1) : i(2)).toList() : Makespan.map(xs, y -> i(y)); }
            @Workflow static List<Integer> go5(List<Integer> xs) { return xs.stream().map(x -> { int y; if (yes(x)) y = i(7); else y = 8; return y; }).map(z -> { if (z == 7) return i(z); return 9; }).toList(); }
            @Workflow static List<Optional<Integer>> go6(int x, List<Integer> xs) { List<Optional<Integer>> some; if (yes(x)) some = Makespan.mapSome(0.5, xs, Mapped::i); else some = List.of(); return some; }
            @Workflow static int go7(int x) { if (yes(x)) { Makespan.tap(() -> Objects.hash(x)); return i(1); } Makespan.tap(() -> Objects.hash(x)); return i(2); }
            @Workflow static List<Integer> go8(List<Integer> xs) { return xs.stream().map(x -> sum(x, 1)).map(x -> sum(i(x), x, 2)).toList(); }
            @Workflow static int go9(int x, List<Integer> xs) { List<Integer> a = xs.stream().map(Mapped::i).toList(); @After("a") List<Integer> b = Makespan.map(xs, y -> i(y)); @After({"a", "b"}) int c = sum(); return c; }
            @Workflow static List<Integer> go10(List<Integer> xs) { return xs.stream().map(x -> { int a = i(x); @After("a") int b = i(2); return b; }).map(x -> i(x)).toList(); }
            @Task static Integer box(int x) { return x; }
            @Task static int many(Object... xs) { return xs.length; }
            @Workflow static int go12(int x) { return sum(yes(x) ? i(x) : box(x)) + sum(x == 3 ? new int[] {1, i(2)} : new int[0]) + many(x == 4 ? i(x) : "s") + many(x == 3 ? new String[] {"a", "b"} : new Integer[] {i(x)}); }
            @Workflow static List<Integer> go11(int x) { List<Integer> xs; if (x == 3) xs = List.of(1); else xs = List.of(2, 3); return xs.stream().map(Mapped::i).map(Mapped::i).toList(); }
          }
          """);

  static final List<String> REFUSED = List.of("""
          class Stopped {
            @Task static int i(int x) { return x; }
            @Task static int sum(int... xs) { return xs.length; }
            @Workflow static List<Integer> go(List<Integer> xs) { return xs.stream().map(x -> { if (x == 3) return /*!statement*/4; return i(x); }).map(x -> i(x)).toList(); }
            @Workflow static int go1(int x) { @After(/*!cycle*/"b") int a = i(x); int b; if (x == 3) b = i(a); else b = i(4); return b; }
            @Workflow static int go3(int x) { return sum((x /*!reassignment*/= 3)) + sum(x > 1 && /*!conditional-call*/i(x) > 0 ? 1 : 0); }
            @Workflow static int go2(int x) { if (x == 3) { int a = i(x); i(a); } @After(/*!after-name*/"a") int b = i(4); return b; }
          }
          """);
}
