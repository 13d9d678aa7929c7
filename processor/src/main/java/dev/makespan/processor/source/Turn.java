package dev.makespan.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import dev.makespan.processor.model.Snippet;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import java.util.List;
import java.util.Optional;

/**
 * How one turn of a loop ends: what it gives to the list, set or map that the loop fills. That is
 * the value itself if each turn adds exactly one, else a list of what this turn adds.
 */
final class Turn implements BodyReader.Returns {
  private final BodyContext context;
  private final Optional<Fills.Fillable> filled;
  private final Optional<StatementTree> only;

  /**
   * One turn.
   *
   * @param filled what this turn fills; empty if the loop fills nothing
   * @param only the only statement that adds to it, if all turns end in it
   */
  Turn(BodyContext context, Optional<Fills.Fillable> filled, Optional<StatementTree> only) {
    this.context = context;
    this.filled = filled;
    this.only = only;
  }

  /** Whether a statement ends all turns by giving the only value. */
  boolean isOnly(StatementTree tree) {
    return only.filter(each -> each == tree).isPresent();
  }

  /** The value that the only adding statement adds. */
  Value only(MethodInvocationTree call, ExpressionReader expressions) {
    Fills.Fillable to = filled.orElseThrow();
    FillReader fills = new FillReader(context, expressions);
    fills.note(call);
    if (to.types().isEmpty()) {
      fills.untyped(call);
      return new Value.Literal("null");
    }
    if (to.isMap()) {
      List<Value> in = fills.arguments(call, to);
      Variable entry = new Variable("entry", fills.entry(to), Variable.Origin.TEMPORARY);
      expressions.add(
          new Step.Pure(Optional.of(entry), fills.code("entry", in), context.placeOf(call)));
      return new Value.Read(entry);
    }
    Value value =
        expressions.result(call.getArguments().get(0), Optional.of(to.types().get(0)));
    if (!(value instanceof Value.Self)) {
      return value;
    }
    Variable self = new Variable("element", to.types().get(0), Variable.Origin.TEMPORARY);
    Snippet code = new Snippet(List.of(new Snippet.Piece.Self()), List.of(), true);
    expressions.add(new Step.Pure(Optional.of(self), code, context.placeOf(call)));
    return new Value.Read(self);
  }

  /** What a turn gives that ends where this scope is. */
  Optional<Value> next(Scope scope) {
    return filled.flatMap(to -> scope.variable(to.name())).map(Value.Read::new);
  }

  @Override
  public Optional<Turn> turn() {
    return Optional.of(this);
  }

  @Override
  public boolean isValue() {
    return false;
  }

  @Override
  public Value read(ExpressionTree tree, ExpressionReader expressions) {
    throw new IllegalStateException("a turn of a loop returns nothing");
  }
}
