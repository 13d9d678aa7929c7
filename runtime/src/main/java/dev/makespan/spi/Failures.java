package dev.makespan.spi;

import java.nio.channels.ClosedByInterruptException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** What exceptions tell of each other, asked by the plain call and by the run alike. */
public final class Failures {
  private static final int MOST_CAUSES = 50;

  private Failures() {}

  /**
   * Keeps other exceptions in one, except those that are the same or known to one of both already.
   * There may be very many.
   */
  public static void suppress(Throwable thrown, List<? extends Throwable> others) {
    if (others.isEmpty()) {
      return;
    }
    // Not asked of the exception each time: it copies its list.
    Set<Throwable> known = Collections.newSetFromMap(new IdentityHashMap<>());
    Collections.addAll(known, thrown.getSuppressed());
    Throwable cause = thrown;
    for (int i = 0; i < MOST_CAUSES && cause != null; i++) {
      known.add(cause);
      cause = causeOf(cause);
    }
    for (Throwable other : others) {
      if (known.add(other) && !causedBy(other, thrown) && !isSuppressed(thrown, other)) {
        thrown.addSuppressed(other);
      }
    }
  }

  private static boolean isSuppressed(Throwable one, Throwable in) {
    for (Throwable kept : in.getSuppressed()) {
      if (kept == one) {
        return true;
      }
    }
    return false;
  }

  private static boolean causedBy(Throwable thrown, Throwable cause) {
    Throwable current = thrown;
    for (int i = 0; i < MOST_CAUSES && current != null; i++) {
      if (current == cause) {
        return true;
      }
      current = causeOf(current);
    }
    return false;
  }

  /** Whether an exception only says that a thread was interrupted or work cancelled. */
  public static boolean isInterruption(Throwable thrown) {
    Throwable current = thrown;
    for (int i = 0; i < MOST_CAUSES && current != null; i++) {
      if (current instanceof InterruptedException
          || current instanceof ClosedByInterruptException
          || current instanceof CancellationException) {
        return true;
      }
      current = causeOf(current);
    }
    return false;
  }

  /** The cause, if the exception tells it. */
  public static @Nullable Throwable causeOf(Throwable thrown) {
    try {
      return thrown.getCause();
    } catch (Throwable broken) {
      return null;
    }
  }
}
