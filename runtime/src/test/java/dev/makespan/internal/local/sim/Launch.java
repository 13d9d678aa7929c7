package dev.makespan.internal.local.sim;

import dev.makespan.Run;
import dev.makespan.Runner;
import dev.makespan.spi.FlowFuture;
import dev.makespan.support.Caller;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;

/** A run that is started from outside, what may be done to it, and what it must come to. */
final class Launch {
  private static final int DEFAULT_PARALLELISM = 25;
  private static final int FUEL = 2;
  private static final long GIVEN = -1;
  private static final long MILLI = 1_000_000;

  /** The grace period, and a little for the steps in it. */
  private static final long LONGEST_END_NANOS = 1_100_000_000L;

  private final World world;
  private final Method root;
  private final long argument;
  private final boolean disturbed;
  private final boolean mayWait;
  private final boolean starves;
  private final RunRecord record;
  private final Place place;
  private final Plain plain = new Plain();

  /** The time limit of the run in nanoseconds; 0 for none. */
  private final long deadline;

  private final Result expected;

  private Run<Object> run;
  private boolean given;
  private boolean cancelled;
  private boolean closed;
  private Carrier joining;
  private boolean interrupted;
  private long startedAt;
  private long stoppedAt = -1;

  /**
   * @param disturbed whether timeouts or a lack of threads may change what it comes to
   * @param mayWait whether the caller may wait for it at once
   * @param starves whether it may wait for ever although the plain call doesn't
   */
  Launch(
      World world,
      String name,
      Method root,
      long argument,
      boolean disturbed,
      boolean mayWait,
      boolean starves) {
    this.world = world;
    this.root = root;
    this.argument = argument;
    this.disturbed = disturbed;
    this.mayWait = mayWait;
    this.starves = starves;
    this.record = new RunRecord(world, name);
    int limit = root instanceof WorkflowMethod workflow ? workflow.limit() : DEFAULT_PARALLELISM;
    this.place = Place.ofRun(record, world.watch().limit(limit));
    this.deadline = root instanceof WorkflowMethod ? root.def().timeoutMillis() * MILLI : 0;
    this.expected = root.plain(plain, FUEL, argument);
  }

  // What is done from outside, each in a job of its own.

  void start(Runner runner) {
    world.trace("start", record);
    startedAt = world.scheduler().now();
    Carrier carrier = Carrier.current();
    ClassLoader before = carrier.getContextClassLoader();
    carrier.setContextClassLoader(record.loader());
    carrier.context = world.watch().context(record);
    boolean waits = mayWait && world.scheduler().chance(0.2);
    carrier.isCaller = waits;
    try {
      Caller caller = waits ? Caller.on(runner).waiting() : Caller.on(runner);
      run = caller.run(root.def(), Method.arguments(place, FUEL, argument));
    } catch (RejectedExecutionException | OutOfMemoryError e) {
      world.trace("not started", record);
      return;
    } finally {
      carrier.isCaller = false;
      carrier.context = null;
      carrier.setContextClassLoader(before);
    }
    record.handedOut(run);
    CompletableFuture<Void> ended = record.handedOut(run.ended().toCompletableFuture());
    ended.thenRun(this::checkEnd);
    if (waits || world.scheduler().chance(0.2)) {
      world.scheduler().execute(this::join);
    }
  }

  private void join() {
    Carrier carrier = Carrier.current();
    carrier.isCaller = true;
    joining = carrier;
    try {
      Caller.join(run);
    } catch (Throwable e) {
      if (!run.isDone()) {
        world.scheduler().violation("a joining caller gets " + Script.told(e) + " before the end");
      }
    }
    carrier.isCaller = false;
    joining = null;
    if (interrupted && !Thread.interrupted() && cancelled) {
      world.scheduler().violation("a joining caller loses its interrupt");
    }
    if (interrupted) {
      record.cancelled();
    }
  }

  /** Interrupts who waits for the run, if that one executes nothing of it meanwhile. */
  void disturb() {
    if (joining != null && !interrupted && !run.isDone() && !world.watch().helping()) {
      world.trace("interrupts the caller of", record);
      interrupted = true;
      stopping();
      cancelled = true;
      joining.disturb();
    }
  }

  void cancel() {
    if (run != null) {
      stopping();
      cancelled |= run.cancel(true);
      stopped();
    }
  }

  void complete() {
    if (run != null) {
      stopping();
      given |= run.complete(GIVEN);
      stopped();
    }
  }

  private void stopped() {
    world.trace("stopped", record);
    record.cancelled();
  }

  private void stopping() {
    world.trace("stop", record);
    if (stoppedAt < 0) {
      stoppedAt = world.scheduler().now();
    }
  }

  /**
   * Says that the runner is being closed: its tasks can't start runs any more.
   *
   * @param now whether the run may be cancelled
   */
  void closing(boolean now) {
    world.trace(now ? "close now" : "close", record);
    closed = true;
    cancelled |= now;
  }

  /** Forgets the run; returns what nobody may hold any more. */
  List<WeakReference<?>> drop() {
    List<WeakReference<?>> dropped = new ArrayList<>();
    if (run != null) {
      dropped.add(new WeakReference<>(run));
      dropped.add(new WeakReference<>(((FlowFuture<?>) run).defaultExecutor()));
    }
    run = null;
    return dropped;
  }

  boolean isOpen() {
    return run != null && !run.ended().toCompletableFuture().isDone();
  }

  /** Whether it may still be open when nothing is left to do. */
  boolean mayHang() {
    return deadline == 0 && (expected.hangs() || starves);
  }

  // Checks.

  private void checkEnd() {
    world.trace("ended", record);
    if (Carrier.current().isForeign && world.hasThreads()) {
      world.scheduler().violation(record + " ends on the thread that has completed a stage");
    }
    if (!place.busy().isEmpty()) {
      world.scheduler().violation(record + " has ended, but not " + place.busy());
    }
    long now = world.scheduler().now();
    if (stoppedAt >= 0) {
      checkTime(now - stoppedAt, "it was stopped");
    }
    if (deadline > 0) {
      checkTime(now - startedAt - deadline, "its time was over");
    }
  }

  private void checkTime(long took, String since) {
    if (took > LONGEST_END_NANOS && world.scheduler().isPatient()) {
      world.scheduler().violation(record + " ends " + took + " ns after " + since);
    }
  }

  void check() {
    if (run == null || !run.isDone()) {
      return;
    }
    Result outcome = outcome();
    boolean own = outcome.looksLike(expected);
    boolean planned = outcome.message() == null || outcome.message().startsWith(Script.MARK);
    boolean outer = (given && outcome.looksLike(Result.of(GIVEN)))
        || (cancelled && outcome.message() != null && outcome.message().startsWith("cancelled"));
    boolean other = (disturbed || closed) && (planned || isDisturbance(outcome.message()));
    if (!own && !outer && !other) {
      world.scheduler().violation(record + " " + outcome + ", the plain call " + expected);
    }
    if (own && !given && !cancelled && !disturbed && !closed) {
      checkWork();
    }
  }

  private Result outcome() {
    try {
      return Result.of(Mixing.plain(run.join()));
    } catch (CancellationException e) {
      return Result.failed("cancelled: " + e.getMessage(), null);
    } catch (CompletionException e) {
      return Result.failed(Script.told(e.getCause()), null);
    }
  }

  private static boolean isDisturbance(String message) {
    return message.contains("TaskTimeoutException")
        || message.contains("RejectedExecutionException")
        || message.contains("OutOfMemoryError");
  }

  /** All that the plain call does was done; when nothing failed, nothing else. */
  private void checkWork() {
    plain.reached().forEach((work, times) -> {
      if (record.completed().getOrDefault(work, 0) < times) {
        world.scheduler().violation(record + " didn't do " + work + ", or not to its end");
      }
    });
    if (plain.isSmooth() && !plain.reached().equals(record.begun())) {
      world.scheduler().violation(record + " began more than the plain call does");
    }
  }
}
