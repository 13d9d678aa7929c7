package dev.makespan.processor.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
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

  /**
   * A scope in which the lambda's parameters hide what they hide.
   *
   * @param of the type of the elements, if declarations tell it
   */
  Scope inner(LambdaExpressionTree lambda, Optional<TypeMirror> of) {
    Scope inner = around.inner();
    for (VariableTree parameter : lambda.getParameters()) {
      inner.bind(
          parameter.getName().toString(),
          written(parameter)
              .or(() -> of)
              .or(() -> context
                  .inferred(parameter.getName().toString(), lambda.getBody())
                  .filter(context.facts::isClosed)));
    }
    return inner;
  }

  /** The type of a lambda's only parameter; empty if it can't be told, which is noted. */
  Optional<TypeMirror> parameter(LambdaExpressionTree lambda, Optional<TypeMirror> of) {
    VariableTree parameter = lambda.getParameters().get(0);
    Optional<TypeMirror> type = written(parameter)
        .or(() -> of)
        .or(() -> context.inferred(parameter.getName().toString(), lambda.getBody()))
        .filter(context.facts::isClosed);
    if (type.isEmpty()) {
      context.report(BodyProblems.untypedParameter(context.place(parameter), parameter.getName()));
    }
    return type;
  }

  /**
   * Reads a lambda with one parameter.
   *
   * @param of the type of the elements, if declarations tell it
   * @param demanded the type that the place of the map demands of its elements
   * @return the body; empty if it is wrong, which is noted
   */
  Optional<Body> read(
      LambdaExpressionTree lambda, Optional<TypeMirror> of, Optional<TypeMirror> demanded) {
    return context.sound(() -> body(lambda, of, demanded)).flatMap(body -> body);
  }

  private Optional<Body> body(
      LambdaExpressionTree lambda, Optional<TypeMirror> of, Optional<TypeMirror> demanded) {
    Optional<Variable> element = element(lambda, of);
    if (element.isEmpty()) {
      return Optional.empty();
    }
    ExpressionReader reader = reader(element.get(), lambda);
    BodyReader.Returns results = results(lambda, demanded);
    BodyReader statements = new BodyReader(context, reader, results);
    Optional<Value> value = lambda.getBody() instanceof BlockTree block
        ? statements.read(block.getStatements())
        : Optional.of(results.read((ExpressionTree) lambda.getBody(), reader));
    Body body = body(element.get(), reader, value, statements);
    if (body.returned().isEmpty()) {
      if (!context.isBroken()) {
        // It always throws.
        context.report(BodyProblems.untypedElement(context.place(lambda.getBody())));
      }
      return Optional.empty();
    }
    return Optional.of(body);
  }

  /** Reads a lambda with one parameter whose result nobody reads. */
  Optional<Body> readVoid(LambdaExpressionTree lambda, Optional<TypeMirror> of) {
    Optional<Variable> element = element(lambda, of);
    if (element.isEmpty()) {
      return Optional.empty();
    }
    ExpressionReader reader = reader(element.get(), lambda);
    BodyReader statements = new BodyReader(context, reader, new Nothing());
    if (lambda.getBody() instanceof BlockTree block) {
      statements.read(block.getStatements());
    } else {
      statements.statement((ExpressionTree) lambda.getBody());
    }
    return Optional.of(body(element.get(), reader, Optional.empty(), statements));
  }

  private Optional<Variable> element(LambdaExpressionTree lambda, Optional<TypeMirror> of) {
    String name = lambda.getParameters().get(0).getName().toString();
    return parameter(lambda, of).map(type -> new Variable(name, type, Variable.Origin.PARAMETER));
  }

  private ExpressionReader reader(Variable element, LambdaExpressionTree lambda) {
    Scope scope = around.inner();
    scope.add(element);
    return new ExpressionReader(
        context,
        new ArrayList<>(),
        scope,
        lambda.getBody() instanceof BlockTree ? "" : element.name());
  }

  private Body body(
      Variable element, ExpressionReader reader, Optional<Value> result, BodyReader statements) {
    return NeededSteps.body(
        List.of(element), reader.steps(), result, statements.orderings(), context.constants);
  }

  /** What a lambda returns whose values become elements of one list. */
  BodyReader.Returns results(LambdaExpressionTree lambda, Optional<TypeMirror> demanded) {
    return new Results(lambda, demanded);
  }

  /** What a lambda returns: values of one type, since they become elements of one list. */
  private final class Results implements BodyReader.Returns {
    private final LambdaExpressionTree lambda;
    private final Optional<TypeMirror> demanded;
    private Optional<TypeMirror> first = Optional.empty();
    private boolean told;

    Results(LambdaExpressionTree lambda, Optional<TypeMirror> demanded) {
      this.lambda = lambda;
      this.demanded = demanded;
    }

    @Override
    public boolean isValue() {
      return true;
    }

    @Override
    public Value read(ExpressionTree tree, ExpressionReader reader) {
      Optional<Value> sound = context.sound(() -> reader.result(tree, demanded));
      if (sound.isEmpty()) {
        // Nothing can be told of its type.
        return new Value.Literal("null");
      }
      Value value = sound.get();
      if (demanded.isPresent()) {
        return exactly(value, demanded.get(), reader, lambda);
      }
      TypeMirror type = context.facts.boxed(typeOf(value));
      boolean other = first
          .filter(found -> !context.compilation.types().isSameType(found, type))
          .isPresent();
      if (other && !told) {
        context.report(BodyProblems.untypedElement(context.placeOf(tree)));
        told = true;
      }
      first = Optional.of(type);
      return value;
    }
  }

  /** What a lambda, or a switch expression, returns that may return no value. */
  static final class Nothing implements BodyReader.Returns {
    @Override
    public boolean isValue() {
      return false;
    }

    @Override
    public Value read(ExpressionTree tree, ExpressionReader reader) {
      // The compiler rejects it.
      return reader.result(tree, Optional.empty());
    }
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

  Optional<TypeMirror> written(VariableTree parameter) {
    boolean explicit = parameter.getType() != null && context.file.start(parameter.getType()) >= 0;
    return explicit ? context.names.typeOf(parameter.getType()) : Optional.empty();
  }
}
