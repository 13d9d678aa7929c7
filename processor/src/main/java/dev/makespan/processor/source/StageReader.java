package dev.makespan.processor.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import dev.makespan.processor.model.Body;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.model.Snippet;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import dev.makespan.processor.problem.BodyProblems;
import dev.makespan.processor.problem.MapProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * Reads the stages of a stream into the body that an element goes through. The parameter of each
 * stage's lambda becomes a local of that body.
 */
final class StageReader {
  private final BodyContext context;
  private final ExpressionReader outer;
  private final MapBodyReader bodies;
  private final StreamTypes types;
  private final List<Step> steps = new ArrayList<>();
  private final List<Orderings> orderings = new ArrayList<>();

  StageReader(BodyContext context, ExpressionReader outer, MapBodyReader bodies) {
    this.context = context;
    this.outer = outer;
    this.bodies = bodies;
    this.types = new StreamTypes(context, outer.scope(), bodies);
  }

  /**
   * Reads all stages.
   *
   * @param of the type of the source's elements, if declarations tell it
   * @param demanded the type that is demanded of the last stage's values, if any is
   * @return the body; empty if something is wrong, which is noted
   */
  Optional<Body> read(
      List<StreamStage> stages, Optional<TypeMirror> of, Optional<TypeMirror> demanded) {
    return context.sound(() -> body(stages, of, demanded)).flatMap(body -> body);
  }

  private Optional<Body> body(
      List<StreamStage> stages, Optional<TypeMirror> of, Optional<TypeMirror> demanded) {
    Optional<TypeMirror> first = parameter(stages.get(0).function(), of);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Variable element =
        new Variable(name(stages.get(0).function()), first.get(), Variable.Origin.PARAMETER);
    Optional<Variable> at = Optional.of(element);
    for (int i = 0; i < stages.size() - 1 && at.isPresent(); i++) {
      Variable in = at.get();
      at = between(stages.get(i), stages.get(i + 1), in)
          .filter(new Stage(stages.get(i).function(), in)::read);
    }
    ExpressionTree last = stages.get(stages.size() - 1).function();
    return at.flatMap(in -> last(last, in, demanded))
        .map(result -> body(element, result))
        .filter(body -> isComplete(body, last));
  }

  private Body body(Variable element, Optional<Value> result) {
    return NeededSteps.body(
        List.of(element),
        steps,
        result,
        orderings.stream().flatMap(each -> each.all().stream()).toList(),
        context.constants);
  }

  /** Whether it gives a value on some way; without any its type can't be told. */
  private boolean isComplete(Body body, ExpressionTree last) {
    boolean complete = body.returned().isPresent();
    if (!complete && !context.isBroken()) {
      context.report(BodyProblems.untypedElement(context.place(last)));
    }
    return complete;
  }

  private static String name(ExpressionTree stage) {
    return stage instanceof LambdaExpressionTree lambda
        ? lambda.getParameters().get(0).getName().toString()
        : "element";
  }

  /** The type of what the first stage takes. */
  private Optional<TypeMirror> parameter(ExpressionTree stage, Optional<TypeMirror> of) {
    if (stage instanceof LambdaExpressionTree lambda) {
      return bodies.parameter(lambda, of);
    }
    return of.filter(context.facts::isClosed)
        .or(() -> Optional.of(outer.object("java.lang.Object")));
  }

  /** The variable that one stage gives to the next. */
  private Optional<Variable> between(StreamStage stage, StreamStage following, Variable in) {
    Optional<TypeMirror> known = stage
        .primitive()
        .<TypeMirror>map(context.compilation.types()::getPrimitiveType)
        .or(() -> types.result(stage.function(), Optional.of(in.type())));
    ExpressionTree next = following.function();
    if (next instanceof LambdaExpressionTree lambda) {
      return bodies
          .parameter(lambda, known)
          .map(type -> new Variable(name(next), type, Variable.Origin.LOCAL));
    }
    if (known.isEmpty()) {
      context.report(MapProblems.untypedStage(context.place(stage.function())));
    }
    return known.map(type -> new Variable("value", type, Variable.Origin.TEMPORARY));
  }

  private ExpressionReader inside(Variable parameter, LambdaExpressionTree lambda) {
    Scope scope = outer.scope().inner();
    scope.add(parameter);
    ExpressionReader inside = new ExpressionReader(
        context, steps, scope, lambda.getBody() instanceof BlockTree ? "" : parameter.name());
    orderings.add(inside.orderings());
    return inside;
  }

  private Optional<Value> statements(
      BlockTree block, ExpressionReader reader, BodyReader.Returns results) {
    return new BodyReader(context, reader, results).read(block.getStatements());
  }

  /** What a stage returns that another one follows: its end isn't that of the element. */
  private record Passed(BodyContext context, TypeMirror type) implements BodyReader.Returns {
    @Override
    public boolean isValue() {
      return true;
    }

    @Override
    public Value read(ExpressionTree tree, ExpressionReader reader) {
      return reader.result(tree, Optional.of(type));
    }

    @Override
    public Value early(ExpressionTree tree, ExpressionReader reader) {
      context.report(MapProblems.earlyReturn(context.placeOf(tree)));
      return read(tree, reader);
    }
  }

  /** What the last stage gives at its end; nothing if that can't be reached. */
  private Optional<Optional<Value>> last(
      ExpressionTree stage, Variable in, Optional<TypeMirror> demanded) {
    if (stage instanceof LambdaExpressionTree lambda) {
      ExpressionReader reader = inside(in, lambda);
      BodyReader.Returns results = bodies.results(lambda, demanded);
      return Optional.of(
          lambda.getBody() instanceof BlockTree block
              ? statements(block, reader, results)
              : Optional.of(results.read((ExpressionTree) lambda.getBody(), reader)));
    }
    Optional<TypeMirror> type = types.result(stage, Optional.of(in.type())).or(() -> demanded);
    if (type.isEmpty()) {
      context.report(MapProblems.untypedStage(context.place(stage)));
      return Optional.empty();
    }
    Variable result = new Variable("result", type.get(), Variable.Origin.TEMPORARY);
    Stage reading = new Stage(stage, in);
    if (!reading.read(result)) {
      return Optional.empty();
    }
    Variable exact = demanded
        .filter(wanted -> wanted.getKind().isPrimitive())
        .map(wanted -> reading.converted(result, wanted))
        .orElse(result);
    return Optional.of(Optional.of(new Value.Read(exact)));
  }

  /** One stage with what it takes. */
  private final class Stage {
    private final ExpressionTree function;
    private final Variable in;

    Stage(ExpressionTree function, Variable in) {
      this.function = function;
      this.in = in;
    }

    /** Reads the stage, which gives this variable its value; says whether it is in order. */
    boolean read(Variable out) {
      if (function instanceof MemberReferenceTree reference) {
        Callee callee = context.targets.callee(reference, outer.scope());
        return callee.mayBeNode() ? call(reference, callee, out) : apply(reference, out);
      }
      LambdaExpressionTree lambda = (LambdaExpressionTree) function;
      ExpressionReader reader = inside(in, lambda);
      if (lambda.getBody() instanceof BlockTree block) {
        Optional<Value> value = statements(block, reader, new Passed(context, out.type()));
        value.ifPresent(found -> copy(found, out));
        if (value.isEmpty() && !context.isBroken()) {
          context.report(MapProblems.earlyReturn(context.place(lambda.getBody())));
        }
        return value.isPresent();
      }
      reader.assign((ExpressionTree) lambda.getBody(), out);
      return true;
    }

    private void copy(Value value, Variable out) {
      Snippet.Piece piece = new Snippet.Piece.Self();
      List<Variable> reads = List.of();
      if (value instanceof Value.Read read) {
        piece = Snippet.Piece.of(read.variable());
        reads = List.of(read.variable());
      } else if (value instanceof Value.Literal literal) {
        piece = new Snippet.Piece.Text(literal.source());
      }
      pure(List.of(piece), reads, value instanceof Value.Self, out);
    }

    /** The value in a primitive type: unboxed, and widened, in this stage. */
    Variable converted(Variable value, TypeMirror wanted) {
      Variable exact = new Variable("result", wanted, Variable.Origin.TEMPORARY);
      pure(List.of(Snippet.Piece.of(value)), List.of(value), false, exact);
      return exact;
    }

    private void pure(
        List<Snippet.Piece> pieces, List<Variable> reads, boolean self, Variable out) {
      steps.add(new Step.Pure(
          Optional.of(out), new Snippet(pieces, reads, self), context.place(function)));
    }

    private boolean call(MemberReferenceTree reference, Callee callee, Variable out) {
      Optional<NodeRef> node = new CallChecks(context).node(reference, callee);
      if (node.isEmpty()) {
        return false;
      }
      if (node.get().isVoid()) {
        // The compiler rejects it.
        context.invalid();
        return false;
      }
      List<Value> values = new ArrayList<>();
      new BoundReference(context, outer)
          .receiver(reference, callee, node.get())
          .ifPresent(values::add);
      values.add(new Value.Read(in));
      steps.add(new Step.Call(Optional.of(out), node.get(), values, context.place(reference)));
      return true;
    }

    /** A reference to a plain method; what it is bound to is evaluated once, above the stream. */
    private boolean apply(MemberReferenceTree reference, Variable out) {
      TypeElement type =
          context.compilation.elements().getTypeElement("java.util.function.Function");
      Variable bound = new Variable(
          "function",
          context
              .compilation
              .types()
              .getDeclaredType(
                  type, context.facts.boxed(in.type()), context.facts.boxed(out.type())),
          Variable.Origin.TEMPORARY);
      int before = outer.steps().size();
      outer.pure(reference, bound);
      if (outer.steps().size() == before) {
        return false;
      }
      List<Snippet.Piece> pieces = List.of(
          Snippet.Piece.of(bound),
          new Snippet.Piece.Text(".apply("),
          Snippet.Piece.of(in),
          new Snippet.Piece.Text(")"));
      pure(pieces, List.of(bound, in), false, out);
      return true;
    }
  }
}
