package dev.makespan.processor.emit;

import com.palantir.javapoet.MethodSpec;
import dev.makespan.processor.graph.BodyGraph;
import dev.makespan.processor.model.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * Emits the methods that add workflows' steps to a run, with those of their lambdas and
 * expressions, into one holder.
 */
final class WiringEmitter {
  private final FlowContext context;
  private final int holder;
  private final Names methodNames;
  private final StepTypes stepTypes;
  private final ExpressionEmitter expressions;
  private final List<MethodSpec> methods = new ArrayList<>();

  /** Emits into a holder, whose methods have these names. */
  WiringEmitter(FlowContext context, int holder, Names methodNames) {
    this.context = context;
    this.holder = holder;
    this.methodNames = methodNames;
    this.stepTypes = new StepTypes(context.types());
    this.expressions = new ExpressionEmitter(context, methodNames, methods);
  }

  /** What has been emitted so far: each wiring method, then what it uses. */
  List<MethodSpec> methods() {
    return methods;
  }

  /** Emits a workflow; returns the name of its wiring method. */
  String emit(Node node) {
    BodyGraph graph = context.graph().body(node).orElseThrow();
    return emit(new Wired(node, node.ref().name(), graph, List.of(), node.ref().isInstance()));
  }

  /** Emits one body; returns the name of its wiring method. */
  String emit(Wired wired) {
    String name = methodNames.fresh("wire" + Names.capitalized(wired.base()));
    int place = methods.size();
    MethodSpec method = new BodyEmitter(this, wired).emit(name);
    methods.add(place, method);
    return name;
  }

  FlowContext context() {
    return context;
  }

  int holder() {
    return holder;
  }

  StepTypes stepTypes() {
    return stepTypes;
  }

  ExpressionEmitter expressions() {
    return expressions;
  }
}
