package dev.makespan.processor.source;

import dev.makespan.processor.Compiled;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a call, and may fail or run code, is evaluated before it. */
class LiftingTest {
  @TempDir
  Path directory;

  @Test
  void keepsTheOrderTheTypesAndTheOverloads() throws Exception {
    Compiled compiled = Compiled.of(directory, Map.of("Lifts.java", """
        package demo;
        import dev.makespan.*;
        import java.util.*;
        import java.util.function.*;
        public class Lifts {
          record Doc(String title, Integer boxed) {}
          record Pair(String title, int n) {}
          static final int Q = 3;
          @Task static int t(int x) { if (x < 0) throw new IllegalStateException("t"); return x; }
          @Task static Integer b(int x) { return x; }
          @Task int it(int x) { return x; }
          static String say(Object a, Object b) { return "OO"; }
          static String say(Object a, int b) { return "OI"; }
          static String say(String a, Object b) { return "SO"; }
          @Workflow static Pair argument(Doc d, int x) { return new Pair(d.title(), t(x)); }
          @Workflow static int call(Function<Integer, Integer> f, int x) { return f.apply(3) + t(x); }
          @Workflow static List<Object> cast(int x) { return List.of((Object) b(x), b(x)); }
          @SuppressWarnings("static") @Workflow static int constant(Lifts a, int x) { return a.Q + a.it(x); }
          @Workflow static String overload(Doc d, int x) { return say(d.title(), b(x)) + say(d, b(x)); }
          @Workflow static int nested(Doc d, int x) { return Math.max((d.boxed() + 1) * t(x) - d.boxed() / t(3), t(2)); }
          @Workflow static int unboxed(Doc d, int x) { return d.boxed() + t(x); }
          static void equal(Object expected, Object actual) {
            if (!expected.equals(actual)) throw new AssertionError(expected + " but was " + actual);
          }
          public static void run() {
            LiftsFlow.Blocking flow = new LiftsFlow(new Lifts()).blocking();
            Doc d = new Doc("d", 5);
            equal(argument(d, 4), flow.argument(d, 4));
            equal(call(x -> x + 1, 2), flow.call(x -> x + 1, 2));
            equal(cast(2), flow.cast(2));
            equal(Q + 2, flow.constant(new Lifts(), 2));
            equal(overload(d, 2), flow.overload(d, 2));
            equal(nested(d, 2), flow.nested(d, 2));
            try {
              flow.unboxed(new Doc("d", null), -1);
              throw new AssertionError("no failure");
            } catch (NullPointerException first) {
              // The failure of the left operand comes before that of the call.
            }
          }
        }
        """)).assertClean();
    compiled.run("demo.Lifts");
  }
}
