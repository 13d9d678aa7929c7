package dev.makespan.spi;

import org.jspecify.annotations.Nullable;

/**
 * Makes the engines of runners that are built by their settings.
 *
 * <p>There is one: the runtime's own, which executes runs in this JVM. Engines of another make are
 * given to {@link dev.makespan.Runner#on(Engine)}; what lies on the class path decides nothing.
 */
public abstract class EngineProvider {
  /** By name, since this ring knows nothing of those further in. */
  private static final String LOCAL = "dev.makespan.internal.local.LocalEngineProvider";

  private static volatile @Nullable EngineProvider local;

  /** The runtime's own. */
  public static EngineProvider local() {
    EngineProvider known = local;
    if (known == null) {
      try {
        // The class says itself what it provides: a constructor called by reflection would cost the
        // first run of a JVM some milliseconds, and a search of the class path ten times that.
        Class.forName(LOCAL);
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException("no " + LOCAL + " in the runtime", e);
      }
      known = local;
    }
    if (known == null) {
      throw new IllegalStateException(LOCAL + " provides nothing");
    }
    return known;
  }

  /** For the runtime: says what {@link #local} gives. */
  protected static void provide(EngineProvider own) {
    local = own;
  }

  /** A new engine, on the executor of the settings or on threads of its own. */
  public abstract Engine create(RunnerSettings settings);
}
