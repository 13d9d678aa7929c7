package dev.makespan.internal.local;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes daemon threads that inherit no thread-locals, with numbered names. */
final class Daemons implements ThreadFactory {
  private final String prefix;
  private final AtomicInteger number = new AtomicInteger();

  Daemons(String prefix) {
    this.prefix = prefix;
  }

  @Override
  public Thread newThread(Runnable job) {
    Thread thread = new Thread(null, job, prefix + number.incrementAndGet(), 0, false);
    thread.setDaemon(true);
    return withLoader(thread);
  }

  /**
   * A thread that inherits no thread-locals, since it is for the runs of others, too, has no
   * context class loader of its maker either on newer JDKs.
   */
  static Thread withLoader(Thread made) {
    made.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    return made;
  }
}
