package dev.makespan.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All that is wrong in a compilation is told at once, nothing twice, and the same for any order of
 * files and methods. A mark stands directly before the place of each problem; {@code javac} is one
 * of the compiler's own.
 */
final class ManyProblemsTest {
  private static final Pattern MARK = Pattern.compile("/\\*!([a-z-]+)\\*/");

  private static final String HEAD = """
      package demo;
      import dev.makespan.*;
      import java.util.*;
      import java.util.concurrent.*;
      """;

  private static final String TASKS = """
      @Task static int one(int x) { return x; }
      @Task static int two(int x, int y) { return x + y; }
      @Task static void store(int x) {}
      static int field;
      """;

  /** What is found when a class is read, by rules over all classes, and by the verifier. */
  private static final List<String> MEMBERS = Arrays.asList("""
      @Task private static int /*!private-node*/hidden(int x) { return x; }
      --
      @Task static native int /*!native-method*/foreign(int x);
      --
      @Task(timeout = /*!duration*/"5 sec") static int slow(int x) { return x; }
      --
      @MapTask(retries = /*!negative*/-1, concurrency = /*!negative*/-2) static int each(int x) { return x; }
      --
      @Workflow static synchronized int /*!synchronized*/locked(int x) { return one(x); }
      --
      @Workflow static int looped(int x) { /*!loop*/while (x > 0) store(x); return x; }
      --
      @Workflow static int twice(int x) { x /*!reassignment*/= 3; field /*!side-effect*/= 4; return one(x); }
      --
      @Workflow static int printed(int x) { System.out/*!plain-call*/.println(x); return one(x); }
      --
      @Workflow static int added(int x) { List<Integer> l = new ArrayList<>(); boolean a = l/*!side-effect*/.add(one(x)); return l.size(); }
      --
      @Workflow static int swapped(int x) { List<Integer> l = List.of(x); Runnable c = () -> Collections/*!side-effect*/.swap(l, 0, 0); return one(x); }
      --
      @Workflow static boolean maybe(int x) { return x > 0 && /*!conditional-call*/one(x) > 0; }
      --
      @Workflow static int waits(int x) { @After(/*!after-name*/"nothing") int y = one(1); return y; }
      --
      @Workflow static int again(int x) { return /*!cycle*/again(x); }
      --
      @Workflow static int /*!nothing-parallel*/chain(int x) { return one(one(x)); }
      --
      @Workflow static int apart(int x) { int a = one(x); /*!serial-fence*/store(x); return a + one(3); }
      --
      @Workflow static long timed(int x) { return one(x) + System/*!unrepeatable*/.nanoTime(); }
      --
      @Task static int counts(int x) { field /*!assigned-field*/= x; return x; }
      --
      @Dynamic static int direct(int x) { return /*!direct-call*/one(x) + Makespan.map(List.of(x), /*!direct-call*/Demo::one).size(); }
      --
      @Dynamic static int fresh(int x) { return /*!new-flow*/new DemoFlow().one(x).join(); }
      --
      @Dynamic static int outside(int x) { return CompletableFuture/*!outside-run*/.supplyAsync(() -> x).join(); }
      --
      static int plain(int x) { /*!local-annotation*/@After("x") int y = x; return y; }
      --
      static void local() { class Local { @Task int /*!inner-class*/inside(int x) { return x; } } }
      --
      static String typed(int x) { return /*!javac*/x; }
      --
      static int unknown(int x) { return /*!javac*/missing(x); }
      """.split("\n--\n"));

  @TempDir
  private Path directory;

  private static List<String> expected(Map<String, String> files) {
    List<String> expected = new ArrayList<>();
    files.forEach((file, text) -> {
      Matcher mark = MARK.matcher(text);
      while (mark.find()) {
        String before = text.substring(0, mark.end());
        expected.add(problem(
            file,
            before.chars().filter(c -> c == '\n').count() + 1,
            before.length() - before.lastIndexOf('\n'),
            mark.group(1)));
      }
    });
    Collections.sort(expected);
    return expected;
  }

  private static List<String> told(Compiled compiled) {
    List<String> told = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> each : compiled.diagnostics()) {
      String text = each.getMessage(Locale.ROOT);
      told.add(problem(
          each.getSource() == null
              ? ""
              : Path.of(each.getSource().getName()).getFileName().toString(),
          each.getLineNumber(),
          each.getColumnNumber(),
          text.startsWith("[makespan:")
              ? text.substring("[makespan:".length(), text.indexOf(']'))
              : "javac"));
    }
    Collections.sort(told);
    return told;
  }

  private static String problem(String file, long line, long column, String code) {
    return file + ":" + line + ":" + column + " " + code;
  }

  private Compiled compile(Map<String, String> files) {
    Compiled compiled = Compiled.withWarnings(directory, files);
    assertFalse(compiled.success());
    return compiled;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void tellsAllProblemsOnceForAnyOrderOfFilesAndMembers(long seed) {
    Random random = new Random(seed);
    List<String> names = new ArrayList<>(List.of("Demo", "Second", "Third", "Fourth"));
    Collections.shuffle(names, random);
    Map<String, String> files = new LinkedHashMap<>();
    for (String name : names) {
      List<String> members = new ArrayList<>(MEMBERS);
      Collections.shuffle(members, random);
      String text = HEAD + "class " + name + " {\n" + TASKS + String.join("\n", members) + "\n}\n";
      files.put(name + ".java", text.replaceAll("\\bDemo(?=::|Flow)", name));
    }
    Compiled compiled = compile(files);
    assertEquals(String.join("\n", expected(files)), String.join("\n", told(compiled)));
  }

  /** Two cycles with a workflow in common, and two classes that want one flow name. */
  private static final Map<String, String> ENTANGLED = Map.of(
      "Apple.java", """
      class Apple { @Workflow static int a(int x) { return Berry.b(x); } }
      """,
      "Berry.java", """
      class Berry { @Workflow static int b(int x) { return x > 3 ? Apple.a(x) : Cherry.c(x); } }
      """,
      "Cherry.java", """
      class Cherry { @Workflow static int c(int x) { return Apple.a(x); } }
      """,
      "Date.java", """
      class Date { static class Inner { @Task static int d(int x) { return x; } } }
      """,
      "Date_Inner.java", """
      class Date_Inner { @Task static int d(int x) { return x; } }
      """);

  @Test
  void tellsWhatConcernsSeveralFilesTheSameForAnyOrderOfThem() {
    List<String> names = new ArrayList<>(new TreeMap<>(ENTANGLED).keySet());
    String first = "";
    for (int seed = 0; seed < 12; seed++) {
      Map<String, String> files = new LinkedHashMap<>();
      names.forEach(name -> files.put(name, HEAD + ENTANGLED.get(name)));
      List<String> messages = new ArrayList<>(compile(files).messages().lines().toList());
      Collections.sort(messages);
      String told = String.join("\n", messages);
      first = first.isEmpty() ? told : first;
      assertEquals(first, told, names.toString());
      Collections.shuffle(names, new Random(seed));
    }
  }

  @Test
  void tellsWhatItFoundThoughTheCompilerGetsNoFurther() {
    Map<String, String> files = Map.of(
        "Looped.java",
        HEAD
            + "class Looped { @Workflow static int go(int x) { /*!loop*/while (x > 0) {} return x; } }\n",
        "Imports.java",
        HEAD + "import missing/*!javac*/.Type;\nclass Imports {}\n");
    assertEquals(expected(files), told(compile(files)));
  }

  @Test
  void letsNobodyMissATwinThatCouldNotBeMade() {
    Map<String, String> files = Map.of(
        "Generic.java",
        HEAD + "class Generic { @Task static <T> T /*!generic-node*/any(T x) { return x; } }\n",
        "Looped.java",
        HEAD
            + "class Looped { @Workflow static int go(int x) { /*!loop*/while (x > 0) {} return x; } }\n",
        "Uses.java",
        HEAD
            + "class Uses { static int use(int x) { return new GenericFlow().any(x).join(); } }\n");
    assertEquals(expected(files), told(compile(files)));
  }
}
