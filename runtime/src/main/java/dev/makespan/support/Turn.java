package dev.makespan.support;

import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskDef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thread's turn to execute the user's methods one after the other, without handing each of them
 * to the engine: for them all it is one call, which times them and has them recorded.
 *
 * <p>Used by the executing thread, but for what says otherwise.
 */
final class Turn extends SlotHolder implements Adopter, Part {
  private final RunInfo run;
  private final boolean patient;
  private final Job job;
  private final RunningMethod method = new RunningMethod();

  private @Nullable Thread thread;
  private @Nullable ClassLoader loader;

  private long now;
  private long lastTook;
  private boolean isLong;

  /** Takes what was executed; null if each execution is timed and told at once. */
  private @Nullable Tally tally;

  private volatile boolean over;

  private @Nullable Throwable broken;

  /** What is done in the turn. */
  interface Job {
    /** Who waits for the end of what it belongs to. */
    Ending ending();

    /** Does it. */
    void run(Turn turn);

    /**
     * Says that between two methods the thread is about to wait, in a stage that depends on the
     * first.
     */
    default void waits() {}

    /**
     * Says that the turn is over and its slots are free.
     *
     * @param broken why it could not begin; null if it could, or was stopped before
     * @param overrun whether a method still runs, which was given up
     */
    void ended(Turn turn, @Nullable Throwable broken, boolean overrun);
  }

  /** @param withSlot whether it begins when a slot is free */
  Turn(RunInfo run, RunScope scope, boolean withSlot, Job job) {
    this(run, scope, withSlot, false, job);
  }

  /** @param patient whether it is most likely executed by who waits for it */
  Turn(RunInfo run, RunScope scope, boolean withSlot, boolean patient, Job job) {
    super(scope, withSlot);
    this.run = run;
    this.patient = patient;
    this.job = job;
  }

  @Override
  public RunInfo run() {
    return run;
  }

  @Override
  public boolean isPatient() {
    return patient;
  }

  @Override
  public boolean isPartOf(Object whole) {
    return job.ending().isPartOf(whole);
  }

  @Override
  public void start() {
    scope.submit(this);
  }

  // The job.

  @Override
  public void started(long nanoTime) {
    now = nanoTime;
  }

  @Override
  public @Nullable Object invoke() {
    begins();
    thread = Thread.currentThread();
    loader = run.loader();
    ClassLoader before = LoaderSwitch.enter(loader);
    Context outer = new Context(this, null).enter();
    try {
      job.run(this);
    } finally {
      Context.leave(outer);
      LoaderSwitch.leave(before);
    }
    return null;
  }

  /** The engine's time when it was last asked for. */
  long now() {
    return now;
  }

  /** When the method was entered that was entered last; may be asked by any thread. */
  long since() {
    return method.since();
  }

  /** Asks for the engine's time. */
  long tick() {
    now = scope.nanoTime();
    return now;
  }

  /** From now on has executions counted by a lane; null to tell each at once. */
  void tally(@Nullable Tally counts) {
    tally = counts;
  }

  /**
   * Notes that the method has returned that was entered last.
   *
   * @param before what was executed before it
   * @return what was executed up to now
   */
  @Nullable PathLink ran(CallSite where, @Nullable PathLink before, boolean failed) {
    Tally counts = tally;
    if (counts != null && !counts.isTimed()) {
      counts.ran(where, 0, failed);
      return before;
    }
    long start = now;
    long took = tick() - start;
    lastTook = took;
    if (counts != null) {
      counts.ran(where, took, failed);
    } else if (!over) {
      where.ran(1, start, now, took, failed ? 1 : 0);
    }
    return PathLink.after(before, where, took);
  }

  /** Says whether all that the turn is for most likely takes longer than to have a thread come. */
  void isLong(boolean all) {
    isLong = all;
  }

  /** Notes how long the method took that has returned last, if that is known. */
  void pace(Pace pace) {
    Tally counts = tally;
    if (counts == null || counts.isTimed()) {
      pace.took(lastTook);
    }
  }

  /** Notes that a body has ended that was executed within the turn. */
  void ranBody(CallSite where, long start, boolean failed) {
    Tally counts = tally;
    if (counts != null) {
      counts.ranBody(where, now - start, failed);
    } else if (!over) {
      where.ran(1, start, now, now - start, failed ? 1 : 0);
    }
  }

  /** Whether the engine has gone on without this turn, since a method ignored its interrupt. */
  boolean isOver() {
    return over;
  }

  /**
   * Says that a method of the user's is about to be called.
   *
   * @param where what it belongs to
   * @param isShort whether it most likely takes a few microseconds only
   * @return false if it must not be, since the turn was stopped
   */
  boolean enter(CallSite where, boolean isShort) {
    method.enter(where, now);
    entering(isShort && !isLong);
    boolean enters = !isStopped();
    if (!enters) {
      method.leave();
    }
    return enters;
  }

  @Override
  public void waits() {
    if (!method.isInside()) {
      // A stage of what has ended, on this thread: it may wait for what needs the slot.
      releaseSlot();
      job.waits();
    }
  }

  /** Says that the next method is called at once, in the place of the one that was entered last. */
  void next() {
    method.again(now);
  }

  /**
   * Whether another method may be called at once after the one that was entered last and has
   * returned: there is nothing that it must not find, nobody waits for the slot, and the turn isn't
   * stopped.
   */
  boolean isClear() {
    Thread own = thread;
    return own != null
        && !own.isInterrupted()
        && own.getContextClassLoader() == loader
        && method.started() == null
        && !isStopped()
        && keepsSlot();
  }

  /** Calls a task's method. */
  @Nullable Object call(TaskDef<?> def, @Nullable Object[] in) throws Throwable {
    try {
      return def.body().invoke(def.number(), in);
    } finally {
      left();
    }
  }

  /** Evaluates a pure expression. */
  @Nullable Object eval(Expression<?> expression) throws Throwable {
    try {
      return expression.eval();
    } finally {
      left();
    }
  }

  /**
   * What a method has failed with that was called in this turn; null if that only says that the
   * turn was stopped.
   *
   * @param generated the class whose frames stand between the engine's and the user's
   * @param caller the level that called it; null for none
   */
  @Nullable Failure failure(Throwable thrown, Class<?> generated, @Nullable Level caller) {
    Failure failure = new Failure(thrown);
    if (isStopped() && failure.isInterruption()) {
      return null;
    }
    failure.cutBelow(generated);
    failure.passes(caller);
    return failure;
  }

  /** Says that the method has returned that was entered last. */
  void left() {
    method.leave();
    returned();
    LoaderSwitch.enter(run.loader());
    method.forget();
  }

  // Called from any thread.

  @Override
  public void adopt(LiveRun<?> child) {
    method.adopt(child);
  }

  @Override
  public List<Part> stopping() {
    StartedRuns own = method.started();
    if (own != null) {
      own.walk();
    }
    stop();
    return own == null ? List.of() : own.toStop();
  }

  @Override
  public void interrupting() {
    method.interrupted();
  }

  @Override
  public void broken(Throwable why) {
    run.giveUp(why);
  }

  @Override
  public void settled(@Nullable Object value, @Nullable Throwable failure, boolean stopped) {
    broken = failure;
    if (stopped) {
      // It may be the cancelled run that refused it, before anybody else came to stop it.
      stop();
    }
  }

  @Override
  public void ended(long nanoTime, boolean overrun) {
    if (overrun) {
      over = true;
      run.overran();
      CallSite where = method.site();
      long start = method.since();
      if (where != null) {
        where.ran(1, start, nanoTime, nanoTime - start, 0);
      }
    }
    job.ended(this, broken, overrun);
  }
}
