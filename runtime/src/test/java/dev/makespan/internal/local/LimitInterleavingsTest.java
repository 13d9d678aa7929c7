package dev.makespan.internal.local;

import dev.makespan.interleaving.Interleavings;
import dev.makespan.interleaving.Race;
import dev.makespan.interleaving.SeededBug;
import dev.makespan.spi.RunScope;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Calls that want the only slot of a run, or the only place of a pool, while they are stopped. */
@EnabledIfSystemProperty(
    named = "makespan.lincheck",
    matches = "[0-9]+",
    disabledReason = "takes a minute; for a campaign")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LimitInterleavingsTest {
  @Test
  void oneSlotIsHeldByOneAndGivenBack() {
    Interleavings.hold(OneSlot.class);
  }

  @Test
  void onePlaceIsHeldByOneOfTwoRunsAndGivenBack() {
    Interleavings.hold(OnePlace.class);
  }

  @Test
  void aSlotThatIsTakenWithoutTheLockIsFound() {
    Interleavings.find(SeededBug.unlocked(Claimant.class, "queue"), OneSlot.class, "");
  }

  @Test
  void aStopWithoutTheLockIsFound() {
    Interleavings.find(SeededBug.unlocked(Execution.class, "stop"), OneSlot.class, "");
  }

  @Test
  void aPlaceThatIsTakenWithoutTheLockIsFound() {
    Interleavings.find(SeededBug.unlocked(Pool.class, "take"), OnePlace.class, "");
  }

  /** Counts how many run at the same time, and its ends. */
  private static final class Call extends BareCall {
    private final String pool;
    private final AtomicInteger running;
    private final AtomicInteger settled = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private volatile boolean crowded;

    Call(String pool, AtomicInteger running) {
      this.pool = pool;
      this.running = running;
    }

    void verify() {
      Race.verify(!crowded, "two run at the same time");
      Race.verify(settled.get() == 1, "isn't settled once");
      Race.verify(ended.get() == 1, "isn't ended once");
    }

    @Override
    public Object invoke() {
      crowded |= running.incrementAndGet() > 1;
      running.decrementAndGet();
      return 1;
    }

    @Override
    public void settled(Object value, Throwable failure, boolean stopped) {
      settled.incrementAndGet();
    }

    @Override
    public void ended(long nanoTime, boolean overrun) {
      ended.incrementAndGet();
    }

    @Override
    public boolean takesSlot() {
      return true;
    }

    @Override
    public String pool() {
      return pool;
    }
  }

  static final class OneSlot extends Race {
    @Override
    public void run() {
      ThreadPerJob platform = new ThreadPerJob();
      RunScope scope = new LocalEngine(platform).open("run", 1, () -> {});
      AtomicInteger running = new AtomicInteger();
      Call first = new Call("", running);
      Call second = new Call("", running);
      race(() -> scope.submit(first), () -> {
        scope.submit(second);
        second.stop();
      });
      platform.await();
      first.verify();
      second.verify();
      verify(((LocalScope) scope).slots().used() == 0, "a slot isn't given back");
    }
  }

  static final class OnePlace extends Race {
    @Override
    public void run() {
      ThreadPerJob platform = new ThreadPerJob();
      LocalEngine engine = new LocalEngine(platform, Map.of("db", 1));
      RunScope one = engine.open("one", 1, () -> {});
      RunScope other = engine.open("other", 1, () -> {});
      AtomicInteger running = new AtomicInteger();
      Call first = new Call("db", running);
      Call second = new Call("db", running);
      race(() -> one.submit(first), () -> other.submit(second));
      platform.await();
      first.verify();
      second.verify();
      verify(engine.pools().get("db").free() == 1, "the place isn't given back once");
    }
  }
}
