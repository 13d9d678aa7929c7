package dev.makespan.processor.source;

import java.util.List;

/** Programs whose annotated methods are declared in unusual places, or take unusual arguments. */
final class OddDeclarations {
  private OddDeclarations() {}

  static final List<String> PROGRAMS = List.of("""
          class Sums {
            @Task static int sum(int... xs) { return Arrays.stream(xs).sum(); }
            @Task static String join(String sep, Object... parts) { return parts == null ? "null" : parts.length + ":" + String.join(sep, Arrays.stream(parts).map(String::valueOf).toList()); }
            @Task static long total(long first, Long... rest) { long t = first; for (Long r : rest) t += r; return t; }
            @Task static Integer nil() { return null; }
            @Task static int fail(int x) { throw new IllegalStateException("x" + x); }
            @Task static Integer boxed(int x) { return x; }
            @Task static int[] array(int n) { return new int[] {n, n}; }
            @Task static String[] texts(int n) { return new String[] {"a", "b"}; }
            @MapTask static int scaled(int x, int... by) { int y = x; for (int b : by) y *= b; return y; }
            @Workflow static int flow(int... xs) { return sum(xs) + sum(); }
            @Dynamic static int dyn(int... xs) { var f = SumsFlow.current(); return f.sum(1, 2).join() + f.sum(xs).join() + f.flow(xs).join(); }
            @Workflow static int go1(int x) { return sum() + sum(x) + sum(x, 2) + sum(boxed(x), x, 'c', sum(1, x)); }
            @Workflow static int go2(int x) { int[] a = {x, x}; return sum(a) + sum(array(x)) + sum(new int[] {1, x}) + sum(new int[2]) + sum((a)); }
            @Workflow static int go3(int x) { return sum(null); }
            @Workflow static String go4(int x) { String[] s = {"q", "r"}; int[] n = {1}; return join("-", (Object[]) s) + join("-", (Object) s.length) + join("+") + join(",", n.length, x) + join(".", (Object[]) texts(x)) + join(";", (Object) null); }
            @Workflow static long go5(int x) { return total(x) + total(x, 5L) + total(boxed(x), (long) x, 7L); }
            @Workflow static int go6(int x) { return sum(nil(), fail(x)); }
            @Workflow static int go7(int x) { return sum(fail(x), nil()); }
            @Workflow static List<Integer> go8(List<Integer> l) { return Makespan.map(l, i -> sum(i)); }
            @Workflow static List<Integer> go9(List<Integer> l) { return Makespan.map(l, i -> sum(i, l.size(), sum(i, i))); }
            @Workflow static int go10(int x) { return flow(x, x) + dyn(x) + flow(); }
            @Workflow static List<Integer> go11(List<Integer> l) { return Makespan.map(l, i -> scaled(i, 2, l.size())); }
            @Workflow static int go13(int... xs) { return sum(xs); }
            @Workflow static String go14(int x) { int[] n = {1}; int[][] m = {n, {2, 3}}; String a = join("-", n); String b = join("/", (Object) m); String c = join("+", 1, n.length); return a.charAt(0) + ":" + b.charAt(0) + c; }
          }
          """, """
          class Inst { final int k = 3;
            @Task String inst(Object... all) { return all.length + "" + (all.length > 0 && all[0] == this); }
            @Workflow String go12(int x) { return inst() + inst(this) + inst(this, x) + inst(-x, k, x + k); } }
          """, """
          class Base { int n = 7;
            @Task int own(int x) { return n + x; }
            @Task static int stat(int x) { return x + 1; }
            @Workflow int goUp(int x) { int a = own(x); int b = stat(x); return a + b + hook(); }
            int hook() { return 1; }
            @SuppressWarnings("makespan:assigned-field") @Task void store(int x) { n += x - x; }
            @Dynamic int dyn(int x) { return BaseFlow.current(this).own(x).join(); } }
          """, """
          class Sub extends Base {
            @Override int own(int x) { return super.own(x) * 10; }
            @Override int hook() { return 5; }
            @Override int dyn(int x) { return BaseFlow.current(this).own(x + 1).join(); }
            @Workflow int go(int x) { int a = own(x); int b = stat(x); int c = Sub.stat(x); int e = this.own(a); return a + b + c + goUp(x) + e + new Base().own(x) + new Sub().own(x); }
            @Workflow int go2(int x) { store(x); int a = own(x); this.store(a); return own(x) + dyn(x); }
            @Workflow static int go3(int x) { Base b = new Sub(); return b.own(x) + stat(x) + b.goUp(x); }
            @Workflow List<Integer> go4(List<Integer> l) { return Makespan.map(l, this::own); }
            @Workflow List<Integer> go5(List<Integer> l) { return Makespan.map(l, Sub::stat); }
            @Workflow List<Integer> go6(List<Integer> l) { return Makespan.map(l, x -> own(x) + stat(x)); }
            @Dynamic int go7(int x) { return BaseFlow.current(this).own(x).join(); } }
          """, """
          class Low extends Sub { @Workflow int go(int x, int y) { return own(x) + own(y) + go(x); } }
          """, """
          record Rec(byte a, String s) {
            @Task int len(int x) { return s.length() + a + x; }
            @Task static int two(int x) { return 2 * x; }
            @Workflow int go(int x) { int y = len(x); int z = two(x); return y + z + a() + this.s().length(); }
            record In(Rec rec) { @Workflow int go(int x) { return rec().len(x) + two(x); } } }
          """, """
          enum Color { RED { @Override int v(int x) { return -1; } }, BLUE;
            @Task int v(int x) { return ordinal() + x; }
            @Workflow int go(int x) { return v(x) + BLUE.v(x) + name().length(); } }
          """);

  static final List<String> REFUSED = List.of("""
          class Above {
            @Task Number wide(int x) { return x; }
            @Workflow int flow(int x) { int a = same(x); int b = same(x); return a + b; }
            @Task int same(int x) { return x; }
            @Dynamic int dyn(int x) { return x; }
            static class Prices { @Task int price(int x) { return x; } @Task static int fixed(int x) { return x; } }
          }
          """, """
          class Below extends Above {
            @Override Integer wide(int x) { return 1; }
            Prices loose = new Prices(); static Prices shared; private final Prices hidden = loose; final Prices fine = loose;
            @Task static int sum(int... xs) { return 0; }
            @Task static String texts(Object... xs) { return ""; }
            static <T> T any(T x) { return x; }
            @Workflow int go(int x) { Number n = /*overriding-node*/wide(x); return 1; }
            @Workflow int go2(int x) { return /*mutable-receiver*/loose.price(x) + this/*mutable-receiver*/.loose.price(x); }
            @Workflow int go3(int x) { return /*mutable-receiver*/shared.price(x) + Below/*mutable-receiver*/.shared.price(x) + /*private-member*/hidden.price(x); }
            @Workflow int go4(int x) { return fine.price(x) + Prices.fixed(x) + new Below().fine.price(x) + new Below()/*mutable-receiver*/.loose.price(x); }
            @Workflow List<Integer> go5(List<Integer> l) { return Makespan.map(l, /*mutable-receiver*/loose::price); }
            @Workflow List<Integer> go6(List<int[]> l) { return Makespan.map(l, /*varargs-call*/Below::sum); }
            @Workflow int go7(int x) { return sum(/*varargs-call*/any(new int[] {x})); }
            @Workflow String go8(int x) { return texts(x > 1 /*varargs-call*/? "a" : null); }
          }
          """, """
          class Generic {
            @Task static int /*varargs-node*/lists(List<String>... xs) { return 0; }
            @MapTask static int /*varargs-node*/map(int... xs) { return 0; }
            @Task static int fine(List<?>... xs) { return 0; }
            @Task static int two(int x, int... xs) { return 0; }
            @Task static int three(int x, int y, int... xs) { return 0; }
            @Task static int three(int x) { return 0; }
            @Workflow static int go(int x) { return three(x) + three(x, x) + three(x, x, x, x) + fine(); }
          }
          """);
}
