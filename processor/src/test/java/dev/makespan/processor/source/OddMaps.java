package dev.makespan.processor.source;

import java.util.List;

/** Streams of calls and the siblings of {@code Makespan.map}, as users write them. */
final class OddMaps {
  private OddMaps() {}

  static final List<List<String>> LEGAL = List.of(
      List.of("""
          class Stages {
            static int fail(String what, int x) { throw new IllegalStateException(what + x); }
            @Task static int a(int x) { return x % 3 == 2 ? fail("a", x) : x; }
            @Task static int b(int x) { return x % 2 == 1 ? fail("b", x) : x; }
            @Task static long wide(long x) { return 2 * x; }
            @Task static Integer boxed(Integer x) { return x; }
            @Workflow static List<Integer> goFirstElementWins(List<Integer> xs) { return xs.stream().map(Stages::a).map(Stages::b).toList(); }
            @Workflow static List<Integer> goFixed() { return List.of(0, 4, 1, 2).stream().map(x -> a(x)).map(x -> b(x)).toList(); }
            @Workflow static List<Integer> goFixed1() { return List.of(4, 2, 1).stream().map(x -> a(x)).map(x -> b(x)).toList(); }
            @Workflow static List<Integer> goLists() { return Makespan.map(Makespan.map(List.of(4, 1, 2), Stages::a), Stages::b); }
            @Workflow static List<Integer> goLists1() { return Makespan.map(Makespan.map(List.of(4, 1, 3), x -> a(x)), x -> b(x)); }
            @Workflow static List<Integer> goPureFails() { return List.of(4, 3, 2).stream().map(x -> 6 / (x - 3)).map(x -> a(x)).toList(); }
            @Workflow static List<Integer> goPureFailsLater() { return List.of(2, 3).stream().map(x -> a(x)).map(x -> 6 / (x - 3)).toList(); }
            @Workflow static List<Integer> goShadow(List<Integer> xs) { return xs.stream().map(x -> a(x) + 1).map(x -> x * 2).map(x -> wide(x)).map(x -> a(0) + x.intValue()).toList(); }
            @Workflow static List<Integer> goBlocks(List<Integer> xs) { return xs.stream().map(x -> { int y = a(x); return y + 1; }).map(z -> { int y = boxed(z); int w = y; return w; }).toList(); }
            @Workflow static List<Long> goTyped() { Set<Integer> xs = Set.of(4); return xs.stream().map((Integer x) -> boxed(x)).map((Integer x) -> wide(x)).toList(); }
            @Workflow static List<Integer> goBoundBetween(List<Integer> xs, String s) { return xs.stream().map(Stages::boxed).map(s::charAt).map(c -> a(c)).toList(); }
            @Workflow static List<StringBuilder> goCreated(List<Integer> xs) { return xs.stream().map(Stages::boxed).map(String::valueOf).map(StringBuilder::new).toList(); }
            @Workflow static List<? extends Number> goWild() { List<? extends Integer> xs = List.of(4, 5); return xs.stream().map(x -> boxed(x)).toList(); }
            @Workflow static Object goObject() { Collection<Integer> xs = List.of(4, 5); return xs.stream().map(Stages::boxed).collect(Collectors.toList()); }
            @Workflow static int goInside(List<Integer> xs) { return a(3) + xs.stream().map(Stages::boxed).toList().size(); }
            @Workflow static int goUnused(List<Integer> xs) { xs.stream().map(Stages::a).toList(); return 1; }
            @Workflow static List<Integer> goVar(List<Integer> xs) { var ys = xs.stream().map(Stages::a).map(y -> wide(y)).toList(); return ys.stream().map(y -> y.intValue()).map(Stages::a).toList(); }
            @Workflow static List<List<Integer>> goInner() { List<List<Integer>> xs = List.of(List.of(4, 1), List.of(), List.of(3, 2)); return xs.stream().map(each -> each.stream().map(x -> a(x)).map(x -> b(x)).toList()).toList(); }
            @Workflow static List<Integer> goCaptured(List<Integer> xs, int by) { int c = a(by); return xs.stream().map(x -> x + c).map(x -> a(x)).map(x -> x * c).toList(); }
          }
          """),
      List.of("""
          class Sides {
            final List<String> log = Collections.synchronizedList(new ArrayList<>());
            @Task void write(String s) { if (s.isEmpty()) { throw new IllegalArgumentException("empty"); } log.add(s); }
            @Task int count(String s) { log.add(s); return s.length(); }
            @Task static void checked(String s) throws java.io.IOException { if (s.isEmpty()) { throw new java.io.IOException("empty"); } }
            @Workflow int goEach() { List<String> xs = List.of("a", "", "bcd"); Makespan.forEach(xs, this::write); return 1; }
            @Workflow int goEach1() { List<String> xs = List.of("a", "", "bcd"); Makespan.forEach(xs, x -> { write(x); write(x + 1); }); return 1; }
            @Workflow int goEach2() { List<String> xs = List.of("a", "", "bcd"); Makespan.forEach(xs, x -> count(x)); Makespan.forEach(xs, this::count); return 1; }
            @Workflow void goEach3() { List<List<String>> xs = List.of(List.of("a"), List.of("", "b")); Makespan.forEach(xs, x -> Makespan.forEach(x, y -> write(y))); }
            @Workflow void goEach4() throws java.io.IOException { List<String> xs = List.of("a", "", "bcd"); Makespan.forEach(xs, Sides::checked); }
            @Workflow int goEach5() { List<String> xs = List.of("a", "", "bcd"); Makespan.forEach(xs.stream().map(x -> count(x)).toList(), n -> write("" + n)); return 1; }
            @Workflow void goEach6(String end) { Set<String> xs = Set.of("a"); Makespan.forEach(xs, x -> { String y = x + end; Makespan.tap(() -> System.nanoTime()); write(y); }); }
            @Workflow int goBoth(String a, String b) { Makespan.together(() -> write(a), () -> write(b + count(a)), () -> this.count(b)); return 1; }
            @Workflow int goOne(String a) { Makespan.together(() -> write(a)); return 1; }
            @Workflow void goMixed(String a) throws java.io.IOException { Makespan.together(() -> checked(a), () -> write(a)); }
            @Workflow int goTap(String a) { int n = count(a); Makespan.tap(() -> log.add("n" + n)); Makespan.tap(() -> { int m = n + 1; log.add("m" + m); }); write("end"); return 1; }
            @Workflow void goTapFails(String a) { Makespan.tap(() -> { if (a.length() > 2) { throw new java.io.IOException(); } }); }
          }
          """.replace(
          "void goTapFails(String a) {", "void goTapFails(String a) throws java.io.IOException {")),
      List.of("""
          class Somes {
            @Task static Integer t(int x) { if (x % 2 == 1) { throw new IllegalStateException("t" + x); } return x; }
            static final double HALF = 0.5;
            @Workflow static List<Optional<Integer>> goHalf(List<Integer> xs) { return Makespan.mapSome(HALF, xs, Somes::t); }
            @Workflow static List<Optional<Integer>> goRatio(List<Integer> xs) { Double ratio = 0.5; return Makespan.mapSome(ratio, xs, x -> t(x)); }
            @Workflow static List<Optional<Integer>> goWhole(List<Integer> xs, int ratio) { return Makespan.mapSome(ratio, xs, x -> t(x)); }
            @Workflow static List<Optional<Integer>> goLiteral(List<Integer> xs) { return Makespan.mapSome(0, xs, x -> t(x)); }
            @Workflow static List<Optional<Long>> goBody(List<Integer> xs) { return Makespan.mapSome(0.3, xs, x -> { int y = t(x); return y + 1L; }); }
            @Workflow static long goVar(List<Integer> xs) { var found = Makespan.mapSome(0.0, xs, x -> t(x)); return found.stream().filter(Optional::isPresent).count(); }
            @Workflow static List<Optional<List<Integer>>> goNested() { List<List<Integer>> xs = List.of(List.of(4, 1), List.of(), List.of(3, 2)); return Makespan.mapSome(0.5, xs, x -> Makespan.map(x, Somes::t)); }
            @Workflow static List<Optional<List<Integer>>> goStream() { List<List<Integer>> xs = List.of(List.of(4, 1), List.of(), List.of(3, 2)); return Makespan.mapSome(0.5, xs, x -> x.stream().map(Somes::t).map(Somes::t).toList()); }
            @Workflow static List<Optional<Integer>> goPure(List<Integer> xs) { return Makespan.mapSome(0.5, xs, x -> 1 / x); }
          }
          """));

  static final List<String> REFUSED = List.of("""
          class Refused {
            @Task static int t(int x) { return x; }
            @Task static void v(int x) { }
            static int pure(int x) { return x; }
            static void quiet() { }
            @Workflow static List<Integer> filter(List<Integer> xs) { return xs.stream().map(Refused::t)/*!stream*/.filter(x -> x > 0).map(Refused::t).toList(); }
            @Workflow static List<Integer> filter1(List<Integer> xs) { return xs.stream()/*!stream*/.filter(x -> t(x) > 0).toList(); }
            @Workflow static List<Integer> filter2(List<Integer> xs) { return xs.stream().filter(x -> x > 0).map(Refused::t)/*!stream*/.peek(x -> pure(x)).toList(); }
            @Workflow static List<Integer> sorted(List<Integer> xs) { return xs.stream().map(x -> t(x))/*!stream*/.sorted().map(x -> t(x)).toList(); }
            @Workflow static List<Integer> limit(List<Integer> xs) { return xs.stream().map(x -> t(x))/*!stream*/.limit(3).toList(); }
            @Workflow static List<Integer> flat(List<List<Integer>> xs) { return xs.stream()/*!stream*/.flatMap(x -> x.stream().map(Refused::t)).toList(); }
            @Workflow static int sum(List<Integer> xs) { return xs.stream().mapToInt(Refused::t)/*!stream*/.boxed().map(Refused::t).toList().get(0); }
            @Workflow static long count(List<Integer> xs) { return xs.stream().map(Refused::t)/*!stream*/.count(); }
            @Workflow static Set<Integer> collect(List<Integer> xs) { return Set.of(xs.stream().map(Refused::t)/*!stream*/.findFirst().get()); }
            @Workflow static boolean any(List<Integer> xs) { return xs.stream().map(Refused::t).filter(x -> x > 1)/*!stream*/.anyMatch(x -> x > 3); }
            @Workflow static Stream<Integer> left(List<Integer> xs) { Object s = xs.stream().map(Refused::t)/*!stream*/.filter(x -> x > 1); return xs.stream().map(Refused::t).filter(x -> x > 1)/*!stream*/.parallel(); }
            @Workflow static int passed(List<Integer> xs) { return Stream.concat(xs.stream()/*!stream*/.map(Refused::t), xs.stream()).toList().size(); }
            @Workflow static int endless(int n) { return IntStream/*!stream*/.iterate(n, i -> i + 1).mapToObj(i -> t(i)).toList().size() + IntStream.iterate(n, i -> i + 1).mapToObj(i -> t(i))/*!stream*/.limit(3).toList().size(); }
            @Workflow static Object open(List<Integer> xs) { Stream<Integer> s = xs.stream()/*!stream*/.map(Refused::t); return s; }
            @Workflow static List<Integer> infinite(int x) { return Stream/*!stream*/.iterate(x, y -> y + 1).map(Refused::t).toList(); }
            @Workflow static List<Integer> given(Stream<Integer> s) { return /*!stream*/s.map(Refused::t).toList(); }
            @Workflow static List<Integer> parallel(List<Integer> xs) { return xs/*!stream*/.parallelStream().map(Refused::t).toList(); }
            @Workflow static int forEach(List<Integer> xs) { xs.stream()/*!stream*/.forEach(Refused::v); xs/*!stream*/.forEach(x -> v(x)); xs/*!stream*/.forEach(Refused::v); return 1; }
            @Workflow static int peek(List<Integer> xs) { xs.stream().map(x -> t(x))/*!stream*/.peek(x -> pure(x)).toList(); return 1; }
            @Workflow static Supplier<List<Integer>> lambda(List<Integer> xs) { return () -> xs.stream().map(Refused::t)/*call-in-lambda*/.toList(); }
            @Workflow static List<Integer> condition(boolean b, List<Integer> xs) { return b && xs.stream().map(Refused::t)/*conditional-call*/.toList().isEmpty() ? xs : null; }
            @Workflow static void together(int x) { Makespan/*!together*/.together(); Makespan.together(() -> v(x), /*!together*/() -> quiet()); Makespan.together(/*!together*/Refused::quiet); Makespan.together(/*!together*/() -> { v(x); v(x); }); }
            @Workflow static void tap(int x) { Makespan.tap(() -> /*call-in-lambda*/v(x)); }
            @Workflow static List<Optional<Integer>> ratio(List<Integer> xs) { return Makespan.mapSome(/*!ratio*/1.5, xs, Refused::t); }
            @Workflow static List<Optional<Integer>> ratio1(List<Integer> xs) { return Makespan.mapSome(/*!ratio*/-0.1, xs, Refused::t); }
            @Workflow static List<Optional<Integer>> ratio2(List<Integer> xs) { return Makespan.mapSome(Double/*!ratio*/.NaN, xs, Refused::t); }
            @Workflow static int pureLoop(List<Integer> xs) { Makespan/*plain-call*/.forEach(xs, x -> pure(x)); return t(1); }
            @Workflow static int inBody(List<Integer> xs) { Makespan.forEach(xs, x -> { v(x); /*plain-call*/pure(x); }); return t(1); }
          }
          """, """
          class WrongInLambdas { @Task static int t(int x) { return x; } static boolean yes(int x) { return true; } private static int hid(int x) { return x; } @Task static int[] arr(int x) { return null; }
            @Workflow static Object a(List<Integer> xs) { return Makespan.map(xs, x -> { if (x == 4) return /*!var-type*/null; return t(x); }); }
            @Workflow static int a1(List<Integer> xs) { return Makespan.map(xs, x -> { if (x == 4) { return t(x); } else if (x == 5) return /*!var-type*/"s"; return t(x); }).size(); }
            @Workflow static Object a2(List<Integer> xs) { return Makespan.map(xs, x -> { if (x == 4) return /*!private-member*/hid(x); return t(x); }); }
            @Workflow static List<Long> a3(List<Integer> xs) { return Makespan.map(xs, x -> { if (x == 4) return /*!private-member*/hid(x) + 1L; return 0L + t(x); }); }
            @Workflow static Object a4(List<Integer> xs) { return Makespan.map(xs, x -> Makespan.map(xs, y -> { if (x == 4) return /*!var-type*/null; return t(x); })); }
            @Workflow static Object a5(List<Integer> xs) { return Makespan.map(xs, x -> { if (x == 3) return 1; return Makespan.map(xs, y -> { if (x == 4) return /*!var-type*/null; return t(x); }); }); }
            @Workflow static List<List<Integer>> a6(List<Integer> xs) { return Makespan.map(xs, x -> xs.stream().map(WrongInLambdas::t)/*!stream*/.filter(y -> y > 1).map(WrongInLambdas::t).toList()); }
            @Workflow static List<Integer> a7(List<Integer> xs) { return xs.stream().map(x -> { int k; k = 2; k /*!reassignment*/= 3; return k; }).map(k -> t(k)).toList(); }
            @Workflow static void a8(List<Integer> xs) { Makespan.forEach(xs, x -> { if (t(x) > 1 && /*!conditional-call*/t(x) > 1) return; if (x > 3) { /*!loop*/for (;;) {} } }); }
            @Workflow static int a9(int x) { if (t(x) > 1) { return Math.abs(x) > 3 ? /*!private-member*/hid(x) : t(x); } else { return /*!private-member*/hid(x) + t(x); } }
          }
          """);
}
