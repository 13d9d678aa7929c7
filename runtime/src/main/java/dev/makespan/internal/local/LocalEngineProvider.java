package dev.makespan.internal.local;

import dev.makespan.spi.Engine;
import dev.makespan.spi.EngineProvider;
import dev.makespan.spi.RunnerSettings;

/** Makes local engines on the JVM's own threads, or on those of the executor that is set. */
public final class LocalEngineProvider extends EngineProvider {
  static {
    provide(new LocalEngineProvider());
  }

  private LocalEngineProvider() {}

  @Override
  public Engine create(RunnerSettings settings) {
    return new LocalEngine(new SystemPlatform(settings.executor()), settings.pools());
  }
}
