package dev.makespan.processor;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What runs, and what doesn't, where a workflow decides and something is slow or fails. */
@Timeout(60)
final class BranchFailuresTest {
  private static final String HEAD = """
      package demo;
      import dev.makespan.*;
      import dev.makespan.testing.Equivalence;
      import java.util.*;
      import java.util.concurrent.*;
      public final class Cases {
        static final Queue<String> LOG = new ConcurrentLinkedQueue<>();
        static CountDownLatch beside = new CountDownLatch(1);
        static CountDownLatch late = new CountDownLatch(1);
        @Task static int beside(int x) { LOG.add("beside"); beside.countDown(); return x; }
        @Task static int below(int x) { LOG.add("below"); late.countDown(); return x; }
        @Task static boolean slow(boolean value) throws InterruptedException {
          beside.await();
          LOG.add("started below: " + late.await(200, TimeUnit.MILLISECONDS));
          return value;
        }
        @Task static int fails(String message) { throw new IllegalStateException(message); }
        @Task static boolean asks(String message) { throw new IllegalStateException(message); }
        @Task static void store(int x) { LOG.add("store " + x); }
        static void check(boolean right) { if (!right) throw new AssertionError(LOG.toString()); }
      """;

  @TempDir
  Path directory;

  private void run(String members) throws Exception {
    Compiled.of(directory, Map.of("Cases.java", HEAD + members + "}\n"))
        .assertClean()
        .run("demo.Cases");
  }

  @Test
  void nothingBelowAnEarlyReturnStartsBeforeItsConditionIsKnown() throws Exception {
    run("""
        @Workflow static int go(int x, boolean early) throws InterruptedException {
          int first = beside(x);
          if (slow(early)) return first;
          return below(x + 1) + x;
        }
        public static void run() {
          for (boolean early : new boolean[] {true, false}) {
            LOG.clear();
            beside = new CountDownLatch(1);
            late = new CountDownLatch(1);
            check(new CasesFlow().go(1, early).join() == (early ? 1 : 3));
            check(LOG.contains("started below: false"));
            check(LOG.contains("below") == !early);
          }
        }
        """);
  }

  @Test
  void nothingInABranchStartsBeforeTheConditionIsKnownPureExpressionsToo() throws Exception {
    run("""
        static int noted(int x) { LOG.add("pure"); late.countDown(); return x; }
        @Workflow static int go(int x) throws InterruptedException {
          int first = beside(x);
          int y;
          if (slow(x == 1)) { y = below(noted(x)); } else { y = noted(x) + first; below(7); }
          return y + (slow(x == 2) ? below(noted(1)) : noted(3));
        }
        public static void run() {
          for (int x = 1; x < 3; x++) {
            LOG.clear();
            beside = new CountDownLatch(1);
            late = new CountDownLatch(1);
            check(new CasesFlow().go(x).join() == (x == 1 ? 4 : 5));
            check(LOG.contains("started below: false"));
          }
        }
        """);
  }

  @Test
  void theFirstFailureInTheSourceWinsAndABranchNotTakenNeverFails() throws Exception {
    run("""
        @Workflow static int go(int x) {
          if (x == 0) { fails("unused"); return 3; }
          int y = x == 1 ? fails("chosen") : below(x);
          if (x == 2 ? asks("condition") : x > 9) { store(1); return fails("inside"); }
          if (x == 3) { store(3); fails("after the void call"); store(4); }
          else if (x == 4) { below(4); fails("first"); return fails("second"); }
          store(5);
          return fails("end");
        }
        public static void run() {
          for (int i = 0; i < 70; i++) {
            int x = i % 7;
            LOG.clear();
            Equivalence.assertSame(() -> go(x), () -> {
              LOG.add("flow");
              return new CasesFlow().go(x);
            });
            List<String> log = new ArrayList<>(LOG);
            log.removeIf(each -> each.equals("below"));
            int half = log.indexOf("flow");
            check(log.subList(0, half).equals(log.subList(half + 1, log.size())));
          }
        }
        """);
  }
}
