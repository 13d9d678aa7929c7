package dev.makespan.processor.source;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Programs that decide: in odd places, in odd types, and very often. */
final class OddBranches {
  private OddBranches() {}

  static final List<String> LEGAL = List.of(
      """
          class Conditionals {
            @Task static int i(int x) { return x; }
            @Task static long l(int x) { return x; }
            @Task static Integer box(int x) { return x == 3 ? null : x; }
            @Task static Long wideBox(int x) { return 5L; }
            @Task static byte b(int x) { return (byte) x; }
            @Task static short s(int x) { return (short) x; }
            @Task static char c(int x) { return 'c'; }
            @Task static Character cbox(int x) { return 'd'; }
            @Task static boolean yes(int x) { return x == 3; }
            @Task static Boolean unknown(int x) { return null; }
            @Task static String show(Object o) { return o + ":" + (o == null ? "" : o.getClass()); }
            @Task static String wide(long n) { return "" + n; }
            @Task static List<String> names(int x) { return new ArrayList<>(List.of("n" + x)); }
            @Workflow static Object go(int x) { return x == 3 ? i(x) : 2L; }
            @Workflow static Object go1(int x) { return x == 4 ? 'a' : i(x); }
            @Workflow static Object go2(int x) { return x == 4 ? 'a' : c(x); }
            @Workflow static Object go3(int x) { return x == 3 ? 97 : c(x); }
            @Workflow static Object go4(int x) { return x == 3 ? 70000 : c(x); }
            @Workflow static Object go5(int x) { return x == 3 ? -1 : b(x); }
            @Workflow static Object go6(int x) { return x == 3 ? b(x) : s(x); }
            @Workflow static Object go7(int x) { return x == 3 ? b(x) : c(x); }
            @Workflow static Object go8(int x) { return x == 3 ? x : cbox(x); }
            @Workflow static Object go9(int x) { return x == 3 ? 5 : cbox(x); }
            @Workflow static Object go10(int x) { return x == 4 ? null : i(x); }
            @Workflow static Object go11(int x) { return x == 3 ? box(x) : i(x); }
            @Workflow static Object go12(int x) { return x == 3 ? box(x) : null; }
            @Workflow static Object go13(int x) { return x == 3 ? box(x) : wideBox(x); }
            @Workflow static Object go14(int x) { return x == 3 ? box(x) : "text"; }
            @Workflow static Object go15(int x) { return x == 4 ? "text" : i(x); }
            @Workflow static Object go16(int x) { return x == 3 ? yes(x) : unknown(x); }
            @Workflow static Object go17(int x) { return x == 4 ? yes(x) : unknown(x); }
            @Workflow static Object go18(int x) { return x == 4 ? Boolean.TRUE : unknown(x); }
            @Workflow static Object go19(int x) { return x == 3 ? (x > 1 ? b(x) : 1) : (x > 2 ? 2L : s(x)); }
            @Workflow static int go20(int x) { return x == 3 ? box(x) : 0; }
            @Workflow static int go21(int x) { return x == 4 ? 0 : box(x + 1); }
            @Workflow static long go22(int x) { return x == 3 ? box(x) : null; }
            @Workflow static double go23(int x) { double d = x == 3 ? i(x) : 'a'; return d / 2; }
            @Workflow static String go24(int x) { var v = x == 3 ? i(x) : 2L; var w = x == 3 ? names(x) : null; return show(v) + w; }
            @Workflow static String go25(int x) { return wide(x == 3 ? i(x) : 2); }
            @Workflow static String go26(int x) { return wide(x == 3 ? box(x) : 2); }
            @Workflow static String go27(int x) { return show(x == 3 ? box(x) : i(x)); }
            @Workflow static String go28(int x) { return show(x == 4 ? 'a' : names(x)); }
            @Workflow static int go29(int x) { return (x == 3 ? names(x) : new ArrayList<String>()).size(); }
            @Workflow static boolean go30(int x) { return (x == 3 ? box(x + 1) : box(x)) == box(4); }
            @Workflow static boolean go31(int x) { return unknown(x) ? yes(x) : true; }
            @Workflow static List<String> go32(int x) { return x == 4 ? List.of() : names(x); }
            @Workflow static Runnable go33(int x) { Runnable r = x == 4 ? () -> {} : x == 3 ? run(i(x)) : null; return r == null ? null : null; } static Runnable run(int x) { return () -> {}; }
            @Workflow static int[] go34(int x) { int[] a = {1, x == 3 ? i(x) : 2, i(5)}; return a; }
            @Workflow static long go35(int x) { return 1 + (x == 3 ? i(x) : 2L) * (x == 3 ? i(x + 1) : 7) - i(x); }
            @Workflow static int go36(int x) { return -(x == 3 ? i(x) : 2) + (int) (x == 3 ? l(x) : 2L); }
            @Workflow static String go37(int x) { return "" + (yes(x) ? unknown(x) ? 1 : i(x) : 3); }
            @Workflow static String go38(int x) { return "" + (yes(x) ? yes(x + 1) ? 1 : i(x) : 3) + names((x == 3 ? i(x) : 1)); }
            @Workflow static int go39(int x) { int y = yes(x) ? yes(i(x)) ? i(x) + i(x) : -1 : i(Makespan.map(List.of(1), n -> n > 1 ? i(n) : 3).get(0)); return y; }
            static final int K = 3; final int k = 97;
            @Workflow static Object go40(int x) { return x == K ? (byte) K : b(x); }
            @Workflow static boolean go41(int x) { return !(x == 3 ? yes(x) : unknown(x)) | true; }
          }
          """,
      """
          class Chosen {
            private int unused;
            @Task int i(int x) { return x; }
            @Task Chosen other(int x) { return this; }
            @Task boolean yes(Object x) { return x.equals(3); }
            @Task int fails(int x) { throw new IllegalStateException("" + x); }
            @Task Integer none(int x) { return null; }
            @Task void store(Object x) { if (x == null) throw new IllegalArgumentException("null"); }
            @Workflow int go(int x) { return (x == 3 ? this : other(x)).i(x) + (yes(x) ? other(x) : this).i(4); }
            @Workflow Object go1(int x) { if (yes(x)) return this; return other(x); }
            @Workflow int go2(int x) { int y; if (yes(x)) y = i(x); else y = fails(x); return y; }
            @Workflow int go3(int x) { int y; if (yes(x)) y = fails(x); else y = i(x); return y; }
            @Workflow int go4(int x) { if (yes(x)) { fails(4); return i(x); } return fails(5); }
            @Workflow int go5(int x) { fails(1); if (yes(x)) return i(x); return fails(5); }
            @Workflow int go6(int x) { if (fails(x) > 1) return i(x); store(x); return fails(5); }
            @Workflow int go7(int x) { if (none(x) > 1) return i(x); return fails(5); }
            @Workflow int go8(int x) { if (none(x) == null) { store(null); } else { store(x); } return 3; }
            @Workflow int go9(int x) { return none(x); }
            @Workflow int go10(int x) { if (x == 3) return none(x); return 4; }
            @Workflow int go11(int x) { if (x == 3) { if (x > 0) { if (yes(x)) { return 2; } } } return fails(x); }
            @Workflow int go12(int x) { if (x == 3) { if (yes(4)) { return 2; } else { } } else { return fails(x); } { { return i(x); } } }
            @Workflow void go13(int x) { if (x == 4) return; if (yes(x)) { store(x); { return; } } store(null); }
            @Workflow void go14(int x) { if (x == 3) { store(null); } }
            @Workflow void go15(int x) { return; }
            @Workflow void go16(int x) { if (x == 3) return; else return; }
            @Workflow void go17(int x) { { if (x == 4) { store(null); return; } else if (yes(x)) return; } store(null); }
          }
          """,
      """
          class Scoped { int field = 9; static int y = 77; static int run = 5;
            @Task static int i(int x) { return x; }
            @Task static String text(String x) { return "<" + x + ">"; }
            @Workflow static int go(int x) { if (x == 3) { int y = i(x); i(y); } return i(x) + y; }
            @Workflow static int go1(int x) { if (x == 3) { int y = i(x); return y; } else { String y = text("a"); text(y); } int y = 4; return y; }
            @Workflow static String go2(int x) { String run; if (x == 3) { int otherwise = i(x); run = text("" + otherwise); } else { int run1 = i(4); run = text("b" + run1); } String end = text(run); return run + end; }
            @Workflow static int go3(int x) { int value; { int i; i = i(x); value = i + 1; } { int i = i(value); return i; } }
            @Workflow static int go4(int x) { int value; if (x == 3) { value = i(x); } else if (x == 4) { return 4; } else { value = 5; } int other; if (x == value) other = value; else other = i(value); return other; }
            @Workflow static int go5(int x) { final int k = 2; if (x == 3) { final int m = k + 1; byte b = m; final String s; s = "c"; return i(m) + b + s.length(); } return i(k); }
            @Workflow static int go6(int x, int text1, int text2) { String text; if (x == 3) text = "a"; else text = "b"; return text.length() + text1 + text2; }
            @Workflow static String go7(int x) { String größe; if (x == 3) größe = text("ä"); else größe = text("ö"); return größe; }
            @Workflow static String go8(int x) { String text; if (x == 3) text = \"""
                a"b
                \"""; else text = null; return text(text); }
          }
          """,
      """
          class Typed { enum Color { RED, GREEN } record Pair<A, B>(A a, B b) {} interface Shape { int size(); } record Dot(int size) implements Shape {} record Bar(int size) implements Shape {}
            @Task static Dot dot(int x) { return new Dot(x); }
            @Task static Bar bar(int x) { return new Bar(x); }
            @Task static Shape shape(int x) { return x == 3 ? new Dot(1) : new Bar(2); }
            @Task static List<? extends Number> numbers(int x) { return List.of(x, 2.5); }
            @Task static int[] array(int x) { return new int[] {x}; }
            @Task static Pair<String, List<Integer>> pair(int x) { return new Pair<>("p", List.of(x)); }
            @Workflow static int go(int x) { Shape s; if (x == 3) s = dot(x); else s = bar(x); return s.size(); }
            @Workflow static int go1(int x) { Shape s = x == 3 ? dot(x) : bar(x); return s.size(); }
            @Workflow static int go2(int x) { return (x == 3 ? dot(x) : shape(x)).size(); }
            @Workflow static Object go3(int x) { if (x == 4) return dot(x); return bar(x).size(); }
            @Workflow static Number go4(int x) { List<? extends Number> n; if (x == 3) n = numbers(x); else n = List.of(1); return n.get(0); }
            @Workflow static int go5(int x) { int[] a; if (x == 4) a = array(x); else a = new int[] {7, 8}; if (a.length == 2) return a[1]; return a[0]; }
            @Workflow static int[] go6(int x, int[] in) { if (x == 3) return in; return array(x); }
            @Workflow static String go7(int x) { Pair<String, List<Integer>> p; if (x == 3) { p = pair(x); } else { p = null; } return p.a() + p.b(); }
            @Workflow static List<Shape> go8(List<Integer> in) { return Makespan.map(in, x -> { Shape s; if (x == 4) { s = dot(x); } else { s = bar(x); } if (x == 5) return s; return shape(x); }); }
            @Workflow static List<Shape> go9(List<Integer> in) { List<Shape> l = Makespan.map(in, x -> { if (x == 4) return dot(x); return x == 5 ? bar(x) : shape(3); }); return l; }
            @Workflow static Object go10(List<Integer> in) { int size = Makespan.map(in, x -> x == 4 ? dot(x).size() : 3).size(); return size + "" + Makespan.map(in, x -> { if (x == 4) { return 1; } else { { return dot(x).size(); } } }); }
            @Workflow static int go11(Color c) { if (c == Color.RED) { return dot(1).size(); } return switch (c) { case RED -> 1; default -> 2; }; }
            @Workflow static List<List<Integer>> go12(List<Integer> in) { return Makespan.map(in, x -> { List<Integer> inner; if (x > 4) { int lost = dot(x).size(); inner = Makespan.map(in, y -> { if (y == lost) return x; return dot(y).size(); }); } else inner = List.of(); return inner; }); }
            @Workflow static int go13(Object o) { if (o instanceof Integer n && n > 3) { return dot(1).size(); } return dot(o instanceof Integer n ? n : 4).size(); }
            @Workflow static int go14(int x) { Runnable r; if (x == 3) { r = () -> { int z; z = 3; }; } else r = null; return dot(x).size(); }
          }
          """,
      "class Long200 {\n  @Task static int i(int x) { return x; }\n"
          + "  @Workflow static int go(int x) { int y; " + chain(200, 3) + " return y; }\n"
          + "  @Workflow static int go1(int x) { int y; " + chain(200, 199 - 3) + " return y; }\n"
          + "  @Workflow static int go2(int x) { " + nested(50, "return i(x);") + " return 0; }\n"
          + "  @Workflow static int go3(int x) { int y; " + nestedBoth(50) + " return y; }\n"
          + "  @Workflow static int go4(int x) { return " + conditionals(60) + "; }\n"
          + "  @Workflow static int go5(int x) { " + returns(200) + " return i(x); }\n"
          + "}\n");

  private static String chain(int length, int taken) {
    return IntStream.range(0, length)
            .mapToObj(
                n -> "if (i(x) == " + (n == taken ? 3 : 1000 + n) + ") y = i(" + n + "); else ")
            .collect(Collectors.joining())
        + "y = 5;";
  }

  private static String nested(int depth, String inner) {
    return "if (i(x) == 3) { ".repeat(depth) + inner + " }".repeat(depth);
  }

  private static String nestedBoth(int depth) {
    return "if (x == 3) { ".repeat(depth) + "y = i(x);" + " } else { y = 4; }".repeat(depth);
  }

  private static String conditionals(int length) {
    return IntStream.range(0, length)
            .mapToObj(n -> "x == " + (1000 + n) + " ? i(" + n + ") : ")
            .collect(Collectors.joining())
        + "i(x)";
  }

  private static String returns(int length) {
    return IntStream.range(0, length)
        .mapToObj(n -> "if (i(x) == " + (1000 + n) + ") return " + n + ";")
        .collect(Collectors.joining(" "));
  }

  /** The code of each problem stands directly before its place. */
  static final List<String> REFUSED = List.of("""
          class Refused {
            @Task static int t(int x) { return x; }
            @Task static Integer box(int x) { return x; }
            static <T> T same(T x) { return x; }
            @Workflow static boolean and(int x) { return x > 0 && /*conditional-call*/t(x) > 0; }
            @Workflow static boolean or(int x) { if (x > 0 || /*conditional-call*/t(x) > 0) { return true; } return false; }
            @Workflow static int inner(int x) { return x > 0 && (x > 1 ? /*conditional-call*/t(x) : 1) > 1 ? 3 : 4; }
            @Workflow static int lambda(int x) { Supplier<Integer> s = () -> x > 1 ? /*call-in-lambda*/t(x) : 1; return 1; }
            @Workflow static int lambda1(int x) { Supplier<Integer> s = x > 1 ? () -> /*call-in-lambda*/t(x) : null; return 1; }
            @Workflow static int order(Integer n) { return Math.abs(-n) * (n > 1 ? /*evaluation-order*/t(13) : 1); }
            @Workflow static int order1(int n) { return same(n) + (n > 1 ? 1 : /*evaluation-order*/t(13)) + t(1); }
            @Workflow static Object untyped(int n) { return n > 1 /*var-type*/? t(n) : same(n); }
            @Workflow static String untyped1(int n) { return "" + (n > 1 /*var-type*/? t(n) : "a"); }
            @Workflow static int untyped2(int n) { return Makespan.map(List.of(n), x -> { if (x > 1) return t(x); return /*var-type*/"a"; }).size(); }
            @Workflow static int twice(int n) { int y = t(n); if (n > 1) { y /*reassignment*/= t(3); } return y; }
            @Workflow static int twice1(int n) { int y; y = t(n); if (n > 1) { y /*reassignment*/= t(3); } return y; }
            @Workflow static int twice2(int n) { int y; if (n > 1) { y = t(n); } else { y = 3; } y /*reassignment*/+= 3; return y; }
            @Workflow static int twice3(int n) { int y; if (n > 1) { y = t(n); y /*reassignment*/= y + 1; } else { y = 3; } return y; }
            @Workflow static int twice4(int n) { if (n > 1) { n /*reassignment*/= 3; } return n; }
            @Workflow static int twice5(int n) { int y; if (n > 1) { y = t(n); } if (n <= 1) { y /*reassignment*/= 3; } return n; }
            @Workflow static int inside(int n) { int y; int z = t(y /*side-effect*/= 3); return z; }
            @Workflow static int inside1(int n) { int y; int z; y = z /*side-effect*/= t(n); return n; }
            @Workflow static int thrown(int n) { if (n > 1) { throw new IllegalStateException("" + t(n)); } return t(n); }
            @Workflow static int loop(int n) { if (n > 1) { /*loop*/while (n > 1) t(n); } else { System.out/*plain-call*/.println(n); } return t(n); }
            @Workflow static int empty(int n) { if (n > 1) t(n); else /*statement*/; return t(n); }
            @Workflow static int pattern(Object o) { if (o instanceof Integer n) { return t(/*pattern-variable*/n); } return 3; }
            @Workflow static int pattern1(Object o) { if (!(o instanceof Integer n)) { return 3; } return 1 + /*pattern-variable*/n; }
            @Workflow static int pattern2(Object o) { return o instanceof Integer n ? t(/*pattern-variable*/n) : 3; }
          }
          """, """
          class WrongInBranches extends Above {
            @Task static int t(int x) { return x; }
            @Task static boolean yes(int x) { return x == 3; }
            @Task static void v(int x) { }
            private static int hid(int x) { return x; }
            @Workflow int conditionalSuper(int x) { return yes(x) ? /*!super*/super.hashCode() : t(1); }
            @Workflow static int conditionalChange(int x) { List<Integer> l = List.of(x); return yes(x) ? l/*!side-effect*/.remove(0) : t(1); }
            @Workflow static int conditionalAssignment(int x) { return yes(x) ? (x /*!reassignment*/= 3) : t(1); }
            @Workflow static int conditionalPattern(Object o) { return o instanceof String s && s.length() > 1 ? /*!pattern-variable*/s.length() : t(1); }
            @Workflow static int conditionalPrivate(int x) { return yes(x) ? /*!private-member*/hid(x) : t(x); }
            @Workflow static List<Integer> conditionalInLambda(List<Integer> xs) { return Makespan.map(xs, x -> yes(x) ? /*!private-member*/hid(x) : t(x)); }
            @Workflow static int conditionalTwice(int x) { var y = yes(x) ? yes(x + 1) ? /*!private-member*/hid(x) : t(x) : /*!private-member*/hid(x); return y; }
            @Workflow static int conditionPrivate(int x) { if (/*!private-member*/hid(x) > 1) return t(x); return x; }
            @Workflow static List<Integer> mapped(List<Integer> xs) { return xs.stream().map(/*!private-member*/WrongInBranches::hid).map(WrongInBranches::t).toList(); }
            @Workflow static List<Integer> mapped1(List<Integer> xs) { return xs.stream().map(x -> x > 1 && /*!conditional-call*/yes(x) ? 1 : 2).map(WrongInBranches::t).toList(); }
            @Workflow static List<Integer> mapped2(List<Integer> xs) { return Makespan.map(xs, x -> { /*!loop*/while (x > 1) v(x); return t(x); }); }
            @Workflow static List<Integer> mapped3(List<Integer> xs) { return xs.stream().map(x -> { try { return t(x); } finally { /*!try*/return 3; } }).toList(); }
            @Workflow static void mapped4(List<Integer> xs) { Makespan.forEach(xs, x -> { if (x > 1) { throw new IllegalStateException(/*!private-member*/hid(x) + ""); } v(x); }); }
            @Workflow static void apart(int x) { if (yes(x)) Makespan.tap(() -> { if (x > 1) { /*!call-in-lambda*/v(x); } }); Makespan.together(() -> v(/*!private-member*/hid(x)), () -> v(1)); }
            @Workflow void ofSuper(int x) { if (x > 1) super/*!super*/.above(x); Makespan.together(/*!super*/super::none, () -> super/*!super*/.above(3)); }
            @Workflow void ofSuper1(List<Integer> xs) { Makespan.forEach(xs, /*!super*/super::above); }
            @Workflow List<Integer> ofSuper2(List<Integer> xs) { return xs.stream().map(WrongInBranches::t).map(/*!super*/super::plain).toList(); }
            @Workflow static int order(int x) { return /*!private-member*/hid(x) + t(x); }
            @Workflow static int one(int x) { if (x > 1) { return t(x); } throw new IllegalStateException("no" + /*!private-member*/hid(x)); }
            @Workflow static int after(int x) { if (yes(x)) return 1; /*!loop*/while (x > 1) { v(x); } return x; }
          }
          """, """
          class Above { @Task void above(int x) {} @Task void none() {} int plain(int x) { return x; } }
          """);
}
