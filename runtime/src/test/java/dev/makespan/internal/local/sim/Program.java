package dev.makespan.internal.local.sim;

import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import dev.makespan.support.Nodes;
import dev.makespan.support.Step;
import java.util.ArrayList;
import java.util.List;

/** The methods of a random program, called and wired by number as in a generated class. */
final class Program extends Nodes {
  private final List<Method> methods = new ArrayList<>();

  Program() {
    super(Program.class, "Program.java");
  }

  /** Sets what a method's annotation would say. */
  interface Settings {
    TaskDef<Object> of(TaskDef<Object> def);
  }

  TaskMethod task(TaskMethod method, Settings settings) {
    return add(method, settings.of(task(method.number, "task" + method.number, method.number + 1)));
  }

  TaskMethod mapTask(TaskMethod method, Settings settings) {
    return add(
        method, settings.of(mapTask(method.number, "mapTask" + method.number, method.number + 1)));
  }

  WorkflowMethod workflow(WorkflowMethod method, Settings settings) {
    TaskDef<Object> def = workflow(method.number, "workflow" + method.number, method.number + 1);
    return add(method, settings.of(def).maxParallelism(method.limit()));
  }

  <M extends Method> M dynamic(M method) {
    return add(method, dynamic(method.number, "dynamic" + method.number, method.number + 1));
  }

  private <M extends Method> M add(M method, TaskDef<Object> def) {
    method.define(def);
    methods.set(method.number, method);
    return method;
  }

  /** Keeps a number for a method that is defined later. */
  int reserve() {
    methods.add(null);
    return methods.size() - 1;
  }

  @Override
  protected Object call(int node, Object[] in) throws Throwable {
    return methods.get(node).call(in);
  }

  @Override
  protected Step<?> wire(int node, Body run, Object[] in) {
    return methods.get(node).wire(run, in);
  }
}
