package demo;

import dev.makespan.MapTask;
import dev.makespan.Task;
import dev.makespan.Workflow;

final class Types {
  private Types() {}

  @Task
  static List list(Runner runner) {
    return new List(runner.text() + "l");
  }

  @Task
  static Step step(List list, Body body) {
    return new Step(list.text() + body.text());
  }

  @Task
  static Object object(Object object) {
    return object;
  }

  @MapTask
  static Caller caller(CompletableFuture future) {
    return new Caller(future.text() + "c");
  }

  @Task
  static Bodies bodies(Blocking blocking, Nodes nodes, Override override) {
    return new Bodies(blocking.text() + nodes.text() + override.text());
  }

  @Workflow
  static Run types(Runner runner, Body body) {
    List list = list(runner);
    Step step = step(list, body);
    Integer integer = new Integer(step.text() + "i");
    Void none = new Void(integer.text() + "v");
    Bodies bodies = bodies(new Blocking(none.text()), new Nodes("n"), new Override("o"));
    Object object = object(new Object(bodies.text()));
    return new Run(object.text() + "!");
  }
}
