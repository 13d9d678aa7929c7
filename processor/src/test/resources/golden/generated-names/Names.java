package demo;

import dev.makespan.Makespan;
import dev.makespan.MapTask;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.ArrayList;
import java.util.List;

/** Methods, parameters, locals and nested types that are named as generated code names its own. */
public final class Names {
  record Runner(int run) {}

  record CompletableFuture(int future) {}

  record Step(int step) {}

  record Body(int body) {}

  record Blocking(int blocking) {}

  record Bodies(Body body, Step step) {}

  @Task
  static int run(int run) {
    return run + 1;
  }

  @Task
  static Runner flow(int flow) {
    return new Runner(2 * flow);
  }

  @Task
  CompletableFuture args(Runner args) {
    return new CompletableFuture(args.run() - 1);
  }

  @Task
  static int task(int task) {
    return task + 10;
  }

  @Task
  static Bodies future(CompletableFuture future, Body body) {
    return new Bodies(body, new Step(future.future() % 7));
  }

  @MapTask
  int i(int i, int result) {
    return i + result;
  }

  @Task
  Blocking result(int result) {
    return new Blocking(result * result);
  }

  @Task
  static void call(int caller) {}

  @Task
  static int wireLocals(int node, int in) {
    return node - in;
  }

  @Task
  static int localsResult(int localsResult) {
    return localsResult;
  }

  static int value(int value) {
    return value;
  }

  static Step eval(int step) {
    return new Step(step);
  }

  @Workflow
  int locals(int self, int node) {
    int run = run(self);
    Runner flow = flow(run);
    CompletableFuture args = args(flow);
    Bodies future = future(args, new Body(run + node));
    int task = task(future.step().step());
    Blocking result = result(task);
    call(result.blocking());
    int i = i(value(task), future.body().body());
    Step in = eval(i);
    int caller = localsResult(in.step());
    int each = wireLocals(caller, i);
    return each + run + task;
  }

  @Workflow
  List<Integer> lambdas(List<Integer> run, int in) {
    List<Integer> each = Makespan.map(run, self -> i(task(self), in));
    List<Integer> node = Makespan.map(each, i -> {
      int args = wireLocals(i, in);
      Blocking flow = result(args);
      return flow.blocking() + i;
    });
    List<Integer> task = node.stream().map(result -> task(result)).map(task1 -> run(task1)).toList();
    List<Integer> future = Makespan.map(task, flow -> i(flow, node.size()));
    List<Integer> args = new ArrayList<>(future);
    return args.stream().map(caller -> caller + value(in)).toList();
  }

  @Workflow
  void branches(int run, int flow) {
    int result;
    if (run > flow) {
      int i = task(run);
      result = run(i);
    } else {
      int args = task(flow);
      if (args > 12) return;
      result = run(args);
    }
    Makespan.forEach(List.of(result, run), in -> call(in));
    Makespan.together(() -> call(result), () -> call(flow));
  }
}
