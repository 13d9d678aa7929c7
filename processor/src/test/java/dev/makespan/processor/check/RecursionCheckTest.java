package dev.makespan.processor.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.makespan.processor.Compiled;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Recursions through every form of call. A mark stands directly before the name in the call that
 * closes each of them.
 */
final class RecursionCheckTest {
  private static final Pattern MARK = Pattern.compile("/\\*!\\*/");
  private static final Pattern TOLD = Pattern.compile("\\w+ (\\w+\\.java:\\d+:\\d+): \\[(.*?)] .*");

  @TempDir
  private Path directory;

  /** Compares the places of all problems with the marks, and returns the messages. */
  private String messages(String... filesAndTexts) {
    Map<String, String> sources = new TreeMap<>();
    for (int i = 0; i < filesAndTexts.length; i += 2) {
      sources.put(filesAndTexts[i], filesAndTexts[i + 1]);
    }
    List<String> expected = new ArrayList<>();
    sources.forEach((file, text) -> {
      Matcher mark = MARK.matcher(text);
      while (mark.find()) {
        String before = text.substring(0, mark.end());
        expected.add(file + ":" + before.lines().count() + ":"
            + (before.length() - before.lastIndexOf('\n')) + " makespan:cycle");
      }
    });
    String messages = Compiled.of(directory, sources).messages();
    List<String> told = new ArrayList<>();
    messages.lines().forEach(line -> {
      Matcher matcher = TOLD.matcher(line);
      if (matcher.matches()) {
        told.add(matcher.group(1) + " " + matcher.group(2));
      }
    });
    assertEquals(expected, told, messages);
    return messages;
  }

  /** What is told of a class whose workflows {@code a} and {@code b} call each other. */
  private void assertTold(String members) {
    String source = """
        package demo; import dev.makespan.*; import java.util.*;
        class Demo {
          @Task static int one(int x) { return x; }
          @Task static boolean is(int x) { return true; }
          @Task static void act(int x) {}
        %s}
        """.formatted(members.indent(2));
    List<String> edges = new ArrayList<>();
    Matcher call =
        Pattern.compile("@Workflow static [\\w<>]+ (\\w)|(/\\*\\W\\*/)").matcher(source);
    String caller = "";
    while (call.find()) {
      if (call.group(1) != null) {
        caller = call.group(1);
      } else {
        long line = source.substring(0, call.end()).lines().count();
        edges.add(
            caller + "  calls  " + (caller.equals("a") ? "b" : "a") + "  (Demo.java:" + line + ")");
      }
    }
    assertEquals(2, edges.size(), source);
    assertEquals(edges, edges(messages("Demo.java", source)));
  }

  private static List<String> edges(String messages) {
    return messages
        .lines()
        .map(String::strip)
        .filter(line -> line.contains("  calls  "))
        .toList();
  }

  @Test
  void findsCallsInExpressionsAndArguments() {
    assertTold("""
        @Workflow static int a(int x) {
          int y = x
              + /*.*/b(x);
          return y;
        }
        @Workflow static int b(int x) {
          return Math.max(
              one(/*!*/a(x)), 3);
        }
        """);
  }

  @Test
  void findsReferencesThatAreMapped() {
    assertTold("""
        @Workflow static List<Integer> a(List<Integer> xs) {
          return Makespan.map(
              xs,
              /*.*/Demo::b);
        }
        @Workflow static int b(int x) { return /*!*/a(List.of(x)).get(0); }
        """);
    assertTold("""
        @Workflow static int a(int x) { return /*.*/b(List.of(x)).get(0); }
        @Workflow static List<Integer> b(List<Integer> xs) {
          return Makespan.map(
              xs,
              /*!*/Demo::a);
        }
        """);
  }

  @Test
  void findsMappedLambdas() {
    assertTold("""
        @Workflow static List<Integer> a(List<Integer> xs) {
          return Makespan.map(xs,
              x -> /*.*/b(x));
        }
        @Workflow static int b(int x) {
          return Makespan.map(List.of(x), y -> {
            int z = one(y);
            return z + /*!*/a(List.of(z)).get(0);
          }).get(0);
        }
        """);
    assertTold("""
        @Workflow static int a(int x) { return /*.*/b(List.of(x)).get(0).get(0); }
        @Workflow static List<List<Integer>> b(List<Integer> xs) {
          return Makespan.map(xs, x -> Makespan.map(xs, y ->
              /*!*/a(y)));
        }
        """);
    assertTold("""
        @Workflow static int a(int x) { return /*.*/b(List.of(x)).size(); }
        @Workflow static List<Optional<Integer>> b(List<Integer> xs) {
          return Makespan.mapSome(0.5, xs, x -> /*!*/a(x));
        }
        """);
  }

  @Test
  void findsStages() {
    assertTold("""
        @Workflow static List<Integer> a(List<Integer> xs) {
          return xs.stream()
              .map(Demo::one)
              .map(x -> one(x) + /*.*/b(x))
              .toList();
        }
        @Workflow static int b(int x) {
          List<Integer> all = List.of(x).stream()
              .map(y -> /*!*/a(List.of(y)).get(0))
              .toList();
          return all.get(0);
        }
        """);
    assertTold("""
        @Workflow static int a(int x) { return /*.*/b(List.of(x)).get(0); }
        @Workflow static List<Integer> b(List<Integer> xs) {
          return xs.stream()
              .map(/*!*/Demo::a)
              .toList();
        }
        """);
    assertTold("""
        @Workflow static int a(int x) { return /*.*/b(List.of(x)).get(0); }
        @Workflow static List<Integer> b(List<Integer> xs) {
          return xs.stream()
              .map(Demo::one)
              .map(/*!*/Demo::a)
              .toList();
        }
        """);
  }

  @Test
  void findsVoidCalls() {
    assertTold("""
        @Workflow static void a(List<Integer> xs) {
          Makespan.forEach(xs,
              /*.*/Demo::b);
        }
        @Workflow static void b(int x) {
          Makespan.together(
              () -> act(x),
              () -> /*!*/a(List.of(x)));
        }
        """);
    assertTold("""
        @Workflow static void a(List<Integer> xs) {
          Makespan.forEach(xs, x -> {
            act(x);
            /*.*/b(x);
          });
        }
        @Workflow static void b(int x) {
          act(x);
          /*!*/a(List.of(x));
        }
        """);
  }

  @Test
  void findsCallsInBranchesAndConditions() {
    assertTold("""
        @Workflow static boolean a(int x) {
          if (x > 3) {
            return true;
          } else if (/*.*/b(x) > 3) {
            return false;
          }
          return true;
        }
        @Workflow static int b(int x) {
          return x > 3
              ? one(x)
              : /*!*/a(x) ? 1 : 2;
        }
        """);
    assertTold("""
        @Workflow static int a(int x) {
          int y;
          if (is(x)) { y = 1; } else { y = /*.*/b(x); }
          return y;
        }
        @Workflow static int b(int x) {
          if (is(x)) return /*!*/a(x);
          return 1;
        }
        """);
  }

  @Test
  void findsInheritedAndDefaultMethodsAndThoseOfRecordsAndEnums() {
    String told = messages("Shapes.java", """
        package demo; import dev.makespan.*;
        interface Shapes {
          interface Named { @Workflow default int up(int x) { return Kind.of(x); } }
          class Base implements Named { @Workflow int back(int x) { return /*!*/up(x); } }
          class Sub extends Base {}
          record Pair(int a) {
            static final Sub SUB = new Sub();
            @Workflow static int pair(int x) { return SUB.back(x); }
          }
          enum Kind { A; @Workflow static int of(int x) { return Pair.pair(x); } }
        }
        """);
    assertEquals(
        List.of(
            "Named.up   calls  Kind.of    (Shapes.java:3)",
            "Kind.of    calls  Pair.pair  (Shapes.java:10)",
            "Pair.pair  calls  Base.back  (Shapes.java:8)",
            "Base.back  calls  Named.up   (Shapes.java:4)"),
        told.lines()
            .map(String::strip)
            .filter(line -> line.contains("  calls  "))
            .toList());
  }

  @Test
  void tellsClassesOfOneNameApart() {
    assertEquals(
        List.of("p.A.x  calls  q.A.x  (A.java:2)", "q.A.x  calls  p.A.x  (A.java:2)"),
        edges(Compiled.of(directory, new TreeMap<>(Map.of("p/A.java", """
                    package p; import dev.makespan.*;
                    public class A { @Workflow public static int x(int a) { return q.A.x(a); } }
                    """, "q/A.java", """
                    package q; import dev.makespan.*;
                    public class A { @Workflow public static int x(int a) { return p.A.x(a); } }
                    """)))
            .messages()));
  }

  @Test
  void tellsOverloadsApart() {
    assertEquals(
        List.of(
            "x(int)      calls  x(int,int)  (A.java:3)",
            "x(int,int)  calls  x(int)      (A.java:4)"),
        edges(messages("A.java", """
            import dev.makespan.*;
            class A {
              @Workflow static int x(int a) { return x(a, 2); }
              @Workflow static int x(int a, int b) { return /*!*/x(a + b); }
            }
            """)));
  }

  @Test
  void tellsEachOfTwoThatShareACall() {
    assertEquals(
        List.of(
            "a  calls  b  (A.java:3)",
            "b  calls  a  (A.java:4)",
            "a  calls  b  (A.java:3)",
            "b  calls  c  (A.java:4)",
            "c  calls  a  (A.java:5)"),
        edges(messages("A.java", """
            import dev.makespan.*;
            class A {
              @Workflow static int a(int x) { return b(x); }
              @Workflow static int b(int x) { int y = /*!*/a(x); return y + c(x) + a(x); }
              @Workflow static int c(int x) { return /*!*/a(x); }
            }
            """)));
  }

  @Test
  void findsOneBesideOtherErrors() {
    String messages = Compiled.of(directory, Map.of("A.java", """
            import dev.makespan.*;
            class A {
              @Workflow static int a(int x) { assert x > 3; return b(x); }
              @Workflow static int b(int x) { int y = 0; y++; return a(x); }
            }
            """)).messages();
    assertEquals(
        List.of("statement 3:35", "cycle 4:58", "reassignment 4:47").stream()
            .sorted()
            .toList(),
        Pattern.compile("A.java:(\\d+:\\d+): \\[makespan:(.*?)]")
            .matcher(messages)
            .results()
            .map(each -> each.group(2) + " " + each.group(1))
            .sorted()
            .toList(),
        messages);
  }
}
