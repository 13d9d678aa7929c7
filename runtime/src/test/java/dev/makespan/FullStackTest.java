package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.makespan.spi.TaskDef;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What is asked of a run at the end of a recursion that uses up the stack. */
class FullStackTest {
  private static final int MOST_SPARED = 600;

  /** Uses up the stack, and does something when so many frames are free again. */
  private static int descend(int spared, Runnable job) {
    int free;
    try {
      free = 1 + descend(spared, job);
    } catch (StackOverflowError e) {
      free = 0;
    }
    if (free == spared) {
      try {
        job.run();
      } catch (StackOverflowError e) {
        // As is to be expected.
      }
    }
    return free;
  }

  private static void onAFullStack(int spared, Runnable job) throws InterruptedException {
    Thread thread = new Thread(null, () -> descend(spared, job), "full", 1 << 18);
    thread.setDaemon(true);
    thread.start();
    thread.join(20_000);
    assertFalse(thread.isAlive(), "hangs with " + spared);
  }

  private interface Asking {
    void of(Run<Integer> run);
  }

  private static void endsThough(Asking asking) throws Throwable {
    for (int spared = 1; spared < MOST_SPARED; spared += spared < 200 ? 1 : 10) {
      Runner runner = Runner.builder().build();
      TestFlow flow = new TestFlow(runner);
      CountDownLatch started = new CountDownLatch(1);
      TaskDef<Integer> waiting = flow.task("waiting", in -> {
        started.countDown();
        Waiting.forInterrupt();
        return 1;
      });
      TaskDef<Integer> next = flow.task("next", in -> 1);
      Run<Integer> run = flow.run((body, in) -> body.call(next, 2, body.call(waiting, 1)));
      Waiting.on(started);
      onAFullStack(spared, () -> asking.of(run));
      run.cancel(true);
      try {
        Waiting.ended(run);
        Waiting.on(CompletableFuture.runAsync(runner::closeNow));
      } catch (Throwable thrown) {
        throw new AssertionError("with " + spared, thrown);
      }
    }
  }

  /** It throws the error, or the run ends; never does it stop a part of it only. */
  @Test
  void aCancelDoesAllOrNothing() throws Throwable {
    endsThough(run -> run.cancel(true));
  }

  @Test
  void aCompletionDoesAllOrNothing() throws Throwable {
    endsThough(run -> run.complete(1));
  }
}
