package dev.makespan.interleaving;

import java.util.ArrayList;
import java.util.List;

/**
 * Threads that use one object at the same time, and what must hold afterwards. {@link #run} is one
 * execution: it makes the object, has it used by {@link #race} and checks it.
 *
 * <p>Each execution must do the same but for the order of the threads: no time, no chance, nothing
 * kept from one execution to the next.
 */
public abstract class Race implements Runnable {
  /** Executes parts, on a thread each, and waits for all of them. */
  protected static void race(Runnable... parts) {
    List<Racer> racers = new ArrayList<>();
    for (Runnable part : parts) {
      racers.add(new Racer(part));
    }
    for (Racer each : racers) {
      each.begin();
    }
    for (Racer each : racers) {
      each.await();
    }
  }

  public static void verify(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }

  /**
   * A thread. Lincheck knows it on JDK 25 only if its class overrides {@code run}, and knows
   * {@code start} and {@code join} only where the compiler finds them in {@link Thread}.
   */
  public static final class Racer extends Thread {
    private final Runnable part;
    private Throwable thrown;

    public Racer(Runnable part) {
      this.part = part;
    }

    @Override
    public void run() {
      try {
        part.run();
      } catch (Throwable e) {
        thrown = e;
      }
    }

    public void begin() {
      ((Thread) this).start();
    }

    /** Waits for its end, and fails if its part has. */
    public void await() {
      try {
        ((Thread) this).join();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      if (thrown != null) {
        throw new AssertionError(thrown.toString(), thrown);
      }
    }
  }
}
