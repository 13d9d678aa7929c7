package dev.makespan.support;

/**
 * Finds out whether the stack has room for what the runtime is about to do. Where it has none, a
 * {@link StackOverflowError} must come before anything has begun, as in a plain call: one that
 * comes in the middle leaves locks, queues and even the JDK's own collections half changed: the
 * scheduler of virtual threads then stays locked for ever.
 *
 * <p>It costs a quarter of a microsecond, once for each call of a flow. So many frames were enough
 * in tests on JDK 17 and 25; there is no way to know how many a JVM needs.
 */
final class StackProbe {
  private static final int FRAMES = 128;

  private StackProbe() {}

  /** Throws {@link StackOverflowError} if there is no room. */
  static void check() {
    if (descend(FRAMES, 1, 1, 1, 1) == 0) {
      throw new AssertionError();
    }
  }

  /**
   * The frame is as large as those of the calls that follow; its results keep it from being elided.
   */
  private static long descend(int frames, long a, long b, long c, long d) {
    return frames == 0 ? a + b + c + d : descend(frames - 1, b, c, d, a) + (a | b);
  }
}
