package dev.makespan.internal.local.sim;

import java.util.ArrayDeque;

/**
 * The carriers that no simulation uses. Starting a thread takes longer than most simulations, so
 * the next one takes them over. Each thread that simulates has its own; used by one thread at a
 * time.
 */
public final class Carriers {
  private static final ThreadLocal<Carriers> OF_THREAD = ThreadLocal.withInitial(Carriers::new);

  private final ArrayDeque<Carrier> idle = new ArrayDeque<>();

  private Carriers() {}

  /** Those of the current thread. */
  static Carriers ofThread() {
    return OF_THREAD.get();
  }

  /** A carrier for a simulation, with its number in it. */
  Carrier take(Scheduler scheduler, int number) {
    Carrier carrier = idle.poll();
    if (carrier == null) {
      carrier = new Carrier();
      carrier.start();
    }
    carrier.serves(scheduler, number);
    return carrier;
  }

  /** Takes back a carrier that is idle. */
  void add(Carrier carrier) {
    idle.push(carrier);
  }

  /** Ends the carriers of the current thread, which will not simulate any more. */
  public static void end() {
    Carriers own = ofThread();
    for (Carrier carrier : own.idle) {
      carrier.end();
    }
    own.idle.clear();
    OF_THREAD.remove();
  }
}
