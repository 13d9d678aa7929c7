package dev.makespan.processor.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import java.util.function.UnaryOperator;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VerifierTest {
  private static final String DEMO = ReadingProcessor.HEAD + """
          class Demo {
            @Task static int one(int x) { return x; }
            @Task static int two(int x) { return x; }
            @Workflow static int go(int x) {
              int a = one(x);
              return Demo.two(a);
            }
          }
          """;

  @Test
  void acceptsWhatTheCompilerReadsAlike() {
    Compilation compilation = new ReadingProcessor(UnaryOperator.identity()).compile(DEMO);
    assertEquals(
        Compilation.Status.SUCCESS,
        compilation.status(),
        () -> compilation.errors().toString());
  }

  @Test
  void catchesAResolverThatErrs() {
    Compilation compilation =
        new ReadingProcessor(read -> read.replace(".two(", ".one(")).compile(DEMO);
    assertEquals(1, compilation.errors().size(), () -> compilation.errors().toString());
    Diagnostic<? extends JavaFileObject> error = compilation.errors().get(0);
    assertEquals(7, error.getLineNumber());
    assertEquals(16, error.getColumnNumber());
    String message = error.getMessage(null);
    assertTrue(
        message.startsWith(
            "[makespan:resolution] Makespan reads this as demo.Demo.one(int), the compiler as demo.Demo.two(int)."),
        message);
    assertTrue(message.contains("Qualify it"), message);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          demo.Demo.MAX       | demo.Demo.OTHER     | 7 | 13 | demo.Demo.OTHER, the compiler as demo.Demo.MAX.
          demo.Demo.help(int) | demo.Demo.two(int)  | 7 | 19 | demo.Demo.two(int), the compiler as demo.Demo.help(int).
          java.util.List      | demo.List           | 8 | 13 | demo.List, the compiler as java.util.List.
          java.util.ArrayList | java.util.List      | 8 | 25 | java.util.List, the compiler as java.util.ArrayList.
          variable            | demo.Demo.MAX       | 7 | 24 | demo.Demo.MAX, the compiler as variable.
          """)
  void catchesAMisreadName(String meant, String taken, int line, int column, String told) {
    String demo = ReadingProcessor.HEAD + """
            class Demo {
              static int MAX = 3;
              static int help(int x) { return x; }
              @Task static int one(int x) { return x; }
              @Workflow static int go(int x) {
                int a = MAX + help(x);
                int b = List.of(new ArrayList<String>()).size();
                return one(1);
              }
            }
            """;
    Compilation compilation =
        new ReadingProcessor(read -> read.equals(meant) ? taken : read).compile(demo);
    assertEquals(1, compilation.errors().size(), () -> compilation.errors().toString());
    Diagnostic<? extends JavaFileObject> error = compilation.errors().get(0);
    assertEquals(line + ":" + column, error.getLineNumber() + ":" + error.getColumnNumber());
    String message = error.getMessage(null);
    assertTrue(message.startsWith("[makespan:resolution] Makespan reads this as " + told), message);
  }

  @Test
  void catchesATaskBehindAReceiverOfUnknownType() {
    String demo = ReadingProcessor.HEAD + """
            class Demo {
              @Task int one() { return 1; }
              @Workflow static int go(Demo d) {
                return Optional.of(d).get().one();
              }
            }
            """;
    Compilation compilation = new ReadingProcessor(UnaryOperator.identity()).compile(demo);
    assertEquals(1, compilation.errors().size(), () -> compilation.errors().toString());
    assertEquals(5, compilation.errors().get(0).getLineNumber());
  }

  @Test
  void leavesErrorsOfTheCompilerAlone() {
    String demo = ReadingProcessor.HEAD + """
            class Demo {
              @Task static int one(int x) { return x; }
              @Workflow static int go(int x) {
                Nowhere n = missing(x);
                return one("text") + unknown;
              }
            }
            """;
    Compilation compilation = new ReadingProcessor(UnaryOperator.identity()).compile(demo);
    assertTrue(
        compilation.errors().stream()
            .noneMatch(error -> error.getMessage(null).contains("[makespan")),
        () -> compilation.errors().toString());
    assertEquals(4, compilation.errors().size(), () -> compilation.errors().toString());
  }

  @Test
  void readsTheClassWhoseDynamicAsksForItsOwnFlow() {
    String demo = ReadingProcessor.HEAD + """
            class Demo {
              @Task static int one(int x) { return x; }
              @Dynamic static int two(int x) {
                var flow = DemoFlow.current();
                return flow.hashCode() + x;
              }
              @Workflow static int go(int x) {
                var n = x + 1L;
                return one(two((int) n));
              }
            }
            """;
    ReadingProcessor processor = new ReadingProcessor(UnaryOperator.identity());
    processor.compile(
        demo,
        "package demo; class DemoFlow { static DemoFlow current() { return new DemoFlow(); } }");
    assertTrue(
        processor.reading().problems().isEmpty(),
        () -> processor.reading().problems().toString());
    Compilation missing = new ReadingProcessor(UnaryOperator.identity()).compile(demo);
    assertEquals(1, missing.errors().size(), () -> missing.errors().toString());
  }
}
