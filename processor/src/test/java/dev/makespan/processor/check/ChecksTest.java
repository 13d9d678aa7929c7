package dev.makespan.processor.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.processor.Compiled;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChecksTest {
  @TempDir
  private Path directory;

  private Compiled compile(String... filesAndTexts) {
    Map<String, String> sources = new TreeMap<>();
    for (int i = 0; i < filesAndTexts.length; i += 2) {
      sources.put(
          filesAndTexts[i], "package demo; import dev.makespan.*;\n" + filesAndTexts[i + 1]);
    }
    return Compiled.of(directory, sources);
  }

  /** Lines are compared without their indentation, which is the compiler's. */
  private static void assertOnly(Compiled compiled, String message) {
    assertEquals(lines(message), lines(compiled.messages()));
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  @Test
  void tellsTheWholePathOfARecursionAtTheCallThatClosesIt() {
    assertOnly(compile("Ping.java", """
            class Ping {
              @Workflow static int ping(int a) {
                return Pong.pong(a);
              }
            }
            """, "Pong.java", """
            class Pong {
              @Workflow static int pong(int a) {
                int b = inner(a);
                return b;
              }
              @Workflow static int inner(int a) {
                return Ping.ping(a + 1);
              }
            }
            """), """
        ERROR Pong.java:8:16: [makespan:cycle] A workflow can't reach itself through workflows only:
            Ping.ping   calls  Pong.pong   (Ping.java:4)
            Pong.pong   calls  Pong.inner  (Pong.java:4)
            Pong.inner  calls  Ping.ping   (Pong.java:8)
          Make Ping.ping a @Dynamic method: it runs as written, and may call itself through its flow.
        """);
  }

  @Test
  void letsAConstantGiveWayToTheClassAndThoseAroundIt() {
    assertOnly(compile("IO.java", """
            class IO {
              @Task static int io(int a) { return a; }
              static class IN {
                @Task static int io(int a) { return IOFlow.IO_.hashCode(); }
                @Task static int in(int a) { return IO_INFlow.IN_.hashCode(); }
              }
              static int use() { return IO_INFlow.IO_.hashCode(); }
            }
            """), "");
  }

  @Test
  void tellsARecursionOnceThoughItIsCalledTwice() {
    assertOnly(compile("Self.java", """
            class Self {
              @Task static int one(int a) { return a; }
              @Workflow static java.util.List<Integer> self(java.util.List<Integer> all) {
                java.util.List<Integer> first = self(all);
                return self(first);
              }
            }
            """), """
        ERROR Self.java:5:37: [makespan:cycle] A workflow can't reach itself through workflows only:
            self  calls  self  (Self.java:5)
          Make self a @Dynamic method: it runs as written, and may call itself through its flow.
        """);
  }

  @Test
  void findsARecursionInAMappedLambda() {
    assertOnly(compile("Self.java", """
            import java.util.List;
            class Self {
              @Task static int one(int a) { return a; }
              @Workflow static int self(List<Integer> all) {
                List<Integer> inner = Makespan.map(all, each -> self(List.of(one(each))));
                return inner.size();
              }
            }
            """), """
        ERROR Self.java:6:53: [makespan:cycle] A workflow can't reach itself through workflows only:
            self  calls  self  (Self.java:6)
          Make self a @Dynamic method: it runs as written, and may call itself through its flow.
        """);
  }

  @Test
  void walksAChainOfThousandsOfWorkflows() {
    StringBuilder chain =
        new StringBuilder("class Chain {\n  @Task static int one() { return 1; }\n");
    int links = 5_000;
    for (int i = 0; i < links; i++) {
      String next = i + 1 < links ? "w" + (i + 1) : "one";
      chain.append("  @Workflow static int w" + i + "() { return " + next + "(); }\n");
    }
    compile("Chain.java", chain + "}\n").assertClean();
  }

  @Test
  void tellsTheEndOfAChainOfThousandsThatClosesIt() {
    StringBuilder chain = new StringBuilder("class Chain {\n");
    int links = 5_000;
    for (int i = 0; i < links; i++) {
      chain.append("  @Workflow static int w" + i + "() { return w" + (i + 1) % links + "(); }\n");
    }
    Compiled compiled = compile("Chain.java", chain + "}\n");
    assertEquals(1, compiled.diagnostics().size());
    assertEquals(5_002, compiled.diagnostics().get(0).getLineNumber());
    assertTrue(compiled.messages().contains("w4999  calls  w0     (Chain.java:5002)"));
  }

  @Test
  void allowsRecursionThroughADynamic() {
    compile("Down.java", """
            class Down {
              @Workflow static int workflow(int a) { return dynamic(a); }
              @Dynamic static int dynamic(int a) { return a == 0 ? 0 : DownFlow.current().workflow(a - 1).join(); }
            }
            """).assertClean();
  }

  @Test
  void refusesMethodsThatEveryFlowHas() {
    assertOnly(
        compile("Has.java", "class Has { @Task static int current(int a) { return a; } }"), """
        ERROR Has.java:2:30: [makespan:flow-name] The flow's method current would clash with a method that every flow has.
          Give the method another name.
        """);
  }

  @Test
  void refusesMethodsOfObject() {
    assertOnly(
        compile("Has.java", "class Has { @Task public String toString() { return null; } }"), """
        ERROR Has.java:2:33: [makespan:flow-name] The flow's method toString would clash with a method of java.lang.Object.
          Give the method another name.
        """);
  }

  @Test
  void refusesTwoConstantsOfOneName() {
    assertOnly(compile("Twice.java", """
            class Twice {
              @Task static int fooBar() { return 1; }
              @Task static int foo_bar() { return 2; }
            }
            """), """
        ERROR Twice.java:4:20: [makespan:flow-name] The methods foo_bar and fooBar both need the constant FOO_BAR in the flow class.
          Give one of the two another name.
        """);
  }

  @Test
  void refusesANestedClassBesideAnUnderscoredOne() {
    assertOnly(compile("Outer.java", """
            class Outer {
              static class Inner { @Task static int one() { return 1; } }
            }
            """, "Outer_Inner.java", """
            class Outer_Inner { @Task static int one() { return 1; } }
            """), """
        ERROR Outer_Inner.java:2:38: [makespan:flow-name] The flow class Outer_InnerFlow of Outer_Inner is also that of Outer.Inner.
          Give one of the two classes another name.
        """);
  }

  @Test
  void refusesAFlowThatTheUserWrote() {
    Compiled compiled = compile(
        "One.java",
        "class One { @Task static int one() { return 1; } }",
        "OneFlow.java",
        "class OneFlow {}");
    assertOnly(compiled, """
        ERROR One.java:2:30: [makespan:flow-name] The flow class of One would be OneFlow, but there is a class of that name.
          Give one of the two classes another name.
        """);
    assertTrue(compiled.sources().isEmpty());
  }
}
