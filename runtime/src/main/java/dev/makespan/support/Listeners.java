package dev.makespan.support;

import dev.makespan.event.RunEvent;
import dev.makespan.event.RunListener;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/** The listeners of one run. What they throw is logged and goes no further. */
final class Listeners {
  private static final String LOGGER = "dev.makespan";

  private final RunListener[] all;
  private final AtomicIntegerArray failures;

  Listeners(List<RunListener> all) {
    this.all = all.toArray(RunListener[]::new);
    this.failures = new AtomicIntegerArray(this.all.length);
  }

  boolean isEmpty() {
    return all.length == 0;
  }

  void tell(RunEvent event) {
    for (int i = 0; i < all.length; i++) {
      try {
        all[i].onEvent(event);
      } catch (Throwable thrown) {
        failed(i, event, thrown);
      }
    }
  }

  /** Logs the first failure only: a million tasks must not fill the log. */
  private void failed(int index, RunEvent event, Throwable thrown) {
    if (failures.getAndIncrement(index) == 0) {
      log(
          "listener " + nameOf(all[index]) + " threw an exception in run " + event.run() + " at "
              + event.getClass().getSimpleName(),
          thrown);
    }
  }

  /** Tells the log how often listeners have failed; called when the run is over. */
  void close(String run) {
    for (int i = 0; i < all.length; i++) {
      int count = failures.get(i);
      if (count > 1) {
        log("listener " + nameOf(all[i]) + " threw " + count + " exceptions in run " + run, null);
      }
    }
  }

  private static String nameOf(RunListener listener) {
    // Not its own text, which may throw as well.
    return listener.getClass().getName();
  }

  private static void log(String message, @Nullable Throwable thrown) {
    try {
      System.Logger logger = System.getLogger(LOGGER);
      if (thrown == null) {
        logger.log(System.Logger.Level.WARNING, message);
      } else {
        logger.log(System.Logger.Level.WARNING, message, thrown);
      }
    } catch (Throwable noLog) {
      // Nobody is left to tell, and the run must go on.
    }
  }
}
