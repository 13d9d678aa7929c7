package dev.makespan.samples.seeds.fanout;

import dev.makespan.Makespan;
import dev.makespan.MapTask;
import dev.makespan.Workflow;
import java.util.List;
import java.util.Random;

/** A function over pairs of arguments, which two workers share. */
final class Pool {
  static final List<Arguments> TASKS =
      List.of(new Arguments(1, 2), new Arguments(3, 4), new Arguments(5, 6));

  /** The arguments of one call. */
  record Arguments(int first, int second) {
    @Override
    public String toString() {
      return "(" + first + ", " + second + ")";
    }
  }

  private final Work work;

  Pool(Work work) {
    this.work = work;
  }

  /** A number between the arguments, the same each time; it takes as many units of time. */
  @MapTask(concurrency = 2)
  int executeTask(Arguments in) throws InterruptedException {
    Random random = new Random(100L * in.first() + in.second());
    int result = in.first() + random.nextInt(in.second() - in.first() + 1);
    work.on("task " + in, result);
    return result;
  }

  /** Two at a time, because the map task says so. */
  @Workflow
  List<Integer> starmap(List<Arguments> tasks) throws InterruptedException {
    return Makespan.map(tasks, this::executeTask);
  }
}
