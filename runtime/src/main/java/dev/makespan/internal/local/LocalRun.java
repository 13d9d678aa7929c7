package dev.makespan.internal.local;

import dev.makespan.spi.RunScope;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * An open run of the local engine, with what is ready to be executed.
 *
 * <p>Whenever something is ready, a thread is summoned that hasn't come yet, or a worker is about
 * to look. A thread that takes something up and leaves more summons the next one before it runs
 * user code. So threads grow when tasks wait, one after the other, and only as far as there is
 * work.
 *
 * <p>Its lock is this object; it guards all {@link Execution}s and {@link Slots} of the run. No
 * callback and no user code runs under it, and no other lock is taken but those of the platform.
 */
final class LocalRun {
  private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

  /**
   * How many ready things are looked at from either end, by a thread that waits for some of them.
   */
  private static final int MOST_TRIES = 64;

  /** What this thread is still to reject, of any run; null if it rejects nothing. */
  private static final ThreadLocal<@Nullable ArrayDeque<Runnable>> REJECTING = new ThreadLocal<>();

  private final LocalEngine engine;
  private final String name;
  private final long number;
  private final Runnable onClose;
  private final LocalScope root;

  /** Neighbours in the list of open runs; guarded by the engine's lock. */
  @Nullable LocalRun previous;

  @Nullable LocalRun next;

  /** Written before a call is submitted that no waiting thread may execute. */
  private volatile boolean helpRefused;

  /** Whether a check is to come. Set by a worker that leaves something, taken back by the check. */
  private volatile boolean watched;

  // Guarded by this.
  private final ArrayDeque<Ready> ready = new ArrayDeque<>(4);
  private boolean summoned;

  /** What was first when {@link #check} looked. */
  private @Nullable Ready seen;

  private boolean cancelled;
  private boolean ended;

  LocalRun(LocalEngine engine, String name, long number, int maxParallelism, Runnable onClose) {
    this.engine = engine;
    this.name = name;
    this.number = number;
    this.onClose = onClose;
    this.root = new LocalScope(this, maxParallelism == 0 ? null : new Slots(maxParallelism, null));
  }

  LocalEngine engine() {
    return engine;
  }

  String id() {
    return name + "-" + Long.toString(number & 0xFF_FFFF_FFFFL, 36);
  }

  LocalScope root() {
    return root;
  }

  /** Called under the lock. */
  boolean isCancelled() {
    return cancelled;
  }

  void cancel() {
    synchronized (this) {
      cancelled = true;
    }
  }

  /** Tells the run's owner that the engine is closed. */
  void close() {
    onClose.run();
  }

  void end() {
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
      cancelled = true;
      // No thread must come for what who waited for it has executed.
      for (Iterator<Ready> each = ready.iterator(); each.hasNext(); ) {
        if (each.next().isOver()) {
          each.remove();
        }
      }
    }
    engine.ended(this);
  }

  // What is ready.

  /** Gets something executed. */
  void add(Ready job) {
    Worker worker = Worker.get();
    boolean isPatient = job.isPatient();
    boolean lacksThread;
    synchronized (this) {
      ready.add(job);
      lacksThread = !summoned && (worker == null || !worker.notes(this));
      summoned |= lacksThread && !isPatient;
    }
    if (lacksThread && isPatient) {
      watch();
    } else if (lacksThread) {
      summon();
    }
  }

  /** The first thing for a worker whose thread was summoned; null if nothing is ready. */
  @Nullable Ready pollFirst(Worker worker) {
    synchronized (this) {
      summoned = false;
      return poll(worker);
    }
  }

  /** The next thing for a worker to execute; null if nothing is ready. */
  @Nullable Ready poll(Worker worker) {
    synchronized (this) {
      Ready first = ready.poll();
      worker.leaves(!ready.isEmpty() && !summoned);
      return first;
    }
  }

  /** The next thing that a thread may execute which only waits; null if there is none. */
  @Nullable Ready pollHelpable(Worker worker) {
    synchronized (this) {
      Ready first = null;
      for (Iterator<Ready> each = ready.iterator(); first == null && each.hasNext(); ) {
        Ready job = each.next();
        if (job.isHelpable()) {
          each.remove();
          first = job;
        }
      }
      worker.leaves(!ready.isEmpty() && !summoned);
      return first;
    }
  }

  /** The next thing that is a part of something; null if none is ready, or it isn't found soon. */
  @Nullable Ready pollPart(Object whole) {
    synchronized (this) {
      int tries = 0;
      for (Iterator<Ready> each = ready.iterator(); each.hasNext() && tries < MOST_TRIES; tries++) {
        Ready job = each.next();
        if (job.isHelpable() && job.isPartOf(whole)) {
          each.remove();
          return job;
        }
      }
      tries = 0;
      for (Iterator<Ready> each = ready.descendingIterator();
          each.hasNext() && tries < MOST_TRIES;
          tries++) {
        Ready job = each.next();
        if (job.isHelpable() && job.isPartOf(whole)) {
          each.remove();
          return job;
        }
      }
      return null;
    }
  }

  /** Has a thread summoned if what is ready now isn't taken up soon. */
  void watch() {
    if (!watched) {
      watched = true;
      watchAgain();
    }
  }

  private void watchAgain() {
    try {
      engine.platform().soon(this::check);
    } catch (Throwable closedOrNoMemory) {
      watched = false;
      share();
    }
  }

  private void check() {
    boolean summon = false;
    synchronized (this) {
      Ready first = ready.peek();
      if (first == null) {
        watched = false;
        seen = null;
        return;
      }
      if (first == seen && !summoned) {
        summon = true;
        summoned = true;
      }
      seen = first;
    }
    try {
      if (summon) {
        summon();
      }
    } finally {
      watchAgain();
    }
  }

  /** Has a thread summoned if something is ready. */
  void share() {
    synchronized (this) {
      if (summoned || ready.isEmpty()) {
        return;
      }
      summoned = true;
    }
    summon();
  }

  private void summon() {
    try {
      engine.platform().execute(new Arrival());
    } catch (Throwable why) {
      refused(why);
    }
  }

  /** What a thread does that was summoned. A lambda would make the first run of a JVM slower. */
  final class Arrival implements Runnable {
    @Override
    public void run() {
      Worker.work(LocalRun.this);
    }
  }

  /**
   * Without a thread the calls would never end, and the run neither. Each that is rejected may give
   * its slots to another one, which is rejected, too: after it, since there may be many.
   */
  void refused(Throwable why) {
    synchronized (this) {
      summoned = false;
    }
    ArrayDeque<Runnable> outer = REJECTING.get();
    if (outer != null) {
      outer.add(() -> reject(why));
      return;
    }
    ArrayDeque<Runnable> open = new ArrayDeque<>();
    REJECTING.set(open);
    try {
      reject(why);
      for (Runnable next = open.poll(); next != null; next = open.poll()) {
        next.run();
      }
    } finally {
      REJECTING.remove();
    }
  }

  private void reject(Throwable why) {
    List<Ready> all;
    synchronized (this) {
      all = new ArrayList<>(ready);
      ready.clear();
    }
    for (Ready each : all) {
      each.rejected(why);
    }
  }

  void refuseHelp() {
    helpRefused = true;
  }

  boolean refusesHelp() {
    return helpRefused;
  }

  /** Whether the current thread, which is about to wait, may execute calls. */
  boolean mayHelp() {
    return !helpRefused && Worker.get() == null && !Thread.currentThread().isInterrupted();
  }

  /**
   * Runs the job that the run begins with.
   *
   * @throws RejectedExecutionException if no thread can be had; nothing has begun then
   */
  void begin(Runnable first) {
    synchronized (this) {
      ready.add(new Job(first));
      summoned = true;
    }
    try {
      engine.platform().execute(new Arrival());
    } catch (Throwable why) {
      synchronized (this) {
        summoned = false;
        ready.clear();
      }
      if (why instanceof Error error) {
        throw error;
      }
      throw new RejectedExecutionException("no thread to execute the run on", why);
    }
  }

  /** Runs a job of the runtime's own soon. */
  void later(Runnable job) {
    add(new Job(job));
  }

  /** A job that isn't a call. */
  private record Job(Runnable code) implements Ready {
    @Override
    public void execute(Worker worker) {
      code.run();
    }

    @Override
    public void rejected(Throwable why) {
      code.run();
    }

    @Override
    public boolean isHelpable() {
      return true;
    }

    @Override
    public boolean isPartOf(Object whole) {
      return false;
    }
  }

  /** Does something on one of the engine's threads. */
  void execute(Runnable job) {
    engine.platform().execute(() -> Worker.of(this, job));
  }

  RunScope.Timer schedule(Duration delay, Runnable job) {
    // The clock counts nanoseconds, so far and no further.
    Duration counted = delay.compareTo(FOREVER) > 0 ? FOREVER : delay;
    return engine.platform().schedule(counted, () -> Worker.of(this, job));
  }

  long nanoTime() {
    return engine.platform().nanoTime();
  }

  Duration grace() {
    return engine.grace();
  }

  /** For tests: how many slots of the outermost limit are taken. */
  synchronized int usedSlots() {
    Slots slots = root.slots();
    return slots == null ? 0 : slots.used();
  }

  /** The scopes of a run differ in their limits only. */
  static @Nullable Slots within(@Nullable Slots outer, int max) {
    return max == 0 || (outer != null && max >= outer.width()) ? outer : new Slots(max, outer);
  }
}
