package dev.makespan;

import dev.makespan.spi.TaskDef;
import java.util.concurrent.atomic.AtomicReference;

/** A main: dynamics that call the next one and wait for it, so many levels deep. */
final class DeepDynamics {
  private DeepDynamics() {}

  public static void main(String[] args) throws Throwable {
    int levels = Integer.parseInt(args[0]);
    try (Runner runner = Runner.builder().build()) {
      TestFlow flow = new TestFlow(runner);
      AtomicReference<TaskDef<Integer>> dive = new AtomicReference<>();
      dive.set(flow.dynamic("dive", in -> {
        int depth = (Integer) in[0];
        return depth == 0 ? 0 : 1 + flow.joined().run(dive.get(), depth - 1).join();
      }));
      try {
        System.out.println("value " + Makespan.join(flow.run(dive.get(), levels)));
      } catch (Throwable thrown) {
        System.out.println("failure " + thrown);
      }
      TaskDef<Integer> one = flow.task("one", in -> 1);
      System.out.println("then " + Makespan.join(flow.run(one)));
    }
    System.out.println("end");
  }
}
