package dev.makespan.processor.source;

import java.util.List;

/** Loops, as users write them. */
final class OddLoops {
  private OddLoops() {}

  static final List<List<String>> LEGAL =
      List.of(List.of("""
          class Filling {
            @Task static int t(int x) { return 10 * x; }
            @Task static Integer boxed(Integer x) { return x + 1; }
            @Task static long wide(long x) { return 2 * x; }
            @Task static boolean odd(int x) { return x % 2 == 1; }
            @Task static List<Integer> upTo(int x) { return IntStream.range(0, x).boxed().toList(); }
            @Task static int sum(Collection<Integer> xs) { return xs.stream().mapToInt(x -> x).sum(); }
            static int plain(int x) { return x + 2; }
            record Named(String name, int value) {}
            @Workflow static List<Integer> goOne(List<Integer> xs) { List<Integer> out = new ArrayList<>(); for (Integer x : xs) out.add(t(x)); return out; }
            @Workflow static int goUsed(List<Integer> xs) { List<Integer> out = new ArrayList<>(); for (int x : xs) { out.add(t(x)); } return sum(out) + out.size(); }
            @Workflow static List<Integer> goVar(List<Integer> xs) { var out = new ArrayList<Integer>(); for (var x : xs) { var y = t(x); out.add(y + x); } return out; }
            @Workflow static List<Long> goWidened(List<Integer> xs) { List<Long> out = new LinkedList<>(); for (long x : xs) { long y = t(1); out.add(wide(x) + y); } return out; }
            @Workflow static List<Object> goObjects(List<Integer> xs) { List<Object> out = new ArrayList<>(); for (int x : xs) { out.add(x); out.add("a"); out.add(1); out.add(t(x)); out.add(null); } return out; }
            @Workflow static List<Number> goNumbers(List<Integer> xs) { List<Number> out = new ArrayList<>(xs); for (int x : xs) out.add(t(x)); return out; }
            @Workflow static Object goDeclared(List<Integer> xs) { Collection<Integer> out = new ArrayList<>(xs.size()); for (Object x : xs) out.add(boxed((Integer) x)); return out; }
            @Workflow static Object goSet(List<Integer> xs) { Set<Integer> out = new LinkedHashSet<>(); for (int x : xs) out.add(t(x / 2)); return out; }
            @Workflow static Object goMapped(List<Integer> xs) { Map<Integer, Integer> out = new HashMap<>(); for (int x : xs) out.put(x / 2, t(x)); return out; }
            @Workflow static Object goMapped1(List<Integer> xs) { Map<String, Integer> out = new LinkedHashMap<>(); for (int x : xs) { if (odd(x)) { out.put("odd", t(x)); } out.put("all" + x, x); } return out; }
            @Workflow static Object goEntries() { Map<String, Integer> m = Map.of("a", 1, "b", 2); Map<String, Integer> out = new HashMap<>(); for (Map.Entry<String, Integer> e : m.entrySet()) out.put(e.getKey(), t(e.getValue())); return out; }
            @Workflow static List<Integer> goFiltered(List<Integer> xs) { List<Integer> out = new ArrayList<>(); for (int x : xs) if (odd(x)) out.add(t(x)); return out; }
            @Workflow static List<Integer> goElse(List<Integer> xs) { List<Integer> out = new ArrayList<>(); for (int x : xs) { if (odd(x)) out.add(t(x)); else { out.add(-1); out.add(x); } } return out; }
            @Workflow static List<Integer> goContinue(List<Integer> xs) { List<Integer> out = new ArrayList<>(); for (int x : xs) { if (x == 5) continue; int y = t(x); if (odd(y)) { out.add(0); continue; } else if (y == 40) { out.add(1); } out.add(y); } return out; }
            @Workflow static List<Integer> goContinue1(List<Integer> xs) { List<Integer> out = new ArrayList<>(); for (int x : xs) { if (odd(x)) { out.add(t(x)); continue; } else { out.add(x); continue; } } return out; }
            @Workflow static List<Integer> goContinue2(List<Integer> xs) { List<Integer> out = new ArrayList<>(); for (int x : xs) { out.add(t(x)); continue; } return out; }
            @Workflow static List<Integer> goAround(List<Integer> xs) { List<Integer> out = new ArrayList<>(); out.add(t(1)); for (int x : xs) out.add(t(x)); out.add(t(2)); for (int x : xs) { out.add(x); out.add(boxed(x)); } return out; }
            @Workflow static List<Integer> goBranch(List<Integer> xs, int n) { List<Integer> out = new ArrayList<>(); if (n > 2) { for (int x : xs) out.add(t(x)); } if (n > 5) out.add(1); else { } if (n > 9) { out.add(2); } else { out.add(3); } return out; }
            @Workflow static List<Integer> goBranch1(List<Integer> xs, int n) { List<Integer> out = new ArrayList<>(); if (n > 5) return out; if (n > 2) { if (odd(n)) { for (int x : xs) out.add(t(x)); } else return xs; } return out; }
            @Workflow static List<Integer> goBlock(List<Integer> xs) { List<Integer> out = new ArrayList<>(); { for (int x : xs) { { out.add(t(x)); } } } return out; }
            @Workflow static List<Integer> goNested(int n) { List<Integer> out = new ArrayList<>(); for (int x : upTo(n)) for (int y : upTo(x)) out.add(t(x * y)); return out; }
            @Workflow static List<Integer> goNested1(int n) { List<Integer> out = new ArrayList<>(); for (int x : upTo(n)) { out.add(x); for (int y : upTo(x)) { if (odd(y)) continue; out.add(t(x * y)); } } return out; }
            @Workflow static Object goNested2(int n) { Map<Integer, List<Integer>> out = new HashMap<>(); for (int x : upTo(n)) { List<Integer> row = new ArrayList<>(); for (int y : upTo(x)) { row.add(t(y)); } out.put(x, row); } return out; }
            @Workflow static Object goNested3(int n) { Map<Integer, Integer> out = new HashMap<>(); for (int x : upTo(n)) for (int y : upTo(x)) { out.put(x, y); out.put(-y, t(x)); } return out; }
            @Workflow static Object goNested4(int n) { Map<Integer, Integer> out = new LinkedHashMap<>(); for (int x : upTo(n)) { for (int y : upTo(x)) out.put(x, t(y)); } return out; }
            @Workflow static List<Integer> goArray(int[] xs) { List<Integer> out = new ArrayList<>(); for (int x : xs) out.add(t(x)); return out; }
            @Workflow static List<Object> goArrays() { List<Object> out = new ArrayList<>(); for (String x : new String[] {"a", "b"}) out.add(x + t(1)); for (long x : new int[] {1, 2}) out.add(wide(x)); for (char x : "ab".toCharArray()) out.add(t(x)); for (Integer x : new int[] {4}) out.add(boxed(x)); for (double x : new double[] {4}) out.add(x + t(1)); for (byte x : new byte[] {4}) out.add(t(x)); for (boolean x : new boolean[] {true}) out.add(x ? t(1) : 0); for (short x : new short[] {4}) out.add(t(x)); for (float x : new float[] {4}) out.add(x * t(4)); for (long x : new long[] {4}) out.add(wide(x)); for (int[] x : new int[][] {{1}, {2, 3}}) out.add(x.length + t(2)); return out; }
            @Workflow static List<Integer> goIterable() { Iterable<Integer> xs = List.of(4, 5); List<Integer> out = new ArrayList<>(); for (int x : xs) out.add(t(x)); return out; }
            @Workflow static List<Integer> goIterable1() { Iterable<Integer> xs = () -> Stream.of(7, 8).iterator(); List<Integer> out = new ArrayList<>(); for (Integer x : xs) out.add(t(x)); return out; }
            @Workflow static List<Integer> goExpression(int n) { List<Integer> out = new ArrayList<>(); for (Integer x : List.of(n, plain(n), t(n))) out.add(t(x)); return out; }
            @Workflow static List<Integer> goUntyped(int n) { List<Integer> out = new ArrayList<>(); for (var x : List.of(n, plain(n))) out.add(t(x)); return out; }
            @Workflow static List<Integer> goCounted(int n) { List<Integer> out = new ArrayList<>(); for (int i = 0; i < n; i++) out.add(t(i)); for (int i = plain(n); i <= 7; ++i) out.add(i); for (int i = t(0); 2 >= i; i += 1) out.add(t(i)); for (int i = 3; i < 1; i++) out.add(t(i)); return out; }
            @Workflow static List<Long> goCounted1(long n) { List<Long> out = new ArrayList<>(); for (long i = 0; i < n; i++) out.add(wide(i)); return out; }
            @Workflow static List<Integer> goCounted2(List<Integer> xs) { List<Integer> out = new ArrayList<>(); for (int i = 0; i < xs.size(); i++) { int x = xs.get(i); for (var j = i; j < xs.size(); j++) out.add(t(x * xs.get(j))); } return out; }
            @Workflow static List<Integer> goPure(List<Integer> xs) { List<Integer> out = new ArrayList<>(); for (int x : xs) { if (x > 4) out.add(plain(x)); } return Makespan.map(out, Filling::t); }
            @Workflow static List<Named> goRecords(List<Integer> xs, String name) { List<Named> out = new ArrayList<>(); for (int x : xs) { int y = t(x); out.add(new Named(name + x, y)); } return out; }
            @Workflow static List<List<Integer>> goLists(int n) { List<List<Integer>> out = new ArrayList<>(); for (int x : upTo(n)) { out.add(upTo(x)); } return out; }
            @Workflow static List<List<Integer>> goMaps(int n) { List<List<Integer>> out = new ArrayList<>(); for (int x : upTo(n)) { out.add(Makespan.map(upTo(x), y -> t(x + y))); } return out; }
            @Workflow static List<List<Integer>> goStreams(int n) { List<List<Integer>> out = new ArrayList<>(); for (int x : upTo(n)) { out.add(upTo(x).stream().map(Filling::t).map(y -> t(x + y)).toList()); } return out; }
            @Workflow static List<List<Integer>> goInMap(int n) { return Makespan.map(upTo(n), x -> { List<Integer> out = new ArrayList<>(); for (int y : upTo(x)) { if (y > 0) out.add(t(x + y)); } return out; }); }
            @Workflow static List<Integer> goTernary(List<Integer> xs) { List<Integer> out = new ArrayList<>(); for (int x : xs) out.add(odd(x) ? t(x) : plain(x)); return out; }
            @Workflow static List<Integer> goLambda(List<Integer> xs) { List<Integer> out = new ArrayList<>(); for (int x : xs) { IntUnaryOperator f = y -> y + x; out.add(f.applyAsInt(t(x))); } return out.stream().map(x -> x + 1).toList(); }
            @Workflow static List<Integer> goLocals(List<Integer> xs, int n) { int a = t(n); List<Integer> out = new ArrayList<>(); for (int x : xs) { int b; if (odd(x)) b = t(x); else b = a; int c = b + a; out.add(c); } return out; }
            @Workflow static List<Integer> goSameNames(List<Integer> xs) { List<Integer> out = new ArrayList<>(); for (int x : xs) { int y = t(x); out.add(y); } for (int x : xs) { long y = wide(x); out.add((int) y); } int x = 1; int y = t(x); out.add(y); return out; }
            @Workflow static List<Integer> goOwnNames(List<Integer> element) { List<Integer> run = new ArrayList<>(); for (int each : element) { int self = t(each); run.add(self); } return run; }
            @Workflow static List<Integer> goSwitch(List<Integer> xs) { List<Integer> out = new ArrayList<>(); for (int x : xs) { switch (x) { case 4 -> out.add(t(x)); case 5 -> { continue; } default -> { } } out.add(x); } return out; }
            @Workflow static List<Integer> goSwitch1(List<Integer> xs) { List<Integer> out = new ArrayList<>(); for (int x : xs) { switch (x) { case 4: if (odd(t(x))) break; out.add(t(x)); break; case 5: out.add(1); break; default: } } return out; }
            @Workflow static List<Integer> goSwitch2(List<Integer> xs, int n) { List<Integer> out = new ArrayList<>(); switch (n) { case 1, 3: for (int x : xs) out.add(t(x)); break; case 4: return xs; default: out.add(4); } out.add(switch (n) { case 3 -> t(n); default -> 2; }); return out; }
            @Workflow static int goUnused(List<Integer> xs) { List<Integer> out = new ArrayList<>(); for (int x : xs) out.add(t(x)); return 1; }
            @Workflow static int goUnread(List<Integer> xs) { for (int x : xs) t(x); for (int x : xs) { int y = t(x); boxed(y); } return 1; }
            @Workflow static List<Integer> goShared(List<Integer> xs) { List<Integer> a = new ArrayList<>(); List<Integer> b = new ArrayList<>(); for (int x : xs) a.add(t(x)); for (int x : a) b.add(t(x)); return b; }
            @Workflow static List<Integer> goSharedNot(List<Integer> xs) { List<Integer> a = new ArrayList<>(); for (int x : xs) a.add(t(x)); List<Integer> b = new ArrayList<>(a); for (int x : a) b.add(t(x)); return b; }
          }
          """), List.of("""
          class LoopSides {
            final List<String> log = Collections.synchronizedList(new ArrayList<>());
            @Task void write(String s) { if (s.isEmpty()) { throw new IllegalArgumentException("empty"); } log.add(s); }
            @Task int count(String s) { log.add(s); return s.length(); }
            @Task int seen() { return log.size(); }
            @Task static void checked(String s) throws java.io.IOException { if (s.isEmpty()) { throw new java.io.IOException("empty"); } }
            @Workflow int goEach() { for (String x : List.of("a", "", "bcd")) write(x); return 1; }
            @Workflow int goEach1() { int before = seen(); for (String x : List.of("a", "", "bcd")) { write(x); write(x + 1); } return seen() - before; }
            @Workflow void goEach2() { for (List<String> x : List.of(List.of("a"), List.of("", "b"))) for (String y : x) this.write(y); }
            @Workflow void goEach3() throws java.io.IOException { for (String x : List.of("a", "", "bcd")) checked(x); }
            @Workflow void goEach4() { for (String x : List.of("a", "b")) { if (x.equals("a")) continue; int n = count(x); write("" + n); } }
            @Workflow void goEach5(int n) { if (n > 1) { for (int i = 0; i < n; i++) write("w" + i); } else write("none"); }
            @Workflow int goEach6() { int before = seen(); List<Integer> out = new ArrayList<>(); for (String x : List.of("a", "b")) { write(x); out.add(count(x)); } return seen() - before; }
            @Workflow int goEach7(int n) { int before = seen(); List<Integer> out = new ArrayList<>(); if (n > 1) for (String x : List.of("a", "b")) { if (n > 2) write(x); out.add(count(x)); } return seen() - before + out.size(); }
            @Workflow int goTap() { int before = seen(); for (String x : List.of("a", "b")) { int n = count(x); Makespan.tap(() -> System.identityHashCode(n)); } return seen() - before; }
            @Workflow int goTogether() { int before = seen(); for (String x : List.of("a", "b")) { Makespan.together(() -> write(x), () -> write(x + 1)); } return seen() - before; }
          }
          """), List.of("""
          class LoopFailures {
            @Task static int a(int x) { if (x % 3 == 2) throw new IllegalStateException("a" + x); return x; }
            @Task static int b(int x) throws java.io.IOException { if (x % 2 == 1) throw new java.io.IOException("b" + x); return x; }
            @Workflow static List<Integer> goFirst(List<Integer> xs) throws Exception { List<Integer> out = new ArrayList<>(); for (int x : xs) { int y = a(x); out.add(b(y)); } return out; }
            @Workflow static List<Integer> goSecond() throws Exception { List<Integer> out = new ArrayList<>(); for (int x : List.of(4, 3, 2)) { out.add(b(x)); out.add(a(x)); } return out; }
            @Workflow static List<Integer> goPure() { List<Integer> out = new ArrayList<>(); for (int x : List.of(3, 4, 2)) { out.add(12 / (x - 4)); out.add(a(x)); } return out; }
            @Workflow static List<Integer> goNull() { List<Integer> out = new ArrayList<>(); for (int x : Arrays.asList(3, null, 2)) { out.add(a(x)); } return out; }
            @Workflow static List<Integer> goNullObject() { List<Integer> out = new ArrayList<>(); for (Integer x : Arrays.asList(3, null, 2)) { out.add(x == null ? a(1) : a(3)); } return out; }
            @Workflow static int goBelow(int n) throws Exception { List<Integer> out = new ArrayList<>(); for (int x : List.of(1, 2)) { out.add(a(x)); } return b(n) + out.size(); }
            @Workflow static List<Integer> goNone() { List<Integer> xs = null; List<Integer> out = new ArrayList<>(); for (int x : xs) { out.add(a(x)); } return out; }
            @Workflow static List<Integer> goNoArray() { int[] xs = null; List<Integer> out = new ArrayList<>(); for (int x : xs) { out.add(a(x)); } return out; }
            @Workflow static List<Integer> goIteratorFails() { Iterable<Integer> xs = () -> Stream.of(1, 2, 0, 3).map(x -> 6 / x).iterator(); List<Integer> out = new ArrayList<>(); for (int x : xs) { out.add(a(x)); } return out; }
            @Workflow static List<Integer> goIteratorFails1() { Iterable<Integer> xs = () -> Stream.of(1, 3, 0, 3).map(x -> 6 / x).iterator(); List<Integer> out = new ArrayList<>(); for (int x : xs) { out.add(a(x)); } return out; }
            @Workflow static List<Integer> goEndFails(List<Integer> xs) { List<Integer> out = new ArrayList<>(); for (int i = a(0); i < 6 / xs.indexOf(4); i++) { out.add(a(i)); } return out; }
          }
          """), List.of("""
          class LoopStages {
            @Task static CompletableFuture<Integer> ask(int x) { return CompletableFuture.supplyAsync(() -> 2 * x); }
            @Task static CompletionStage<Void> send(int x) { return CompletableFuture.completedStage(null); }
            @Task static CompletionStage<Integer> fails(int x) { return CompletableFuture.failedStage(new IllegalStateException("no " + x)); }
            @Workflow static List<Integer> goJoined(List<Integer> xs) { List<Integer> out = new ArrayList<>(); for (int x : xs) out.add(ask(x).join()); return out; }
            @Workflow static List<Integer> goKept(List<Integer> xs) { List<CompletableFuture<Integer>> out = new ArrayList<>(); for (int x : xs) out.add(ask(x)); return out.stream().map(CompletableFuture::join).toList(); }
            @Workflow static int goSent(List<Integer> xs) { for (int x : xs) send(x); return 1; }
            @Workflow static Object goFails(List<Integer> xs) { List<Object> out = new ArrayList<>(); for (int x : xs) { if (x > 4) out.add(Makespan.join(fails(x))); else out.add(ask(x).join()); } return out; }
          }
          """.replace(
              "CompletableFuture", "java.util.concurrent.CompletableFuture")
          .replace("CompletionStage", "java.util.concurrent.CompletionStage")));

  static final List<String> REFUSED = List.of("""
          class Loopy {
            @Task static int t(int x) { return x; }
            @Task static void v(int x) { }
            static int pure(int x) { return x; }
            @Workflow static int sum(List<Integer> xs) { int s = 0; for (int x : xs) { s /*!loop*/+= t(x); } return s; }
            @Workflow static int sum1(List<Integer> xs) { int s = 0; for (int x : xs) { s /*!loop*/= s + t(x); } return s; }
            @Workflow static int sum2(List<Integer> xs) { int n; for (int x : xs) { n /*!loop*/= t(x); } return 1; }
            @Workflow static int counter(List<Integer> xs) { int n = 0; for (int x : xs) { n/*!loop*/++; t(n); } return n; }
            @Workflow static int counter1(List<Integer> xs) { int n = 0; for (int x : xs) { t(n/*!loop*/++); } return n; }
            @Workflow static int own(List<Integer> xs) { for (int x : xs) { int y = t(x); y /*!reassignment*/= 2; x /*!reassignment*/= 3; } return 1; }
            @Workflow static List<Integer> read(List<Integer> xs) { List<Integer> out = new ArrayList<>(); for (int x : xs) { out.add(t(/*!loop*/out.size())); } return out; }
            @Workflow static List<Integer> read1(List<Integer> xs) { List<Integer> out = new ArrayList<>(); for (int x : xs) { if (!/*!loop*/out.contains(x)) out.add(t(x)); } return out; }
            @Workflow static List<Integer> read2(List<Integer> xs) { List<Integer> out = new ArrayList<>(); for (int x : xs) { List<Integer> l = /*!loop*/out; out.add(t(x)); } return out; }
            @Workflow static List<Integer> read3(List<Integer> xs) { List<Integer> out = new ArrayList<>(); for (int x : xs) { Supplier<Integer> f = () -> /*!loop*/out.size(); out.add(t(x)); } return out; }
            @Workflow static int first(List<Integer> xs) { for (int x : xs) { int y = t(x); if (y > 1) /*!loop*/return y; } return 1; }
            @Workflow static int first1(List<Integer> xs) { for (int x : xs) { int y = t(x); if (y > 1) /*!loop*/break; } return 1; }
            @Workflow static int label(List<Integer> xs) { /*!statement*/a: for (int x : xs) { t(x); } return 1; }
            @Workflow static int whiles(int n) { /*!loop*/while (n > t(1)) { v(n); } /*!loop*/do { v(n); } while (n > 1); return 1; }
            @Workflow static int counting(int n, long l) { /*!loop*/for (int i = n; i > 0; i--) v(i); /*!loop*/for (int i = 0; i < n; i += 2) v(i); /*!loop*/for (;;) {} }
            @Workflow static int counting1(int n, long l) { /*!loop*/for (int i = 0; i < t(n); i++) v(i); /*!loop*/for (int i = 0; i < l; i++) v(i); /*!loop*/for (int i = 0; i < i + 1; i++) v(i); return 1; }
            @Workflow static int counting2(int n) { for (int i = 0; i < n; i++) { v(i); i/*!reassignment*/++; } return 1; }
            @Workflow static int two(List<Integer> xs) { List<Integer> a = new ArrayList<>(); List<Integer> b = new ArrayList<>(); for (int x : xs) { a.add(t(x)); b/*!loop*/.add(x); } return 1; }
            @Workflow static List<Integer> given(List<Integer> xs) { xs/*!side-effect*/.add(t(1)); for (int x : xs) { xs/*!side-effect*/.add(t(x)); } return xs; }
            @Workflow static List<Integer> alias(List<Integer> xs) { List<Integer> out = new ArrayList<>(); List<Integer> same = out; for (int x : xs) out/*!side-effect*/.add(t(x)); return same; }
            @Workflow static List<Integer> passed(List<Integer> xs) { List<Integer> out = new ArrayList<>(); int n = t(out.size()); for (int x : xs) { out/*!side-effect*/.add(t(x)); out.add(n); } return out; }
            @Workflow static List<Integer> other(List<Integer> xs) { List<Integer> out = xs; for (int x : xs) out/*!side-effect*/.add(t(x)); Deque<Integer> q = new ArrayDeque<>(); for (int x : xs) q/*!side-effect*/.add(t(x)); return out; }
            @Workflow static List<Integer> lambda(List<Integer> xs) { List<Integer> out = new ArrayList<>(); Makespan.forEach(xs, x -> { out/*!side-effect*/.add(t(x)); }); return out; }
            @Workflow static int switched(List<Integer> xs, int n) { List<Integer> out = new ArrayList<>(); switch (n) { case 1: out/*!branch*/.add(t(1)); } int y = switch (n) { case 1 -> { out/*!side-effect*/.add(t(2)); yield t(1); } default -> 2; }; for (int x : xs) { switch (x) { case 1: v(x); break; default: /*!loop*/return 1; } } return y; }
            @Workflow static int wild(List<Integer> xs) { List<? super Integer> out = new ArrayList<>(); for (int x : xs) out/*!var-type*/.add(t(x)); return 1; }
            @Workflow static int inside(List<Integer> xs) { for (int x : xs) { /*!plain-call*/pure(x); v(x); } return 1; }
            @Workflow static int conditional(List<Integer> xs) { for (int x : xs) { if (x > 1 && /*!conditional-call*/t(x) > 1) v(x); } return 1; }
          }
          """);
}
