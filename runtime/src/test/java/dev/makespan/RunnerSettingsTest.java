package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.event.Recording;
import dev.makespan.event.RunListener;
import dev.makespan.spi.ContextCarrier;
import dev.makespan.spi.RunnerSettings;
import dev.makespan.spi.TaskInterceptor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** What a builder collects, and what it refuses. */
class RunnerSettingsTest {
  private final Runner.Builder builder = Runner.builder();

  private RunnerSettings built() {
    try (Runner runner = builder.build()) {
      return runner.settings();
    }
  }

  private static String refusal(Runnable setting) {
    return assertThrows(IllegalArgumentException.class, setting::run).getMessage();
  }

  @Test
  void aBuilderThatIsToldNothingGivesTheDefaults() {
    assertEquals(RunnerSettings.DEFAULT, built());
    assertEquals(RunnerSettings.DEFAULT, Runner.shared().settings());
    assertTrue(built().helping());
    assertSame(Recording.DEFAULT, built().recording());
  }

  @Test
  void aBuilderGivesWhatItWasTold() {
    RunListener listener = event -> {};
    TaskInterceptor outer = (attempt, task) -> task.proceed();
    TaskInterceptor inner = (attempt, task) -> task.proceed();
    ContextCarrier carrier = () -> () -> () -> {};
    Executor executor = job -> new Thread(job).start();
    builder
        .maxParallelism(3)
        .pool("db", 4)
        .pool("api", 1)
        .listener(listener)
        .recording(Recording.FULL)
        .interceptor(outer)
        .interceptor(inner)
        .context(carrier)
        .helping(false)
        .executor(executor);
    Map<String, Integer> pools = new LinkedHashMap<>();
    pools.put("db", 4);
    pools.put("api", 1);

    assertEquals(
        new RunnerSettings(
            3,
            pools,
            List.of(listener),
            Recording.FULL,
            List.of(outer, inner),
            List.of(carrier),
            false,
            executor),
        built());
    assertEquals(List.of("db", "api"), List.copyOf(built().pools().keySet()));
  }

  @Test
  void whatABuilderIsToldLaterDoesNotReachTheRunnersItHasBuilt() {
    builder.pool("db", 4);
    RunnerSettings before = built();
    builder.pool("api", 1).listener(event -> {});

    assertEquals(Map.of("db", 4), before.pools());
    assertEquals(List.of(), before.listeners());
  }

  @Test
  void aPoolNeedsASlot() {
    assertEquals(
        "pool \"db\" has 0 slots; it needs at least 1", refusal(() -> builder.pool("db", 0)));
    assertEquals(
        "pool \"db\" has -3 slots; it needs at least 1", refusal(() -> builder.pool("db", -3)));
  }

  @Test
  void aPoolNeedsAName() {
    assertEquals("a pool needs a name; a blank one is none", refusal(() -> builder.pool("", 1)));
    assertEquals("a pool needs a name; a blank one is none", refusal(() -> builder.pool(" ", 1)));
  }

  @Test
  void aPoolIsDefinedOnce() {
    builder.pool("db", 4);

    assertEquals(
        "pool \"db\" is defined twice: with 4 slots and with 5",
        refusal(() -> builder.pool("db", 5)));
    assertEquals(Map.of("db", 4), built().pools());
  }

  @Test
  void settingsThatNobodyBuiltAreCheckedToo() {
    Map<String, Integer> pools = new HashMap<>(Map.of("db", 0));

    assertEquals(
        "pool \"db\" has 0 slots; it needs at least 1",
        refusal(() -> new RunnerSettings(
            0, pools, List.of(), Recording.DEFAULT, List.of(), List.of(), true, null)));
    assertEquals(
        "maxParallelism is negative: -1; 0 means no limit",
        refusal(() -> new RunnerSettings(
            -1, Map.of(), List.of(), Recording.DEFAULT, List.of(), List.of(), true, null)));
  }

  @Test
  void nothingMayBeNull() {
    assertThrows(NullPointerException.class, () -> builder.pool(null, 1));
    assertThrows(NullPointerException.class, () -> builder.listener(null));
    assertThrows(NullPointerException.class, () -> builder.recording(null));
    assertThrows(NullPointerException.class, () -> builder.interceptor(null));
    assertThrows(NullPointerException.class, () -> builder.context(null));
    assertThrows(NullPointerException.class, () -> builder.executor(null));
  }
}
