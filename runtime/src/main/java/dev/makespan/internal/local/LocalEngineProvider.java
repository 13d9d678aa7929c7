package dev.makespan.internal.local;

import dev.makespan.spi.Engine;
import dev.makespan.spi.EngineProvider;

/** Makes local engines on the JVM's own threads. */
public final class LocalEngineProvider implements EngineProvider {
  @Override
  public Engine create() {
    return new LocalEngine(new SystemPlatform());
  }
}
