package dev.makespan.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Eclipse's compiler: with javac's parser beside it the twins are javac's, without it they call the
 * plain methods.
 */
final class EclipseCompilerTest {
  private static final Path SAMPLES = Path.of("../samples/src/main/java");

  private static final String SHOP = """
      package demo;
      import dev.makespan.*;
      import dev.makespan.testing.Equivalence;
      import java.io.IOException;
      import java.util.*;
      public class Shop {
        static final List<String> LOG = Collections.synchronizedList(new ArrayList<>());
        final int factor;
        Shop(int factor) { this.factor = factor; }
        /** Measures a word. {@link Other} things follow. */
        @Task(retries = 2, timeout = "5s") static int length(String word) { return word.length(); }
        @Task static int sum(int a, int b) { return a + b; }
        @Task int times(int a) { return a * factor; }
        static String shown(String text) { return "s" + text; }
        static String shown(int number) { return "i" + number; }
        @Task static String note(String text) { return shown(text); }
        @MapTask static int scaled(int a, int by) { return a * by; }
        @Task static int failing(String word) throws IOException { throw new IOException(word); }
        @Workflow static int both(String one, String two) {
          int first = length(one);
          var second = length(two);
          return sum(first, second) + 1;
        }
        @Workflow int all(List<String> words) throws IOException {
          List<Integer> lengths = Makespan.map(words, Shop::length);
          int total;
          if (lengths.isEmpty()) {
            total = failing("none");
          } else {
            total = times(lengths.get(0));
          }
          return total;
        }
        @SuppressWarnings("makespan:nothing-parallel")
        @Workflow static void log(String a) { add(a); add(a + "2"); }
        @Task static void add(String a) { LOG.add(a); }
        @Dynamic static int down(int n) {
          var flow = ShopFlow.current(new Shop(1));
          return n == 0 ? flow.both("a", "b").join() : flow.down(n - 1).join() + 1;
        }
        @Workflow static int through(int n) { return down(n); }
        public static class Inner {
          @Task static int two() { return 2; }
          @Workflow static int four() { return two() + two(); }
        }
        public static void run() throws Exception {
          Shop shop = new Shop(3);
          ShopFlow flow = new ShopFlow(shop);
          Equivalence.assertSame(() -> both("a", "bcd"), () -> flow.both("a", "bcd"));
          Equivalence.assertSame(() -> shop.all(List.of("abc")), () -> flow.all(List.of("abc")));
          Equivalence.assertSame(() -> shop.all(List.of()), () -> flow.all(List.of()));
          Equivalence.assertSame(() -> through(4), () -> flow.through(4));
          Equivalence.assertSame(Inner::four, () -> new Shop_InnerFlow().four());
          flow.blocking().log("x");
          if (!LOG.equals(List.of("x", "x2"))) throw new AssertionError(LOG);
          if (flow.scaled(List.of(1, 2), 3).join().get(1) != 6) throw new AssertionError();
        }
      }
      """;

  @TempDir
  private Path directory;

  @Test
  void makesTheTwinsThatJavacMakes() throws Exception {
    Compiled eclipse = EclipseCompiler.compile(
        directory.resolve("ecj"), Map.of("demo/Shop.java", SHOP), new MakespanProcessor());
    assertEquals(List.of(), EclipseCompiler.errors(eclipse), eclipse::messages);
    assertEquals(List.of(), EclipseCompiler.ours(eclipse));
    Compiled javac =
        Compiled.withWarnings(directory.resolve("javac"), Map.of("demo/Shop.java", SHOP));
    assertEquals(javac.sources(), eclipse.sources());
    eclipse.run("demo.Shop");
  }

  @Test
  void callsThePlainMethodsWithOneWarningWhereNoParserIsAtHand() throws Exception {
    Compiled eclipse =
        EclipseCompiler.compile(directory, Map.of("demo/Shop.java", SHOP), HiddenTrees.processor());
    assertEquals(List.of(), EclipseCompiler.errors(eclipse), eclipse::messages);
    assertEquals(1, EclipseCompiler.ours(eclipse).size(), eclipse::messages);
    assertTrue(EclipseCompiler.ours(eclipse).get(0).startsWith("[makespan:sequential] Workflows"));
    assertTrue(eclipse.source("ShopFlow").contains("return Shop.both(one, two);"));
    assertTrue(eclipse.source("ShopFlow").contains("Measures a word."));
    eclipse.run("demo.Shop");
  }

  @Test
  void compilesTheSamplesAsJavacDoes() throws Exception {
    List<Path> files = EclipseCompiler.filesBelow(SAMPLES);
    Compiled eclipse =
        EclipseCompiler.compile(directory.resolve("ecj"), files, new MakespanProcessor());
    assertEquals(List.of(), EclipseCompiler.errors(eclipse), eclipse::messages);
    assertEquals(List.of(), EclipseCompiler.ours(eclipse));
    Compiled javac = Compiled.withWarnings(directory.resolve("javac"), texts(files));
    assertEquals(javac.sources(), eclipse.sources());
    assertFalse(eclipse.sources().isEmpty());
  }

  @Test
  void compilesTheSamplesWithoutAParserToo() throws Exception {
    Compiled eclipse = EclipseCompiler.compile(
        directory, EclipseCompiler.filesBelow(SAMPLES), HiddenTrees.processor());
    assertEquals(List.of(), EclipseCompiler.errors(eclipse), eclipse::messages);
    assertEquals(1, EclipseCompiler.ours(eclipse).size(), eclipse::messages);
    assertFalse(eclipse.sources().isEmpty());
  }

  @Test
  void tellsWhatIsWrongAtTheMethodWithItsLine() {
    Compiled eclipse = EclipseCompiler.compile(
        directory, Map.of("demo/Broken.java", """
        package demo;
        import dev.makespan.*;
        class Broken {
          @Task static int one(int a) { return a; }
          @Workflow static int loop(int a) {
            for (int i = 0; i < 3; i++) { a = one(a); }
            return a;
          }
          @Task(retries = -1) static int two(int a) { return a; }
          static int use() { return new BrokenFlow().loop(1).join(); }
        }
        """), new MakespanProcessor());
    assertFalse(eclipse.success());
    assertEquals(2, EclipseCompiler.errors(eclipse).size(), eclipse::messages);
    assertTrue(
        eclipse.messages().contains("ERROR Broken.java:5:24: [makespan:loop] Line 6: "),
        eclipse::messages);
    assertTrue(eclipse.messages().contains("[makespan:negative] Line 9: "), eclipse::messages);
  }

  @Test
  void callsThePlainMethodWhereOnlyJavacCouldTellAType() throws Exception {
    Compiled eclipse = EclipseCompiler.compile(
        directory, Map.of("demo/Infers.java", """
        package demo;
        import dev.makespan.*;
        import dev.makespan.testing.Equivalence;
        import java.util.*;
        import java.util.stream.*;
        public class Infers {
          @Task static int one(int a) { return a; }
          @Workflow static int inferred(List<Integer> xs) {
            var sizes = xs.stream().collect(Collectors.groupingBy(x -> x % 2, Collectors.counting()));
            int size = one(sizes.size());
            return size + one(xs.size());
          }
          @Workflow static int told(int a, int b) { return one(a) + one(b); }
          public static void run() {
            InfersFlow flow = new InfersFlow();
            Equivalence.assertSame(() -> inferred(List.of(1, 2)), () -> flow.inferred(List.of(1, 2)));
            Equivalence.assertSame(() -> told(1, 2), () -> flow.told(1, 2));
          }
        }
        """), new MakespanProcessor());
    assertEquals(List.of(), EclipseCompiler.errors(eclipse), eclipse::messages);
    assertEquals(1, EclipseCompiler.ours(eclipse).size(), eclipse::messages);
    assertTrue(
        eclipse
            .messages()
            .contains("WARNING Infers.java:8:24: [makespan:sequential] Line 9: inferred "),
        eclipse::messages);
    assertTrue(eclipse.source("InfersFlow").contains("return Infers.inferred(xs);"));
    assertFalse(eclipse.source("InfersFlow").contains("Infers.told(a, b);\n    }"));
    eclipse.run("demo.Infers");
  }

  @Test
  void tellsWhatIsWrongInDeclarationsWithoutAParser() throws Exception {
    Compiled eclipse = EclipseCompiler.compile(
        directory, Map.of("demo/Broken.java", """
        package demo;
        import dev.makespan.*;
        class Broken {
          @Task(retries = -1) static int two(int a) { return a; }
          @Task private static int three(int a) { return a; }
          static int use() { return new BrokenFlow().two(1).join(); }
        }
        """), HiddenTrees.processor());
    assertFalse(eclipse.success());
    assertEquals(2, EclipseCompiler.errors(eclipse).size(), eclipse::messages);
    assertTrue(
        eclipse.messages().contains("ERROR Broken.java:4:9: [makespan:negative]"),
        eclipse::messages);
    assertTrue(
        eclipse.messages().contains("ERROR Broken.java:5:28: [makespan:private-node]"),
        eclipse::messages);
  }

  private static Map<String, String> texts(List<Path> files) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (Path file : files) {
      texts.put(SAMPLES.relativize(file).toString().replace('\\', '/'), Files.readString(file));
    }
    return texts;
  }
}
