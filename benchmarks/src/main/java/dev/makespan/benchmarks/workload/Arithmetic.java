package dev.makespan.benchmarks.workload;

/** The work of the light tasks: some nanoseconds that no compiler can leave out. */
final class Arithmetic {
  private Arithmetic() {}

  /** The finaliser of MurmurHash3, over 64 bits. */
  static long mix(long value) {
    long mixed = value;
    mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
