package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.makespan.spi.Engine;
import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskCall;
import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import dev.makespan.support.Step;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A map whose run is cancelled already, though nobody has come to stop the map yet. */
class RefusedLaneTest {
  private final CountDownLatch elementRuns = new CountDownLatch(1);
  private final CountDownLatch elementGoesOn = new CountDownLatch(1);
  private final CountDownLatch called = new CountDownLatch(1);
  private final CountDownLatch slotWanted = new CountDownLatch(1);
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CountDownLatch refused = new CountDownLatch(1);

  /** How many calls were submitted since the run was cancelled. */
  private final AtomicInteger late = new AtomicInteger();

  @Test
  void isntOfferedAgain() throws Throwable {
    Runner runner = Runner.on(proxy(Engine.class, Runner.builder().build().engine()));
    TestFlow flow = new TestFlow(runner);
    TaskDef<Integer> element = flow.task("element", in -> {
      if (in[0].equals(0)) {
        elementRuns.countDown();
        Waiting.on(elementGoesOn);
      }
      return 1;
    });
    TaskDef<Integer> queued = flow.task("queued", in -> 1);
    // Its call waits for the only slot, and who stops it is held up in its callback.
    TaskDef<Integer> dynamic = flow.dynamic("dynamic", in -> {
      Waiting.on(elementRuns);
      Run<Integer> call = flow.joined().run(queued);
      var unused = call.whenComplete((value, thrown) -> holdUp());
      called.countDown();
      return 1;
    });
    List<Integer> elements = IntStream.range(0, 10).boxed().toList();
    TaskDef<List<Integer>> inner =
        flow.workflow("inner", (body, in) -> body.map(element, 1, elements, Body.ELEMENT));
    TaskDef<List<Integer>> outer = flow.<List<Integer>>workflow("outer", (body, in) -> {
          Step<Integer> beside = body.call(dynamic, 1);
          Step<List<Integer>> mapped = body.call(inner, 2);
          return body.eval("both", 3, mapped::value, beside, mapped);
        })
        .maxParallelism(1);
    Run<List<Integer>> run = flow.run(outer);
    Waiting.on(called);
    Waiting.on(slotWanted);
    CompletableFuture<Void> closed = CompletableFuture.runAsync(runner::closeNow);
    Waiting.on(stopping);
    elementGoesOn.countDown();

    assertInstanceOf(CancellationException.class, Waiting.failure(run));
    assertEquals(1, late.get());
    Waiting.on(closed);
  }

  private void holdUp() {
    stopping.countDown();
    try {
      Waiting.on(refused);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void submitted(boolean isLate) {
    if (isLate && late.get() > 0) {
      refused.countDown();
    }
  }

  /** Nobody else takes a slot before its thread: the element has the only one. */
  private void wanted(TaskCall<?> call) {
    if (call.takesSlot()) {
      slotWanted.countDown();
    }
  }

  private <T> T proxy(Class<T> type, T real) {
    return type.cast(Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, (proxy, method, in) -> {
          if (method.getName().equals("executor")) {
            // So that the callback comes on the thread of who stops the call.
            return (Executor) job -> {
              throw new RejectedExecutionException();
            };
          }
          boolean isFirst = method.getName().equals("submit")
              && stopping.getCount() == 0
              && late.incrementAndGet() == 1;
          try {
            Object result = method.invoke(real, in);
            return result instanceof RunScope scope ? proxy(RunScope.class, scope) : result;
          } catch (InvocationTargetException e) {
            throw e.getCause();
          } finally {
            submitted(isFirst);
            if (in != null && in[0] instanceof TaskCall<?> call) {
              wanted(call);
            }
          }
        }));
  }
}
