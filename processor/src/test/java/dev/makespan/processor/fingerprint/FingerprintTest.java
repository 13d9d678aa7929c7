package dev.makespan.processor.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which versions an edit changes. Each test edits one program at one place, and names all methods
 * whose version differs afterwards.
 */
final class FingerprintTest {
  private static final Program PROGRAM = new Program(Map.of(
      "Prices.java",
      """
      package demo;
      import dev.makespan.*;
      import java.util.*;
      import java.util.function.*;

      final class Prices {
        static final int LIMIT = 10;
        private static final List<String> WORDS = List.of("a", "b");
        private static final Set<String> STOPS = new HashSet<>();
        private static final Map<String, Integer> TABLE;

        static {
          for (String each : new String[] {"x", "y"}) {
            STOPS.add(each);
          }
        }

        static {
          Map<String, Integer> table = new TreeMap<>();
          int first = 11;
          table.put("one", first);
          TABLE = table;
        }

        @Task static int constant(int n) { return Math.min(n, LIMIT); }
        @Task static boolean word(String w) { return WORDS.contains(w); }
        @Task static boolean stop(String w) { return STOPS.contains(w); }
        @Task static Integer table(String w) { return TABLE.get(w); }

        @Task static int helper(int n) { return twice(n); }
        private static int twice(int n) { return 2 * n; }
        private static int twice(long n) { return (int) (3 * n); }
        @Task static int overload(int n) { return twice((long) n); }

        @Task static int lambda(List<Integer> ns) { return ns.stream().mapToInt(n -> n + 4).sum(); }
        @Task static List<Integer> reference(List<Integer> ns) {
          return ns.stream().map(Prices::fiveMore).toList();
        }
        private static int fiveMore(int n) { return n + 5; }

        @Task static int nested(int n) { return new Scale(n).scaled(); }
        static class Scale {
          private final int by;
          private int offset = 6;
          Scale(int by) { this.by = by; }
          int scaled() { return by * 3 + offset; }
          int unused() { return by; }
        }

        @Task static int anonymous(int n) {
          return new IntUnaryOperator() {
            @Override public int applyAsInt(int x) { return helped(x) * 6; }
            private int helped(int x) { return x + 60; }
          }.applyAsInt(n);
        }

        @Task static int local(int n) {
          record Pair(int a, int b) { int sum() { return a + b + 7; } }
          return new Pair(n, n).sum();
        }

        enum Level {
          LOW(1), MIDDLE(5), HIGH(8) { @Override int bonus() { return 80; } };
          final int weight;
          Level(int weight) { this.weight = weight; }
          int bonus() { return 0; }
        }
        @Task static int weight(Level level) { return level.weight; }
        @Task static int bonus(Level level) { return level.bonus(); }
        @Task static String choice(String name) {
          return switch (Level.valueOf(name)) { case LOW -> "l"; case HIGH -> "h"; default -> "m"; };
        }

        sealed interface Shape permits Square, Circle {}
        record Square(int side) implements Shape {}
        record Circle(int radius) implements Shape {
          Circle { if (radius < 0) { throw new IllegalArgumentException("radius"); } }
        }
        @Task static Shape grown(Circle circle) { return new Circle(circle.radius() + 1); }

        interface Scorer<T> { int score(T value); }
        static final class Lengths implements Scorer<String> {
          @Override public int score(String value) { return value.length() + 9; }
        }
        @Task static int score(Scorer<String> scorer) { return scorer.score("a"); }

        static class Base {
          int base(int n) { return n + step(); }
          int step() { return 12; }
        }
        static class Derived extends Base {
          @Override int step() { return 13; }
        }
        @Task static int inherited(int n) { return new Derived().base(n); }

        @Task static boolean even(int n) { return n == 0 || odd(n - 1); }
        private static boolean odd(int n) { return n != 0 && even(n - 1); }

        @Task static int other(int n) { return Rates.rate(n); }
        @Task static int deep(int n) { return Rates.deep(n); }
        @Task static int foreign(int n) { return Math.min(n, Rates.MAX); }
        @Task static boolean foreignWord(String w) { return Rates.WORDS.contains(w); }

        @Workflow static int both(int n) {
          int a = helper(n);
          int b = constant(n);
          return a + b;
        }
        @Dynamic static int asked(int n) { return PricesFlow.current().helper(n).join(); }
        @Task static int own(int n) { return new PricesFlow().blocking().both(n); }
      }
      """,
      "Rates.java",
      """
      package demo;
      import java.util.*;

      final class Rates {
        static final int MAX = 100;
        static final List<String> WORDS = List.of("r");
        static int rate(int n) { return n * 14; }
        static int deep(int n) { return Deep.value(n) + 15; }
        static int unused(int n) { return n - 0; }
      }
      """,
      "Deep.java",
      """
      package demo;

      final class Deep {
        static int value(int n) { return n <= 0 ? 16 : Rates.deep(n - 1); }
      }
      """,
      "Shop.java",
      """
      package demo;
      import dev.makespan.*;

      class Shop implements Runnable {
        private int base = 17;
        private final String name;
        Shop(String name) { this.name = name; }
        @Task int price(int n) { return n + base; }
        @Task String title() { return name; }
        @Task int tax(int n) { return n / rate(); }
        int rate() { return 5; }
        @Override public void run() {}

        static final class Dear extends Shop {
          Dear() { super("dear"); }
          @Override int rate() { return 4; }
        }
      }
      """,
      "Kinds.java",
      """
      package demo;
      import dev.makespan.*;
      import java.util.*;
      import java.util.concurrent.*;

      final class Kinds {
        static final Comparator<String> ORDER = Comparator.comparing(s -> s.length() + 21);
        private static final Map<String, Integer> NAMES = new HashMap<>();
        static { fill(33); }
        private static void fill(int n) { NAMES.put("a", n); }
        @Task static Integer named(String name) { return NAMES.get(name); }

        @Task static int caught(String s) {
          try {
            return Integer.parseInt(s);
          } catch (NumberFormatException e) {
            throw new Wrong(s);
          }
        }
        static class Wrong extends RuntimeException {
          private static final long serialVersionUID = 1;
          Wrong(String s) { super(s); }
          @Override public String getMessage() { return "wrong"; }
        }

        @Task static int counted(Set<Key> keys) { return keys.size(); }
        static final class Key {
          int id;
          @Override public boolean equals(Object o) { return o instanceof Key k && k.id == id; }
          @Override public int hashCode() { return id + 22; }
        }

        @Task static List<String> ordered(List<String> all) { return all.stream().sorted(ORDER).toList(); }
        @MapTask static int each(int x, int by) { return x * by * 23; }
        @Task static CompletionStage<Integer> later(int n) {
          return CompletableFuture.supplyAsync(() -> n + 24);
        }
        @Task static int sized(int a) { return a + 31; }
        @Task static int sized(int a, int b) { return a + b + 32; }
        @Task static int stepped(int n) { return new TwoSteps().walk(n); }
        @Task static int made(int n) { return Makers.make().step(n); }
        @Task static double area(Form form) { return form.area(); }
        @Task static long total(Iterable<Integer> all) { long sum = 0; for (int i : all) { sum += i; } return sum; }
        @Workflow static List<Integer> eachOf(List<Integer> xs) { return Makespan.map(xs, x -> each(x, 25)); }
      }
      """,
      "Steps.java",
      """
      package demo;

      abstract class Steps {
        int walk(int n) { return step(n) + 26; }
        abstract int step(int n);
      }
      """,
      "TwoSteps.java",
      """
      package demo;

      final class TwoSteps extends Steps {
        @Override int step(int n) { return n + 27; }
      }

      final class Makers {
        static Steps make() { return new ThreeSteps(); }
      }

      final class ThreeSteps extends Steps {
        @Override int step(int n) { return n + 34; }
      }
      """,
      "Form.java",
      """
      package demo;

      sealed interface Form permits Round {
        double area();
      }
      """,
      "Round.java",
      """
      package demo;

      record Round(double radius) implements Form {
        @Override public double area() { return 28 * radius; }
      }
      """,
      "Priced.java",
      """
      package demo;
      import dev.makespan.*;

      interface Priced {
        int base();
        @Task default int price(int n) { return n * 29 + base(); }
        record Fixed(int n) implements Priced { @Override public int base() { return 30; } }
      }
      """));

  @TempDir
  private static Path folder;

  private static Map<String, String> versions = Map.of();

  @BeforeAll
  static void compile() throws Exception {
    versions = PROGRAM.versions(folder);
  }

  private void changes(Program edited, String... methods) throws Exception {
    assertEquals(
        new TreeSet<>(Set.of(methods)), Program.changed(versions, edited.versions(folder)));
  }

  private void changes(String old, String by, String... methods) throws Exception {
    changes(PROGRAM.edited(old, by), methods);
  }

  @Test
  void noTwoMethodsHaveOneVersion() {
    assertEquals(versions.size(), Set.copyOf(versions.values()).size());
  }

  @Test
  void theSameProgramHasTheSameVersions() throws Exception {
    changes(PROGRAM);
  }

  @Test
  void commentsAndFormattingDoNotCount() throws Exception {
    Program spread = PROGRAM;
    for (Map.Entry<String, String> file : PROGRAM.files().entrySet()) {
      String text = file.getValue()
          .replace(" {", "\n// a comment\n{\n/** Another one. */")
          .replace("; ", ";\n\n\n");
      spread = spread.with(file.getKey(), text);
    }
    changes(spread);
  }

  @Test
  void qualifiedNamesAreThoseOfImports() throws Exception {
    changes("return Rates.rate(n);", "return demo.Rates.rate((n));");
    changes(
        "private static final Set<String> STOPS",
        "private static final java.util.Set<String> STOPS");
  }

  @Test
  void namesOfLocalsDoNotCount() throws Exception {
    changes("n -> n + 4", "number -> number + 4");
    changes(
        "static int helper(int n) { return twice(n); }",
        "static int helper(int k) { return twice(k); }");
  }

  @Test
  void unrelatedMembersDoNotCount() throws Exception {
    changes("  static final int LIMIT", """
          static final Object MORE = new Object() { @Override public String toString() { return "more"; } };
          static final List<Integer> OTHERS = new ArrayList<>();
          static { OTHERS.add(1); }
          static int more(List<Integer> ns) {
            Runnable nothing = () -> {};
            switch (Level.valueOf("HIGH")) { case MIDDLE: return 1; case HIGH: nothing.run(); break; default: }
            return new IntUnaryOperator() {
              @Override public int applyAsInt(int x) { return ns.stream().mapToInt(n -> n + x).sum(); }
            }.applyAsInt(1);
          }
          @Task static int further(int n) { return more(List.of(n)); }
          record Aardvark(int n) {}
          static final int LIMIT""");
    changes("return n - 0;", "return n - 1;");
    changes("int unused() { return by; }", "int unused() { return -by; }");
  }

  @Test
  void theOrderOfMembersDoesNotCount() throws Exception {
    String moved = "  private static int fiveMore(int n) { return n + 5; }\n";
    String lambda =
        "  @Task static int lambda(List<Integer> ns) { return ns.stream().mapToInt(n -> n + 4).sum(); }\n";
    changes(PROGRAM
        .edited(moved, "")
        .edited(lambda, "")
        .edited("  static final int LIMIT", lambda + moved + "  static final int LIMIT"));
  }

  @Test
  void settingsDoNotCount() throws Exception {
    changes(
        "@Task static int helper",
        "@Task(retries = 3, timeout = \"1m\", name = \"twice\") static int helper");
  }

  @Test
  void aBodyCounts() throws Exception {
    changes(
        "Math.min(n, LIMIT)", "Math.max(n, LIMIT)", "Prices.constant", "Prices.both", "Prices.own");
  }

  @Test
  void aConstantCounts() throws Exception {
    changes("LIMIT = 10", "LIMIT = 20", "Prices.constant", "Prices.both", "Prices.own");
  }

  @Test
  void anInitializerCountsForItsFieldOnly() throws Exception {
    changes("List.of(\"a\", \"b\")", "List.of(\"a\", \"c\")", "Prices.word");
  }

  @Test
  void aStaticBlockCountsForTheFieldsThatItNames() throws Exception {
    changes("{\"x\", \"y\"}", "{\"x\", \"z\"}", "Prices.stop");
    changes("int first = 11;", "int first = 12;", "Prices.table");
    changes("table.put(\"one\", first);", "table.put(\"two\", first);", "Prices.table");
  }

  @Test
  void aHelperCounts() throws Exception {
    changes(
        "return 2 * n;",
        "return n + n;",
        "Prices.helper",
        "Prices.both",
        "Prices.asked",
        "Prices.own");
  }

  @Test
  void anOverloadCountsForItsCallers() throws Exception {
    changes("(int) (3 * n)", "(int) (4 * n)", "Prices.overload");
  }

  @Test
  void aLambdaCounts() throws Exception {
    changes("n -> n + 4", "n -> n + 5", "Prices.lambda");
  }

  @Test
  void whatAReferenceNamesCounts() throws Exception {
    changes("return n + 5;", "return n + 6;", "Prices.reference");
  }

  @Test
  void nestedClassesCount() throws Exception {
    changes("by * 3", "by * 4", "Prices.nested");
    changes("offset = 6", "offset = 7", "Prices.nested");
    changes("this.by = by;", "this.by = by + 1;", "Prices.nested");
  }

  @Test
  void anonymousAndLocalClassesCount() throws Exception {
    changes("helped(x) * 6", "helped(x) * 7", "Prices.anonymous");
    changes("x + 60", "x + 61", "Prices.anonymous");
    changes("a + b + 7", "a + b + 8", "Prices.local");
    changes("Pair(int a, int b) {", "Pair(int a, int b) { Pair { a++; }", "Prices.local");
  }

  @Test
  void constantsOfEnumsCount() throws Exception {
    changes("MIDDLE(5)", "MIDDLE(6)", "Prices.bonus", "Prices.choice", "Prices.weight");
    changes("return 80;", "return 81;", "Prices.bonus");
  }

  @Test
  void theCasesOfASwitchCount() throws Exception {
    changes("case HIGH -> \"h\"", "case HIGH -> \"i\"", "Prices.choice");
    changes("case HIGH -> \"h\"", "case MIDDLE -> \"h\"", "Prices.choice");
  }

  @Test
  void recordsCount() throws Exception {
    changes("radius < 0", "radius < 1", "Prices.grown");
    changes("record Square(int side)", "record Square(int edge)", "Prices.grown");
  }

  @Test
  void implementationsInTheSourceFileCount() throws Exception {
    changes("value.length() + 9", "value.length() + 8", "Prices.score");
  }

  @Test
  void superclassesAndOverridesCount() throws Exception {
    changes("n + step()", "n - step()", "Prices.inherited");
    changes("return 13;", "return 14;", "Prices.inherited");
    changes("return 4;", "return 3;", "Shop.tax");
  }

  @Test
  void recursionEnds() throws Exception {
    changes("n != 0 && even(n - 1)", "n > 0 && even(n - 1)", "Prices.even");
  }

  @Test
  void helpersInOtherSourceFilesCount() throws Exception {
    changes("n * 14", "n * 15", "Prices.other");
    changes("+ 15", "+ 16", "Prices.deep");
    changes("16 :", "17 :", "Prices.deep");
    changes("List.of(\"r\")", "List.of(\"s\")", "Prices.foreignWord");
  }

  @Test
  void constantsInOtherSourceFilesCount() throws Exception {
    changes("MAX = 100", "MAX = 101", "Prices.foreign");
  }

  @Test
  void whatWorkflowsAndDynamicsCallCounts() throws Exception {
    changes("return a + b;", "return a - b;", "Prices.both", "Prices.own");
    changes("helper(n).join()", "helper(n + 1).join()", "Prices.asked");
  }

  @Test
  void initializersOfInstanceFieldsCountAndArgumentsDoNot() throws Exception {
    changes("base = 17", "base = 18", "Shop.price");
    changes("this.name = name;", "this.name = name + 1;");
    changes("public void run() {}", "public void run() { rate(); }");
  }

  @Test
  void whatIsCaughtCounts() throws Exception {
    changes("catch (NumberFormatException e)", "catch (RuntimeException e)", "Kinds.caught");
  }

  @Test
  void methodsThatTheJdkCallsCount() throws Exception {
    changes("return \"wrong\";", "return \"bad\";", "Kinds.caught");
    changes("id + 22", "id + 23", "Kinds.counted");
    changes("k.id == id", "k.id != id", "Kinds.counted");
  }

  @Test
  void lambdasOfConstantsCount() throws Exception {
    changes("s.length() + 21", "s.length() - 21", "Kinds.ordered");
  }

  @Test
  void mapTasksAndAsynchronousOnesHaveVersions() throws Exception {
    changes("x * by * 23", "x * by * 24", "Kinds.each", "Kinds.eachOf");
    changes("each(x, 25)", "each(x, 26)", "Kinds.eachOf");
    changes("n + 24", "n + 25", "Kinds.later");
  }

  @Test
  void classesOfOtherSourceFilesCount() throws Exception {
    changes("step(n) + 26", "step(n) - 26", "Kinds.stepped");
    changes("n + 27", "n - 27", "Kinds.stepped");
    changes("n + 34", "n - 34", "Kinds.made");
    changes("28 * radius", "29 * radius", "Kinds.area");
  }

  @Test
  void interfacesHaveVersions() throws Exception {
    changes("n * 29", "n * 28", "Priced.price");
    changes("return 30;", "return 31;", "Priced.price");
  }

  @Test
  void eachOverloadHasItsOwnVersion() throws Exception {
    changes("a + 31", "a - 31", "Kinds.sized");
    changes("a + b + 32", "a + b - 32", "Kinds.sized_2");
  }

  @Test
  void aStaticBlockThatCallsAMethodCountsForAllFields() throws Exception {
    changes("fill(33);", "fill(34);", "Kinds.named", "Kinds.ordered");
    changes("NAMES.put(\"a\", n);", "NAMES.put(\"b\", n);", "Kinds.named", "Kinds.ordered");
  }
}
