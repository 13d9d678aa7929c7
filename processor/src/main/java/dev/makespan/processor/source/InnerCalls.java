package dev.makespan.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.makespan.processor.model.Snippet.Piece;
import dev.makespan.processor.model.Variable;
import dev.makespan.processor.problem.CallProblems;
import dev.makespan.processor.problem.ExpressionProblems;
import java.util.ArrayList;
import java.util.List;
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
    refuseRisks(tree);
    ExpressionReader reader = outer.in(draft.scope());
    StreamReader streams = reader.maps().streams();
    List<Piece> stream = streams.isOpen(tree) ? streams.stream(tree) : List.of();
    replace(tree, reader.calledAsTemporary(tree, Optional.empty()), stream);
    return true;
  }

  /**
   * Reads a stream of calls that this expression goes on with. Says whether it is in order; if not,
   * that is told.
   */
  boolean goesOn(MethodInvocationTree tree) {
    boolean sound = outer.in(draft.scope()).maps().streams().goesOn(tree);
    if (!sound) {
      draft.markWrong();
    }
    return sound;
  }

  /** Reads a conditional or switch expression, if a branch holds calls; says whether it did. */
  boolean readChoice(ExpressionTree tree) {
    ChoiceReader choices = outer.in(draft.scope()).choices();
    Optional<Tree> call = choices.firstCall(tree);
    if (lambdas > 0 || conditional > 0 || call.isEmpty()) {
      return false;
    }
    refuseRisks(call.get());
    replace(
        tree,
        Optional.of(choices.read(tree, Optional.empty(), Optional.empty(), "value")),
        List.of());
    return true;
  }

  /**
   * Refuses a call, or the reference of a map, that would be made before what stands left of it.
   */
  private void refuseRisks(Tree tree) {
    Optional<EvaluationOrder.Risk> risk = draft.order.firstRisk();
    if (risk.isPresent() && !orderTold && !draft.isWrong() && !draft.isUnknown()) {
      orderTold = true;
      boolean isCall = tree instanceof MethodInvocationTree;
      TreePlace place =
          context.place(isCall ? ((MethodInvocationTree) tree).getMethodSelect() : tree);
      CharSequence call =
          isCall ? NameOf.call((MethodInvocationTree) tree) : context.file.text(tree);
      String earlier = context.file.text(risk.get().tree());
      draft.refuse(
          risk.get().unboxes()
              ? ExpressionProblems.unboxingOrder(place, call, earlier, outer.lambda())
              : ExpressionProblems.evaluationOrder(place, call, earlier, outer.lambda()));
    }
  }

  private void replace(ExpressionTree tree, Optional<Variable> value, List<Piece> behind) {
    if (value.isPresent()) {
      draft.reads(value.get());
      List<Piece> pieces = new ArrayList<>(List.of(new Piece.Temporary(value.get())));
      pieces.addAll(behind);
      draft.replace(tree, pieces.toArray(Piece[]::new));
    } else {
      draft.markWrong();
    }
  }
}
