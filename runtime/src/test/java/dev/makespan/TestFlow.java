package dev.makespan;

import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import dev.makespan.support.Caller;
import dev.makespan.support.Nodes;
import dev.makespan.support.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A flow whose annotated methods are lambdas, so that a test shows them where it uses them. It does
 * with them what a generated class does with methods.
 */
final class TestFlow extends Nodes {
  private final List<Method> methods = new ArrayList<>();
  private final List<Wiring> wirings = new ArrayList<>();
  private final Caller caller;

  /** The body of a task or of a dynamic. */
  interface Method {
    @Nullable Object call(@Nullable Object... in) throws Throwable;
  }

  /** The body of a task without arguments and result. */
  interface Action {
    void run() throws Throwable;
  }

  /** The body of a workflow. */
  interface Wiring {
    @Nullable Step<?> wire(Body run, @Nullable Object... in) throws Throwable;
  }

  TestFlow() {
    this(Caller.shared());
  }

  TestFlow(Runner runner) {
    this(Caller.on(runner));
  }

  private TestFlow(Caller caller) {
    super(TestFlow.class, "TestFlow.java");
    this.caller = caller;
  }

  /** The flow of the dynamic that the thread executes, as the static {@code current()}. */
  TestFlow joined() {
    return new TestFlow(Caller.current());
  }

  @Override
  protected @Nullable Object call(int node, @Nullable Object[] in) throws Throwable {
    return methods.get(node).call(in);
  }

  @Override
  protected @Nullable Step<?> wire(int node, Body run, @Nullable Object[] in) throws Throwable {
    return wirings.get(node).wire(run, in);
  }

  private int add(Method method, Wiring wiring) {
    methods.add(method);
    wirings.add(wiring);
    return methods.size() - 1;
  }

  private static @Nullable Step<?> noWorkflow(Body run, @Nullable Object... in) {
    throw new AssertionError("not a workflow");
  }

  <R> TaskDef<R> task(String name, Method method) {
    return task(add(method, TestFlow::noWorkflow), name, 1);
  }

  TaskDef<Void> action(String name, Action action) {
    return task(name, in -> {
      action.run();
      return null;
    });
  }

  <R> TaskDef<R> mapTask(String name, Method method) {
    return mapTask(add(method, TestFlow::noWorkflow), name, 1);
  }

  <R> TaskDef<R> dynamic(String name, Method method) {
    return dynamic(add(method, TestFlow::noWorkflow), name, 1);
  }

  <R> TaskDef<R> workflow(String name, Wiring wiring) {
    return workflow(
        add(
            in -> {
              throw new AssertionError("a workflow isn't called");
            },
            wiring),
        name,
        1);
  }

  // The twins.

  <R> Run<R> run(TaskDef<R> def, @Nullable Object... in) {
    return caller.run(def, in);
  }

  /** Runs a workflow of this body. */
  <R> Run<R> run(Wiring wiring) {
    return caller.run(this.<R>workflow("flow", wiring));
  }

  <R> CompletableFuture<List<R>> map(TaskDef<R> def, List<?> list, @Nullable Object... in) {
    return caller.map(def, list, in);
  }

  <R> CompletableFuture<R> callAsync(TaskDef<CompletionStage<R>> def, @Nullable Object... in) {
    return caller.callAsync(def, in);
  }

  <R> CompletableFuture<List<R>> mapAsync(
      TaskDef<CompletionStage<R>> def, List<?> list, @Nullable Object... in) {
    return caller.mapAsync(def, list, in);
  }
}
