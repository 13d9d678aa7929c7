package dev.makespan.processor.problem;

import static com.google.testing.compile.Compiler.javac;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.makespan.processor.MakespanProcessor;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ProblemCodesTest {
  /** Codes with a test of their own below. */
  private static final Set<Code> BY_HAND = EnumSet.of(
      Code.NO_FLOW,
      Code.HIDDEN_NODE_CALL,
      Code.CRASH,
      // EclipseCompilerTest has it.
      Code.SEQUENTIAL,
      // WarningsTest has them.
      Code.NOTHING_PARALLEL,
      Code.SERIAL_FENCE,
      Code.ASSIGNED_FIELD,
      Code.UNREPEATABLE,
      Code.OUTSIDE_RUN);

  private static final Pattern NAME = Pattern.compile("(?:class|interface) (?:/\\*!\\*/)?(\\w+)");
  private static final Pattern PACKAGE = Pattern.compile("package (\\w+);");

  static Stream<ProblemCase> cases() {
    return Stream.of(
            ProblemCases.DECLARATIONS,
            ProblemCases.STATEMENTS,
            ProblemCases.EXPRESSIONS,
            LocalCases.CASES,
            MapCases.CASES,
            LoopCases.CASES,
            PatternCases.CASES,
            SettingCases.CASES)
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void tellsTheProblemOnceAtItsPlace(ProblemCase input) {
    Compilation compilation = javac().withProcessors(new MakespanProcessor()).compile(files(input));
    assertEquals(
        List.of("[makespan:" + input.code().id() + "] " + input.line() + ":" + input.column()),
        told(compilation));
    assertEquals(input.cure(), cure(compilation.errors().get(0)));
  }

  @Test
  void everyCodeHasACase() {
    Set<Code> covered = cases()
        .map(ProblemCase::code)
        .collect(Collectors.toCollection(() -> EnumSet.copyOf(BY_HAND)));
    assertEquals(EnumSet.allOf(Code.class), covered);
  }

  @Test
  void warnsOfAHelperThatCallsATaskAtItsCallAlone() {
    String cure =
        "Make help a @Workflow, or pass it the value of one. To keep it so: @SuppressWarnings(\"makespan:hidden-node-call\").";
    ProblemCase input = ProblemCase.in(Code.HIDDEN_NODE_CALL, cure, """
              static int help(int x) { return one(x) + 1; }
              static int apart(int x) { return DemoFlow.current().one(x).join(); }
              @Workflow static int go(int x) {
                return 1 + /*!*/help(x) + apart(x);
              }
              @SuppressWarnings("makespan:hidden-node-call")
              @Workflow static int atMethod(int x) { return help(x); }
              @Workflow static int atLocal(int x) {
                @SuppressWarnings("makespan:hidden-node-call")
                int y = help(x);
                return y;
              }
            """);
    Compilation compilation = javac().withProcessors(new MakespanProcessor()).compile(files(input));
    assertEquals(Compilation.Status.SUCCESS, compilation.status(), compilation::toString);
    assertEquals(1, compilation.warnings().size(), () -> compilation.warnings().toString());
    Diagnostic<?> warning = compilation.warnings().get(0);
    assertTrue(
        warning
            .getMessage(null)
            .startsWith("[makespan:hidden-node-call] help calls one, which runs inline here"),
        warning::toString);
    assertEquals(input.cure(), cure(warning));
    assertEquals(input.line(), warning.getLineNumber());
    assertEquals(input.column(), warning.getColumnNumber());
  }

  @Test
  void refusesTheTaskOfAClassCompiledWithoutTheProcessor(@TempDir Path directory)
      throws IOException {
    String library =
        "package lib; import dev.makespan.*; public class Lib { @Task public static int go(int x) { return x; } }";
    Compilation plain = javac()
        .withOptions("-proc:none")
        .compile(JavaFileObjects.forSourceString("lib.Lib", library));
    for (JavaFileObject file : plain.generatedFiles()) {
      Path target = directory.resolve("lib").resolve("Lib.class");
      Files.createDirectories(target.getParent());
      try (InputStream in = file.openInputStream()) {
        Files.copy(in, target);
      }
    }
    List<File> classpath = new ArrayList<>(List.of(directory.toFile()));
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(File::new)
        .forEach(classpath::add);
    ProblemCase input = ProblemCase.file(
        Code.NO_FLOW,
        "Compile Lib with the processor.",
        "class Demo {\n  @Workflow static int go(int x) {\n    return lib.Lib/*!*/.go(x);\n  }\n}\n");
    Compilation compilation = javac()
        .withClasspath(classpath)
        .withProcessors(new MakespanProcessor())
        .compile(files(input));
    assertEquals(List.of("[makespan:no-flow] 4:" + input.column()), told(compilation));
    assertEquals(input.cure(), cure(compilation.errors().get(0)));
  }

  @Test
  void tellsACrashAtTheClass() {
    ProblemCase input = ProblemCase.file(
        Code.CRASH,
        "Please report this, with the class.",
        "class /*!*/Demo {\n  @Task static int go(int x) { return x; }\n}\n");
    Compilation compilation = javac().withProcessors(failing()).compile(files(input));
    assertEquals(1, compilation.errors().size());
    Diagnostic<?> error = compilation.errors().get(0);
    assertTrue(error.getMessage(null).startsWith("[makespan:crash] "), error::toString);
    assertTrue(error.getMessage(null).contains("demo.Demo"), error::toString);
    assertEquals(2, error.getLineNumber());
    assertEquals(input.cure(), cure(error));
  }

  /** A processor whose files can't be created, behind a wrapper such as build tools use. */
  private static javax.annotation.processing.Processor failing() {
    MakespanProcessor processor = new MakespanProcessor();
    return (javax.annotation.processing.Processor) Proxy.newProxyInstance(
        ProblemCodesTest.class.getClassLoader(),
        new Class<?>[] {javax.annotation.processing.Processor.class},
        (proxy, method, arguments) -> {
          Object[] in = arguments;
          if (method.getName().equals("init")) {
            in = new Object[] {new Wrapper((ProcessingEnvironment) arguments[0]).proxy()};
          }
          try {
            return method.invoke(processor, in);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  private record Wrapper(ProcessingEnvironment delegate)
      implements java.lang.reflect.InvocationHandler {
    ProcessingEnvironment proxy() {
      return (ProcessingEnvironment) Proxy.newProxyInstance(
          Wrapper.class.getClassLoader(), new Class<?>[] {ProcessingEnvironment.class}, this);
    }

    @Override
    public Object invoke(Object proxy, java.lang.reflect.Method method, Object[] arguments)
        throws Throwable {
      if (method.getName().equals("getFiler")) {
        return Proxy.newProxyInstance(
            Wrapper.class.getClassLoader(), new Class<?>[] {Filer.class}, (filer, create, in) -> {
              throw new IllegalStateException("disk on fire");
            });
      }
      return method.invoke(delegate, arguments);
    }
  }

  private static List<String> told(Compilation compilation) {
    return compilation.errors().stream()
        .map(error -> error.getMessage(null).replaceAll("(?s)(\\[makespan:[a-z-]+\\]).*", "$1")
            + " " + error.getLineNumber() + ":" + error.getColumnNumber())
        .toList();
  }

  /** The last line of a message. */
  private static String cure(Diagnostic<?> told) {
    String message = told.getMessage(null);
    return message.substring(message.lastIndexOf('\n') + 1).strip();
  }

  private static List<JavaFileObject> files(ProblemCase input) {
    return input.sources().stream().map(ProblemCodesTest::file).toList();
  }

  private static JavaFileObject file(String source) {
    Matcher name = NAME.matcher(source);
    Matcher inPackage = PACKAGE.matcher(source);
    if (!name.find() || !inPackage.find()) {
      throw new IllegalArgumentException(source);
    }
    return JavaFileObjects.forSourceString(inPackage.group(1) + "." + name.group(1), source);
  }
}
