package dev.makespan.samples.seeds.fanout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.makespan.Run;
import dev.makespan.Runner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class FanOutTest {
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());

  private Work logged(Work work) {
    return (task, units) -> {
      log.add(task + " begins");
      work.on(task, units);
      log.add(task + " ends");
    };
  }

  @Test
  void thePlainCallDoesOneTaskAfterTheOther() throws InterruptedException {
    new FanOut(logged((task, units) -> {})).pipeline();
    assertEquals(
        List.of(
            "first begins",
            "first ends",
            "part 1 begins",
            "part 1 ends",
            "part 2 begins",
            "part 2 ends",
            "part 3 begins",
            "part 3 ends",
            "last begins",
            "last ends"),
        log);
  }

  /** The parts meet at a barrier, which none of them passes alone. */
  @Test
  void thePartsRunSideBySideBetweenTheFirstTaskAndTheLast() {
    CyclicBarrier parts = new CyclicBarrier(FanOut.PARTS.size());
    FanOut fanOut = new FanOut(logged((task, units) -> {
      if (task.startsWith("part")) {
        meet(parts);
      }
    }));
    Run<Void> run = new FanOutFlow(fanOut).pipeline();
    run.join();

    assertEquals(10, log.size(), log::toString);
    assertEquals(List.of("first begins", "first ends"), log.subList(0, 2));
    assertEquals(
        List.of("part 1 begins", "part 2 begins", "part 3 begins"), sorted(log.subList(2, 5)));
    assertEquals(List.of("part 1 ends", "part 2 ends", "part 3 ends"), sorted(log.subList(5, 8)));
    assertEquals(List.of("last begins", "last ends"), log.subList(8, 10));
  }

  @Test
  void aRunnerOfTwoLetsTwoPartsRunAtATime() throws InterruptedException {
    CountDownLatch two = new CountDownLatch(2);
    CountDownLatch goOn = new CountDownLatch(1);
    FanOut fanOut = new FanOut(logged((task, units) -> {
      if (task.startsWith("part")) {
        two.countDown();
        goOn.await();
      }
    }));
    try (Runner runner = Runner.builder().maxParallelism(2).build()) {
      Run<Void> run = new FanOutFlow(fanOut, runner).pipeline();
      two.await();
      // Time enough for a third one that begins too soon.
      new FanOutFlow(new FanOut((task, units) -> {}), runner).pipeline().join();
      List<String> whileHeld = List.copyOf(log);
      goOn.countDown();
      run.join();
      assertEquals(4, whileHeld.size(), whileHeld::toString);
      assertEquals(10, log.size(), log::toString);
    }
  }

  private static List<String> sorted(List<String> entries) {
    return entries.stream().sorted().toList();
  }

  private static void meet(CyclicBarrier barrier) throws InterruptedException {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (BrokenBarrierException | TimeoutException e) {
      throw new AssertionError("the parts don't run side by side", e);
    }
  }
}
