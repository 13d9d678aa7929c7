package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import dev.makespan.support.Step;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What a run that has ended keeps in memory. */
class RetentionTest {
  private final TestFlow flow = new TestFlow();
  private final AtomicReference<WeakReference<Object>> made = new AtomicReference<>();

  private TaskDef<Object> making() {
    return flow.task("making", in -> {
      byte[] big = new byte[1 << 20];
      made.set(new WeakReference<>(big));
      return big;
    });
  }

  private void assertForgotten(Run<?> run) {
    assertNotNull(made.get());
    for (int i = 0; i < 200 && made.get().get() != null; i++) {
      System.gc();
    }
    assertNull(made.get().get(), "the value is still reachable");
    assertTrue(run.graph().nodes().size() > 1);
  }

  @Test
  void ofAWorkflowIsNotTheValueBetweenItsSteps() throws Throwable {
    TaskDef<Object> making = making();
    TaskDef<Integer> using = flow.task("using", in -> ((byte[]) in[0]).length);
    Run<Integer> run = flow.run((body, in) -> {
      Step<Object> big = body.call(making, 1);
      return body.call(using, 2, big);
    });
    assertEquals(1 << 20, Waiting.<Integer>on(run));
    Waiting.ended(run);

    assertForgotten(run);
  }

  @Test
  void ofACancelledRunIsNotWhatItHadMade() throws Throwable {
    TaskDef<Object> making = making();
    CountDownLatch started = new CountDownLatch(1);
    TaskDef<Integer> waiting = flow.task("waiting", in -> {
      started.countDown();
      Waiting.forInterrupt();
      return 1;
    });
    Run<Integer> run = flow.run((body, in) -> {
      Step<Object> big = body.call(making, 1);
      Step<Integer> last = body.call(waiting, 2, big);
      return body.call(waiting, 3, last);
    });
    Waiting.on(started);
    run.cancel(true);
    Waiting.ended(run);

    assertForgotten(run);
  }

  @Test
  void isNothingThatATimerHolds() throws Throwable {
    long hour = 3_600_000;
    TaskDef<Object> making = making();
    TaskDef<Integer> using =
        flow.<Integer>task("using", in -> ((byte[]) in[0]).length).timeout(hour);
    Run<Integer> run = flow.run(flow.<Integer>workflow("flow", (body, in) -> {
          Step<Object> big = body.call(making, 1);
          return body.call(using, 2, big);
        })
        .timeout(hour));
    assertEquals(1 << 20, Waiting.<Integer>on(run));
    Waiting.ended(run);
    assertForgotten(run);

    TaskDef<Integer> limited = flow.<Integer>workflow(
            "limited", (body, in) -> body.call(using, 1, in[0]))
        .timeout(hour);
    byte[] argument = new byte[1 << 20];
    made.set(new WeakReference<>(argument));
    Run<Integer> given = flow.run(limited, argument);
    argument = null;
    assertEquals(1 << 20, Waiting.<Integer>on(given));
    Waiting.ended(given);
    assertForgotten(given);

    CountDownLatch failed = new CountDownLatch(1);
    TaskDef<Integer> failing = flow.<Integer>task("failing", in -> {
          failed.countDown();
          throw new IllegalStateException();
        })
        .retries(1)
        .backoff(hour, hour);
    Run<Integer> backing = flow.run((body, in) -> {
      Step<Object> big = body.call(making, 1);
      return body.call(failing, 2, big);
    });
    Waiting.on(failed);
    backing.cancel(true);
    Waiting.ended(backing);
    assertForgotten(backing);
  }

  /** The stage is the user's, and may live as long as the JVM. */
  @Test
  void isNothingThatAStageWhichNeverCompletesHolds() throws Throwable {
    TaskDef<Object> making = making();
    CompletableFuture<Integer> never = new CompletableFuture<>();
    CountDownLatch asked = new CountDownLatch(1);
    TaskDef<CompletionStage<Integer>> asking = flow.<CompletionStage<Integer>>task("asking", in -> {
          asked.countDown();
          return never.minimalCompletionStage();
        })
        .asynchronous();
    Run<CompletionStage<Integer>> run = flow.run((body, in) -> {
      Step<Object> big = body.call(making, 1);
      return body.call(asking, 2, big);
    });
    Waiting.on(asked);
    run.cancel(true);
    Waiting.ended(run);
    assertEquals(1, run.report().overruns());

    assertForgotten(run);
    assertFalse(never.isDone());
  }

  @Test
  void ofADynamicIsNotTheValueOfItsCalls() throws Throwable {
    TaskDef<Object> making = making();
    Run<Integer> run = flow.run(flow.<Integer>dynamic(
        "dynamic", in -> ((byte[]) flow.joined().run(making).join()).length));
    assertEquals(1 << 20, Waiting.<Integer>on(run));
    Waiting.ended(run);

    assertForgotten(run);
  }

  @Test
  void ofAMapIsNotItsElements() throws Throwable {
    TaskDef<Object> making = making();
    TaskDef<Integer> length = flow.mapTask("length", in -> ((byte[]) in[0]).length);
    Run<Integer> run = flow.run((body, in) -> {
      Step<Object> big = body.call(making, 1);
      Step<List<Object>> list = body.<List<Object>>eval("list", 2, () -> List.of(big.value()), big);
      Step<List<Integer>> lengths = body.map(length, 3, list, Body.ELEMENT);
      return body.<Integer>eval("sum", 4, () -> lengths.value().get(0), lengths);
    });
    assertEquals(1 << 20, Waiting.<Integer>on(run));
    Waiting.ended(run);

    assertForgotten(run);
  }

  @Test
  void ofBranchesIsNotWhatTheyAssign() throws Throwable {
    TaskDef<Object> making = making();
    Run<Integer> run = flow.run((body, in) -> {
      Step<Boolean> condition = body.eval("condition", 1, () -> true);
      body.when(1, condition);
      Step<Object> big = body.call(making, 2);
      Step<Boolean> small = body.eval("small", 3, () -> ((byte[]) big.value()).length == 1, big);
      body.when(3, small);
      body.exit(3, big);
      body.end();
      body.otherwise();
      Step<Object> other = body.assign("big", 4, "");
      body.end();
      Step<Object> either = body.either("big", 1, big, other);
      return body.eval("length", 5, () -> ((byte[]) either.value()).length, either);
    });
    assertEquals(1 << 20, Waiting.<Integer>on(run));
    Waiting.ended(run);

    assertForgotten(run);
  }
}
