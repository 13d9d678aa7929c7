package dev.makespan.processor.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.VariableTree;
import dev.makespan.processor.model.Body;
import dev.makespan.processor.model.Snippet;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import dev.makespan.processor.problem.BodyProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** Reads a mapped lambda that is more than one call: into a body of its own. */
final class MapBodyReader {
  private final BodyContext context;
  private final Scope around;

  /** Reads lambdas that see this scope. */
  MapBodyReader(BodyContext context, Scope around) {
    this.context = context;
    this.around = around;
  }

  /** A scope in which the lambda's parameters hide what they hide. */
  Scope inner(LambdaExpressionTree lambda, MethodInvocationTree map) {
    Scope inner = around.inner();
    for (VariableTree parameter : lambda.getParameters()) {
      inner.bind(
          parameter.getName().toString(),
          written(parameter)
              .or(() -> elementOf(map))
              .or(() -> context
                  .inferred(parameter.getName().toString(), lambda.getBody())
                  .filter(context.facts::isClosed)));
    }
    return inner;
  }

  /**
   * Reads a lambda with one parameter.
   *
   * @param map the map that it stands in
   * @param demanded the type that the place of the map demands of its elements
   * @return the body; empty if it is wrong, which is noted
   */
  Optional<Body> read(
      LambdaExpressionTree lambda, MethodInvocationTree map, Optional<TypeMirror> demanded) {
    VariableTree parameter = lambda.getParameters().get(0);
    Optional<TypeMirror> type = written(parameter)
        .or(() -> elementOf(map))
        .or(() -> context.inferred(parameter.getName().toString(), lambda.getBody()))
        .filter(context.facts::isClosed);
    if (type.isEmpty()) {
      context.report(BodyProblems.untypedParameter(context.place(parameter), parameter.getName()));
      return Optional.empty();
    }
    Variable element =
        new Variable(parameter.getName().toString(), type.get(), Variable.Origin.PARAMETER);
    Scope scope = around.inner();
    scope.add(element);
    ExpressionReader reader = new ExpressionReader(
        context,
        new ArrayList<>(),
        scope,
        lambda.getBody() instanceof BlockTree ? "" : parameter.getName().toString());
    Optional<Value> value = lambda.getBody() instanceof BlockTree block
        ? new BodyReader(context, reader).read(block.getStatements(), demanded)
        : Optional.of(reader.result((ExpressionTree) lambda.getBody(), demanded));
    if (value.isEmpty()) {
      // Without a result the compiler rejects it.
      context.invalid();
      return Optional.empty();
    }
    Value exact =
        demanded.map(wanted -> exactly(value.get(), wanted, reader, lambda)).orElse(value.get());
    return Optional.of(
        new Body(List.of(element), context.constants.needed(reader.steps()), Optional.of(exact)));
  }

  /** Makes the value's type the very one that the list's type demands. */
  private Value exactly(
      Value value, TypeMirror wanted, ExpressionReader reader, LambdaExpressionTree lambda) {
    if (value instanceof Value.Literal
        || context.compilation.types().isSameType(context.facts.boxed(typeOf(value)), wanted)) {
      return value;
    }
    Variable exact = new Variable("result", wanted, Variable.Origin.TEMPORARY);
    List<Snippet.Piece> pieces = List.of(new Snippet.Piece.Self());
    List<Variable> reads = List.of();
    if (value instanceof Value.Read read) {
      pieces = List.of(Snippet.Piece.of(read.variable()));
      reads = List.of(read.variable());
    }
    Snippet code = new Snippet(pieces, reads, reads.isEmpty());
    reader.add(new Step.Pure(Optional.of(exact), code, context.place(lambda.getBody())));
    return new Value.Read(exact);
  }

  TypeMirror typeOf(Value value) {
    return value instanceof Value.Read read
        ? read.variable().type()
        : context.owner().asType();
  }

  private Optional<TypeMirror> written(VariableTree parameter) {
    boolean explicit = parameter.getType() != null && context.file.start(parameter.getType()) >= 0;
    return explicit ? context.names.typeOf(parameter.getType()) : Optional.empty();
  }

  private Optional<TypeMirror> elementOf(MethodInvocationTree map) {
    return context
        .typer
        .typeOf(map.getArguments().get(0), around)
        .flatMap(context.facts::elementOf);
  }
}
