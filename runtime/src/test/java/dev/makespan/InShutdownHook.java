package dev.makespan;

import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import java.util.List;

/** A main that starts a run when the JVM shuts down, with a timer, a dynamic and a map. */
final class InShutdownHook {
  private InShutdownHook() {}

  public static void main(String[] args) {
    // What a runner that is made first would load must be loaded in the hook.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> run(args[0])));
    System.out.println("main");
  }

  private static void run(String which) {
    Runner runner = which.equals("shared") ? Runner.shared() : Runner.builder().build();
    try {
      if (which.equals("closed")) {
        runner.close();
      }
      TestFlow flow = new TestFlow(runner);
      TaskDef<Integer> next =
          flow.<Integer>task("next", in -> 1 + (Integer) in[0]).timeout(60_000);
      TaskDef<List<Integer>> all = flow.dynamic(
          "all", in -> flow.joined().map(next, List.of(1, 2, 3), Body.ELEMENT).join());
      System.out.println("value " + Makespan.join(flow.run(all)));
      if (which.equals("own")) {
        runner.close();
      }
    } catch (Throwable thrown) {
      System.out.println("failure " + thrown.getClass().getName());
    }
    System.out.println("end");
  }
}
