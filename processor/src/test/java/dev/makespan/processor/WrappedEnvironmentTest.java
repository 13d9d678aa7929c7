package dev.makespan.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.annotation.processing.ProcessingEnvironment;
import org.jetbrains.jps.javac.APIWrappers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Javac's environment in the wrappers that build tools and editors put around it. */
final class WrappedEnvironmentTest {
  private static final String TWO = """
      package demo;
      import dev.makespan.*;
      class Two {
        @Task static int one(int a) { return a; }
        @Workflow static int two(int a, int b) { return one(a) + one(b); }
      }
      """;

  @TempDir
  private Path directory;

  @Test
  void isFoundInGradlesWrapper() {
    assertRead(Environment::new);
  }

  @Test
  void isFoundWhereASuperclassHoldsIt() {
    assertRead(env -> new Environment(env) {});
  }

  @Test
  void isFoundInIntellijsProxy() {
    assertRead(env -> APIWrappers.wrap(ProcessingEnvironment.class, env));
  }

  @Test
  void isFoundInAProxyWhoseHandlerHoldsIt() {
    assertRead(WrappedEnvironmentTest::proxy);
  }

  @Test
  void isFoundInWrappersOfWrappers() {
    assertRead(env -> proxy(APIWrappers.wrap(
        ProcessingEnvironment.class, new Environment(proxy(new Environment(env))))));
  }

  @Test
  void isFoundBesideAWrapperThatHoldsItself() {
    assertRead(Loop::new);
  }

  /** That the bodies are read from javac's own trees, and verified. */
  private void assertRead(UnaryOperator<ProcessingEnvironment> wrapper) {
    Compiled wrapped = compile(wrapper).assertClean();
    Compiled plain = Compiled.of(directory.resolve("plain"), Map.of("Two.java", TWO));
    assertEquals(plain.sources(), wrapped.sources());
    assertEquals(
        List.of("direct-call"),
        compile(wrapper, """
            package demo;
            import dev.makespan.*;
            class Two {
              @Task static int one(int a) { return a; }
              @Dynamic static int two(int a) {
                Object o = new Object() { int three() { return one(a); } };
                return o.hashCode();
              }
            }
            """).diagnostics().stream()
            .map(each -> each.getMessage(null).replaceAll("(?s)^\\[makespan:([a-z-]+)].*", "$1"))
            .toList());
  }

  private Compiled compile(UnaryOperator<ProcessingEnvironment> wrapper) {
    return compile(wrapper, TWO);
  }

  private Compiled compile(UnaryOperator<ProcessingEnvironment> wrapper, String source) {
    return Compiled.of(
        directory.resolve("wrapped"),
        Map.of("Two.java", source),
        List.of(new Forwarding(new MakespanProcessor()) {
          @Override
          ProcessingEnvironment environment(ProcessingEnvironment env) {
            return wrapper.apply(env);
          }
        }));
  }

  private static ProcessingEnvironment proxy(ProcessingEnvironment env) {
    InvocationHandler handler = new Handler(env);
    return (ProcessingEnvironment) Proxy.newProxyInstance(
        ProcessingEnvironment.class.getClassLoader(),
        new Class<?>[] {ProcessingEnvironment.class},
        handler);
  }

  private record Handler(ProcessingEnvironment delegate) implements InvocationHandler {
    @Override
    public Object invoke(Object proxy, java.lang.reflect.Method method, Object[] in)
        throws ReflectiveOperationException {
      return method.invoke(delegate, in);
    }
  }

  /** A wrapper with a way back to itself. */
  private static final class Loop extends Environment {
    @SuppressWarnings("unused")
    private final ProcessingEnvironment back;

    Loop(ProcessingEnvironment env) {
      super(env);
      this.back = new Environment(this);
    }
  }
}
