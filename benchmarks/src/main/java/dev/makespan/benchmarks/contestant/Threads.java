package dev.makespan.benchmarks.contestant;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** The executors of the contestants that are given one. */
final class Threads {
  static final int CORES = Runtime.getRuntime().availableProcessors();

  private Threads() {}

  /** A pool of so many daemon threads. */
  static ExecutorService fixed(String name, int threads) {
    return Executors.newFixedThreadPool(threads, daemons(name));
  }

  /** A daemon thread for each call under way, for calls that wait. */
  static ExecutorService growing(String name) {
    return Executors.newCachedThreadPool(daemons(name));
  }

  /**
   * A virtual thread for each call.
   *
   * @throws UnsupportedOperationException before JDK 21
   */
  static ExecutorService virtual() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (NoSuchMethodException e) {
      throw new UnsupportedOperationException("needs JDK 21", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  static ThreadFactory daemons(String name) {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
