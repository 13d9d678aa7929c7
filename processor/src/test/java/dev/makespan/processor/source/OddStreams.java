package dev.makespan.processor.source;

import java.util.List;

/** Streams of calls with pure parts around them, as users write them. */
final class OddStreams {
  private OddStreams() {}

  static final List<List<String>> LEGAL = List.of(List.of("""
          class Around {
            @Task static int t(int x) { return 10 * x; }
            @Task static Integer boxed(Integer x) { return x + 1; }
            @Task static long wide(long x) { return 2 * x; }
            @Task static short narrow(int x) { return (short) x; }
            @Task static String name(int x) { return "n" + x; }
            @Task static boolean odd(int x) { return x % 2 == 1; }
            @Task static List<Integer> upTo(int x) { return IntStream.range(0, x).boxed().toList(); }
            static int plain(int x) { return x + 2; }
            record Named(String name, int value) {}
            @Workflow static List<Integer> goRange(int n) { return IntStream.range(0, n).mapToObj(i -> t(i)).toList(); }
            @Workflow static List<String> goRange1(int n) { return IntStream.rangeClosed(1, t(n)).mapToObj(Around::name).toList(); }
            @Workflow static List<Long> goRange2(long n) { return LongStream.range(0, n).mapToObj(i -> wide(i)).collect(Collectors.toList()); }
            @Workflow static List<Integer> goRange3(int n) { return IntStream.range(0, n).map(i -> i + 1).filter(i -> i > 1).mapToObj(i -> { int y = t(i); return y + i; }).toList(); }
            @Workflow static List<Integer> goRange4(int n) { return IntStream.range(0, n).boxed().map(Around::boxed).toList(); }
            @Workflow static int goSum(List<Integer> xs) { return xs.stream().mapToInt(Around::t).sum(); }
            @Workflow static int goSum1(List<Integer> xs) { return xs.stream().mapToInt(x -> boxed(x)).sum() + IntStream.range(0, 4).map(x -> t(x)).sum(); }
            @Workflow static long goSum2(List<Integer> xs) { return xs.stream().mapToLong(x -> t(x)).sum() + xs.stream().mapToLong(Around::wide).max().getAsLong(); }
            @Workflow static double goSum3(List<Integer> xs) { return xs.stream().mapToDouble(Around::wide).average().orElse(0) + xs.stream().mapToInt(Around::narrow).sum(); }
            @Workflow static long goSum4(int[] xs) { return Arrays.stream(xs).mapToLong(x -> wide(x)).filter(x -> x > 2).count() + Stream.of(1, 2).map(Around::boxed).filter(x -> x > 2).count(); }
            @Workflow static List<Integer> goFilter(List<Integer> xs) { return xs.stream().filter(x -> x != 5).map(Around::t).toList(); }
            @Workflow static List<Integer> goFilter1(List<Integer> xs) { return xs.stream().map(Around::t).filter(x -> x != 50).toList(); }
            @Workflow static List<Integer> goFilter2(List<Integer> xs) { return xs.stream().skip(1).sorted(Comparator.reverseOrder()).distinct().map(x -> t(x)).map(x -> t(x)).filter(x -> x > 1).sorted().map(x -> x + 1).toList(); }
            @Workflow static List<Integer> goLimit(int n) { return Stream.iterate(n, x -> x + 1).limit(4).map(Around::t).toList(); }
            @Workflow static Object goCollect(List<Integer> xs) { return xs.stream().map(Around::name).collect(Collectors.joining(", ")); }
            @Workflow static Object goCollect1(List<Integer> xs) { return xs.stream().map(x -> t(x)).collect(Collectors.toSet()); }
            @Workflow static Map<String, Integer> goCollect2(List<Integer> xs) { return xs.stream().map(x -> new Named(name(x), t(x))).collect(Collectors.toMap(Named::name, Named::value)); }
            @Workflow static Map<Boolean, List<Integer>> goCollect3(List<Integer> xs) { Map<Boolean, List<Integer>> m = xs.stream().map(x -> t(x)).collect(Collectors.groupingBy(x -> x > 40)); return m; }
            @Workflow static int goReduce(List<Integer> xs, int n) { int m = t(n); return xs.stream().map(x -> t(x)).reduce(m, (x, y) -> x + y); }
            @Workflow static Object goMax(List<Integer> xs) { return xs.stream().map(Around::boxed).max(Comparator.naturalOrder()).get(); }
            @Workflow static Object goArray(List<Integer> xs) { return t(1) + xs.stream().map(Around::name).toArray(String[]::new).length; }
            @Workflow static Object goArray1(List<Integer> xs) { int[] a = xs.stream().mapToInt(Around::t).toArray(); return a[0] + a.length; }
            @Workflow static List<Integer> goFlat(List<Integer> xs) { return xs.stream().map(Around::upTo).flatMap(List::stream).toList(); }
            @Workflow static List<Integer> goFlat1(List<Integer> xs) { return xs.stream().flatMap(x -> Stream.of(x, x)).map(x -> t(x)).toList(); }
            @Workflow static int goInside(List<Integer> xs) { return t(1) + xs.stream().map(Around::t).filter(x -> x > 40).toList().size() + xs.stream().mapToInt(x -> t(x)).sum(); }
            @Workflow static int goArgument(List<Integer> xs) { return t(xs.stream().mapToInt(x -> t(x)).sum()); }
            @Workflow static int goVar(List<Integer> xs) { var all = xs.stream().map(x -> name(x)).collect(Collectors.toSet()); return all.size(); }
            @Workflow static List<Set<Integer>> goNested(List<Integer> xs) { return Makespan.map(xs, x -> upTo(x).stream().map(y -> t(x + y)).filter(y -> y > 3).collect(Collectors.toSet())); }
            @Workflow static List<List<Integer>> goMaps(List<Integer> xs) { return Makespan.map(xs, x -> Makespan.map(upTo(x), y -> t(x + y))); }
            @Workflow static List<List<List<Integer>>> goMaps1(List<Integer> xs) { return Makespan.map(xs, x -> Makespan.map(upTo(x), y -> Makespan.map(upTo(y), z -> t(x + y + z)))); }
            @Workflow static List<List<Integer>> goStreams(List<Integer> xs) { return xs.stream().map(x -> upTo(x).stream().map(y -> t(x + y)).toList()).toList(); }
            @Workflow static List<Integer> goSums(List<Integer> xs) { return xs.stream().map(x -> upTo(x).stream().mapToInt(y -> t(x + y)).sum()).toList(); }
            @Workflow static List<Integer> goInLoop(List<Integer> xs) { List<Integer> out = new ArrayList<>(); for (int x : xs) { out.add(IntStream.range(0, x).map(y -> t(x + y)).sum()); } return out; }
            @Workflow static int goDecided(List<Integer> xs) { if (xs.stream().filter(x -> x > 1).mapToInt(Around::t).sum() > 3) return xs.stream().mapToInt(Around::t).sum(); return 1; }
          }
          """), List.of("""
          class AroundFailures {
            @Task static int a(int x) { if (x % 3 == 2) throw new IllegalStateException("a" + x); return x; }
            @Task static Integer none(int x) { return x == 4 ? null : (Integer) a(x); }
            @Workflow static Object goFirst() { return Stream.of(3, 4, 2, 5).map(x -> 12 / (x - 4)).filter(x -> x < 100).map(x -> a(x)).toList(); }
            @Workflow static Object goSource() { return Stream.of(5, 4, 2).map(x -> 12 / (x - 4)).sorted().map(x -> a(x)).toList(); }
            @Workflow static Object goLast() { return Stream.of(3, 4).map(x -> a(x)).filter(x -> 12 / (x - 4) > 1).toList(); }
            @Workflow static int goNull() { return Stream.of(4, 2).mapToInt(x -> none(x)).sum(); }
            @Workflow static int goNull1() { return Stream.of(4, 2).mapToInt(AroundFailures::none).sum(); }
            @Workflow static Object goDuplicates() { return Stream.of(3, 3).map(x -> a(x)).collect(Collectors.toMap(x -> x, x -> x)); }
          }
          """));
}
