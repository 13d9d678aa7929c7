package dev.makespan.internal.local;

import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskCall;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A part of a local run with its own limit. */
final class LocalScope implements RunScope {
  private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

  private final LocalRun run;
  private final @Nullable Slots slots;

  /** By method, what the elements of a map share; null if this is no scope of elements. */
  private final @Nullable ConcurrentMap<Object, LocalScope> shared;

  LocalScope(LocalRun run, @Nullable Slots slots) {
    this(run, slots, null);
  }

  private LocalScope(
      LocalRun run, @Nullable Slots slots, @Nullable ConcurrentMap<Object, LocalScope> shared) {
    this.run = run;
    this.slots = slots;
    this.shared = shared;
  }

  @Nullable Slots slots() {
    return slots;
  }

  @Override
  public String id() {
    return run.id();
  }

  @Override
  public void submit(TaskCall<?> call) {
    Execution execution = new Execution(run, call, slots);
    call.submitted(execution);
    execution.begin();
  }

  @Override
  public RunScope inner(int maxSlots) {
    Slots inner = LocalRun.within(slots, maxSlots);
    return inner == slots && shared == null ? this : new LocalScope(run, inner);
  }

  @Override
  public RunScope elements() {
    return new LocalScope(run, slots, new ConcurrentHashMap<>(2));
  }

  @Override
  public RunScope shared(Object method, int maxSlots) {
    return shared == null || maxSlots == 0
        ? this
        : shared.computeIfAbsent(
            method, any -> new LocalScope(run, LocalRun.within(slots, maxSlots)));
  }

  @Override
  public int width() {
    return slots == null ? Integer.MAX_VALUE : slots.width();
  }

  @Override
  public int processors() {
    return run.engine().platform().processors();
  }

  @Override
  public Executor executor() {
    return job -> run.engine()
        .platform()
        .execute(() -> Worker.of(run, () -> {
          boolean unused = handOver(false);
          job.run();
        }));
  }

  @Override
  public @Nullable Object limit() {
    return slots;
  }

  @Override
  public void later(Runnable job) {
    run.later(job);
  }

  @Override
  public void begin(Runnable first) {
    run.begin(first);
  }

  @Override
  public void refuseHelp() {
    run.refuseHelp();
  }

  @Override
  public void help(Runnable first, CompletableFuture<?> future) {
    if (run.mayHelp()) {
      Worker.help(run, first, future);
    } else {
      run.begin(first);
    }
  }

  @Override
  public void help(CompletableFuture<?> future, Object whole, @Nullable TaskCall<?> first) {
    Worker worker = Worker.get();
    if (worker != null && !run.refusesHelp()) {
      Execution begin = first != null && first.handle() instanceof Execution own ? own : null;
      worker.help(run, future, whole, begin);
    }
  }

  @Override
  public void perform(TaskCall<?> call) {
    Worker worker = Worker.get();
    if (worker != null && !run.refusesHelp() && worker.hasRoomBelow(run)) {
      Execution execution = new Execution(run, call, slots);
      call.submitted(execution);
      worker.perform(execution);
    }
  }

  @Override
  public void share() {
    run.share();
  }

  @Override
  public boolean handOver(boolean isShort) {
    Worker worker = Worker.get();
    if (worker == null) {
      return false;
    }
    boolean looked = worker.looks();
    worker.entering(isShort);
    return looked;
  }

  @Override
  public void waits() {
    Worker.waits();
  }

  @Override
  public void takeUp() {
    Worker worker = Worker.get();
    if (worker != null) {
      worker.left();
    }
  }

  @Override
  public void await(CompletableFuture<?> future) {
    Worker.waits();
    run.share();
    if (run.mayHelp()) {
      Worker.help(run, null, future);
    }
    run.engine().platform().await(future);
  }

  @Override
  public boolean await(CompletableFuture<?> future, Duration atMost) throws InterruptedException {
    Worker.waits();
    run.share();
    // Nobody knows how long a call takes.
    if (atMost.equals(FOREVER) && run.mayHelp()) {
      Worker.help(run, null, future);
    }
    return run.engine().platform().await(future, atMost);
  }

  @Override
  public Timer timer(Duration delay, Runnable job) {
    return run.schedule(delay, job);
  }

  @Override
  public long nanoTime() {
    return run.nanoTime();
  }

  @Override
  public void cancel() {
    run.cancel();
  }

  @Override
  public void end() {
    run.end();
  }
}
