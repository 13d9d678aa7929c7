package dev.makespan.processor.source;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.makespan.processor.model.Snippet.Piece;
import dev.makespan.processor.model.Variable;
import dev.makespan.processor.problem.BodyProblems;
import dev.makespan.processor.problem.CallProblems;
import java.util.Optional;

/**
 * The calls of annotated methods inside one pure expression: each becomes a step before it, or is
 * refused where it may not be one.
 */
final class InnerCalls {
  private final BodyContext context;
  private final Draft draft;
  private final ExpressionReader outer;
  private int conditional;
  private int lambdas;
  private boolean orderTold;

  InnerCalls(Draft draft, ExpressionReader outer) {
    this.context = draft.context;
    this.draft = draft;
    this.outer = outer;
  }

  /** Reads what may not be evaluated. */
  void conditional(Runnable scan) {
    conditional++;
    scan.run();
    conditional--;
  }

  void inLambda(Runnable scan) {
    lambdas++;
    scan.run();
    lambdas--;
  }

  /** Whether calls may stand here. */
  boolean areSteps() {
    return conditional == 0 && lambdas == 0;
  }

  boolean isCall(MethodInvocationTree tree) {
    return outer.in(draft.scope()).isCall(tree);
  }

  /** Reads a call; says whether its arguments have been read, too. */
  boolean read(MethodInvocationTree tree) {
    Tree name = tree.getMethodSelect();
    if (lambdas > 0) {
      draft.refuse(CallProblems.inLambda(context.place(name), NameOf.call(tree)));
      return false;
    }
    if (conditional > 0) {
      draft.refuse(CallProblems.conditional(context.place(name), NameOf.call(tree)));
      return false;
    }
    Optional<EvaluationOrder.Risk> risk = draft.order.firstRisk();
    if (risk.isPresent() && !orderTold && !draft.isUnknown()) {
      orderTold = true;
      TreePlace place = context.place(name);
      CharSequence call = NameOf.call(tree);
      String earlier = context.file.text(risk.get().tree());
      draft.refuse(
          risk.get().unboxes()
              ? BodyProblems.unboxingOrder(place, call, earlier, outer.lambda())
              : BodyProblems.evaluationOrder(place, call, earlier, outer.lambda()));
    }
    Optional<Variable> value = outer.in(draft.scope()).calledAsTemporary(tree, Optional.empty());
    if (value.isPresent()) {
      draft.reads(value.get());
      draft.replace(tree, new Piece.Temporary(value.get()));
    } else {
      draft.markWrong();
    }
    return true;
  }
}
