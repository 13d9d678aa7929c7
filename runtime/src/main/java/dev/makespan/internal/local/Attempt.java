package dev.makespan.internal.local;

import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskCall;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of an {@link Execution}, whose Javadoc has the states.
 *
 * <p>It is over when the method has returned and what it left pending has ended, or the grace
 * period has. While a thread tells the call of a timeout or an interrupt, it isn't said to be over:
 * that thread goes on with it then.
 *
 * <p>The fields marked so are guarded by the lock of the run.
 */
final class Attempt {
  private final Execution execution;
  private final LocalRun run;
  private final TaskCall<@Nullable Object> call;

  // Guarded by the lock of the run.
  private @Nullable Thread thread;
  private TaskCall.@Nullable Pending<@Nullable Object> pending;
  private RunScope.@Nullable Timer timeout;
  private RunScope.@Nullable Timer grace;
  private boolean timedOut;
  private boolean interrupted;

  /** Whether its thread was interrupted on its behalf; read without the lock, too. */
  private volatile boolean threadInterrupted;

  private boolean cancelled;

  /**
   * Whether it waits below another attempt on the stack. An interrupt is not that one's, which may
   * not be stopped yet; it comes when the thread is back here.
   */
  private boolean covered;

  private boolean over;

  /** How many threads tell the call something. */
  private int telling;

  // Written before it is over, or by the thread that tells of the timeout.
  private @Nullable Object value;
  private @Nullable Throwable failure;
  private boolean overrun;
  private boolean retried;

  /** Of use to the executing thread only. */
  private @Nullable Attempt outer;

  // Of use to the thread that subscribes only; another one never finds itself there.
  private @Nullable Thread subscribing;
  private @Nullable Runnable early;

  Attempt(Execution execution, Thread thread) {
    this.execution = execution;
    this.run = execution.run;
    this.call = execution.call;
    this.thread = thread;
  }

  // What came of it.

  @Nullable Object value() {
    return value;
  }

  @Nullable Throwable failure() {
    return failure;
  }

  /** Whether the method still runs. */
  boolean isOverrun() {
    return overrun;
  }

  /** Whether it has timed out and another one is to follow. */
  boolean isRetried() {
    return retried;
  }

  // The method.

  /** The attempt that waits on the same stack; null if there is none. */
  @Nullable Attempt outer() {
    return outer;
  }

  /** Whether the thread was interrupted on behalf of it. */
  boolean hasInterrupted() {
    return threadInterrupted;
  }

  /** Says that its thread is about to wait for a future. */
  void waits() {
    call.waits();
  }

  void perform(Worker worker) {
    Attempt below = worker.executing();
    outer = below;
    worker.executing(this);
    if (below != null) {
      cover(below);
    }
    try {
      performInner(worker);
    } finally {
      worker.executing(below);
      if (below != null) {
        uncover(below);
      }
    }
  }

  private void cover(Attempt below) {
    synchronized (run) {
      below.covered = true;
      if (below.threadInterrupted && !threadInterrupted) {
        // It came just before, and comes again when the thread is back there.
        Thread.interrupted();
      }
    }
  }

  private void uncover(Attempt below) {
    synchronized (run) {
      below.covered = false;
    }
  }

  private void performInner(Worker worker) {
    Object returned = null;
    Throwable thrown = null;
    TaskCall.Pending<@Nullable Object> left = null;
    try {
      returned = invoke();
      left = call.pending(returned);
    } catch (Throwable e) {
      thrown = e;
    }
    worker.left();
    if (left == null) {
      over(returned, thrown, false);
    } else {
      await(left);
    }
  }

  private @Nullable Object invoke() throws Throwable {
    call.started(run.nanoTime());
    long millis = call.timeoutMillis();
    if (millis > 0) {
      RunScope.Timer timer =
          run.schedule(Duration.ofMillis(millis), () -> execution.guarded(this::timeOut));
      boolean late;
      synchronized (run) {
        timeout = timer;
        late = over;
      }
      if (late) {
        timer.cancel();
      }
    }
    return call.invoke();
  }

  // What it leaves pending.

  private void await(TaskCall.Pending<@Nullable Object> left) {
    boolean late;
    boolean cancels;
    synchronized (run) {
      leaveThread();
      late = over;
      pending = late ? null : left;
      cancels = late || interrupted;
      cancelled = cancels;
    }
    if (late) {
      cancel(left);
      return;
    }
    subscribing = Thread.currentThread();
    try {
      left.whenOver(this::pendingOver);
    } catch (Throwable thrown) {
      if (early == null) {
        early = () -> over(null, thrown, false);
      }
    }
    subscribing = null;
    Runnable end = early;
    if (end != null) {
      end.run();
    } else if (cancels) {
      cancel(left);
    }
    synchronized (run) {
      late = over;
    }
    if (late) {
      // The grace period may have ended while it was subscribed to.
      left.forget();
    }
  }

  /**
   * Takes the end on any thread. The run doesn't go on there, since the thread may be the user's,
   * nor inside the call that subscribes.
   */
  private void pendingOver(@Nullable Object result, @Nullable Throwable thrown) {
    Runnable end = () -> execution.guarded(() -> over(result, thrown, false));
    if (subscribing == Thread.currentThread()) {
      early = end;
    } else {
      handOff(end);
    }
  }

  private void cancel(TaskCall.Pending<@Nullable Object> left) {
    handOff(() -> execution.guarded(left::cancel));
  }

  /** Does something on a thread of the engine, or here when there is none. */
  private void handOff(Runnable job) {
    try {
      run.execute(job);
    } catch (Throwable noThread) {
      job.run();
    }
  }

  // Its early end.

  private void timeOut() {
    synchronized (run) {
      if (over || timedOut || execution.isStopped()) {
        return;
      }
      timedOut = true;
      telling++;
    }
    boolean goesOn;
    try {
      Throwable late = call.timedOut();
      failure = late;
      retried = call.retries(late);
      if (!retried) {
        execution.settle(late);
      }
    } finally {
      goesOn = told();
    }
    if (goesOn) {
      execution.over(this);
    } else {
      interrupt();
    }
  }

  /** Interrupts the method, and ends the attempt without it if it doesn't return in time. */
  void interrupt() {
    synchronized (run) {
      if (over) {
        return;
      }
      telling++;
    }
    boolean goesOn;
    try {
      call.interrupting();
    } finally {
      goesOn = told();
    }
    if (goesOn) {
      execution.over(this);
      return;
    }
    TaskCall.Pending<@Nullable Object> left = null;
    synchronized (run) {
      if (over) {
        return;
      }
      interrupted = true;
      if (thread != null) {
        // Under the lock, so that the thread can't have gone on to something else.
        threadInterrupted = true;
        if (!covered) {
          thread.interrupt();
        }
      }
      if (pending != null && !cancelled) {
        cancelled = true;
        left = pending;
      }
      if (grace == null) {
        grace = run.schedule(run.grace(), () -> execution.guarded(() -> over(null, null, true)));
      }
    }
    if (left != null) {
      cancel(left);
    }
  }

  /** Says that the call has been told something; returns whether the attempt is over meanwhile. */
  private boolean told() {
    synchronized (run) {
      telling--;
      return over && telling == 0;
    }
  }

  // Its end.

  /**
   * Ends the attempt, unless it is over.
   *
   * @param isOverrun whether the method still runs
   */
  private void over(@Nullable Object result, @Nullable Throwable thrown, boolean isOverrun) {
    boolean waits;
    synchronized (run) {
      if (!isOverrun) {
        leaveThread();
      }
      if (over) {
        return;
      }
      over = true;
      overrun = isOverrun;
      if (!timedOut) {
        value = result;
        failure = thrown;
      }
      if (pending != null) {
        pending.forget();
        pending = null;
      }
      cancel(timeout);
      cancel(grace);
      waits = telling > 0;
    }
    if (!waits) {
      execution.over(this);
    }
  }

  /** Called under the lock. */
  private void leaveThread() {
    if (thread == Thread.currentThread()) {
      thread = null;
      if (threadInterrupted) {
        // It may have come after the method had returned, and must not reach the next one.
        Thread.interrupted();
        threadInterrupted = false;
      }
    }
  }

  private static void cancel(RunScope.@Nullable Timer timer) {
    if (timer != null) {
      timer.cancel();
    }
  }
}
