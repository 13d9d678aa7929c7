package dev.makespan.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MakespanProcessorTest {
  private static final String DYNAMIC = """
      package demo;
      import dev.makespan.*;
      final class Self {
        @Task static int one(int a) { return a + 1; }
        @Workflow static int two(int a) { return one(one(a)); }
        @Dynamic static int all(int a) {
          var flow = SelfFlow.current();
          return a == 0 ? flow.two(0).join() : flow.all(a - 1).join() + flow.blocking().one(a);
        }
        public static class Cases {
          public static void run() {
            if (new SelfFlow().all(3).join() != all(3)) {
              throw new AssertionError();
            }
          }
        }
      }
      """;

  @TempDir
  private Path directory;

  @Test
  void compilesAndRunsTheDynamicThatAsksForItsOwnFlow() throws Exception {
    Compiled compiled = Compiled.of(directory, Map.of("Self.java", DYNAMIC)).assertClean();
    compiled.run("demo.Self$Cases");
  }

  @Test
  void generatesTheSameBytesEachTime() {
    Compiled first = Compiled.of(directory.resolve("a"), Map.of("Self.java", DYNAMIC));
    Compiled second = Compiled.of(directory.resolve("b"), Map.of("Self.java", DYNAMIC));
    assertEquals(first.sources(), second.sources());
  }

  @Test
  void tellsOnlyTheErrorItselfOfABrokenClass() {
    Compiled compiled = Compiled.of(directory, Map.of("Broken.java", """
                package demo;
                import dev.makespan.*;
                class Broken {
                  @Task int one(int a) { return a; }
                  @MapTask static String shown(int a, String unit) { return a + unit; }
                  @Workflow int loop(int a) {
                    for (int i = 0; i < 3; i++) { a = one(a); }
                    return a;
                  }
                }
                """, "User.java", """
                package demo;
                import dev.makespan.*;
                import java.util.List;
                class User {
                  @Workflow static int user(Broken broken, int a) { return broken.one(a); }
                  static Object uses(Broken broken) throws Exception {
                    BrokenFlow flow = new BrokenFlow(broken, Runner.shared());
                    List<String> shown = flow.shown(List.of(1), "m").get();
                    int loop = flow.blocking().loop(2) + BrokenFlow.current(broken).loop(3).join();
                    return shown.size() + loop + new UserFlow().blocking().user(broken, 4);
                  }
                }
                """));
    assertFalse(compiled.success());
    assertEquals(1, compiled.diagnostics().size(), compiled::messages);
    assertTrue(
        compiled.messages().contains("Broken.java:7:37: [makespan:loop]"), compiled::messages);
    assertTrue(compiled
        .source("BrokenFlow")
        .contains("throw new IllegalStateException(\"Broken has errors\")"));
    assertTrue(
        compiled.source("UserFlow").contains("BrokenFlow.ONE"),
        "a class that uses it isn't broken by it");
  }

  @Test
  void waitsForTypesThatAnotherProcessorGenerates() throws Exception {
    String source = """
        package demo;
        import dev.makespan.*;
        final class Waits {
          @Task static Made make(int a) { return new Made(a); }
          @Workflow static int value(int a) {
            Made made = make(a);
            return made.value() + 1;
          }
          public static class Cases {
            public static void run() {
              if (new WaitsFlow().value(3).join() != 4) {
                throw new AssertionError();
              }
            }
          }
        }
        """;
    Compiled compiled = Compiled.of(
            directory,
            Map.of("Waits.java", source),
            List.of(new MadeProcessor(), new MakespanProcessor()))
        .assertClean();
    compiled.run("demo.Waits$Cases");
  }

  @Test
  void waitsForExceptionsToRetryOnThatAnotherProcessorGenerates() {
    String source = """
        package demo;
        import dev.makespan.*;
        final class Waits {
          @Task(retries = 1, retryOn = {Error.class, MadeFailure.class})
          static int one(int a) { return a; }
          static Object flow() { return new WaitsFlow().one(1); }
        }
        """;
    Compiled compiled = Compiled.of(
            directory,
            Map.of("Waits.java", source),
            List.of(new MadeProcessor(), new MakespanProcessor()))
        .assertClean();
    assertTrue(
        compiled.source("WaitsFlow").contains(".retryOn(Error.class, MadeFailure.class)"),
        () -> compiled.source("WaitsFlow"));
  }

  @Test
  void leavesExceptionsToRetryOnThatNobodyMakesToTheCompiler() {
    Compiled compiled = Compiled.of(directory, Map.of("Misses.java", """
                package demo;
                import dev.makespan.*;
                final class Misses {
                  @Task(retries = 1, neverRetryOn = Missing.class) static int one(int a) { return a; }
                }
                """));
    long errors = compiled.diagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .count();
    assertEquals(1, errors, compiled::messages);
    assertTrue(
        compiled.messages().contains("ERROR Misses.java:4:37: cannot find symbol"),
        compiled::messages);
  }

  @Test
  void leavesTypesThatNobodyMakesToTheCompiler() {
    Compiled compiled = Compiled.of(directory, Map.of("Misses.java", """
                package demo;
                import dev.makespan.*;
                final class Misses {
                  @Task static Missing make(int a) { return null; }
                  static Object flow() { return new MissesFlow().make(1); }
                }
                """));
    assertFalse(compiled.success());
    long errors = compiled.diagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .count();
    assertEquals(1, errors, compiled::messages);
    assertTrue(
        compiled.messages().contains("ERROR Misses.java:4:16: cannot find symbol"),
        compiled::messages);
  }

  @Test
  void tellsATypeThatNobodyMakesThoughTheFlowIsMissingToo() {
    Compiled compiled = Compiled.of(directory, Map.of("Misses.java", """
                package demo;
                import dev.makespan.*;
                final class Misses {
                  @Task static int one(int a) { return a; }
                  @Workflow static int all(int a) {
                    Missing b = null;
                    return one(a);
                  }
                  static MissesFlow flow() { return new MissesFlow(); }
                }
                """));
    assertTrue(
        compiled.messages().contains("ERROR Misses.java:6:5: [makespan:unknown-type] Missing"),
        compiled::messages);
    assertTrue(compiled.sources().isEmpty(), "a file of the last round is a warning");
  }

  @Test
  void doesNotWaitForTypesWhereTheCompilerRejectsTheBodyAnyway() {
    Compiled compiled = Compiled.of(directory, Map.of("Misses.java", """
                package demo;
                import dev.makespan.*;
                final class Misses {
                  @Task static int one(int a) { return a; }
                  @Workflow static int all(int a) {
                    var b = missing(a);
                    return one(a);
                  }
                  static MissesFlow flow() { return new MissesFlow(); }
                }
                """));
    assertEquals(1, compiled.diagnostics().size(), compiled::messages);
    assertTrue(
        compiled.messages().startsWith("ERROR Misses.java:6:13: cannot find symbol"),
        compiled::messages);
  }

  @Test
  void leavesTheValueOfAVoidCallToTheCompiler() {
    Compiled compiled = Compiled.of(directory, Map.of("Voids.java", """
                package demo;
                import dev.makespan.*;
                import java.util.List;
                class Voids {
                  @Task static void store(int x) {}
                  @Workflow static int local(int x) { int y = store(x); return y; }
                  @Workflow static int nested(int x) { return 1 + store(x); }
                  @Workflow static int returned(int x) { return store(x); }
                  @Workflow static int inferred(int x) { var y = store(x); return x; }
                  @Workflow static List<Integer> each(List<Integer> x) { return Makespan.map(x, Voids::store); }
                  @Workflow static List<Integer> lambda(List<Integer> x) { return Makespan.map(x, y -> store(y)); }
                }
                """));
    assertEquals(
        List.of(6L, 7L, 8L, 9L, 10L, 11L),
        compiled.diagnostics().stream().map(Diagnostic::getLineNumber).toList(),
        compiled::messages);
    assertFalse(compiled.messages().contains("makespan:"), compiled::messages);
  }

  @Test
  void tellsACrashOnceWithTheNameOfTheClass() {
    String source =
        "package demo;\nimport dev.makespan.*;\nclass Moth { @Task static int one() { return 1; } }\n";
    Compiled compiled =
        Compiled.of(directory, Map.of("Moth.java", source), List.of(new Crashing()));
    assertFalse(compiled.success());
    assertEquals(1, compiled.diagnostics().size(), compiled::messages);
    assertTrue(
        compiled
            .messages()
            .contains(
                "ERROR Moth.java:3:1: [makespan:crash] The processor failed while reading demo.Moth: "),
        compiled::messages);
    assertTrue(compiled.messages().contains("disk full of moths"), compiled::messages);
  }

  @Test
  void tellsAnExpressionThatIsTooDeepAsACrashOfItsClassAlone() {
    String sum = "a + ".repeat(20_000) + "a";
    Compiled compiled =
        Compiled.of(directory, Map.of("Deep.java", """
                package demo;
                import dev.makespan.*;
                class Deep {
                  @Workflow static int sum(int a) { return %s; }
                }
                """.formatted(sum), "Flat.java", """
                package demo;
                import dev.makespan.*;
                class Flat {
                  @Task static int one(int a) { return a; }
                }
                """));
    assertFalse(compiled.success());
    assertEquals(1, compiled.diagnostics().size());
    assertTrue(
        compiled
            .messages()
            .startsWith(
                "ERROR Deep.java:3:1: [makespan:crash] The processor failed while reading demo.Deep: java.lang.StackOverflowError"),
        compiled::messages);
    assertTrue(compiled.messages().contains("larger stack (-Xss8m)"));
    compiled.source("FlatFlow");
  }

  @Test
  void doesWithoutJavacsEnvironment() throws Exception {
    Compiled compiled = Compiled.of(
        directory, Map.of("Self.java", DYNAMIC), List.of(new WithoutTrees()), List.of(), List.of());
    assertTrue(compiled.success(), compiled::messages);
    // Since 18 any compiler tells the file of a class.
    boolean parsed = Runtime.version().feature() >= 18;
    assertEquals(
        parsed ? 0 : 1,
        compiled.diagnostics().stream()
            .filter(each -> each.getMessage(Locale.ROOT).startsWith("[makespan:sequential]"))
            .count(),
        compiled::messages);
    assertEquals(!parsed, compiled.source("SelfFlow").contains("return Self.two(a);"));
    compiled.run("demo.Self$Cases");
  }

  @Test
  void supportsTheNewestSourceAndTakesNoOptions() {
    MakespanProcessor processor = new MakespanProcessor();
    assertEquals(SourceVersion.latest(), processor.getSupportedSourceVersion());
    assertEquals(Set.of(), processor.getSupportedOptions());
  }

  @Test
  void isFoundByTheCompiler() {
    assertTrue(ServiceLoader.load(Processor.class).stream()
        .anyMatch(each -> each.type() == MakespanProcessor.class));
  }

  /** Generates {@code demo.Made} and {@code demo.MadeFailure} in its first round. */
  private static final class MadeProcessor extends EveryTypeProcessor {
    private boolean done;

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!done) {
        done = true;
        write("demo.Made", "record Made(int value) {}");
        write(
            "demo.MadeFailure",
            "@SuppressWarnings(\"serial\") class MadeFailure extends Exception {}");
      }
      return false;
    }

    private void write(String name, String source) {
      try (Writer writer = processingEnv.getFiler().createSourceFile(name).openWriter()) {
        writer.write("package demo;\n" + source + "\n");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Runs the processor with a filer that fails. */
  private static final class Crashing extends Forwarding {
    Crashing() {
      super(new MakespanProcessor());
    }

    @Override
    ProcessingEnvironment environment(ProcessingEnvironment env) {
      return new Environment(env) {
        @Override
        public Filer getFiler() {
          return (Filer) Proxy.newProxyInstance(
              Filer.class.getClassLoader(), new Class<?>[] {Filer.class}, (proxy, method, in) -> {
                throw new IllegalStateException("disk full of moths");
              });
        }
      };
    }
  }

  /** Runs the processor in an environment that hides javac. */
  private static final class WithoutTrees extends Forwarding {
    WithoutTrees() {
      super(new MakespanProcessor());
    }

    @Override
    ProcessingEnvironment environment(ProcessingEnvironment env) {
      Elements elements = env.getElementUtils();
      Types types = env.getTypeUtils();
      Messager messager = env.getMessager();
      Filer filer = env.getFiler();
      return new Environment(null) {
        @Override
        public Elements getElementUtils() {
          return elements;
        }

        @Override
        public Types getTypeUtils() {
          return types;
        }

        @Override
        public Messager getMessager() {
          return messager;
        }

        @Override
        public Filer getFiler() {
          return filer;
        }
      };
    }
  }
}
