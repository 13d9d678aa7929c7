package dev.makespan.spi;

/**
 * Makes the engine of a runner. Found through {@link java.util.ServiceLoader}; the runtime brings
 * the local one.
 */
public interface EngineProvider {
  /** A new engine with its own threads. */
  Engine create();
}
