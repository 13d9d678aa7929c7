package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.spi.TaskDef;
import dev.makespan.support.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** However many dynamics wait for what they have called, few platform threads are enough. */
class ManyDynamicsTest {
  private static final int MOST_THREADS = 200;
  private static final int LEVELS = 10_000;

  /** Platform threads belong to the group of the thread that makes them. */
  private final ThreadGroup group = new ThreadGroup("dynamics");

  private final AtomicInteger live = new AtomicInteger();
  private final AtomicInteger mostLive = new AtomicInteger();
  private final AtomicInteger mostThreads = new AtomicInteger();
  private final AtomicReference<TaskDef<Integer>> next = new AtomicReference<>();

  private interface Flows {
    TaskDef<Integer> root(TestFlow flow);
  }

  /** Runs on a runner of its own, whose threads are counted. */
  private int run(Flows flows, Object argument) throws Throwable {
    CompletableFuture<Integer> result = new CompletableFuture<>();
    Thread user = new Thread(group, () -> {
      try (Runner runner = Runner.builder().build()) {
        TestFlow flow = new TestFlow(runner);
        result.complete(Waiting.<Integer>on(flow.run(flows.root(flow), argument)));
      } catch (Throwable thrown) {
        result.completeExceptionally(thrown);
      }
    });
    user.start();
    return Waiting.on(result);
  }

  /** A dynamic that is counted while it lives. */
  private TaskDef<Integer> dynamic(TestFlow flow, TestFlow.Method body) {
    return flow.dynamic("dive", in -> {
      mostLive.accumulateAndGet(live.incrementAndGet(), Math::max);
      try {
        return body.call(in);
      } finally {
        live.decrementAndGet();
      }
    });
  }

  private int countThreads() {
    mostThreads.accumulateAndGet(group.activeCount(), Math::max);
    return 0;
  }

  private void assertFewThreads(int leastLive) {
    assertTrue(mostLive.get() >= leastLive, () -> "lived at once: " + mostLive);
    assertTrue(mostThreads.get() > 0);
    assertTrue(mostThreads.get() < MOST_THREADS, () -> "threads: " + mostThreads);
  }

  @Test
  void oneBelowTheOther() throws Throwable {
    int value = run(
        flow -> {
          next.set(dynamic(flow, in -> {
            int depth = (Integer) in[0];
            return depth == 1
                ? 1 + countThreads()
                : 1 + flow.joined().run(next.get(), depth - 1).join();
          }));
          return next.get();
        },
        LEVELS);

    assertEquals(LEVELS, value);
    assertFewThreads(LEVELS);
  }

  @Test
  void oneBelowTheOtherWithAWorkflowBetween() throws Throwable {
    int value = run(
        flow -> {
          TaskDef<Integer> plus = flow.task("plus", in -> 1 + (Integer) in[0]);
          TaskDef<Integer> between = flow.workflow("between", (body, in) -> {
            Step<Integer> deeper = body.call(next.get(), 1, in[0]);
            return body.call(plus, 2, deeper);
          });
          next.set(dynamic(flow, in -> {
            int depth = (Integer) in[0];
            return depth == 1
                ? 1 + countThreads()
                : flow.joined().run(between, depth - 1).join();
          }));
          return next.get();
        },
        LEVELS);

    assertEquals(LEVELS, value);
    assertFewThreads(LEVELS);
  }

  @Test
  void oneBelowTheOtherThatIsWaitedForWithOthers() throws Throwable {
    int value = run(
        flow -> {
          TaskDef<Integer> one = flow.task("one", in -> 1);
          next.set(dynamic(flow, in -> {
            int depth = (Integer) in[0];
            if (depth == 1) {
              return 1 + countThreads();
            }
            TestFlow joined = flow.joined();
            Run<Integer> deeper = joined.run(next.get(), depth - 1);
            Run<Integer> beside = joined.run(one);
            return Makespan.all(List.of(deeper, beside)).join().stream()
                .mapToInt(each -> each)
                .sum();
          }));
          return next.get();
        },
        LEVELS);

    assertEquals(LEVELS, value);
    assertFewThreads(LEVELS);
  }

  @Test
  void oneBelowTheOtherOfWhichAStageIsWaitedFor() throws Throwable {
    int value = run(
        flow -> {
          next.set(dynamic(flow, in -> {
            int depth = (Integer) in[0];
            return depth == 1
                ? 1 + countThreads()
                : flow.joined()
                    .run(next.get(), depth - 1)
                    .thenApply(deeper -> 1 + deeper)
                    .join();
          }));
          return next.get();
        },
        LEVELS);

    assertEquals(LEVELS, value);
    assertFewThreads(LEVELS);
  }

  @Test
  void inATree() throws Throwable {
    int value = run(
        flow -> {
          next.set(dynamic(flow, in -> {
            int depth = (Integer) in[0];
            if (depth == 0) {
              return 1 + countThreads();
            }
            TestFlow joined = flow.joined();
            List<CompletableFuture<Integer>> below = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
              below.add(joined.run(next.get(), depth - 1));
            }
            return Makespan.all(below).join().stream().mapToInt(each -> each).sum();
          }));
          return next.get();
        },
        4);

    assertEquals(10_000, value);
    // A path through the tree at least.
    assertFewThreads(5);
  }
}
