package dev.makespan.processor.source;

import java.util.List;

/** Programs that switch: over odd things, in odd places, with odd labels. */
final class OddSwitches {
  private OddSwitches() {}

  static final List<String> LEGAL =
      List.of("""
          class Switches {
            enum Kind { ONE, TWO { @Override public String toString() { return "zwei"; } }, THREE }
            static final int K = 3, MORE = K + 1; static final String WORD = "abc"; final int k = 4;
            static Kind kind = Kind.THREE;
            @Task static int i(int x) { return x; }
            @Task static Integer none(int x) { return null; }
            @Task static String s(Object x) { return "" + x; }
            @Task static long l(int x) { return x; }
            @Task static Kind kind(int x) { return x == 3 ? Kind.TWO : Kind.ONE; }
            @Task static CompletableFuture<Integer> later(int x) { return CompletableFuture.completedFuture(x); }
            @Task static void store(Object x) {}
            @Task static boolean yes(int x) { return true; }
            @Workflow static int go(int x) { switch (x) { case K: return i(x); case MORE: return i(1); } return 0; }
            @Workflow static int go1(String w) { final int c = 3; switch (w.length()) { case c: return i(7); case c + 1: return i(1); default: return 0; } }
            @Workflow static int go2(String w) { switch (w) { case WORD, "x": return i(7); case \"""
              a "b
              \""": return i(1); default: return 0; } }
            @Workflow static int go3(int x) { return switch (kind(x)) { case ONE -> i(1); case TWO -> i(2); case THREE -> 3; }; }
            @Workflow static String go4(int x) { switch (kind) { case ONE: return s(1); case THREE: return s(kind); default: } return s("end"); }
            @Workflow static int go5(char c) { int r; switch (c) { case 'a': case 'c': r = i(c); break; case '\\n': r = 2; break; default: r = 0; } return r; }
            @Workflow static int go6(byte b) { int r = switch (b) { case 4 -> i(b); case -1, 127 -> 7; default -> 0; }; return r; }
            @Workflow static int go7(int x) { switch (i(x) + (yes(x) ? i(4) : 0)) { case 7 -> { return i(1); } default -> { return 0; } } }
            @Workflow static int go8(int x) { return switch (none(x)) { case 1 -> i(1); default -> 0; }; }
            @Workflow static int go9(int x) { switch (x) { case 3 /* a comment: */ : // another one
              return i(1); /* } */ default /* -> */ : { return 0; } } }
            @Workflow static void go10(List<Integer> xs) { Makespan.forEach(xs, x -> { switch (x) { case 4 -> store(x); case 5 -> { if (yes(x)) store(1); else store(2); } default -> {} } }); }
            @Workflow static int go11(int x) { return switch (x) { case 3 -> later(x).join(); default -> i(0); }; }
            @Workflow static long go12(int x) { long a = 1 + switch (x) { case 3 -> l(x); default -> 7L; }; return a - switch (x) { case 2 -> 4L; default -> l(2); }; }
            @Workflow static String go13(int x) { return s(switch (x) { case 3 -> switch (x + 1) { case 4 -> i(x); default -> 0; }; default -> yes(x) ? i(3) : 0; }); }
            @Workflow static int go14(int x) { var v = switch (x) { case 3 -> i(x); default -> l(x); }; return (int) v; }
            @Workflow static int go15(int x) { switch (((x))) { default -> { switch (x) { default: { switch (x) { case 3: return i(x); default: break; } } } } } return 1; }
            @Workflow static Object go16(int x) { return List.of(switch (x) { case 3 -> i(x); default -> i(2); }, s(x)); }
            @Workflow static int go17(int x) { int y; int z; switch (x) { case 3: y = i(x); z = y; break; default: z = i(2); y = z; } return y + z; }
            @Workflow static int go18(int x) { int y; { switch (x) { case 3 -> y = i(x); default -> { y = 4; } } } return y; }
            @Workflow static boolean go19(int x) { return yes(x) && switch (x) { case 3 -> true; default -> false; }; }
            @Workflow static int go20(int x) { switch (x) { case 3: final int n = i(x); switch (n) { case 4: break; default: return n; } } return 0; }
            @Workflow static int go21(int x) { int i = switch (x) { case 3 -> { int option = i(x); int run = i(option); yield run + option; } default -> 0; }; return i; }
            @Workflow static int go22(int x) { return switch (x) { case 1: yield i(1); case 3: case 4: int a = i(x), b = a + 1; if (b > 3) { yield i(b); } yield a; default: yield 0; }; }
            @Workflow static String go23(int x) { Runnable r = switch (x) { case 3 -> { int y = i(x); yield () -> {}; } default -> null; }; return r == null ? "none" : "some"; }
            @Workflow static int go24(int x) { if (x == 4) return 0; else switch (x) { case 3: store(x); return i(x); default: return 0; } }
            @Workflow static int[] go25(int x) { int[] all = {switch (x) { case 3 -> i(x); default -> 0; }, i(2)}; return all; }
          }
          """.replace("CompletableFuture", "java.util.concurrent.CompletableFuture"), """
          class Owner {
            static final int K = 3; final int k = 97; private int unused; String word = "abc";
            enum Color { RED, BLUE }
            Color color = Color.BLUE;
            @Task int i(int x) { return x + k; }
            @Task void store(Object x) {}
            String word() { return word; }
            @Workflow int go(int x) { switch (this.word) { case "abc" -> { return i(k); } default -> { return 0; } } }
            @Workflow int go1(int x) { return switch (word()) { case "abc" -> this.i(x); default -> Owner.this.i(2); }; }
            @Workflow int go2(int x) { Owner o = this; switch (o.color) { case RED: return o.i(1); case BLUE: return o.i(2); } return 4; }
            @Workflow void go3(List<Owner> all) { Makespan.forEach(List.of(this), each -> { switch (each.color) { case RED -> each.store(1); case BLUE -> { switch (color) { case RED -> {} case BLUE -> store(k); } } } }); }
            @Workflow Object go4(int x) { Object o = switch (color) { case RED -> this; case BLUE -> i(3); }; return o; }
          }
          """);

  static final List<String> REFUSED = List.of("""
          class Fallen {
            @Task static int i(int x) { return x; }
            @Task static void store(Object x) {}
            @Workflow static int go(int x) { int y; switch (x) { case 1: y = 4; /*!branch*/case 2: y = i(x); break; default: y = 1; } return y; }
            @Workflow static int go1(int x) { int y = 0; switch (x) { case 1 -> y /*!reassignment*/= i(x); default -> {} } return y; }
            @Workflow static int go2(int x) { switch (x) { case 1 -> { /*!loop*/for (;;) { if (x > 0) break; } } default -> store(x); } return i(x); }
            @Workflow static int go3(int x) { switch (x) { case 1 -> System.out/*!plain-call*/.println(x); default -> store(x); } return i(x); }
            @Workflow static int go4(int x) { /*!statement*/label: switch (x) { case 1: break label; default: store(x); } return i(x); }
            @Workflow static int go5(int x) { return switch (x) { case 1 -> { if (x > 0) yield i(x); /*!loop*/while (x > 4) store(x); yield 3; } default -> x; }; }
            @Workflow static int go7(int x) { switch (x) { case 1: /*!branch*/if (x > 3) { if (x > 4) break; } else store(1); store(2); break; default: } return i(x); }
            @Workflow static int go6(int x) { return List.of(3 / x).get(0) + switch (x) { case 1 -> /*!evaluation-order*/i(x); default -> 7; }; }
          }
          """);
}
