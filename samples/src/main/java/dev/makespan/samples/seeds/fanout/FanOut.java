package dev.makespan.samples.seeds.fanout;

import dev.makespan.Makespan;
import dev.makespan.MapTask;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A pipeline of tasks that return nothing: their order is all there is to it. */
final class FanOut {
  static final Duration TIME = Duration.ofMillis(100);
  static final List<Integer> PARTS = List.of(1, 2, 3);

  private final Queue<String> log = new ConcurrentLinkedQueue<>();

  /** What ended so far, in the order of its end. */
  List<String> log() {
    return List.copyOf(log);
  }

  @Task
  void first() throws InterruptedException {
    work("first");
  }

  @MapTask
  int part(int number) throws InterruptedException {
    work("part " + number);
    return number;
  }

  @Task
  void last() throws InterruptedException {
    work("last");
  }

  /** The parts begin when the first task has ended, and the last one when all parts have. */
  @Workflow
  List<Integer> pipeline() throws InterruptedException {
    first();
    List<Integer> done = Makespan.map(PARTS, this::part);
    last();
    return done;
  }

  private void work(String name) throws InterruptedException {
    Thread.sleep(TIME.toMillis());
    log.add(name);
  }
}
