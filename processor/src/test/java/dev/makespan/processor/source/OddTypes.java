package dev.makespan.processor.source;

import java.util.List;

/** Programs whose types and conversions are easily lost. */
final class OddTypes {
  private OddTypes() {}

  static final List<String> PROGRAMS = List.of(
      """
          class Wild {
            @Task static List<? extends Number> nums(int n) { return List.of(n, n * 2.5); }
            @Task static double sum(List<? extends Number> l) { return l.stream().mapToDouble(Number::doubleValue).sum(); }
            @Task static void sink(List<? super Integer> l) { }
            @Task static Map<String, ? extends List<? super Integer>> deep(int n) { return Map.of("a", new ArrayList<Number>(List.of(n))); }
            @Workflow static double go(int n) {
              List<? extends Number> l = nums(n);
              Number first = l.get(0);
              sink(new ArrayList<Number>());
              return sum(l) + first.intValue();
            }
            @Workflow static Object go2(int n) {
              var m = deep(n);
              var inner = m.get("a");
              Object o = inner.get(0);
              return o;
            }
            @Workflow static List<? extends Number> go3(int n) { return nums(n); }
            @Workflow static List<Double> go4(List<Integer> l) { return Makespan.map(l, x -> sum(nums(x))); }
          }
          """,
      """
          record Inferred(int a) {
            @Task int twice() { return 2 * a; }
            @Task static int one(int x) { return x + 1; }
            @Workflow static List<Integer> go(List<Integer> l) { List<Inferred> all = l.stream().map(Inferred::new).toList(); return Makespan.map(new ArrayList<>(all), w -> w.twice()); }
            @Workflow static int go2(List<Integer> l) { var all = Optional.of(l.stream().map(Inferred::new).toList()); List<Integer> twice = Makespan.map(List.copyOf(all.get()), w -> one(w.twice()) + 1); return twice.size(); }
          }
          """,
      """
          class Capture {
            @Task static Class<?> type(Object o) { return o.getClass(); }
            @Task static String name(Class<?> c) { return c.getName(); }
            static <T> List<T> twice(List<T> l) { List<T> r = new ArrayList<>(l); r.addAll(l); return r; }
            @Task static List<?> any(int n) { return List.of(n, "x"); }
            @Workflow static String go(Object o) {
              Class<?> c = type(o);
              String s = name(o.getClass());
              String t = name(c); return s + c.getSimpleName() + t;
            }
            @Workflow static int go2(int n) {
              List<?> l = any(n);
              List<?> d = twice(l);
              return d.size() + twice(twice(l)).size();
            }
          }
          """,
      """
          class Inter {
            @Task static int one(int x) { return x + 1; }
            @Workflow static int go(int x) {
              Runnable r = (Runnable & java.io.Serializable) () -> { };
              int y = one(x);
              Comparator<String> c = (Comparator<String> & java.io.Serializable) (a, b) -> a.compareTo(b) + y;
              return c.compare("a", "a") + (r instanceof java.io.Serializable ? 1 : 0);
            }
          }
          """,
      """
          class NestedGen {
            static class Box<T> {
              final T value;
              Box(T v) { value = v; }
              static <T> Box<T> of(T v) { return new Box<>(v); }
              T get() { return value; }
              class In { T again() { return value; } }
              In in() { return new In(); }
              static class Deep<U> { U u; Deep(U u) { this.u = u; } }
            }
            @Task static Box<Integer> box(int x) { return new Box<>(x); }
            @Task static Box.Deep<String> deep(String s) { return new Box.Deep<>(s); }
            @Task static Box<Integer>.In in(Box<Integer> b) { return b.in(); }
            @Workflow static int go(int x) {
              Box<Integer> b = box(x);
              Box<Integer>.In in = in(b);
              Box.Deep<String> d = deep("q");
              NestedGen.Box.Deep<String> e = new NestedGen.Box.Deep<String>(d.u + "z");
              return b.get() + b.value + in.again() + d.u.length() + e.u.length() + Box.of(3).value;
            }
          }
          """,
      """
          class EnumInner {
            enum Color { RED, GREEN { @Override int weight() { return 7; } }; int weight() { return 1; } static final Color BEST = GREEN; }
            @Task static Color pick(int x) { return x > 1 ? Color.GREEN : Color.RED; }
            @Workflow static int go(int x) {
              Color c = pick(x);
              Color d = Color.BEST;
              int w = switch (c) { case RED -> 1; case GREEN -> d.weight(); };
              return w + c.ordinal() + Color.valueOf("RED").weight() + Color.values().length;
            }
          }
          """,
      """
          record Point(int x, int y) {
            @Task int sum() { return x + y; }
            @Task Point plus(Point o) { return new Point(x + o.x, y + o.y); }
            @Workflow int go(int x) { Point p = plus(new Point(x, y())); return p.sum() + sum() + x() + this.y() + p.x(); }
            @Workflow static int go2(Point p) { Point q = p.plus(p); return p.plus(q).sum() + q.x() + q.y(); }
          }
          """,
      """
          enum Planet {
            EARTH(3), MARS(4) { int extra() { return 10; } };
            final int n;
            Planet(int n) { this.n = n; }
            int extra() { return 1; }
            @Task int weight(int k) { return n * k + extra(); }
            @Workflow int go(int k) { int w = weight(k); return w + MARS.weight(k) + n + ordinal() + this.extra() + EARTH.n; }
            @Workflow static int go2(Planet p) { return p.weight(2) + switch (p) { case EARTH -> MARS.n; case MARS -> 0; }; }
          }
          """,
      """
          class GenOuter<T> {
            T t;
            static class Nest { static int k = 1;
            @Task static int one(int x) { return x + k; }
            @Workflow static int go(int x) { return one(one(x)) + new GenOuter<String>().hash() + k; } }
            int hash() { return 5; }
          }
          """,
      """
          class Arrs {
            @Task static List<String>[] lists(int n) { @SuppressWarnings({"unchecked", "rawtypes"}) List<String>[] r = new List[n]; r[0] = List.of("a"); return r; }
            @Task static int[][] grid(int n) { return new int[n][n + 1]; }
            static int sum(int... xs) { return Arrays.stream(xs).sum(); }
            static int objs(Object... xs) { return xs == null ? -1 : xs.length; }
            @Workflow static int go(int n) {
              List<String>[] l = lists(n);
              int[][] g = grid(n);
              int[] row = g[0].clone();
              int m[] = {1, 2}, k = 3;
              return l[0].get(0).length() + g[1].length + sum() + sum(1) + sum(1, n) + sum(row) + objs((Object[]) null) + objs((Object) row) + objs(1, "a", null) + m[1] + k;
            }
            @Workflow static int go2(int[] xs) { int n = sum(xs); int[] ys = xs; int[] c = ys.clone(); return n + ys[0] + c[1] + ys.length; }
          }
          """,
      """
          class Ternary {
            @Task static Integer boxed(int x) { return x; }
            @Task static int prim(int x) { return x; }
            @Workflow static Object go(int x) { Integer a = boxed(x); Object o = x > 2 ? a : 2.5; Object p = x > 2 ? 'a' : x; Object q = x > 2 ? 'a' : 0; return List.of(o, p, q); }
            @Workflow static Object go2(int x) { return x > 2 ? boxed2(x) : prim2(x); }
            @Workflow static long go3(int x) { Long l = x > 100 ? 1L : prim2(x); long m = l; return m + boxed(x); }
            static Integer boxed2(int x) { return x; }
            static long prim2(int x) { return x; }
          }
          """,
      """
          class Concat {
            @Task static char ch(int x) { return (char) ('a' + x); }
            @Task static String str(int x) { return null; }
            @Workflow static String go(int x) { char c = ch(x); return c + 1 + "s" + c + 1 + 'x' + 1L + 2.5f + null + str(x) + true; }
            @Workflow static int go2(int x) { return ch(x) + ch(1) + 'a'; }
            @Workflow static String go3(int x) { return "" + ch(x) + ch(1) + (char) (ch(x) + 1); }
          }
          """,
      """
          class Consts2 {
            @Task static byte b(byte x) { return x; }
            @Task static short sh(short s) { return s; }
            @Task static long lo(long x) { return x; }
            @Task static float fl(float x) { return x; }
            @Task static double du(double x) { return x; }
            @Task static char c(char x) { return x; }
            @Workflow static double go(int x) {
              byte y = 12; short z = 'a'; char w = 65; final int k = 7; byte kk = k; Byte bb = 3; Character cc = 66; Short ss = 'b';
              byte r = b(y); int i = b(kk); long l = lo(x); float f = fl(x); double d = du('a'); double e = lo(5); float g = lo(c('a'));
              return r + i + l + f + d + e + g + z + w + sh(z) + du(1) + du(1f) + fl('a') + lo(c(w)) + bb + cc + ss;
            }
            @Workflow static long go2(char x) { return c(x); }
            @Workflow static double go3(int x) { return x; }
            @Workflow static float go4(long x) { return lo(x); }
            @Workflow static Object go5(int x) { return lo(x); }
            @Workflow static Number go6(byte x) { return b(x); }
            @Workflow static int go7(int x) { final byte q = 10; int h = 0x7fff_ffff, o = 017, bin = 0b1010; double dd = 0x1p3, d2 = 1e-3, d3 = .5, d4 = 5.; return h + o + bin + (int) dd + (int) (d2 + d3 + d4) + b(q); }
          }
          """,
      """
          class FinalVar {
            @Task static int one(int x) { return x; }
            @Workflow static int go(final int x) { final var y = one(x); final var z = y + 1; final int w = z; var l = new ArrayList<Map<String, ? extends Number>>(); var s = l.size(); return w + s; }
          }
          """,
      """
          class Suppressed {
            @Task static Object obj(int x) { return List.of("a" + x); }
            @SuppressWarnings("unchecked")
            @Workflow static int go(int x) { List<String> l = (List<String>) obj(x); Object o = obj(x); List<String> m = (List<String>) o; return l.get(0).length() + m.size(); }
            @Workflow static int go2(int x) { Object o = obj(x); @SuppressWarnings("unchecked") List<String> l = (List<String>) o; return l.size(); }
            @Workflow static int go3(int x) { @SuppressWarnings({"unchecked", "rawtypes"}) List<String> l = (List) obj(x); return l.size(); }
          }
          """,
      """
          @SuppressWarnings({"unchecked", "rawtypes"})
          class SuppressedClass {
            @Task static List raw(int x) { return List.of("a" + x); }
            @Workflow static int go(int x) { List l = raw(x); List<String> m = (List<String>) l; List k = new ArrayList(m); return l.size() + m.size(); }
            static class Nest {
            @Workflow static int go(int x) { List l = raw(x); List<String> m = l; return m.size(); } }
          }
          """,
      """
          class Builders { @Task static String one(String x) { return x; }
            @Workflow static String go(int x) { return one(new StringBuilder().append("a").append(1).append('c').append(2.5).reverse().toString()) + new StringBuilder("abc").length() + new StringBuilder(x).capacity() + String.join(",", List.of("a")) + String.format("%d", x) + String.valueOf(x); }
            @Workflow static int go2(List<Integer> l) { return l.stream().filter(i -> i > 4).mapToInt(Integer::intValue).sum() + new ArrayList<>(l).size() + new HashMap<String, List<Integer>>().size() + Collections.<Integer>emptyList().size(); }
            @Workflow static Map<Integer, List<String>> go3(List<Integer> l) { return l.stream().map(i -> "n" + i).collect(Collectors.groupingBy(String::length, TreeMap::new, Collectors.toList())); } }
          """,
      """
          class Varied { static int sel(Object o) { return 1; } static int sel(int... x) { return 2; } static int sel(long x) { return 3; } static int sel(Integer x) { return 4; } static String str(String f, Object... a) { return String.format(f, a); }
            @Task static int one(int x) { return x; }
            @Task static short sh(int x) { return (short) x; }
            @Task static Integer box(int x) { return x; }
            @Task static char ch(int x) { return 'q'; }
            @Workflow static String go(int x) { int a = one(x); short b = sh(x); Integer c = box(x); return "" + sel(a) + sel(b) + sel(c) + sel('c') + sel(1, 2) + sel() + sel("s") + sel(1L) + str("%s %s", a, c) + str("none"); }
            @Workflow static String go2(int x) { int a = one(x); short b = sh(x); Integer c = box(x); char d = ch(x); return "" + sel(a) + sel2(b) + sel2(c) + sel2(d) + sel2(a); }
            @Workflow static String go4(int x) { return sel2(sh(x)); }
            @Workflow static String go5(int x) { return sel2(box(x)); }
            @Workflow static String go6(int x) { return "" + sel(ch(x)); } static String sel2(Object o) { return o.getClass().getName(); } static String sel2(int o) { return "int"; } static String sel2(short o) { return "short"; }
            @Workflow static Object go3(int x) { return List.of(one(x), (long) one(x), ch(x), box(x), sh(x)); } }
          """,
      """
          class Annot { @java.lang.annotation.Target({java.lang.annotation.ElementType.TYPE_USE, java.lang.annotation.ElementType.LOCAL_VARIABLE}) @interface Mine { int value() default 0; }
            @Task static int one(int x) { return x; }
            @Workflow static @Mine int go2(@Mine int x) { return one(x) + x; }
            @Workflow static int go(@Mine String t) { @Mine(3) int y = one(t.length()); final @Mine List<@Mine String> l = List.of("a"); @Mine String @Mine [] a = {"q"}; Object o = (@Mine String) a[0]; List<Integer> k = new ArrayList<@Mine Integer>(); return y + l.size() + a.length + o.hashCode() + k.size(); } }
          """,
      """
          class Boxes {
            @Task static int one(int x) { return x; }
            @Task static Integer box(int x) { return x > 2 ? x : null; }
            @Task static int fails(int x) { throw new IllegalStateException("late"); }
            @Workflow static int go0(int x) { Integer n = box(x); return n * one(1) + n; }
            @Workflow static int go1(int x) { Integer n = box(x); return n + fails(1); }
            @Workflow static boolean go2(int x) { Integer n = box(x); return n < one(1) || n == null; }
            @Workflow static List<Integer> go3(List<Integer> l) { return Makespan.map(l, e -> e * one(1)); }
            @Workflow static List<Integer> go4(List<Integer> l) { return l.stream().map(e -> e + one(1)).map(e -> box(e)).map(e -> e + one(2)).toList(); }
            static int sum(int a, long b) { return (int) (a + b); } static int more(int a, Integer b) { return a + (b == null ? 0 : b); }
            @Workflow static int go6(int x) { Integer n = box(x); return sum(n, fails(1)); }
            @Workflow static int go7(int x) { Integer n = box(x); return sum(box(3), box(4)) + more(box(5), n) + sum(n, one(2)); }
            @Workflow static long go5(int x) { Integer n = box(x); Long m = 3L; return n + (m - one(1)) * one(2); }
          }
          """);
}
