package dev.makespan.processor.source;

import java.util.List;

/** Programs that are refused. The code of each problem stands directly before its place. */
final class OddRefusals {
  private OddRefusals() {}

  static final List<String> PROGRAMS =
      List.of("""
          class LeftOperand {
            @Task static int t(int x) { return x; }
            @Workflow static int unboxed(Integer n) { return Math.abs(-n) * /*evaluation-order*/t(13); }
            @Workflow static boolean compared(Integer n) { return n == /*evaluation-order*/t(13); }
            @Workflow static String text(StringBuilder n) { return "a" + n + t(13); }
            @Workflow static String harmless(int n, String s, Integer i, Thread.State e) { return "a" + n + s + i + e + t(13); }
            enum Quiet { A; String text() { return "a"; } static String toString(int x) { return "a"; } } enum Loud { A; @Override public String toString() { return "a"; } } enum Bodies { A { @Override public String toString() { return "a"; } } }
            @Workflow static String constant(Quiet e) { return "a" + e + t(13); }
            @Workflow static String constant1(Loud e) { return "a" + e + t(13); }
            @Workflow static String constant2(Bodies e) { return "a" + e + t(13); }
            @Workflow static boolean boxes(Integer n, Object o) { return n == b(13) && o == null; }
          static int ii(int a, int b) { return a; } static int mixed(Integer a, int b) { return a; } static int mixed(String a, int b) { return 1; } static int many(int... a) { return 1; } static int overloaded(int a, int b) { return 1; } static int overloaded(Object a, int b) { return 1; } record Pair(int a, int b) {} record Boxes(Integer a, int b) {}
            @Task static Integer b(int x) { return x; }
            @Workflow static int argument(Integer n) { return ii(n, t(13)); }
            @Workflow static int argument1(Integer n) { return mixed(n, t(13)); }
            @Workflow static int argument2(Integer n) { return many(1, n, t(13)); }
            @Workflow static int argument3(Integer n) { return overloaded(n, /*evaluation-order*/t(13)); }
            @Workflow static int argument4(int n) { return ii(n, t(13)) + many(n, 1); }
            @Workflow static Pair creation(Integer n) { return new Pair(n, t(13)); }
            @Workflow static Boxes creation1(Integer n) { return new Boxes(n, t(13)); }
            @Workflow static int[] array(Integer n) { return new int[] {n, /*evaluation-order*/t(13)}; }
            @Workflow static int[][] array1(Integer n) { int[][] a = {{1}, {n, /*evaluation-order*/t(13)}}; return a; }
            @Workflow static Integer[] array2(Integer n) { Integer[] a = {n, t(13)}; return a; }
            @Workflow static int[][] array3(Integer n) { return new int[n][/*evaluation-order*/t(13)]; }
            @Workflow static Object[] array4(int n) { return new Object[] {new int[n], /*evaluation-order*/t(13)}; }
            @Workflow static int[][] array5(int n) { return new int[n][t(13)]; }
            @Workflow static int branch(Boolean n) { return (n ? 1 : 2) + /*evaluation-order*/t(13); }
            @Workflow static int branch1(boolean b, Integer n) { return (b ? n : 2) + /*evaluation-order*/t(13); }
            @Workflow static String branch2(boolean b, Integer n, Long m) { return "" + (b ? n : m) + t(13); }
            @Workflow static int branch3(boolean b, Integer n) { return (b ? n : null) + /*evaluation-order*/t(13); }
            @Workflow static Boxes branch4(boolean b, Integer n) { return new Boxes(b ? n : null, t(13)); }
            @Workflow static long branch5(boolean b, int n) { return (b ? n : 2L) + t(13); }
            @Workflow static String branch6(boolean b, Integer n, String s) { return (b ? s : "") + t(13); }
            static int object(Object a, int b) { return b; }
            @Workflow static int branch7(boolean b, Integer n) { return object(b ? n : "x", t(13)); }
            @Workflow static boolean known(Class<?> c, Integer n) { return c == String.class == (n == null) | t(13) > 0; }
          }
          """, """
          class Before { static int count; static final int[] KEPT = {1}; static final int K = 2; int own = 1; final int kept = 2; Before next = null; static class Late { static final Object VALUE = new Object(); static final int CONST = 1; } enum Color { RED } interface Has { Object IT = new Object(); }
            @Task static int t(int x) { return x; }
            @Workflow static String cast(Object o) { return (String) o + t(13); }
            @Workflow static long cast1(int n) { return (long) n + t(13); }
            @Workflow static int field(int n) { return count + t(13); }
            @Workflow static int field1(int n) { return Before.count + t(13); }
            @Workflow static boolean field2(int n) { return KEPT == null | K == Before.K | t(13) > 0; }
            @Workflow int field3(int n) { return own + t(13); }
            @Workflow int field4(int n) { return this.own + t(13); }
            @Workflow int field5(int n) { return kept + this.kept + t(13); }
            @Workflow static int field6(Before o) { return o.kept + t(13); }
            @Workflow int field7(int n) { return this.next.kept + t(13); }
            @Workflow static boolean initialiser(int n) { return Late.VALUE == null | t(13) > 0; }
            @Workflow static boolean initialiser1(int n) { return Late.CONST == n | java.io.File.separator == null | t(13) > 0; }
            @Workflow static String initialiser2(int n) { return "" + Color.RED + t(13); }
            @Workflow static boolean initialiser3(int n) { return Has.IT == null | t(13) > 0; }
          }
          class Below extends Before implements Before.Has {
            @Task static int u(int x) { return x; }
            @Workflow static boolean ofInterface(int n) { return IT == null | u(13) > 0; }
            @Workflow static boolean inherited(int n) { return KEPT == null | u(13) > 0; }
          }
          """, """
          class PrivField { private int f = 1; static PrivField make() { return new PrivField(); }
            @Task static int one(int x) { return x; }
            @Workflow static int go(int x) { return one(x) + Optional.of(make()).get()/*private-member*/.f; }
            @Workflow static int go1(int x) { return one(x) + make()/*private-member*/.f; }
            @Workflow static int go2(List<PrivField> l) { return l.stream().mapToInt(p -> p/*private-member*/.f).sum(); }
          }
          """, """
          class PrivMethod { private int f() { return 1; } private static int f2(int x) { return x; } static int f2(long x) { return -1; }
            @Task static int one(int x) { return x; }
            @Workflow static int go(int x) { return one(x) + Optional.of(new PrivMethod()).get()/*private-member*/.f(); }
            @Workflow static int go1(int x) { return one(x) + /*private-member*/f2(1); }
            @Workflow static int go2(int x) { return one(x) + PrivMethod/*private-member*/.f2(1); }
            @Workflow static ToIntFunction<PrivMethod> go3(int x) { ToIntFunction<PrivMethod> g = /*private-member*/PrivMethod::f; return g; }
            @Workflow static IntSupplier go4(int x) { IntSupplier g = /*private-member*/new PrivMethod()::f; return g; }
            @Workflow static IntSupplier go5(int x) { IntSupplier g = /*private-member*/Optional.of(new PrivMethod()).get()::f; return g; }
          }
          """, """
          class PrivType { private record P(int a) { int b() { return a; } } static P p() { return new P(1); } static List<P> ps() { return List.of(p()); } static int use(P p) { return p.a; } static int use2(Function<P, Integer> f) { return f.apply(p()); }
            private enum E { A } static E e() { return E.A; } static P field = p();
            @Task static int one(int x) { return x; }
            @Workflow static int go(int x) { return one(x) + /*private-type*/p().a(); }
            @Workflow static int go1(int x) { return one(x) + /*private-type*/ps().get(0).b(); }
            @Workflow static int go2(int x) { return one(x) + Optional.of(/*private-type*/p()).get().toString().length(); }
            @Workflow static int go3(int x) { return one(x) + /*private-type*/use(null); }
            @Workflow static int go4(int x) { return one(x) + /*private-type*/use2(q -> q.a()); }
            @Workflow static boolean go5(int x) { return /*private-type*/e() == null; }
            @Workflow static int go6(int x) { return one(x) + new /*private-member*/P(x).a(); }
            @Workflow static int go7(Object o) { return o instanceof /*private-member*/P p ? 1 : 0; }
            @Workflow static int go8(Object o) { return ((/*private-member*/P) o).a(); }
            @Workflow static int go9(Object o) { return PrivType/*private-member*/.P.class.hashCode(); }
            @Workflow static int go10(Object o) { Object f = /*private-type*/field; return 1; }
            @Workflow static int go11(Object o) { var v = /*private-type*/p(); return v.a(); }
            @Workflow static int go12(Object o) { Supplier<Object> s = /*private-type*/PrivType::p; return 1; }
          }
          """, """
          class PrivCtor { PrivCtor(long x) { } private PrivCtor(int x) { }
            static class Nest { private Nest() { } private int k() { return 1; } private static final int Z = 3; } private interface I { int Y = 2; } interface J { private int h() { return 1; } static J j() { return new J() { }; } }
            enum E { A; private int v = 1; private int w() { return v; } }
            @Task static int one(int x) { return x; }
            @Workflow static int go(int x) { return one(x) + /*private-member*/new PrivCtor(1).hashCode(); }
            @Workflow static int go1(int x) { return one(x) + /*private-member*/new Nest().hashCode(); }
            @Workflow static int go2(Nest n) { return n/*private-member*/.k(); }
            @Workflow static int go3(Nest n) { return Nest/*private-member*/.Z; }
            @Workflow static int go4(Nest n) { return /*private-member*/I.Y; }
            @Workflow static int go5(Nest n) { return J.j()/*private-member*/.h(); }
            @Workflow static int go6(Nest n) { return E.A/*private-member*/.v + 1; }
            @Workflow static int go7(Nest n) { return E.valueOf("A")/*private-member*/.w() + 1; }
            @Workflow static int go8(Nest n) { Supplier<Nest> s = /*private-member*/Nest::new; return 1; }
            @Workflow static int go9(Nest n) { return List.of(E.values()).get(0)/*private-member*/.w(); }
          }
          """, """
          package odd.lib;
          public class Lib { protected int prot = 1; protected static int sprot() { return 1; } protected int iprot() { return 2; } public int pub() { return 3; } protected
            static class PT { public PT() { } public int z() { return 1; } } public static PT pt() { return new PT(); } int pkg() { return 1; } @Deprecated public static int old() { return 1; } @Deprecated public static final int OLD = 2;
            @Task public static int libTask(int x) { return x * 3; }
            @Task public int inst(int x) { return x + prot; } public static final class Dep { @Deprecated public Dep() { } @Deprecated public int x() { return 1; } } }
          """, """
          class Sub extends odd.lib.Lib {
            @Task static int one(int x) { return x; }
            @Workflow int go(int x) { return one(x) + /*private-member*/prot; }
            @Workflow int go1(int x) { return one(x) + this/*private-member*/.iprot(); }
            @Workflow int go2(int x) { return one(x) + /*private-member*/sprot(); }
            @Workflow int go3(int x) { return one(x) + Optional.of(this).get()/*private-member*/.iprot(); }
            @Workflow int go4(int x) { return one(x) + /*private-type*/pt().hashCode(); }
            @Workflow int go5(int x) { return one(x) + new /*private-member*/PT().hashCode(); }
            @Workflow int go6(int x) { int a = libTask(x); return a + inst(x); }
          }
          """, """
          class Order { @Task static int one(int x) { return x; } static int f() { return 1; }
            @Workflow static int go(int x) { return f() + one(x) + one(x) + one(one(x)); }
            @Workflow static int go1(int x) { return switch (x) { case 1 -> f(); default -> 2; } + /*evaluation-order*/one(x) + one(x); }
          }
          """, """
          class Changes { @Task static int one(int x) { return x; } static int f() { return 1; }
            @Workflow static boolean go(int x) { List<Integer> l = new ArrayList<>(); var m = new ArrayList<Integer>(); return l/*side-effect*/.add(one(x)) && m/*side-effect*/.add(2) && l.stream().anyMatch(y -> l/*side-effect*/.remove(y)); }
            @Workflow static int go1(Iterator<Integer> i) { int a = i
              /*side-effect*/.next(); return f() + one(a); } }
          """, """
          class GenNode<T> { @Task static int /*generic-class*/one(int x) { return x; } }
          """, """
          class Outer { class In { @Workflow int /*inner-class*/go(int x) { return x; } } }
          """);
}
