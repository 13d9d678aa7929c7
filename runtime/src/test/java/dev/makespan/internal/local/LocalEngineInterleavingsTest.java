package dev.makespan.internal.local;

import dev.makespan.interleaving.Interleavings;
import dev.makespan.interleaving.Race;
import dev.makespan.interleaving.SeededBug;
import dev.makespan.spi.RunScope;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The close of an engine while runs are opened and end. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LocalEngineInterleavingsTest {
  @Test
  void waitsForARunThatIsOpenedMeanwhileOrRefusesIt() {
    Interleavings.holdShort(OpenAndClose.class);
  }

  @Test
  void closesWhenTheLastOfTheRunsHasEnded() {
    Interleavings.holdShort(TwoEndsAndClose.class);
  }

  @Test
  void aRunThatIsOpenedWithoutTheLockIsFound() {
    Interleavings.find(
        SeededBug.unlocked(LocalEngine.class, "open"), OpenAndClose.class, "after the close");
  }

  @Test
  void anEndWithoutTheLockIsFound() {
    Interleavings.find(
        SeededBug.unlocked(LocalEngine.class, "ended"), TwoEndsAndClose.class, "hung");
  }

  static final class OpenAndClose extends Race {
    @Override
    public void run() {
      LocalEngine engine = new LocalEngine(new ThreadPerJob());
      AtomicBoolean closed = new AtomicBoolean();
      boolean[] late = new boolean[1];
      race(
          () -> {
            try {
              RunScope scope = engine.open("run", 1, () -> {});
              late[0] = closed.get();
              scope.end();
            } catch (RejectedExecutionException tooLate) {
              // That's the other outcome.
            }
          },
          () -> {
            engine.close();
            closed.set(true);
          });
      verify(!late[0], "a run is open after the close");
    }
  }

  static final class TwoEndsAndClose extends Race {
    @Override
    public void run() {
      LocalEngine engine = new LocalEngine(new ThreadPerJob());
      RunScope one = engine.open("one", 1, () -> {});
      RunScope other = engine.open("other", 1, () -> {});
      race(one::end, other::end, engine::close);
    }
  }
}
