package dev.makespan.internal.local;

import dev.makespan.spi.Engine;
import dev.makespan.spi.RunScope;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The engine of this JVM. The lock is this object; it guards the list of open runs, and nothing
 * else is locked under it.
 */
final class LocalEngine implements Engine {
  private static final Duration GRACE = Duration.ofSeconds(1);
  private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

  private final Platform platform;
  private final Map<String, Pool> pools = new LinkedHashMap<>();

  /** Completes when the engine is closed and no run is open. */
  private final CompletableFuture<Void> allEnded = new CompletableFuture<>();

  /** Completes when the threads have ended. */
  private final CompletableFuture<Void> threadsEnded = new CompletableFuture<>();

  // Guarded by this.
  /** The newest open run, which knows the next older one, and so on. */
  private @Nullable LocalRun open;

  private boolean closed;
  private boolean ended;

  LocalEngine(Platform platform) {
    this(platform, Map.of());
  }

  /** An engine with so many places in each named pool. */
  LocalEngine(Platform platform, Map<String, Integer> pools) {
    this.platform = platform;
    for (Map.Entry<String, Integer> pool : pools.entrySet()) {
      this.pools.put(pool.getKey(), new Pool(pool.getValue()));
    }
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
      LocalRun run =
          new LocalRun(this, name, platform.random().nextLong(), maxParallelism, onClose);
      run.next = open;
      if (open != null) {
        open.previous = run;
      }
      open = run;
      return run.root();
    }
  }

  void ended(LocalRun run) {
    boolean last;
    synchronized (this) {
      LocalRun before = run.previous;
      LocalRun after = run.next;
      if (before != null) {
        before.next = after;
      } else {
        open = after;
      }
      if (after != null) {
        after.previous = before;
      }
      run.next = null;
      run.previous = null;
      last = closed && open == null;
    }
    if (last) {
      allEnded.complete(null);
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
    boolean first;
    synchronized (this) {
      first = !ended;
      ended = true;
    }
    if (first) {
      try {
        platform.close(GRACE);
      } finally {
        threadsEnded.complete(null);
      }
    } else {
      // Not for long, and an interrupt is kept.
      threadsEnded.join();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Refuses new runs, and cancels the open ones if asked to. */
  private void shut(boolean cancel) {
    List<LocalRun> runs = new ArrayList<>();
    synchronized (this) {
      closed = true;
      for (LocalRun run = open; run != null; run = run.next) {
        runs.add(run);
      }
    }
    Collections.reverse(runs);
    if (runs.isEmpty()) {
      allEnded.complete(null);
    }
    if (cancel) {
      cancel(runs);
    }
  }

  /**
   * Cancels runs, on this thread, which executes the stages that depend on them. Such a one may
   * wait for another run; so those that this thread doesn't come to within the grace period are
   * cancelled by others.
   */
  private static void cancel(List<LocalRun> runs) {
    ArrayDeque<RunScope.Timer> timers = new ArrayDeque<>();
    try {
      for (LocalRun run : runs.size() > 1 ? runs : List.<LocalRun>of()) {
        timers.add(run.schedule(GRACE, run::close));
      }
    } catch (RuntimeException | Error noTimer) {
      // Then this thread must come to all of them.
    }
    for (LocalRun run : runs) {
      RunScope.Timer timer = timers.poll();
      if (timer != null) {
        timer.cancel();
      }
      run.close();
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
