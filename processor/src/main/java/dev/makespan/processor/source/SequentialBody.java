package dev.makespan.processor.source;

import dev.makespan.processor.model.Body;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.model.Snippet;
import dev.makespan.processor.model.Snippet.Piece;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import dev.makespan.processor.problem.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.VariableElement;

/** The body of a workflow that isn't read: one step, which calls the plain method. */
final class SequentialBody {
  private SequentialBody() {}

  static Body of(NodeRef workflow, Place place) {
    List<Variable> parameters =
        workflow.method().getParameters().stream().map(SequentialBody::variable).toList();
    String arguments =
        parameters.stream().map(Variable::name).collect(Collectors.joining(", ", "(", ")"));
    Snippet call = new Snippet(
        List.of(
            workflow.isInstance() ? new Piece.Self() : new Piece.Type(workflow.owner()),
            new Piece.Text("." + workflow.name() + arguments)),
        parameters,
        workflow.isInstance());
    Optional<Variable> result = workflow.isVoid()
        ? Optional.empty()
        : Optional.of(
            new Variable("result", workflow.method().getReturnType(), Variable.Origin.TEMPORARY));
    return new Body(
        parameters, List.of(new Step.Pure(result, call, place)), result.map(Value.Read::new));
  }

  private static Variable variable(VariableElement parameter) {
    return new Variable(
        parameter.getSimpleName().toString(), parameter.asType(), Variable.Origin.PARAMETER);
  }
}
