package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.spi.TaskDef;
import dev.makespan.support.Caller;
import dev.makespan.support.Step;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A caller that executes tasks while it waits for them. */
class HelpingTest {
  private final Runner runner = Runner.builder().build();
  private final TestFlow flow = new TestFlow(runner);
  private final Caller waiting = Caller.on(runner).waiting();

  @AfterEach
  void close() {
    runner.close();
  }

  @Test
  void keepsAnInterruptThatComesWhileItHelps() throws Throwable {
    TaskDef<Thread> task = flow.task("task", in -> {
      Thread.currentThread().interrupt();
      return Thread.currentThread();
    });
    Run<Thread> run = waiting.run(task);
    boolean interrupted = Thread.interrupted();

    assertSame(Thread.currentThread(), Waiting.<Thread>on(run));
    assertTrue(interrupted);
  }

  /** It couldn't go on when the time is over. */
  @Test
  void leavesItToOthersWhenItComesToAWorkflowWithATimeLimit() throws Throwable {
    TaskDef<Thread> task = flow.task("task", in -> Thread.currentThread());
    TaskDef<Thread> limited =
        flow.<Thread>workflow("limited", (body, in) -> body.call(task, 1)).timeout(100_000);
    TaskDef<List<Thread>> outer = flow.workflow("outer", (body, in) -> {
      Step<Thread> first = body.call(task, 1);
      Step<Thread> second = body.after(first).call(limited, 2);
      return body.eval("both", 3, () -> List.of(first.value(), second.value()), first, second);
    });
    // Twice, since what a body looks like is known after its first execution only.
    for (int i = 0; i < 2; i++) {
      List<Thread> threads = Waiting.<List<Thread>>on(waiting.run(outer));

      assertSame(Thread.currentThread(), threads.get(0));
      assertNotSame(Thread.currentThread(), threads.get(1));
    }
  }

  @Test
  void doesntSeeTheInterruptOfATaskThatIsStopped() throws Throwable {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicReference<Thread> executing = new AtomicReference<>();
    TaskDef<Integer> hangs = flow.task("hangs", in -> {
      executing.set(Thread.currentThread());
      begun.countDown();
      Waiting.forInterrupt();
      return 1;
    });
    Thread closing = new Thread(() -> {
      try {
        Waiting.on(begun);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      runner.closeNow();
    });
    closing.start();
    Run<Integer> run = waiting.run(hangs);
    boolean interrupted = Thread.interrupted();

    assertEquals(CancellationException.class, Waiting.failure(run).getClass());
    assertSame(Thread.currentThread(), executing.get());
    assertFalse(interrupted);
    closing.join();
  }
}
