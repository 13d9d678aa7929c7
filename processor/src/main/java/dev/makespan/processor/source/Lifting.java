package dev.makespan.processor.source;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import dev.makespan.processor.model.Snippet;
import dev.makespan.processor.model.Snippet.Piece;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Variable;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.lang.model.type.TypeMirror;

/**
 * Makes a part of an expression a step of its own where it may fail or run code, and a nested call
 * follows it: so it still comes before the call. Its type has to be known, since the step carries
 * the value in it.
 */
final class Lifting {
  private final BodyContext context;
  private final Draft draft;
  private final ExpressionReader outer;
  private final InnerCalls innerCalls;

  Lifting(Draft draft, ExpressionReader outer, InnerCalls innerCalls) {
    this.context = draft.context;
    this.draft = draft;
    this.outer = outer;
    this.innerCalls = innerCalls;
  }

  /**
   * Reads a part.
   *
   * @param following what is evaluated after it
   * @param carried the type in which the step carries a value of the part's type
   * @return whether it is a step of its own
   */
  boolean part(
      ExpressionTree tree,
      List<? extends Tree> following,
      UnaryOperator<TypeMirror> carried,
      Runnable scan) {
    Optional<Snippet> code = draft.part(tree, scan, () -> isLiftable(tree, following));
    if (code.isEmpty()) {
      return false;
    }
    TypeMirror type = carried.apply(type(tree).orElseThrow());
    Variable value = new Variable("operand", type, Variable.Origin.TEMPORARY);
    outer.add(new Step.Pure(Optional.of(value), code.get(), context.place(tree)));
    draft.reads(value);
    draft.replace(tree, new Piece.Temporary(value));
    return true;
  }

  private boolean isLiftable(ExpressionTree tree, List<? extends Tree> following) {
    ExpressionTree bare = Typer.bare(tree);
    boolean poly =
        bare instanceof ConditionalExpressionTree || bare instanceof SwitchExpressionTree;
    return !poly
        && innerCalls.areSteps()
        && type(tree).isPresent()
        && following.stream()
            .anyMatch(each -> NodeSearch.finds(each, draft.scope(), context.targets));
  }

  private Optional<TypeMirror> type(ExpressionTree tree) {
    return context
        .typer
        .typeOf(tree, draft.scope())
        .filter(context.facts::isClosed)
        .filter(type ->
            TypeParts.unreachable(type, context.owner(), context.compilation).isEmpty());
  }
}
