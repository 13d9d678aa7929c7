package dev.makespan.processor.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.processor.Compiled;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recursions through classes that were compiled earlier. */
final class SeparateCompilationTest {
  private static final String HEAD = "package demo; import dev.makespan.*;\n";

  private static final String PLAIN_B = """
      public class B {
        @Workflow public static int y(int a) { return a; }
        @Workflow public static int y(int a, int b) { return a; }
      }
      """;
  private static final String A = """
      public class A {
        @Workflow public static int x(int a) {
          int b = B.y(a);
          return B.y(b) + B.y(b, 2);
        }
      }
      """;
  private static final String CLOSING_B = """
      public class B {
        @Workflow public static int y(int a) {
          return A.x(a);
        }
        @Workflow public static int y(int a, int b) { return a; }
      }
      """;
  private static final String TOLD = """
      ERROR B.java:4:13: [makespan:cycle] A workflow can't reach itself through workflows only:
          A.x  calls  B.y  (A.java:4)
          B.y  calls  A.x  (B.java:4)
        Make B.y a @Dynamic method: it runs as written, and may call itself through its flow.
      """;

  @TempDir
  private Path directory;

  private int steps;

  private Compiled compile(List<Path> libraries, String... filesAndTexts) throws IOException {
    Map<String, String> sources = new TreeMap<>();
    for (int i = 0; i < filesAndTexts.length; i += 2) {
      sources.put(filesAndTexts[i], HEAD + filesAndTexts[i + 1]);
    }
    Path target = Files.createDirectory(directory.resolve("step" + steps++));
    return Compiled.against(libraries, target, sources);
  }

  /** The classes, made in one step. */
  private Path classes(List<Path> libraries, String... filesAndTexts) throws IOException {
    return compile(libraries, filesAndTexts).assertClean().classes();
  }

  private Path jar(Path classes, String name) throws IOException {
    Path jar = directory.resolve(name);
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, entries);
        entries.closeEntry();
      }
    }
    return jar;
  }

  private static void assertOnly(Compiled compiled, String message) {
    assertEquals(lines(message), lines(compiled.messages()));
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  @Test
  void findsARecursionThatARecompiledClassCloses() throws IOException {
    Path both = classes(List.of(), "A.java", A, "B.java", PLAIN_B);

    assertOnly(compile(List.of(both), "B.java", CLOSING_B), TOLD);
  }

  @Test
  void findsARecursionThroughAJar() throws IOException {
    Path jarOfB = jar(classes(List.of(), "B.java", PLAIN_B), "b.jar");
    Path jarOfA = jar(classes(List.of(jarOfB), "A.java", A), "a.jar");

    assertOnly(compile(List.of(jarOfA), "B.java", CLOSING_B), TOLD);
  }

  @Test
  void takesTheSourceOfAClassThatIsCompiledAgain() throws IOException {
    Path both = classes(List.of(), "A.java", A, "B.java", PLAIN_B);

    compile(
            List.of(both),
            "A.java",
            "public class A { @Workflow public static int x(int a) { return a; } }",
            "B.java",
            CLOSING_B)
        .assertClean();
  }

  @Test
  void takesTheSourceOfAClassThatWaitsForTheNextRound() throws IOException {
    Path both = classes(List.of(), "A.java", A, "B.java", PLAIN_B);

    compile(
            List.of(both),
            "A.java",
            """
            public class A {
              @Workflow public static int x(int a) { return a; }
              @Workflow static int later(NewFlow flow) { return 1; }
            }
            """,
            "New.java",
            "class New { @Task static int one() { return 1; } }",
            "B.java",
            CLOSING_B)
        .assertClean();
  }

  @Test
  void followsCallsThroughSeveralCompiledClasses() throws IOException {
    String outer = """
        public class Outer {
          public static class Inner {
            @Workflow public static int y(int a) { return %s; }
          }
        }
        """;
    Path first = classes(List.of(), "Outer.java", outer.formatted("a"));
    Path second = classes(List.of(first), "Second.java", """
        public class Second {
          @Workflow public static java.util.List<Integer> all(java.util.List<Integer> a) {
            return Makespan.map(a, each -> Outer.Inner.y(each) + 1);
          }
        }
        """);
    Path third = classes(List.of(first, second), "Top.java", """
        public class Top {
          @Workflow public static int top(int a) { return Second.all(java.util.List.of(a)).size(); }
        }
        """);

    assertOnly(compile(List.of(second, third), "Outer.java", outer.formatted("Top.top(a)")), """
        ERROR Outer.java:4:54: [makespan:cycle] A workflow can't reach itself through workflows only:
            Top.top     calls  Second.all  (Top.java:3)
            Second.all  calls  Inner.y     (Second.java:4)
            Inner.y     calls  Top.top     (Outer.java:4)
          Make Inner.y a @Dynamic method: it runs as written, and may call itself through its flow.
        """);
  }

  @Test
  void tellsARecursionAmongCompiledClassesWhereItIsCalled() throws IOException {
    Path oldB = classes(List.of(), "B.java", PLAIN_B);
    Path a = classes(List.of(oldB), "A.java", A);
    Path noB = classes(
        List.of(),
        "A.java",
        "public class A { @Workflow public static int x(int a) { return a; } }");
    Path newB = classes(List.of(noB), "B.java", CLOSING_B);

    assertOnly(compile(List.of(a, newB), "C.java", """
        public class C {
          @Workflow static int go(int a) { return A.x(a); }
        }
        """), """
        ERROR C.java:3:44: [makespan:cycle] A workflow can't reach itself through workflows only:
            A.x  calls  B.y  (A.java:4)
            B.y  calls  A.x  (B.java:4)
          Make A.x a @Dynamic method: it runs as written, and may call itself through its flow.
        """);
  }

  @Test
  void findsARecursionThatTheOtherClassCloses() throws IOException {
    Path onlyA = classes(
        List.of(),
        "A.java",
        "public class A { @Workflow public static int x(int a) { return a; } }");
    Path b = classes(List.of(onlyA), "B.java", CLOSING_B);

    assertOnly(compile(List.of(b, onlyA), "A.java", A), """
        ERROR A.java:4:14: [makespan:cycle] A workflow can't reach itself through workflows only:
            B.y  calls  A.x  (B.java:4)
            A.x  calls  B.y  (A.java:4)
          Make A.x a @Dynamic method: it runs as written, and may call itself through its flow.
        """);
  }

  @Test
  void tellsTheFilesOfClassesThatAreNamedOtherwise() throws IOException {
    String last = "class Last { @Workflow static int z(int a) { return %s; } }";
    Path old = classes(List.of(), "Last.java", last.formatted("a"), "First.java", """
        class First {
          @Workflow static int x(int a) { return Second.y(a); }
          @Workflow static int other(int a) { return x(a); }
        }
        class Second {
          @Workflow static int y(int a) { return a; }
          @Workflow static int y(int a, int b) { return Last.z(a); }
          @Workflow static int y(int a, int b, int c) {
            return y(
                a, b);
          }
        }
        """);

    assertOnly(compile(List.of(old), "Last.java", last.formatted("Second.y(a, 2, 3)")), """
        ERROR Last.java:2:59: [makespan:cycle] A workflow can't reach itself through workflows only:
            Second.y(int,int,int)  calls  Second.y(int,int)      (First.java:10)
            Second.y(int,int)      calls  Last.z(int)            (First.java:8)
            Last.z(int)            calls  Second.y(int,int,int)  (Last.java:2)
          Make Last.z(int) a @Dynamic method: it runs as written, and may call itself through its flow.
        WARNING Last.java:2:53: auxiliary class demo.Second in First.java should not be accessed from outside its own source file
        """);
  }

  @Test
  void findsARecursionInTheUnnamedPackage() throws IOException {
    String first =
        "import dev.makespan.*; public class First { @Workflow public static int x(int a) { return Second.y(a); } }";
    String second =
        "import dev.makespan.*; public class Second { @Workflow public static int y(int a) { return %s; } }";
    Path old = Compiled.of(
            Files.createDirectory(directory.resolve("unnamed")),
            Map.of("First.java", first, "Second.java", second.formatted("a")))
        .assertClean()
        .classes();

    Path target = Files.createDirectory(directory.resolve("again"));
    assertOnly(
        Compiled.against(
            List.of(old), target, Map.of("Second.java", second.formatted("First.x(a)"))),
        """
        ERROR Second.java:1:97: [makespan:cycle] A workflow can't reach itself through workflows only:
            First.x   calls  Second.y  (First.java:1)
            Second.y  calls  First.x   (Second.java:1)
          Make Second.y a @Dynamic method: it runs as written, and may call itself through its flow.
        """);
  }

  @Test
  void endsAtACompiledDynamic() throws IOException {
    Path both = classes(List.of(), "B.java", PLAIN_B, "A.java", """
        public class A {
          @Workflow public static int x(int a) { return d(a); }
          @Dynamic static int d(int a) { return BFlow.current().y(a).join(); }
        }
        """);

    compile(List.of(both), "B.java", CLOSING_B).assertClean();
  }

  @Test
  void endsWhereACompiledWorkflowHasBecomeADynamic() throws IOException {
    Path both = classes(List.of(), "A.java", A, "B.java", PLAIN_B);

    compile(List.of(both), "B.java", """
        public class B {
          @Dynamic public static int y(int a) { return a == 0 ? 0 : AFlow.current().x(a - 1).join(); }
          @Workflow public static int y(int a, int b) { return a; }
        }
        """).assertClean();
  }

  @Test
  void ignoresClassesOfAnOlderVersion() throws IOException {
    Path both = classes(List.of(), "A.java", A, "B.java", PLAIN_B);
    // A flow class that tells nothing.
    Path old = classes(List.of(both), "AFlow.java", """
        public class AFlow {
          public static final dev.makespan.spi.TaskDef<Integer> X = null;
          public dev.makespan.Run<Integer> x(int a) { return null; }
        }
        """);

    compile(List.of(old, both), "B.java", CLOSING_B).assertClean();
  }

  @Test
  void writesTheCallsOfFiveHundredWorkflows() throws IOException {
    StringBuilder many = new StringBuilder("public class Many {\n");
    for (int i = 0; i < 500; i++) {
      String next = i == 499 ? "a" : "w" + (i + 1) + "(a)";
      many.append("  @Workflow public static int w" + i + "(int a) { return " + next + "; }\n");
    }
    Compiled compiled = compile(List.of(), "Many.java", many + "}\n");
    compiled.assertClean();
    assertTrue(
        compiled
            .source("ManyFlow")
            .contains("\n@Calls(from = \"w7/1\", to = \"demo.Many.w8/1\", lines = 10)\n"),
        () -> compiled.source("ManyFlow"));

    Path classes = compiled.classes();
    assertTrue(Files.size(classes.resolve("demo/ManyFlow.class")) < 200_000);
  }

  @Test
  void sortsByRecursiveDynamics() throws Exception {
    Compiled sort = compile(List.of(), "Sort.java", """
        import java.util.*;
        public class Sort {
          @Task static List<Integer> small(List<Integer> l) { return l.stream().sorted().toList(); }
          @Task static List<Integer> merge(List<Integer> a, List<Integer> b) {
            List<Integer> all = new ArrayList<>(a);
            all.addAll(b);
            all.sort(null);
            return all;
          }
          @Workflow static List<Integer> halves(List<Integer> a, List<Integer> b) {
            List<Integer> first = sort(a);
            List<Integer> second = sort(b);
            return merge(first, second);
          }
          @Dynamic static List<Integer> sort(List<Integer> l) {
            var flow = SortFlow.current();
            int half = l.size() / 2;
            return l.size() < 3
                ? flow.small(l).join()
                : flow.halves(l.subList(0, half), l.subList(half, l.size())).join();
          }
          public static void run() {
            List<Integer> sorted = new SortFlow().blocking().sort(List.of(5, 3, 9, 1, 2, 8, 7));
            if (!sorted.equals(List.of(1, 2, 3, 5, 7, 8, 9))) throw new AssertionError(sorted);
          }
        }
        """).assertClean();

    sort.run("demo.Sort");
  }
}
