package dev.makespan.processor.source;

import java.util.List;

/** Programs whose flows have constants with the names of classes. */
final class OddHidden {
  private OddHidden() {}

  static final List<String> PROGRAMS = List.of("""
          class Ids {
            @Task static String uuid(String s) { return s + 1; }
            @Task static int d(int x) { return x; }
            @Task static int nodes(int x) { return x; }
            @Workflow static String go(String s) { String u = uuid(s); return u + UUID.nameUUIDFromBytes(s.getBytes()); }
            @Workflow static int go1(int x) { int y = d(x); Object o = new D(); return D.help(y) + new D().v + D.K + D.In.k(x) + ((D) o).v; }
            @Workflow static List<Integer> go2(List<Integer> l) { List<Integer> m = Makespan.map(l, x -> d(x) + D.help(x)); Function<Integer, Integer> f = D::help; return m.stream().map(f).map(D::help).toList(); }
            @Workflow static int go3(int x) { D[] a = {new D()}; return d(x) + NODES.one(nodes(x)) + a.length; }
          }
          """, """
          class D { static int K = 3; int v = 2; static int help(int x) { return x + 1; } static class In { static int k(int x) { return x; } } }
          """, """
          class NODES { @Task static int one(int x) { return x; } @Workflow static int go(int x) { return one(x) + one(1); } }
          """, """
          class DB { static int v(int x) { return x; } static class Conn { @Task static int db(int x) { return x; } @Task static int db(int x, int y) { return x; } @Task static int conn(int x) { return x; } @Workflow static int go(int x) { return db(x) + conn(x) + db(x, 1) + DB.v(x); }
            @Workflow static int go1(int x) { return DB.Conn.db(x) + v(x); } } }
          """, """
          class UsesDb { @Workflow static int go(int x) { return DB.Conn.db(x) + DB.Conn.conn(x); } }
          """, """
          package NONE;
          class URL { static int v(int x) { return x; } static class In { @Task static int url(int x) { return x; } @Workflow static int go(int x) { return url(x) + URL.v(x); } } }
          """, """
          package NONE;
          class Q { int v = 1; static class R { int v = 2; } }
          """, """
          package NONE;
          class OfQ { @Task static int q(int x) { return x; } @Workflow static int go(int x) { Q a = new Q(); Object o = a; return q(x) + ((Q) o).v + new Q().v + new Q.R().v + Q.class.getName().length() + new Q[] {a}.length; } }
          """, """
          class L { @Task static int l(int x) { return x; } @Workflow static int go(int x) { return l(x) + help(x); } static int help(int x) { return x; } }
          """);

  static final List<String> REFUSED = List.of("""
          class Blocking {
            @Task static int inc(int x) { return x + 1; }
            static int next(int x) { return x + 1; }
            @Workflow static int go(int odd) { return inc(next(/*!hidden-class*/odd)); }
            @Workflow static int go1(int x) { return inc(next(x)); }
          }
          """, """
          package NONE;
          class Q { static int K = 1; static int help(int x) { return x; } static class R { static int help(int x) { return x; } } }
          """, """
          package NONE;
          class OfQ {
            @Task static int q(int x) { return x; }
            @Workflow static int go(int x) { int y = 1 /*hidden-class*/+ Q.help(x); return q(y); }
            @Workflow static int go1(int x) { return Q/*hidden-class*/.K; }
            @Workflow static List<Integer> go2(List<Integer> l) { return Makespan.map(l, x -> q(x) /*hidden-class*/+ Q.R.help(x)); }
            @Workflow static int go3(int x) { Function<Integer, Integer> f = /*hidden-class*/Q::help; return f.apply(x); }
          }
          """);
}
