package demo;

import dev.makespan.Makespan;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.List;

class Clashes {
  final int clashes;
  final int caller = 1;

  Clashes(int clashes) {
    this.clashes = clashes;
  }

  @Task
  int args(int caller, int clashes) {
    return caller * 10 + clashes + this.clashes;
  }

  @Task
  static int task(int run, int in) {
    return run - in;
  }

  @Task
  static int nodes(int CALLER, int NODES, int Body) {
    return CALLER + NODES + Body;
  }

  @Workflow
  int locals(int run, int caller, int self, int flow) {
    int args = args(run, caller);
    int i = args + self;
    int result = task(i, flow);
    int future = result + i * this.caller;
    int in = nodes(future, run, i);
    int node = in + args(in, 1);
    int each = node - clashes;
    return each;
  }

  @Workflow
  List<Integer> lambdas(List<Integer> run, int each, int self) {
    return Makespan.map(run, in -> task(args(in, each), self));
  }

  @Workflow
  static int parameters(int TASK, int ClashesFlow) {
    int NODES = task(TASK, ClashesFlow);
    int self = NODES + 1;
    return task(NODES, self);
  }

  @Workflow
  int hiddenByLambda(int value) {
    int run = args(value, 1);
    return List.of(run, 2).stream().mapToInt(self -> self + clashes + caller).sum();
  }

  int wireLocals(int value) {
    return value;
  }

  @Workflow
  static int wireLocals(int value, int localsI) {
    int wireLocals = task(value, localsI);
    return wireLocals + 1;
  }
}
