package dev.makespan.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Warnings, where they are told, and where not. A mark stands directly before the place of each.
 */
final class WarningsTest {
  private static final Pattern MARK = Pattern.compile("/\\*!([a-z-]+)\\*/");
  private static final String HEAD = """
      package demo;
      import dev.makespan.*;
      import java.util.*;
      """;

  @TempDir
  private Path directory;

  /** Compiles a class {@code Demo}, and compares what is told with the marks in it. */
  private List<String> messages(String source) {
    Compiled compiled = Compiled.withWarnings(directory, Map.of("Demo.java", HEAD + source));
    assertTrue(compiled.success(), compiled::messages);
    List<String> expected = new ArrayList<>();
    Matcher mark = MARK.matcher(HEAD + source);
    while (mark.find()) {
      String before = (HEAD + source).substring(0, mark.end());
      expected.add(mark.group(1) + " " + before.lines().count() + ":"
          + (before.length() - before.lastIndexOf('\n')));
    }
    List<String> told = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (Diagnostic<?> each : compiled.diagnostics()) {
      String text = each.getMessage(null);
      if (text.startsWith("[makespan:")) {
        told.add(text.substring("[makespan:".length(), text.indexOf(']')) + " "
            + each.getLineNumber() + ":" + each.getColumnNumber());
        texts.add(text.lines().map(String::strip).reduce((a, b) -> a + "\n" + b).orElseThrow());
      }
    }
    assertEquals(expected, told, compiled::messages);
    return texts;
  }

  @Test
  void warnsOfAWorkflowInWhichNothingCanRunInParallel() {
    List<String> told = messages("""
        class Demo {
          @Task static int one(int x) { return x; }
          @Task static int two(int x) { return x; }
          @Task static void store(int x) {}
          @Workflow static int /*!nothing-parallel*/chain(int x) { int a = one(x); int b = a + 1; return two(b) + 1; }
          @Workflow static void /*!nothing-parallel*/steps(int x) { store(x); store(one(x)); }
          @Workflow static int apart(int x) { int a = one(x); /*!serial-fence*/store(x); return a + two(x + 1); }
          @Workflow static int single(int x) { return one(x) + 1; }
          @Workflow static int none(int x) { return x; }
          @Workflow static int fork(int x) { int a = one(x); int b = two(x); return one(a + b); }
          @Workflow static List<Integer> maps(List<Integer> xs) { List<Integer> a = Makespan.map(xs, Demo::one); return Makespan.map(a, Demo::two); }
          @Workflow static int mapped(int x) { return two(one(x)); }
          @Workflow static List<Integer> ofMapped(List<Integer> xs) { return Makespan.map(xs, Demo::mapped); }
          @Workflow static int inLambda(int x) { return two(one(x)); }
          @Workflow static List<Integer> ofLambda(List<Integer> xs) { return Makespan.map(xs, x -> 1 + inLambda(x)); }
          @Workflow static int asked(int x) { return two(one(x)); }
          @Dynamic static int asking(int x) { var flow = DemoFlow.current(); return flow.asked(x).join(); }
          @Workflow static int forks(int x) { return fork(fork(x)); }
          @SuppressWarnings("makespan:nothing-parallel")
          @Workflow static int kept(int x) { return two(one(x)); }
          @SuppressWarnings({"unchecked", "makespan:nothing-parallel"})
          static class Kept { @Workflow static int kept(int x) { return two(one(x)); } }
        }
        """);
    assertEquals("""
        [makespan:nothing-parallel] Nothing in chain can run in parallel: each of its calls waits for the one above (one, two).
        Make it a plain method or one @Task, or map it over many inputs. To keep it so: @SuppressWarnings("makespan:nothing-parallel").""", told.get(0));
  }

  @Test
  void warnsOfAFenceThatKeepsIndependentCallsApart() {
    List<String> told = messages("""
        @SuppressWarnings("makespan:nothing-parallel") class Demo {
          @Task static int one(int x) { return x; }
          @Task static int two(int x) { return x; }
          @Task static void store(int x) {}
          @Workflow static int apart(int x) {
            int a = one(x);
            /*!serial-fence*/store(x);
            int b = two(x + 1);
            return a + b;
          }
          @Workflow static int map(List<Integer> xs) {
            int a = one(1);
            int b = two(2);
            store(a);
            store(b + 1);
            List<Integer> c = Makespan.map(xs, Demo::one);
            /*!serial-fence*/store(3);
            return one(c.size()) + two(3);
          }
          @Workflow static int needed(int x) { int a = one(x); int b = two(x); /*!serial-fence*/store(a); return one(a) + b; }
          @Workflow static int used(int x) { int a = one(x); int b = two(x); store(a); return one(a + b); }
          @Workflow static int storedBelow(int x) { int a = one(x); store(a); int b = two(x); return a + b; }
          @Workflow static int first(int x) { store(x); int a = one(x); int b = two(x); return a + b; }
          @Workflow static int last(int x) { int a = one(x); int b = two(x); store(x); return a + b; }
          @SuppressWarnings("makespan:serial-fence")
          @Workflow static int kept(int x) { int a = one(x); store(x); int b = two(x); return a + b; }
        }
        """);
    assertEquals("""
        [makespan:serial-fence] store returns nothing, so it waits for one (line 9) and holds back two (line 11), which don't need each other.
        Where the order doesn't matter, write two above store, or store above one. To keep it so: @SuppressWarnings("makespan:serial-fence").""", told.get(0));
  }

  @Test
  void warnsOfATaskThatAssignsAField() {
    List<String> told = messages("""
        class Demo {
          static int count; int own; int[] cells = new int[3]; Demo next;
          static class Base { @Task void note(int x) {} }
          static class Sub extends Base { int last; @Override void note(int x) { last /*!assigned-field*/= x; } }
          @Task static void counts(int x) { count/*!assigned-field*/++; }
          @Task static void adds(int x) { Demo.count /*!assigned-field*/+= x; }
          @Task int keeps(int x) { own /*!assigned-field*/= x; this.own /*!assigned-field*/= x; Runnable r = () -> { (Demo.this.own) /*!assigned-field*/= x; }; r.run(); return x; }
          @MapTask int each(int x) { return /*!assigned-field*/++own; }
          @Task int fine(int x) {
            int own = x; own++; int[] mine = {x}; mine[0] = 2; cells[0] = x;
            Demo made = new Demo(); made.own = x;
            synchronized (this) { this.own = x; }
            Object other = new Object() { int inner; { inner = x; } };
            return own + mine[0] + other.hashCode() * 0;
          }
          @Task synchronized void guarded(int x) { own = x; }
          static void plain(int x) { count = x; }
          @Dynamic static void dynamic(int x) { count = x; }
          @SuppressWarnings("makespan:assigned-field")
          @Task static void kept(int x) { count = x; }
          @Task static void keptAtLocal(int x) {
            @SuppressWarnings("makespan:assigned-field")
            int y = count = x;
          }
        }
        """);
    assertEquals("""
        [makespan:assigned-field] note assigns the field last, which tasks beside it may read or assign at the same time.
        Return the value, or guard the field with synchronized. To keep it so: @SuppressWarnings("makespan:assigned-field").""", told.get(0));
  }

  @Test
  void warnsOfClocksAndChanceInAWorkflow() {
    List<String> told = messages("""
        import java.time.*;
        import java.util.concurrent.ThreadLocalRandom;
        import java.util.function.*;
        class Demo {
          @Task static long one(long x) { return x + System.nanoTime(); }
          @Workflow static long go(Clock clock, List<Long> xs) {
            long a = one(System/*!unrepeatable*/.currentTimeMillis());
            long b = System/*!unrepeatable*/.nanoTime();
            Instant c = Instant/*!unrepeatable*/.now();
            LocalDate d = LocalDate/*!unrepeatable*/.now(ZoneId.of("UTC"));
            double e = Math/*!unrepeatable*/.random();
            int f = ThreadLocalRandom/*!unrepeatable*/.current().hashCode();
            int g = /*!unrepeatable*/new Random().hashCode();
            UUID h = UUID/*!unrepeatable*/.randomUUID();
            Supplier<Instant> i = /*!unrepeatable*/Instant::now;
            List<Long> j = Makespan.map(xs, x -> one(x + System/*!unrepeatable*/.nanoTime()));
            Instant k = Instant.now(clock);
            int l = new Random(7).hashCode();
            @SuppressWarnings("makespan:unrepeatable")
            long m = System.nanoTime();
            return a + b + c.hashCode() + d.hashCode() + (long) e + f + g + h.hashCode() + i.hashCode() + j.size() + k.hashCode() + l + m;
          }
          @Dynamic static long dynamic(long x) { return System.nanoTime(); }
          @SuppressWarnings("makespan:unrepeatable")
          @Workflow static long kept(long x) { return one(System.nanoTime()); }
          static long plain() { return System.nanoTime(); }
        }
        """);
    assertEquals("""
        [makespan:unrepeatable] System.currentTimeMillis gives another value each time, and the run may ask for it sooner or later than the plain call.
        Ask for it in a @Task, or take it as a parameter. To keep it so: @SuppressWarnings("makespan:unrepeatable").""", told.get(0));
  }
}
