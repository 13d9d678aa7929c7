package dev.makespan.processor.emit;

import dev.makespan.processor.graph.BodyGraph;
import dev.makespan.processor.graph.GraphNode;
import dev.makespan.processor.model.MapForm;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import javax.lang.model.type.TypeMirror;

/**
 * The types of steps' values: what makes the value decides, not the variable that takes it. The two
 * differ where a local is declared with a supertype.
 */
final class StepTypes {
  private final JavaTypes types;

  StepTypes(JavaTypes types) {
    this.types = types;
  }

  /** The boxed type of a step's value. */
  TypeMirror of(GraphNode node) {
    Step step = node.step();
    if (step instanceof Step.Call call) {
      return types.boxed(call.node().method().getReturnType());
    }
    if (step instanceof Step.MapCall map) {
      return listOf(map.form(), map.node().method().getReturnType());
    }
    if (step instanceof Step.MapBody map) {
      return listOf(map.form(), ofResult(node.inner().orElseThrow().graph()));
    }
    return types.boxed(step.result().orElseThrow().type());
  }

  private TypeMirror listOf(MapForm form, TypeMirror element) {
    return types.listOf(form instanceof MapForm.Some ? types.optionalOf(element) : element);
  }

  /** The boxed type of what a mapped lambda returns. */
  TypeMirror ofResult(BodyGraph graph) {
    if (!(graph.body().returned().orElseThrow() instanceof Value.Read read)) {
      throw new IllegalStateException("a mapped lambda without a step");
    }
    Variable variable = read.variable();
    for (GraphNode node : graph.nodes()) {
      if (node.step().result().filter(result -> result == variable).isPresent()) {
        return of(node);
      }
    }
    return types.boxed(variable.type());
  }
}
