import dev.makespan.Makespan;
import dev.makespan.MapTask;
import dev.makespan.Task;
import dev.makespan.Workflow;

/** Beside classes that generated code has to name by their packages, since they have none. */
public class Top {
  @Task
  static List list(Runner runner) {
    return new List(runner.text + "l");
  }

  @MapTask
  static CompletableFuture future(List list, int dev) {
    return new CompletableFuture(list.text + dev);
  }

  @Task
  Body body(CompletableFuture future, Caller caller) {
    return new Body(future.text + caller.text);
  }

  @Workflow
  String all(Runner runner, int run) {
    List list = list(runner);
    List other = list(new Runner("x" + run));
    java.util.List<CompletableFuture> future =
        Makespan.map(java.util.List.of(list, other), args -> future(args, run));
    Body i = body(future.get(0), new Caller("c"));
    Body result = body(future.get(1), new Caller("d"));
    return result.text + i.text;
  }
}
