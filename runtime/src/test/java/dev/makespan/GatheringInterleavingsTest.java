package dev.makespan;

import dev.makespan.interleaving.Interleavings;
import dev.makespan.interleaving.Race;
import dev.makespan.interleaving.SeededBug;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class GatheringInterleavingsTest {
  @Test
  void exactlyOneIsTheLastAndItSeesAll() {
    Interleavings.hold(TwoStages.class);
  }

  @Test
  void aCountThatIsNotAtomicIsFound() {
    Interleavings.find(
        SeededBug.carelessDecrement(Gathering.class, "add"), TwoStages.class, "were the last");
  }

  static final class TwoStages extends Race {
    @Override
    public void run() {
      Gathering<String> gathering = new Gathering<>(2);
      AtomicInteger last = new AtomicInteger();
      race(() -> add(gathering, 0, "a", last), () -> add(gathering, 1, "b", last));
      verify(last.get() == 1, last.get() + " were the last");
    }

    private static void add(
        Gathering<String> gathering, int index, String value, AtomicInteger last) {
      if (gathering.add(index, value, null)) {
        last.incrementAndGet();
        verify(List.of("a", "b").equals(gathering.values()), "the last one sees them all");
      }
    }
  }
}
