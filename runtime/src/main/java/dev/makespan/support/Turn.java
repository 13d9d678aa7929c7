package dev.makespan.support;

import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskCall;
import dev.makespan.spi.TaskDef;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A thread's turn to execute the user's methods one after the other, without handing each of them
 * to the engine: for them all it is one call.
 *
 * <p>A slot is held only while a task runs, or between two tasks when nobody waits for it. Used by
 * the executing thread, but for what says otherwise.
 */
final class Turn extends TaskCall<@Nullable Object> implements Adopter, Part {
  private static final VarHandle SITE;
  private static final VarHandle SINCE;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      SITE = lookup.findVarHandle(Turn.class, "site", CallSite.class);
      SINCE = lookup.findVarHandle(Turn.class, "since", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final RunInfo run;
  private final RunScope scope;
  private final boolean withSlot;
  private final boolean patient;
  private final Job job;
  private final Object starting = new Object();

  private @Nullable Stoppable engine;
  private @Nullable Thread thread;
  private @Nullable ClassLoader loader;
  private @Nullable Object held;

  /** Whether no task has run in the slot yet: somebody must get on. */
  private boolean unused;

  /** Whether a method of the user's runs, or is about to. */
  private boolean inMethod;

  private long now;
  private long lastTook;
  private boolean isLong;

  /** Takes what was executed; null if each execution is timed and told at once. */
  private @Nullable Tally tally;

  // What runs; read by another thread when it is given up, which is long after it was written.
  private @Nullable CallSite site;

  @SuppressWarnings("UnusedVariable")
  private long since;

  private volatile boolean over;

  /** Of the method that runs; written under the lock. */
  private volatile @Nullable StartedRuns started;

  /** Guarded by the lock of {@link #starting}. */
  private boolean interrupted;

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
    this.patient = patient;
    this.run = run;
    this.scope = scope;
    this.withSlot = withSlot;
    this.job = job;
  }

  @Override
  public RunInfo run() {
    return run;
  }

  @Override
  public boolean takesSlot() {
    return withSlot;
  }

  @Override
  public long timeoutMillis() {
    return 0;
  }

  @Override
  public boolean isUserCode() {
    return false;
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
    engine = handle();
    thread = Thread.currentThread();
    loader = run.loader();
    held = withSlot ? scope.limit() : null;
    unused = withSlot;
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
    return (long) SINCE.getAcquire(this);
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

  /** Whether nobody waits for the slot that is held. */
  private boolean keepsSlot() {
    return held == null || !engine().isWanted();
  }

  /**
   * Gets a slot of a scope for the next task, or keeps it; false if there is none to be had at
   * once.
   */
  boolean takeSlot(RunScope of) {
    Object limit = of.limit();
    if (limit == held) {
      if (unused || keepsSlot()) {
        return true;
      }
      releaseSlot();
      return false;
    }
    if (limit == null) {
      releaseSlot();
      return true;
    }
    boolean taken = engine().acquire(limit);
    held = taken ? limit : null;
    unused = taken;
    return taken;
  }

  /** Gives the slot back. */
  void releaseSlot() {
    if (held != null) {
      held = null;
      engine().giveUp();
    }
  }

  private Stoppable engine() {
    Stoppable handle = engine;
    if (handle == null) {
      throw new IllegalStateException("not begun");
    }
    return handle;
  }

  /**
   * Says that a method of the user's is about to be called.
   *
   * @param where what it belongs to
   * @param isShort whether it most likely takes a few microseconds only
   * @return false if it must not be, since the turn was stopped
   */
  boolean enter(CallSite where, boolean isShort) {
    SINCE.setRelease(this, now);
    if (site != where) {
      SITE.setRelease(this, where);
    }
    unused = false;
    inMethod = true;
    engine().entering(isShort && !isLong);
    inMethod = !isStopped();
    return inMethod;
  }

  @Override
  public void waits() {
    if (!inMethod) {
      // A stage of what has ended, on this thread: it may wait for what needs the slot.
      releaseSlot();
      job.waits();
    }
  }

  /** Says that the next method is called at once, in the place of the one that was entered last. */
  void next() {
    SINCE.setRelease(this, now);
  }

  /**
   * Whether another method may be called at once after the one that was entered last and has
   * returned: there is nothing that it must not find, nobody waits for the slot, and the turn isn't
   * stopped.
   */
  boolean isClear() {
    Thread own = thread;
    Stoppable handle = engine;
    return own != null
        && handle != null
        && !own.isInterrupted()
        && own.getContextClassLoader() == loader
        && started == null
        && !isStopped()
        && (held == null || !handle.isWanted());
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
    inMethod = false;
    engine().left();
    LoaderSwitch.enter(run.loader());
    forget();
  }

  /** The next method has nothing to do with the runs that this one started. */
  private void forget() {
    if (started != null) {
      synchronized (starting) {
        started = null;
      }
    }
  }

  // Called from any thread.

  @Override
  public void adopt(LiveRun<?> child) {
    if (!inMethod) {
      // A stage of what has ended starts it, which is no part of what follows.
      return;
    }
    StartedRuns own;
    boolean late;
    synchronized (starting) {
      late = interrupted;
      own = started;
      if (own == null) {
        own = new StartedRuns();
        started = own;
      }
    }
    own.add(child);
    if (late) {
      Part.stop(child.stopping());
    }
  }

  @Override
  public List<Part> stopping() {
    StartedRuns own = started;
    if (own != null) {
      own.walk();
    }
    stop();
    return own == null ? List.of() : own.toStop();
  }

  @Override
  public void interrupting() {
    StartedRuns own;
    synchronized (starting) {
      interrupted = true;
      own = started;
    }
    if (own != null) {
      own.interrupted();
    }
  }

  // What only the calls of one method need.

  @Override
  public String pool() {
    return "";
  }

  @Override
  public Throwable noPool(Collection<String> pools) {
    throw new IllegalStateException("needs no pool");
  }

  @Override
  public @Nullable Pending<@Nullable Object> pending(@Nullable Object returned) {
    return null;
  }

  @Override
  public boolean retries(Throwable failure) {
    return false;
  }

  @Override
  public long retrying(long nanoTime, boolean overrun, RandomGenerator random) {
    throw new IllegalStateException("isn't tried again");
  }

  @Override
  public Throwable timedOut() {
    throw new IllegalStateException("has no time limit");
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
      CallSite where = (CallSite) SITE.getAcquire(this);
      long start = since();
      if (where != null) {
        where.ran(1, start, nanoTime, nanoTime - start, 0);
      }
    }
    job.ended(this, broken, overrun);
  }
}
