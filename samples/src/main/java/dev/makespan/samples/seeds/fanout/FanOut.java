package dev.makespan.samples.seeds.fanout;

import dev.makespan.Makespan;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.List;

/** A pipeline of tasks that return nothing: their order is all there is to it. */
final class FanOut {
  static final List<Integer> PARTS = List.of(1, 2, 3);

  private static final int UNITS = 5;

  private final Work work;

  FanOut(Work work) {
    this.work = work;
  }

  @Task
  void first() throws InterruptedException {
    work.on("first", UNITS);
  }

  @Task
  void part(int number) throws InterruptedException {
    work.on("part " + number, UNITS);
  }

  @Task
  void last() throws InterruptedException {
    work.on("last", UNITS);
  }

  /** The parts begin when the first task has ended, and the last one when all parts have. */
  @Workflow
  void pipeline() throws InterruptedException {
    first();
    Makespan.forEach(PARTS, this::part);
    last();
  }
}
