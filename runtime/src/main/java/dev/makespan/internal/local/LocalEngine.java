package dev.makespan.internal.local;

import dev.makespan.spi.Engine;
import dev.makespan.spi.RunScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;

/**
 * The engine of this JVM. The lock is this object; it guards the set of open runs, and nothing else
 * is locked under it.
 */
final class LocalEngine implements Engine {
  private static final Duration GRACE = Duration.ofSeconds(1);
  private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

  private final Platform platform;
  private final Map<String, Pool> pools = new LinkedHashMap<>();

  /** Completes when the engine is closed and no run is open. */
  private final CompletableFuture<Void> allEnded = new CompletableFuture<>();

  // Guarded by this.
  private final Set<LocalRun> open = new LinkedHashSet<>();
  private boolean closed;
  private boolean ended;

  LocalEngine(Platform platform) {
    this(platform, Map.of());
  }

  /** An engine with so many places in each named pool. */
  LocalEngine(Platform platform, Map<String, Integer> pools) {
    this.platform = platform;
    pools.forEach((name, places) -> this.pools.put(name, new Pool(places)));
  }

  /** The named pools; they don't change. */
  Map<String, Pool> pools() {
    return pools;
  }

  Platform platform() {
    return platform;
  }

  @Override
  public RunScope open(String name, int maxParallelism, Runnable onClose) {
    synchronized (this) {
      if (closed) {
        throw new RejectedExecutionException("the runner is closed; " + name + " can't start");
      }
      String id = name + "-" + Long.toString(platform.random().nextLong() & 0xFF_FFFF_FFFFL, 36);
      LocalRun run = new LocalRun(this, id, maxParallelism, onClose);
      open.add(run);
      return run.root();
    }
  }

  void ended(LocalRun run) {
    boolean last;
    synchronized (this) {
      open.remove(run);
      last = closed && open.isEmpty();
    }
    if (last) {
      allEnded.complete(null);
    }
  }

  /**
   * Gets a call executed whose slots are taken: by this thread if it can go on with it, else by
   * another one.
   */
  void dispatch(Execution execution) {
    Worker worker = Worker.get();
    if (worker == null
        || worker.engine() != this
        || !platform.goesOn()
        || !worker.keep(execution)) {
      hand(execution);
    }
  }

  /** Gets a call executed by another thread. */
  void hand(Execution execution) {
    try {
      platform.execute(execution);
    } catch (Throwable e) {
      // Without a thread the call would never end, and its run neither.
      execution.rejected(e);
    }
  }

  @Override
  public void close() {
    shutDown(false);
  }

  @Override
  public void closeNow() {
    shutDown(true);
  }

  private void shutDown(boolean now) {
    Worker worker = Worker.get();
    if (worker != null && worker.engine() == this) {
      throw new IllegalStateException(
          "a runner can't be closed by what runs on it: it would wait for itself");
    }
    boolean interrupted = false;
    shut(now);
    while (true) {
      try {
        if (!allEnded.isDone()) {
          platform.await(allEnded, FOREVER);
        }
        allEnded.get();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
        shut(true);
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
    boolean last;
    synchronized (this) {
      last = !ended;
      ended = true;
    }
    if (last) {
      platform.close(GRACE);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Refuses new runs, and cancels the open ones if asked to. */
  private void shut(boolean cancel) {
    List<LocalRun> runs;
    synchronized (this) {
      closed = true;
      runs = new ArrayList<>(open);
    }
    if (runs.isEmpty()) {
      allEnded.complete(null);
    }
    if (cancel) {
      runs.forEach(LocalRun::close);
    }
  }

  @Override
  public synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public Duration grace() {
    return GRACE;
  }
}
