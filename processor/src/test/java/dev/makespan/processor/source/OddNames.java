package dev.makespan.processor.source;

import java.util.List;

/** Programs whose names are easily mistaken. */
final class OddNames {
  private OddNames() {}

  static final List<String> PROGRAMS = List.of(
      """
          class Hides { static int K = 3; static int f(int x) { return x; } static class In { static int z() { return 4; } }
            @Task static int one(int x) { return x; }
            @Workflow static int go(int odd) { int Hides = one(odd); return Hides + one(odd); }
            @Workflow static int go1(int x) { int Hides = one(x); return f(Hides) + K; }
            @Workflow static int go2(int x) { int In = one(x); int Hides = 1; return In + f(x) + Hides; }
            @Workflow static int go3(int x) { int List = one(x); return List + f(List) + new ArrayList<Integer>().size() + Collections.emptyList().size(); }
            @Workflow static int go4(List<Integer> l) { List<Integer> Hides = Makespan.map(l, Body -> one(Body) + f(Body)); return f(Hides.size()); }
            @Workflow static int go5(int HidesFlow) { int OtherHidesFlow = OtherHides.two(HidesFlow); return OtherHidesFlow + OtherHides.two(OtherHidesFlow); }
            @Workflow static int go6(int x) { IntUnaryOperator g = Hides -> f(Hides); return g.applyAsInt(one(x)); }
          }
          """,
      """
          class OtherHides { @Task static int two(int a) { return 2 * a; } @Workflow static int go(int OtherHides) { return two(OtherHides); } }
          """,
      """
          package odd.imp;
          import static odd.imp.Statics.Inner.*;
          import static odd.imp.Statics.Inner.K.A;
          import odd.imp.Statics.Inner.Deeper;
          public class Importing {
            @Task static int one(int x) { return x; }
            @Workflow static int go(int x) {
              Deeper d = new Deeper(one(x));
              return CONST + help(x) + A.ordinal() + d.v() + K.B.ordinal();
            }
          }
          """,
      """
          package odd.imp;
          public class Statics {
            public static class Inner {
              public static final int CONST = 4;
              public static int help(int x) { return x * 2; }
              public enum K { A, B }
              public record Deeper(int v) {}
            }
          }
          """,
      """
          interface HasConst { int LIMIT = 12; interface Mark {} static int stat(int x) { return x; } default int dflt(int x) { return x + LIMIT; } }
          """,
      """
          class Consts implements HasConst {
            static final String LIMIT2 = "q" + LIMIT;
            @Task static int one(int x) { return x; }
            @Workflow static String go(int x) { int y = one(LIMIT); return LIMIT2 + LIMIT + y + HasConst.stat(y); }
            @Workflow int go2(int x) { int y = one(x); return dflt(y) + this.dflt(1); }
          }
          """,
      """
          class Shadow {
            static int x = 100; static int y = 200; static String Integer = "int"; static int odd = 9;
            static int shadow(int x) { return x + Shadow.x; }
            @Task static int one(int y) { return y + 1; }
            @Workflow static int go(int x) {
              int y = one(x);
              IntFunction<Integer> f = z -> { int odd = z + x; return odd + y; };
              return f.apply(1) + Shadow.x + shadow(y) + odd + Integer.length();
            }
            @Workflow static int go2(int one) { int go2 = one(one); return go2 + one(go2) + y; }
          }
          """,
      """
          class Übung {
            static final int größe = 5; static final int 名前 = 7;
            @Task static int zähle(int ä) { return ä + größe; }
            @Workflow static int go(int ñ) { int été = zähle(ñ); int \\u0061b = zähle(été); return été + ab + 名前 + größe; }
            @Workflow static String go2(int x) { String s = "\\u00e9\\u0022 + \\u0022" + 'x' + '\\u0041' + "\\t\\\\u0041 \\101\\7"; return s + zähle(x); }
          }
          """,
      """
          package NONE;
          class NoPackage {
            static final int K = 2;
            @Task static int one(int x) { return x; }
            static class Nest {
            @Task static int two(int x) { return x + K; }
            @Workflow static int go(int x) { return two(one(x)) + K; } static Other o() { return new Other(); } }
            @Workflow static int go(int x) { return Nest.two(one(x)) + Nest.o().v + new Other().v; }
            static class Other { int v = 4; }
          }
          """,
      """
          class LocalType {
            @Task static int one(int x) { return x; }
            @Workflow static int go(int LocalType) { int String = one(LocalType); int List = String + 1; int Integer = List + java.lang.Integer.MAX_VALUE; Object Object = "q"; return String + List + Integer + Object.hashCode(); }
            @Workflow static int go2(int Math) { return Math + LocalType.one(Math) + java.lang.Math.abs(-3); }
            @Workflow static String go3(String String) { String s = String; return s + String.length(); }
          }
          """,
      """
          package jl;
          class Integer { int v = 1; static int MAX_VALUE = 3; }
          """,
      """
          package jl;
          class Throwable { static int t = 4; }
          """,
      """
          package jl;
          class Override { }
          """,
      """
          package jl;
          class String { int n; String(int n) { this.n = n; } int length() { return n; } static String of(int n) { return new String(n); } }
          """,
      """
          package jl;
          class Object { static int o() { return 2; } }
          """,
      """
          package jl;
          class Jl {
            @Task static int one(int x) { return x + Integer.MAX_VALUE; }
            @Task static String str(int n) { return String.of(n); }
            @Task static java.lang.Integer boxed(int n) { return n; }
            @Task static java.lang.String real(int n) { return "r" + n; }
            @Workflow static int go(int x) {
              String s = str(one(x));
              java.lang.Integer b = boxed(x);
              var t = real(x);
              var u = s.length() + Throwable.t + Object.o() + t.length();
              long l = one(x);
              return s.length() + b + new String(3).n + Integer.MAX_VALUE + u + (int) l + "abc".length() + "a".concat(t).length();
            }
            @Workflow static java.util.List<java.lang.Integer> go2(List<java.lang.Integer> l) { return Makespan.map(l, x -> one(x) + Integer.MAX_VALUE); }
          }
          """,
      """
          package twin.a;
          public class Same { public
            static class K { public int v() { return 1; } }
            @Task public static int one(int x) { return x + 1; }
            @Workflow public static int go(int x) { return one(x); } }
          """,
      """
          package twin.b;
          public class Same {
            @Task static int one(int x) { return twin.a.Same.one(x) * 10; }
            @Workflow static int go(int x) { return one(x) + twin.a.Same.one(x) + twin.a.Same.go(x) + new twin.a.Same.K().v(); } }
          """,
      """
          class Static { static final List<Integer> LOG = new ArrayList<>(); static int n; static { n = 41; LOG.add(n); } { n++; } static int at(int i) { return LOG.get(i); }
            @Task static int one(int x) { return x + n; }
            @Workflow static int go(int x) { return one(x) + at(0) + LOG.get(0) + Static.LOG.size(); } }
          """,
      """
          class Inst { final int k = 5; final String name = "q\\"\\n\\u00e9"; final char c = 'x'; final long big = -7L; final byte bb = 3; int v = 2;
            @Task int one(int x) { return x + v; }
            @Workflow int go(int x) { byte b = k; byte b2 = bb; Byte b3 = k; int y = one(x); int z = switch (y) { case k -> 1; default -> 2; }; return b + b2 + b3 + z + k + v + this.v + this.k + name.length() + c; }
            @Workflow long go2(Inst this, int x) { return big + one(k) + one(bb) + Inst.this.v + (int) -big; }
            @Workflow String go3() { return name + k + c + big; } }
          """,
      """
          class LocalConst { static final int F = 3;
            @Task static int one(int x) { return x; }
            @Workflow static int go(int x) { final int k = 7; final int m = -k + F; final String s = "a"; final long l = 3; final char c = 65; byte b = k; byte b2 = m; Character d = c;
              boolean same = (s + "b") == "ab"; int z = switch (one(x)) { case k -> 1; case F -> 2; default -> 3; }; Object o = x > 1 ? 'a' : k; var q = x > 1 ? 'a' : k;
              return one(k) + one(m) + k + b + b2 + d + (same ? 1 : 0) + z + (o instanceof Character ? 100 : 0) + (int) l + q; }
            @Workflow static List<Integer> go2(List<Integer> l) { final int k = 2; return Makespan.map(l, x -> one(x) + k); }
            @Workflow static int go3(int x) { final var k = 7; byte b = k; final int n = x; final Integer boxed = 3; return one(n) + b + n + boxed; } }
          """,
      """
          class Hidden { static int f = 1;
            static class Base { int f = 10; static int g() { return 5; } int h() { return 6; } } static int g() { return 7; } static int h() { return 8; }
            static class Derived extends Base {
            @Task int one(int x) { return x + f; }
            @Workflow int go(int x) { return one(x) + f + g() + h() + this.f + Hidden.f + Hidden.g() + super2(); } int super2() { return super.f; } } }
          """,
      """
          package odd.dep;
          public class Dep { @Deprecated static int old(int x) { return x; } @Deprecated static final int OLD = 3; @Deprecated
            static class Gone { int v = 2; }
            @Task static int one(int x) { return x; } @Deprecated
            @Task static int oldTask(int x) { return x + 1; }
            @Workflow static int go(int x) { return oldTask(x) + one(x) + old(x) + OLD + new Gone().v; }
            @Deprecated(forRemoval = true)
            @Workflow static int go2(int x) { return oldTask(old(x)); } }
          """,
      """
          package odd.util;
          public class Kw {
            @Task static int one(int x) { return x; } static int record(int x) { return x + 1; } static int sealed = 3;
            @Workflow static int go(int record) { int var = one(record); int yield = var + record; int sealed = yield; int permits = sealed; int when = 1; int with = 2; int module = 3; int open = 4; int $ = 5; int _a = 6; return permits + record(when) + Kw.sealed + with + module + open + $ + _a; } }
          """);
}
