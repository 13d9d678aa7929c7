package dev.makespan.processor.source;

import java.util.List;

/** Tries, loops and switches in each other, as users write them. */
final class OddTries {
  private OddTries() {}

  static final List<String> LEGAL = List.of("""
          class Tried {
            @Task static int t(int x) { if (x > 2) throw new IllegalStateException("" + x); return 10 * x; }
            @Task static int io(int x) throws java.io.IOException { if (x % 2 == 1) throw new java.io.IOException("" + x); return x; }
            @Task static boolean odd(int x) { return x % 2 == 1; }
            @Task static void v(int x) { if (x == 4) throw new UnsupportedOperationException("" + x); }
            @Task static int sum(List<Integer> xs) { return xs.stream().mapToInt(x -> x).sum(); }
            @Workflow static List<Integer> goAdd(List<Integer> xs) { List<Integer> out = new ArrayList<>(); for (int x : xs) try { out.add(t(x)); } catch (IllegalStateException e) { out.add(-x); } return out; }
            @Workflow static List<Integer> goAdd1(List<Integer> xs) { List<Integer> out = new ArrayList<>(); for (int x : xs) { try { out.add(t(x)); } catch (IllegalStateException e) { } out.add(x); } return out; }
            @Workflow static List<Integer> goAdd2(List<Integer> xs) { List<Integer> out = new ArrayList<>(); for (int x : xs) { try { int y = io(x); out.add(y + t(y)); } catch (java.io.IOException e) { v(x); } catch (RuntimeException e) { continue; } } return out; }
            @Workflow static List<Integer> goAdd3(List<Integer> xs) { List<Integer> out = new ArrayList<>(); for (int x : xs) { try { out.add(x); } finally { t(x); } } return out; }
            @Workflow static List<Integer> goAdd4(List<Integer> xs) throws java.io.IOException { List<Integer> out = new ArrayList<>(); for (int x : xs) { try { out.add(io(x)); out.add(x); for (int y = 0; y < x; y++) out.add(t(y)); } finally { v(x); } } return out; }
            @Workflow static List<Integer> goAdd5(int x) { List<Integer> out = new ArrayList<>(); out.add(1); try { out.add(io(x)); } catch (java.io.IOException e) { throw new IllegalStateException(e); } out.add(2); return out; }
            @Workflow static List<Integer> goAdd6(List<Integer> xs) { List<Integer> out = new ArrayList<>(); try { for (int x : xs) v(x); out.add(sum(xs)); } catch (UnsupportedOperationException e) { for (int x : xs) { if (odd(x)) continue; out.add(x); } } finally { v(sum(xs)); } return out; }
            @Workflow static List<Integer> goAdd7(int x) { List<Integer> out = new ArrayList<>(); try { try { out.add(t(x)); } catch (IllegalArgumentException e) { out.add(1); } finally { t(x + 1); } } finally { t(x + 2); } out.add(x); return out; }
            @Workflow static Object goSet(List<Integer> xs) { Set<Integer> out = new LinkedHashSet<>(); for (int x : xs) { if (x == 0) continue; try { out.add(t(x)); } catch (IllegalStateException e) { if (odd(x)) out.add(0); else { out.add(-1); continue; } } } return out; }
            @Workflow static Object goMap(List<Integer> xs) { Map<Integer, String> out = new HashMap<>(); for (int x : xs) { try { out.put(x, "got " + io(x)); } catch (java.io.IOException e) { out.put(-x, e.getMessage()); } } return out; }
            @Workflow static List<Long> goWide(List<Integer> xs) { List<Long> out = new ArrayList<>(); for (long x : xs) { try { long y = t((int) x); out.add(y); } catch (IllegalStateException e) { out.add(x); } } return out; }
            @Workflow static List<Integer> goSwitch(List<Integer> xs) { List<Integer> out = new ArrayList<>(); for (int x : xs) { switch (x) { case 1: try { out.add(io(x)); } catch (java.io.IOException e) { out.add(-1); } break; case 2: out.add(t(x)); break; default: try { out.add(t(x)); } catch (IllegalStateException e) { } } } return out; }
            @Workflow static int goBreak(int x) { int y; switch (x) { case 1: try { y = io(x); break; } catch (java.io.IOException e) { y = 5; break; } default: try { y = t(x); break; } catch (IllegalStateException e) { y = 6; } } return t(y - 5); }
            @Workflow static int goBreak1(int x) { switch (x) { case 1 -> { try { v(x); if (odd(x)) break; v(4); } finally { v(2); } } default -> { } } return x; }
            @Workflow static int goYield(int x) { return switch (x) { case 1, 2 -> { try { yield io(x); } catch (java.io.IOException e) { yield t(x); } finally { t(x + 1); } } case 3 -> { try { throw new IllegalStateException("" + odd(x)); } catch (IllegalStateException e) { yield e.getMessage().length(); } } default -> t(x); }; }
            @Workflow static List<Integer> goYield1(List<Integer> xs) { return Makespan.map(xs, x -> { int y = switch (x) { case 0: try { yield t(x); } catch (IllegalStateException e) { yield 1; } default: try { try { yield io(x); } finally { t(1); } } catch (java.io.IOException e) { yield 2; } }; return t(y) + y; }); }
            @Workflow static long goYield2(int x) { long y = switch (x) { case 0 -> { try { yield t(x); } catch (IllegalStateException e) { yield 1L; } } default -> 7; }; return y; }
            @Workflow static int goThrow(List<Integer> xs) { int n; try { for (int x : xs) { if (x == 2) throw new IllegalStateException("two"); v(x); } n = 1; } catch (IllegalStateException | UnsupportedOperationException e) { n = e.getMessage().length(); } return t(n - 1); }
            @Workflow static int goThrow1(int x) { switch (x) { case 0: throw new IllegalStateException("zero"); case 1: throw new IllegalStateException("one" + t(x)); default: } return t(x); }
            @Workflow static void goThrow2(List<Integer> xs) { for (int x : xs) { switch (x) { case 0 -> v(x); case 1 -> { } default -> throw new IllegalStateException("other" + odd(x)); } } }
            @Workflow static int goThrow3(List<Integer> xs) { List<Integer> out = new ArrayList<>(); for (int x : xs) { if (odd(x)) { out.add(t(x)); } else { throw new IllegalArgumentException("even"); } } return sum(out); }
            @Workflow static int goThrow4(List<Integer> xs) { List<Integer> out = new ArrayList<>(); for (int x : xs) { try { if (odd(x)) { throw new IllegalArgumentException("odd"); } v(x); } catch (IllegalArgumentException e) { throw new IllegalStateException(e); } out.add(t(x)); } return sum(out); }
            @Workflow static int goReturn(List<Integer> xs) { try { for (int x : xs) { try { v(x); } catch (UnsupportedOperationException e) { continue; } finally { v(3); } } if (xs.size() > 1) return sum(xs); } catch (IllegalStateException e) { return 1; } finally { for (int x : xs) { switch (x) { case 1 -> v(1); default -> { } } } } return 2; }
            @Workflow static int goNone() { List<Integer> out = new ArrayList<>(); for (int x : List.<Integer>of()) { try { out.add(t(x)); } catch (IllegalStateException e) { v(4); } } try { return sum(out); } finally { for (int i = 0; i < 0; i++) v(4); } }
            @Workflow static String goText(int x) { StringBuilder text; try { int y = t(x); text = new StringBuilder().append(y); } catch (IllegalStateException e) { text = new StringBuilder(e.getMessage()); } return text.toString(); }
          }
          """);

  static final List<String> REFUSED = List.of("""
          class WrongInTries {
            @Task static int t(int x) { return x; }
            @Task static void v(int x) {}
            @Workflow static List<Integer> add(List<Integer> xs) { List<Integer> out = new ArrayList<>(); for (int x : xs) { try { if (x > 1) out/*!side-effect*/.add(t(x)); } catch (IllegalStateException e) { v(x); } } return out; }
            @Workflow static List<Integer> add1(List<Integer> xs) { List<Integer> out = new ArrayList<>(); for (int x : xs) { try { out/*!side-effect*/.add(x); out/*!side-effect*/.add(t(x)); } catch (IllegalStateException e) { out.add(1); } } return out; }
            @Workflow static List<Integer> add2(int x) { List<Integer> out = new ArrayList<>(); try { try { out/*!side-effect*/.add(t(x)); } finally { v(x); } } catch (IllegalStateException e) { v(1); } return out; }
            @Workflow static List<Integer> add3(List<Integer> xs) { List<Integer> out = new ArrayList<>(); List<Integer> bad = new ArrayList<>(); for (int x : xs) { try { out.add(t(x)); } catch (IllegalStateException e) { bad/*!loop*/.add(x); } } return out; }
            @Workflow static List<Integer> add4(List<Integer> xs) { List<Integer> out = new ArrayList<>(); try { Makespan.forEach(xs, x -> { out/*!side-effect*/.add(t(x)); }); } catch (IllegalStateException e) { v(1); } return out; }
            @Workflow static List<Integer> add5(List<Integer> xs) { List<Integer> out = new ArrayList<>(); for (int x : xs) { try { v(/*!loop*/out.size()); out.add(t(x)); } catch (IllegalStateException e) { v(/*!loop*/out.size()); } } return out; }
            @Workflow static int finish(int x) { switch (x) { case 1: try { v(1); } finally /*!try*/{ break; } default: } return t(x); }
            @Workflow static void finish1(List<Integer> xs) { for (int x : xs) { try { v(x); } finally { /*!try*/continue; } } }
            @Workflow static void finish2(List<Integer> xs) { for (int x : xs) { try { v(x); } finally { /*!try*/return; } } }
            @Workflow static int leave(int x) { switch (x) { case 1: /*!try*/try { if (x > t(x)) break; } catch (IllegalStateException e) { break; } v(1); break; default: } return x; }
            @Workflow static int leave1(int x) { switch (x) { case 1: if (x > 2) { /*!try*/try { break; } catch (IllegalStateException e) { v(2); } } v(1); break; default: } return t(x); }
            @Workflow static int sum(List<Integer> xs) { int sum = 0; for (int x : xs) { try { sum /*!loop*/+= t(x); } catch (IllegalStateException e) { /*!loop*/break; } finally { v(x); } } return sum; }
            @Workflow static int carried(List<Integer> xs) { int last; try { for (int x : xs) { last /*!loop*/= t(x); } } finally { v(1); } return 3; }
            @Workflow static int resources(List<Integer> xs) throws Exception { for (int x : xs) { try (var /*!try*/in = java.io.InputStream.nullInputStream()) { v(x); } } return 3; }
          }
          """);
}
