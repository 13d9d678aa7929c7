package dev.makespan.support;

import dev.makespan.spi.TaskDef;

/** A main that runs a workflow once, as generated code would. It uses no lambdas of its own. */
final class FirstRun {
  private static final Nodes NODES = new Bodies();
  private static final TaskDef<String> TOP = NODES.task(0, "top", 1);
  private static final TaskDef<String> SIDE = NODES.task(1, "side", 2);
  private static final TaskDef<String> BOTTOM = NODES.task(2, "bottom", 3);
  private static final TaskDef<String> DIAMOND = NODES.workflow(3, "diamond", 4);

  private FirstRun() {}

  public static void main(String[] args) {
    Caller caller = args[0].equals("waits") ? Caller.shared().waiting() : Caller.shared();
    System.out.println(caller.run(DIAMOND, "a").join());
  }

  private static final class Bodies extends Nodes {
    Bodies() {
      super(FirstRun.class, "FirstRun.java");
    }

    @Override
    protected Object call(int node, Object[] in) {
      switch (node) {
        case 0:
          return in[0];
        case 1:
          return in[0] + "b";
        case 2:
          return in[0] + "c" + in[1];
        default:
          throw unknown(node);
      }
    }

    @Override
    protected Step<?> wire(int node, Body run, Object[] in) {
      Step<String> top = run.call(TOP, 5, in[0]);
      Step<String> left = run.call(SIDE, 6, top);
      Step<String> right = run.call(SIDE, 7, top);
      return run.call(BOTTOM, 8, left, right);
    }
  }
}
