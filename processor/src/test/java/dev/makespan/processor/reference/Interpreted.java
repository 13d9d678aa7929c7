package dev.makespan.processor.reference;

import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Interprets calls of twins, by a thread for itself. The generated classes must have been compiled
 * against this package's {@link Caller}.
 */
public final class Interpreted {
  private final Program program;

  /** For classes with these graphs, which this class loader has. */
  public Interpreted(List<Code> codes, ClassLoader loader) {
    this.program = new Program(codes, loader);
  }

  /**
   * Calls twins, in the order of the lines.
   *
   * @param cancels whether a failure cancels what is written below it; otherwise all runs that may
   */
  public <T extends @Nullable Object> T inOrder(boolean cancels, Callable<T> calls)
      throws Exception {
    return run(Schedule.programOrder(), cancels, calls);
  }

  /** Calls twins, in an order that the seed chooses. */
  public <T extends @Nullable Object> T shuffled(long seed, Callable<T> calls) throws Exception {
    return run(Schedule.random(new Random(seed)), true, calls);
  }

  private <T extends @Nullable Object> T run(
      Supplier<Schedule> schedules, boolean cancels, Callable<T> calls) throws Exception {
    return Session.interpreting(program, schedules, cancels, calls);
  }

  /** Whether the rules let a call of an interpreted run end before another one of it starts. */
  public static boolean isBefore(Log.Call one, Log.Call other) {
    Place place = one.place();
    Place later = other.place();
    return place != null && later != null && place.isBefore(later);
  }
}
