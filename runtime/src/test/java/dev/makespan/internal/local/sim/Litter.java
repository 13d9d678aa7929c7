package dev.makespan.internal.local.sim;

/** What careless user's code leaves on the thread that it ran on. */
final class Litter {
  private static final ClassLoader LOADER = new ClassLoader(null) {};

  private Litter() {}

  /** Leaves something, for some pieces of work. */
  static void leave(long work) {
    if (work % 7 == 0) {
      Thread.currentThread().setContextClassLoader(LOADER);
    }
    // A caller who helps must take it for an interrupt of its own.
    if (work % 11 == 0 && !Carrier.current().isCaller) {
      Carrier.current().interruptSelf();
    }
  }
}
