package dev.makespan.spi;

/**
 * Makes the engine of a runner. Found through {@link java.util.ServiceLoader}; the runtime brings
 * the local one.
 */
public interface EngineProvider {
  /** A new engine, on the executor of the settings or on threads of its own. */
  Engine create(RunnerSettings settings);
}
