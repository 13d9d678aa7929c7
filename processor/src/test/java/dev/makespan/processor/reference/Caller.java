package dev.makespan.processor.reference;

import dev.makespan.Run;
import dev.makespan.Runner;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.spi.FlowFuture;
import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Stands for the runtime's class of this name in generated twins. What a comparison's flow calls is
 * run by the interpreter when it is the interpreter's turn; all else goes to the runtime.
 */
public final class Caller {
  private final dev.makespan.support.Caller caller;
  private final boolean joins;
  private final @Nullable Dynamic dynamic;

  private Caller(dev.makespan.support.Caller caller, boolean joins, @Nullable Dynamic dynamic) {
    this.caller = caller;
    this.joins = joins;
    this.dynamic = dynamic;
  }

  /** As in the runtime. */
  public static Caller shared() {
    return new Caller(dev.makespan.support.Caller.shared(), false, null);
  }

  /** As in the runtime. */
  public static Caller on(Runner runner) {
    return new Caller(dev.makespan.support.Caller.on(runner), false, null);
  }

  /** There are no threads here, so nothing differs. */
  public Caller waiting() {
    return this;
  }

  /** As in the runtime. */
  public static Caller current() {
    return new Caller(dev.makespan.support.Caller.current(), true, Dynamic.current());
  }

  /** As in the runtime. */
  public static <R extends @Nullable Object> R join(CompletionStage<R> stage) {
    return dev.makespan.support.Caller.join(stage);
  }

  /** As in the runtime. */
  public <R extends @Nullable Object> CompletableFuture<R> call(
      TaskDef<R> def, @Nullable Object... in) {
    return run(def, in);
  }

  /** As in the runtime. */
  public <R extends @Nullable Object> Run<R> run(TaskDef<R> def, @Nullable Object... in) {
    Session session = Session.interpreting(def.toString(), joins);
    if (session == null) {
      return caller.run(def, in);
    }
    NodeRef node = node(session, def, in.length);
    return interpreted(
        session,
        def,
        value -> value,
        (frame, part) -> frame.run().call(frame, part, node, Arrays.asList(in)));
  }

  /** As in the runtime. */
  public <R extends @Nullable Object> CompletableFuture<List<R>> map(
      TaskDef<R> def, @Nullable Object list, @Nullable Object... in) {
    Session session = Session.interpreting(def.toString(), joins);
    return session == null
        ? caller.map(def, list, in)
        : interpreted(session, def, value -> value, ofMap(session, def, list, in));
  }

  private static Interpreter.Start ofMap(
      Session session, TaskDef<?> def, @Nullable Object list, @Nullable Object[] in) {
    NodeRef node = node(session, def, in.length);
    List<@Nullable Object> all = new ArrayList<>(Arrays.asList(in));
    all.replaceAll(value -> value == Body.ELEMENT ? MapFrame.ELEMENT : value);
    return (frame, part) -> {
      MapFrame map = new MapFrame(
          frame,
          part,
          list,
          (elements, index, element) ->
              elements.run().call(elements, index, node, MapFrame.with(all, element)));
      frame.open(part, map, map.parts());
      return null;
    };
  }

  /** As in the runtime. */
  public <R extends @Nullable Object> CompletableFuture<R> callAsync(
      TaskDef<? extends CompletionStage<? extends R>> def, @Nullable Object... in) {
    Session session = Session.interpreting(def.toString(), joins);
    if (session == null) {
      return caller.callAsync(def, in);
    }
    NodeRef node = node(session, def, in.length);
    return interpreted(
        session,
        def,
        Stages::completed,
        (frame, part) -> frame.run().call(frame, part, node, Arrays.asList(in)));
  }

  /** As in the runtime. */
  public <R extends @Nullable Object> CompletableFuture<List<R>> mapAsync(
      TaskDef<? extends CompletionStage<? extends R>> def,
      @Nullable Object list,
      @Nullable Object... in) {
    Session session = Session.interpreting(def.toString(), joins);
    return session == null
        ? caller.mapAsync(def, list, in)
        : interpreted(session, def, Stages::allCompleted, ofMap(session, def, list, in));
  }

  /** As in the runtime. */
  public static <R extends @Nullable Object> CompletableFuture<R> joinStage(
      CompletionStage<R> twin) {
    return dev.makespan.support.Caller.joinStage(twin);
  }

  /** As in the runtime. */
  public static <S extends CompletionStage<?>> List<S> joinStages(
      CompletionStage<? extends List<?>> twin) {
    return dev.makespan.support.Caller.joinStages(twin);
  }

  private static NodeRef node(Session session, TaskDef<?> def, int in) {
    String owner = def.body().owner().getName();
    for (int receiver = 0; receiver < 2; receiver++) {
      NodeRef node = session
          .program()
          .node(owner, def.method(), in - receiver)
          .map(found -> found.ref())
          .orElse(null);
      if (node != null && node.isInstance() == (receiver == 1)) {
        return node;
      }
    }
    throw new AssertionError("no graph of " + def);
  }

  private <R extends @Nullable Object> Run<R> interpreted(
      Session session,
      TaskDef<?> def,
      UnaryOperator<@Nullable Object> result,
      Interpreter.Start start) {
    return dynamic == null
        ? new EndedRun<>(OUTSIDE, def.title(), session.interpret(start).map(result))
        : dynamic.call(def.title(), result, start);
  }

  private static final FlowFuture.Host OUTSIDE = new FlowFuture.Host() {
    @Override
    public RunScope scope() {
      throw new IllegalStateException("the interpreter has no threads");
    }

    @Override
    public void derived(FlowFuture<?> stage) {}

    @Override
    public void joined(FlowFuture<?> future) {}
  };
}
