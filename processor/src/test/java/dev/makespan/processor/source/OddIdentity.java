package dev.makespan.processor.source;

import java.util.List;

/** Programs that tell boxes apart, and that say which {@code this} they mean. */
final class OddIdentity {
  private OddIdentity() {}

  static final List<String> PROGRAMS = List.of("""
          class Boxing {
            @Task static int t(int x) { return x + 1000; }
            @Workflow static boolean go(int x) { int a = t(x); Integer b = a; Integer c = a; return b == c; }
            @Workflow static boolean go1(int x) { int a = t(x); Object o = a; Object p = a; return o == p; }
            @Workflow static boolean go2(int x) { int y = x + 1000; Integer b = y; Number c = y; return t(x) > 0 && b == c; }
            @Workflow static boolean go3(int x) { int a = 1000 + x; Integer b = a; Integer c = b; Object o = c; return t(x) > 0 && b == o; }
            @Workflow static boolean go4(int x) { int x2 = t(x); long l = x2; Comparable<Long> b = l; Long c = l; return (Object) b == c; }
            @Workflow static boolean go5(int y) { int x = 1000 + y; Integer a = x; Integer b = x; Integer c = t(y); return a == b || c == a; }
          }
          """, """
          class Which {
            int k = 3;
            @Task int u(int x) { return x + k; }
            @Workflow int go(int x) { return Which.this.u(x) + Which.this.k; }
            @Workflow List<Integer> go1(List<Integer> l) { return Makespan.map(l, Which.this::u); }
            @Workflow List<Integer> go2(List<Integer> l) { return Makespan.map(l, e -> Which.this.u(e)); }
            @Workflow List<Integer> go3(List<Integer> l) { return Makespan.map(l, e -> Which.this.u(e) + (Which.this).k); }
            @Workflow int go4(int x) { return odd.Which.this.u(x); }
          }
          """, """
          class Sized {
            private int size() { return 1; } private int length; int own() { return size() + length; }
            @Task static int t(int x) { return x; }
            @Workflow static int go(List<Integer> l) { return t(1) + l.stream().map(e -> e + 1).toList().size(); }
            @Workflow static int go1(List<String> l) { Supplier<Integer> s = l.stream().map(e -> e + 1).toList()::size; return t(1) + s.get(); }
          }
          """);
}
