package dev.makespan.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import dev.makespan.processor.model.Snippet;
import dev.makespan.processor.model.Snippet.Piece;
import dev.makespan.processor.model.Variable;
import dev.makespan.processor.problem.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A snippet while it is read: its edits, what it reads so far, and whether something is wrong in
 * it.
 */
final class Draft {
  final BodyContext context;
  final EvaluationOrder order;
  private final Edits edits;
  private final Set<Variable> reads = new LinkedHashSet<>();
  private Scope scope;
  private boolean readsSelf;
  private boolean wrong;

  Draft(BodyContext context, Scope scope) {
    this.context = context;
    this.order = new EvaluationOrder(context);
    this.edits = new Edits(context.file);
    this.scope = scope;
  }

  Scope scope() {
    return scope;
  }

  /** Runs what is seen from inside a construct that binds names of its own. */
  void nested(Runnable scan) {
    Scope around = scope;
    scope = scope.inner();
    scan.run();
    scope = around;
  }

  boolean isWrong() {
    return wrong;
  }

  void markWrong() {
    wrong = true;
  }

  void refuse(Problem problem) {
    wrong = true;
    context.report(problem);
  }

  void unknownMember(Tree tree) {
    wrong = true;
    context.unknownMember(tree);
  }

  void unknownType(Tree tree) {
    wrong = true;
    context.unknownType(tree);
  }

  /** Notes what a name was taken to mean, for the verifier. */
  void note(Tree name, String... meanings) {
    context.resolutions.name(context.file.end(name), List.of(meanings));
  }

  void reads(Variable variable) {
    reads.add(variable);
  }

  void replace(Tree tree, Piece... pieces) {
    selfIn(pieces);
    edits.replace(context.file.start(tree), context.file.end(tree), pieces);
  }

  void insertBefore(Tree tree, Piece... pieces) {
    selfIn(pieces);
    edits.insert(context.file.start(tree), pieces);
  }

  private void selfIn(Piece... pieces) {
    for (Piece piece : pieces) {
      readsSelf |= piece instanceof Piece.Self;
    }
  }

  /** The snippet of an expression that has been read; empty if something is wrong in it. */
  Optional<Snippet> finish(ExpressionTree tree) {
    if (wrong) {
      return Optional.empty();
    }
    List<Piece> pieces = edits.pieces(context.file.start(tree), context.file.end(tree));
    return Optional.of(new Snippet(pieces, List.copyOf(reads), readsSelf, context.suppressed()));
  }
}
