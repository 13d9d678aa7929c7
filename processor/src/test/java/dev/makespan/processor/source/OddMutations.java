package dev.makespan.processor.source;

import java.util.List;

/**
 * Programs in whose pure expressions something changes: what the expression made itself, or what
 * others may see.
 */
final class OddMutations {
  private OddMutations() {}

  static final List<List<String>> LEGAL = List.of(List.of("""
          class Chains { @Task static int one(int x) { return x; } static String join(List<?> l) { return l.toString(); }
            @Workflow static String go(String a, int x) { int y = one(x); return new StringBuilder().append(a).append(y).reverse().toString(); }
            @Workflow static String go1(String a) { return (((Appendable) new StringBuilder(a))) instanceof StringBuilder b ? "" + b.length() : ""; }
            @Workflow static int go2(List<Integer> l) { return l.iterator().next() + l.stream().iterator().next() + l.listIterator(1).previous(); }
            @Workflow static boolean go3(String a) { return java.util.regex.Pattern.compile("b").matcher(a).find(); }
            @Workflow static int go4(String a) { return new Scanner(a + " 12").useDelimiter(" ").next().length(); }
            @Workflow static int go5(int x) { return new Random(x).nextInt(); }
            @Workflow static int go6(int x) { return java.nio.ByteBuffer.wrap(new byte[] {1, 2, 3, 4}).getInt() + x; }
            @Workflow static boolean go7(int x) { return (x > 2 ? new ArrayList<Integer>() : new HashSet<Integer>()).add(one2(x)); } static int one2(int x) { return x; }
            @Workflow static int go8(int x) throws Exception { return new java.io.BufferedReader(new java.io.StringReader("a" + x)).read(); }
            @Workflow static String go9(List<Integer> l) { return Arrays.toString(l.toArray(new Integer[0])) + l.contains(4) + join(l); }
            @Workflow static int go10(List<Integer> l) throws Exception { return java.util.concurrent.CompletableFuture.completedFuture(l).get().size(); }
            @Workflow static boolean go11(int[] a) { return Collections.addAll(new ArrayList<Integer>(), 1, 2) && a.clone().length > 0; }
            @Workflow static int go12(int x) { return java.nio.ByteBuffer.allocate(8).putInt(x).putInt(4).flip().limit(); }
            @Workflow static int go13(int x) { java.nio.ByteBuffer b = java.nio.ByteBuffer.allocate(8); return b.get(x) + b.position() + b.limit(); } }
          """), List.of("""
          class Inside { @Task static int one(int x) { return x; }
            @Workflow static List<String> go(List<Integer> l) { return l.stream().map(x -> { StringBuilder s = new StringBuilder(); s.append(x); s.append('!'); return s.toString(); }).toList(); }
            @Workflow static List<Integer> go1(List<Integer> l) { return l.stream().collect(ArrayList::new, ArrayList::add, ArrayList::addAll); }
            @Workflow static int go2(List<Integer> l) { return l.stream().collect(() -> new int[1], (a, x) -> a[0] += x, (a, b) -> a[0] += b[0])[0]; }
            @Workflow static List<Integer> go3(List<Integer> l) { return l.stream().collect(Collector.of(() -> new LinkedList<>(), (a, x) -> a.add(x), (a, b) -> { a.addAll(b); return a; })); }
            @Workflow static List<Integer> go4(List<Integer> l) { return l.stream().collect(Collectors.collectingAndThen(Collectors.toList(), a -> { Collections.reverse(a); a.add(1); return a; })); }
            @Workflow static int go5(int x) { return switch (x) { case 3 -> { List<Integer> a = new ArrayList<>(); a.add(x); yield a.size(); } default -> 0; }; }
            @Workflow static Supplier<List<Integer>> go6(List<Integer> l) { Supplier<List<Integer>> s = () -> { List<Integer> a = new ArrayList<>(); l.forEach(a::add); return a; }; List<Integer> r = s.get(); return r.size() > 9 ? s : null; }
            @Workflow static IntUnaryOperator go7(int x) { IntUnaryOperator f = n -> { int[] a = new int[n]; a[0]++; a[1] = 2; int[][] b = {{1}}; b[0][0] += a[1]; return b[0][0]; }; int y = f.applyAsInt(x); return y > 9 ? f : null; }
            @Workflow static int go8(List<Integer> l) { ToIntFunction<List<Integer>> f = a -> { int sum = 0; for (Iterator<Integer> i = a.iterator(); i.hasNext(); ) { sum += i.next(); } return sum; }; return f.applyAsInt(l); }
            @Workflow static List<Integer> go9(List<Integer> l) { return Makespan.map(l, x -> { int y = one(x); String s = Stream.of(y).map(z -> { StringBuilder b; b = new StringBuilder(); b.append(z); return b.toString(); }).toList().get(0); return s.length(); }); } }
          """), List.of("""
          class Own { static class Sum { final int n; Sum(int n) { this.n = n; } Sum add(Sum o) { return new Sum(n + o.n); } Sum remove(int x) { return new Sum(n - x); } int next() { return n; } }
            @Task static int one(int x) { return x; } static int add(int x) { return x; } static int put(int x) { return x; }
            @Workflow static int go(int x) { Sum s = new Sum(x); Sum t = s.add(s).remove(1); int y = one(x); return t.next() + add(y) + put(x); } }
          """));

  /** Told when the body is read, since the variable's type is declared. */
  static final List<String> REFUSED_EARLY = List.of("""
          class Variables {
            @Task static int one(int x) { return x; }
            @Workflow static boolean go(int x) { List<Integer> l = new ArrayList<>(); boolean a = l/*side-effect*/.add(one(x)); boolean b = l/*side-effect*/.add(one(2)); return a && b; }
            @Workflow static int go1(List<Integer> l) { Iterator<Integer> i = l.iterator(); int a = i/*side-effect*/.next(); int b = one(i/*side-effect*/.next()); return a - b; }
            @Workflow static Integer go2(Map<String, Integer> m) { return m/*side-effect*/.merge("a", 1, Integer::sum); }
            @Workflow static Map.Entry<String, Integer> go3(TreeMap<String, Integer> m) { return m/*side-effect*/.pollFirstEntry(); }
            @Workflow static String go4(List<Integer> l) { StringBuilder b = new StringBuilder(); String s = b/*side-effect*/.append(1).append(2).toString(); return s + b/*side-effect*/.reverse(); }
            @Workflow static int go5(java.util.concurrent.atomic.AtomicInteger n) { return n/*side-effect*/.incrementAndGet() + n.get(); }
            @Workflow static List<Integer> go6(List<Integer> l) { return Makespan.map(l, x -> { List<Integer> a = new ArrayList<>(); boolean b = a/*side-effect*/.add(x); return one(a.size()); }); }
            @Workflow static boolean go7(java.util.concurrent.CompletableFuture<String> f) { return f/*side-effect*/.complete("a"); }
            @Workflow static int go8(java.util.regex.Matcher m, Scanner s) { return m/*side-effect*/.find() ? 1 : s/*side-effect*/.nextInt(); } }
          """);

  /** Told when the compiler has attributed the body. */
  static final List<String> REFUSED = List.of("""
          class Collections1 { static final List<Integer> ALL = new ArrayList<>(); final Deque<Integer> own = new ArrayDeque<>(); List<Integer> list() { return own.stream().toList(); } record Box(List<Integer> items) {}
            @Task static int one(int x) { return x; }
            @Workflow static boolean go2(int x) { return ALL/*side-effect*/.remove((Integer) x) | Collections1.ALL/*side-effect*/.add(x); }
            @Workflow int go3(int x) { return own/*side-effect*/.poll() + this.own/*side-effect*/.pop(); }
            @Workflow boolean go4(int x) { return list()/*side-effect*/.add(x) || new Box(list()).items()/*side-effect*/.add(x); }
            @Workflow static boolean go7(List<Integer> l) { return Collections/*side-effect*/.addAll(l, 1) && (l.isEmpty() ? l : new ArrayList<Integer>())/*side-effect*/.add(2); }
            @Workflow static Object[] go8(List<Integer> l, Integer[] a) { return l/*side-effect*/.toArray(a); } }
          """, """
          class Lambdas {
            @Task static int one(int x) { return x; }
            @Workflow static int go(List<Integer> l) { List<Integer> a = new ArrayList<>(); Consumer<Integer> c = /*side-effect*/a::add; return one(1); }
            @Workflow static int go1(List<List<Integer>> l) { Runnable r = () -> l.forEach(x -> x/*side-effect*/.clear()); Runnable s = () -> l.forEach(/*side-effect*/List::clear); return one(1); }
            @Workflow static int go2(List<Integer> l) { Supplier<Integer> s = () -> { List<Integer> a = l; a/*side-effect*/.add(1); List<Integer> b = new ArrayList<>(); b = l; b/*side-effect*/.add(1); return 1; }; return s.get(); }
            @Workflow static int go3(int[] l) { Supplier<Integer> s = () -> { int[] a = l; a[0] /*side-effect*/= 1; a[0]/*side-effect*/++; a[1] /*side-effect*/+= 2; return 1; }; return s.get(); }
            @Workflow static int go4(List<int[]> l) { Runnable r = () -> l.forEach(a -> { a[0] /*side-effect*/= 1; }); return one(1); }
            @Workflow static IntSupplier go5(int x) { IntSupplier s = /*side-effect*/new java.util.concurrent.atomic.AtomicInteger()::incrementAndGet; return s; }
            @Workflow static List<Integer> go6(List<Integer> l) { return l.stream().collect(() -> l, /*side-effect*/List::add, (a, b) -> a/*side-effect*/.addAll(b)); }
            @Workflow static List<Integer> go7(List<Iterator<Integer>> l) { return l.stream().map(/*side-effect*/Iterator::next).toList(); }
            static final StringBuilder TEXT = new StringBuilder();
            @Workflow static int go10(int x) { return TEXT/*side-effect*/.append(x).append(2).length(); }
            @Workflow static List<Integer> go11(List<Integer> l) { return Makespan.map(l, x -> { List<Integer> a = new ArrayList<>(); boolean b = Collections/*side-effect*/.addAll(a, x); return one(x); }); }
            @Workflow static int go8(Object o) { return o instanceof List<?> l && l/*side-effect*/.remove(null) ? 1 : 0; }
            @Workflow static List<List<Integer>> go9(List<List<Integer>> l) { return l.stream().collect(ArrayList::new, (a, x) -> { x/*side-effect*/.add(1); a.add(x); }, List::addAll); } }
          """, """
          class Outside extends ArrayList<Integer> { static final long serialVersionUID = 1;
            @Task static int one(int x) { return x; }
            @Workflow boolean go(int x) { return /*side-effect*/add(x); }
            @Workflow boolean go1(int x) { return this/*side-effect*/.add(x); }
            @Workflow static String go2(int x) { return System/*side-effect*/.setProperty("a", "b") + System.getProperty("a"); }
            @Workflow static int go3(java.io.InputStream in) throws Exception { return new java.io.InputStreamReader(in)/*side-effect*/.read(); }
            @Workflow static Object go4(java.nio.file.Path p) throws Exception { return java.nio.file.Files/*side-effect*/.writeString(p, "a"); }
            @Workflow static boolean go5(java.io.File f) { return new java.io.File("a")/*side-effect*/.delete() || f.exists(); }
            @Workflow static int go6(Random r, java.nio.ByteBuffer b) { return Optional.of(r).get()/*side-effect*/.nextInt() + Optional.of(b).get()/*side-effect*/.get() + b.get(1); }
            @Workflow static Object go7(String f) throws Exception { Object o = /*side-effect*/new java.io.FileWriter(f); return o; }
            @Workflow static int go10(java.util.concurrent.ExecutorService e) { Object f = e/*side-effect*/.submit(() -> 1); List<Integer> seen = List.of(1).stream().peek(/*side-effect*/System.out::println).toList(); return seen.size(); } }
          """);
}
