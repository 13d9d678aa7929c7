package dev.makespan.processor.source;

import java.util.List;

/** Programs whose text is easily garbled, or evaluated in another order. */
final class OddSyntax {
  private OddSyntax() {}

  static final List<String> PROGRAMS =
      List.of("""
          class Blocks {
            @Task static int len(String s) { return s.length(); }
            @Workflow static String go(int x) {
              String s = \"""
                  Hello \\
                  "World" // not a comment /* neither */
                    indented\\tTab\\s
                  quote: \\\""" and \\\\ and ""
                  \""";
              int n = len(\"""
                  abc\""");
              return s + n + \"""
                %d $L $T $$ #{x}
                \""".formatted(x) + "$S $N $1L $>";
            }
          }
          """, """
          class Chains {
            @Task static int one(int x) { return x; }
            @Workflow static String go(int x) {
              int n = one(x);
              var calls = new StringBuilder()
                  .append(n).append(n).append(n).append(n).append(n).append(n).append(n).append(n).append(n).append(n)
                  .append(n).append(n).append(n).append(n).append(n).append(n).append(n).append(n).append(n).append(n)
                  .append(n).append(n).append(n).append(n).append(n).append(n).append(n).append(n).append(n).append(n)
                  .toString();
              var maps = List.of(1, 2, 3).stream()
                  .map(e -> e + n).map(e -> e + n).map(e -> e + n).map(e -> e + n).map(e -> e + n)
                  .map(e -> e + n).map(e -> e + n).map(e -> e + n).map(e -> e + n).map(e -> e + n)
                  .map(e -> e + n).map(e -> e + n).map(e -> e + n).map(e -> e + n).map(e -> e + n)
                  .map(e -> e + n).map(e -> e + n).map(e -> e + n).map(e -> e + n).map(e -> e + n)
                  .map(e -> e + n).map(e -> e + n).map(e -> e + n).map(e -> e + n).map(e -> e + n)
                  .map(e -> e + n).map(e -> e + n).map(e -> e + n).map(e -> e + n).map(e -> e + n)
                  .toList();
              return calls + maps;
            }
          }
          """, """
          class Comments {
            @Task /* a */ static // b
            int /* c */ one /* d */ ( /* e */ int /* f */ x /* g */) { return x; }
            @Workflow static int go(int x) { // "quote
              int /* y */ y /* = 3 */ = /* before */ one /* mid */ ( /* arg */ x /* end */ ) /* after */ ; // '
              /* "x */ int z = y /* + 1 */ + /* "a */ 2 // + 3 "
                + one( // first
                    y) /**/ - - 1 - -/**/-1;
              return /* r */ z /* "*/ ;
            }
          }
          """, """
          class Minus {
            @Task static int one(int x) { return x; }
            @Workflow static int go(int x) { int y = one(-x); int z = -/*c*/-y + +/*d*/+x; int w = x - -one(-1); return z + - - 3 + w + ~-y; }
            @Workflow static long go2(int x) { return -2147483648 + one(-2147483648) + -9223372036854775808L; }
          }
          """, """
          class Refs {
            String s = "self";
            static int twice(int x) { return 2 * x; }
            int plus(int x) { return x + s.length(); }
            @Task static int one(int x) { return x; }
            @Workflow int go(int x) {
              IntUnaryOperator a = Refs::twice;
              IntUnaryOperator b = this::plus;
              Function<String, Integer> c = String::length;
              Supplier<ArrayList<String>> d = ArrayList::new;
              Function<Integer, int[]> e = int[]::new;
              Function<Integer, List<?>[]> e2 = List[]::new;
              Supplier<String> f = "lit"::toString;
              ToIntBiFunction<Refs, Integer> g = Refs::plus;
              Supplier<ArrayList<String>> h = ArrayList<String>::new;
              Function<String, StringBuilder> i = StringBuilder::new;
              Comparator<String> j = Comparator.<String, Integer>comparing(String::length).thenComparing(Function.identity());
              Supplier<String> k = new Refs()::toStr;
              int y = one(x);
              Supplier<Integer> l = Integer.valueOf(y)::intValue;
              return a.applyAsInt(1) + b.applyAsInt(2) + c.apply("abc") + d.get().size() + e.apply(3).length + f.get().length() + g.applyAsInt(this, 4) + h.get().size()
                  + i.apply("xyz").length() + j.compare("a", "b") + k.get().length() + l.get() + e2.apply(2).length;
            }
            String toStr() { return "r"; }
          }
          """, """
          class Switches {
            enum E { A, B }
            @Task static int one(int x) { return x; }
            @Workflow static String go(int x) {
              String s = switch (one(x)) { case 1, 2 -> "low"; case 3 -> { String t = "three"; yield t + x; } default -> throw new IllegalStateException("x" + x); };
              int n = switch (s) { case "three3": yield 1; default: yield 2; };
              E e = E.A;
              String u = switch (e) { case A: String v = "va"; yield v; case B: v = "vb"; yield v + v; };
              return s + n + u;
            }
            @Workflow static int go2(String s) { return one(1) + switch (s.length()) { case 3 -> { int i = 0; for (char c : s.toCharArray()) { i += c; } yield i; } default -> 0; }; }
          }
          """, """
          class Patterns {
            @Task static Object any(int x) { return x > 2 ? "text" + x : x; }
            @Workflow static int go(int x) {
              Object o = any(x);
              int n = o instanceof String s && s.length() > 2 ? s.length() : o instanceof Integer i ? i : -1;
              boolean b = !(o instanceof String t) || t.isEmpty();
              boolean c = o instanceof final String s && s.equals("text" + x);
              return n + (b ? 1 : 0) + (c ? 10 : 0);
            }
          }
          """, """
          class Lambdas {
            static int k = 3;
            @Task static int one(int x) { return x; }
            @Workflow static int go(int x) {
              int y = one(x);
              Function<Integer, Function<Integer, Integer>> f = a -> { int b = a + y; return c -> { int k = b * c; { int q = k; k += q; } return k + Lambdas.k + x; }; };
              BiFunction<Integer, Integer, Integer> g = (var p, final var q) -> { for (int i = 0; i < 3; i++) { if (i == 2) { return p + q + i; } } return k; };
              Supplier<Supplier<Integer>> h = () -> () -> { try { return Integer.parseInt("zz"); } catch (NumberFormatException e) { return e.getMessage().length(); } finally { k(); } };
              return f.apply(2).apply(3) + g.apply(1, 2) + h.get().get();
            }
            static void k() {}
          }
          """, """
          class Thrown { @SuppressWarnings("serial") static class Bad extends Exception { Bad(String m) { super(m); } }
            static int fail(int x) throws Bad { throw new Bad("x" + x); }
            @Task static int one(int x) { return x; }
            @Workflow static int go(int x) throws Exception { return one(x) + fail(x); }
            @Workflow static int go2(int x) { int y = one(x); return y / (y - y); }
            @Workflow static int go3(int x) { Integer n = one(x) > 100 ? 1 : null; return one(n); }
            @Workflow static int go4(int[] x) { return one(x[7]); }
            @Workflow static Object go5(Object x) { return (String) x; } }
          """, """
          class Void2 { static int n;
            @Task static void store(int x) { n += x; }
            @Task static int read(int x) { return n * 0 + x; }
            @Workflow static int go(int x) { store(1); int a = read(x); store(a); store(read(a)); return read(2); }
            @Workflow static void go2(int x) { store(x); store(read(x)); }
            @Workflow static void go3() { }
            @Workflow static int go4() { return 3; }
            @Workflow static Object go5() { return null; }
            @Workflow static void go6() { store(1); return; }
            @Workflow static int go7(int x) { return x; }
            @Workflow static Integer go8(int x) { return x; }
            @Workflow static int go9(Integer x) { return x; }
            @Workflow static long go10(char x) { return x; } }
          """, """
          class Receivers { final int k; Receivers(int k) { this.k = k; } Object any() { return this; } Receivers next() { return new Receivers(k + 1); } static Receivers[] all() { return new Receivers[] {new Receivers(9)}; } final List<Receivers> list = new ArrayList<>();
            @Task int one(int x) { return x * k; }
            @Workflow int go(int x) { return one(x) + this.one(x) + next().one(x) + new Receivers(4).one(x) + all()[0].one(x) + (this).next().next().one(1) + ((Receivers) any()).one(2); }
            @Workflow static int go2(List<Receivers> l, int x) { return new Receivers(x).one(x); }
            @Workflow List<Integer> go3(List<Integer> l) { return Makespan.map(l, this::one); }
            @Workflow static List<Integer> go4(List<Integer> l) { Receivers r = new Receivers(2); return Makespan.map(l, r::one); }
            @Workflow static List<Integer> go5(List<Integer> l) { return Makespan.map(l, new Receivers(7).next()::one); }
            @Workflow List<Integer> go6(List<Integer> l) { return Makespan.map(l, (Integer i) -> { int q = one(i); return q + one(q) + k; }); }
            @Workflow static List<List<Integer>> go7(List<Integer> l) { return Makespan.map(l, a -> Makespan.map(l, b -> two(a, b) + 1)); }
            @Task static int two(int a, int b) { return a * b; } }
          """, """
          class Nulls { final int k; Nulls(int k) { this.k = k; } static Nulls none() { return null; }
            @Task static int fail(int x) { throw new IllegalStateException("x"); }
            @Task static Integer nil(int x) { return null; }
            @Task static long two(long a, int b) { return a * b; }
            @Task static int one(int x) { return x; }
            @Task int own(int x) { return x * k; }
            @Task static Nulls lost(int x) { return null; }
            @Workflow static long go(int x) { Integer n = x > 100 ? 1 : null; return two(n, fail(x)); }
            @Workflow static long go1(int x) { return two(nil(x), fail(x)); }
            @Workflow static long go2(Integer x) { return two(x, one(x)) + two(one(x), x); }
            @Workflow static List<Integer> go3(int x) { Nulls q = none(); return Makespan.map(List.<Integer>of(), q::own); }
            @Workflow static List<Integer> go4(int x) { Nulls q = lost(x); return Makespan.map(Collections.nCopies(x - 3, fail(x)), q::own); }
            @Workflow static List<Integer> go5(int x) { return Makespan.map(new ArrayList<Integer>(), lost(x)::own); }
            @Workflow static List<Integer> go6(int x) { return Makespan.map(new ArrayList<Integer>(), none()::own); }
            @Workflow static List<Integer> go7(int x) { Nulls q = none(); return Makespan.map(new ArrayList<Integer>(), y -> q.own(y)); }
            @Workflow static List<Integer> go8(List<Integer> l) { Nulls q = new Nulls(4); return Makespan.map(l, ((q))::own); } }
          """, """
          class ParenS { @Task static int one(int x) { return x; } @Task static String s(String x) { return x; }
            @Workflow static int go(int x) { int y = ((one(((x))))); return (((y))) + (one((y))) * (2 + (one(1))); }
            @Workflow static int go2(int x) { return (x); }
            @Workflow static int go3(int x) { return ((one(x))); }
            @Workflow static String go4(String x) { return s(x) == null ? "a" : (x); } }
          """, """
          class Tabs {
          \t@Task\tstatic\tint\tone(int\tx)\t{\treturn\tx;\t}
          \t@Workflow\tstatic\tint\tgo(int\tx)\t{\tint\ty\t=\tone(x)\t;\treturn\ty\t+\tone(\ty\t)\t+\t"\ttab".length()\t;\t}
          }
          """, """
          class Crlf {\r
            @Task static int one(int x) { return x; }\r
            @Workflow static String go(int x) {\r
              int y = one(x) // c\r
                + 1;\r
              String s = \"""\r
                a\r
                  b \\\r
                c\r
                \""" + y;\r
              return s +\r
                one(y);\r
            }\r
          }\r
          """);
}
