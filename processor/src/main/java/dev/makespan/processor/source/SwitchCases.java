package dev.makespan.processor.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import dev.makespan.processor.model.Snippet.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cases of a {@code switch}, statement or expression, by what they do. */
final class SwitchCases {
  private final Tree tree;
  private final ExpressionTree selector;
  private final List<? extends CaseTree> trees;
  private final List<Case> cases = new ArrayList<>();
  private final boolean hasDefault;
  private final boolean isOfPatterns;

  /**
   * Labels that share what is done.
   *
   * @param value the expression behind an arrow that gives the value of a switch expression
   * @param statements what is done otherwise
   */
  record Case(
      List<CaseTree> trees,
      Optional<ExpressionTree> value,
      List<? extends StatementTree> statements) {
    Tree place() {
      return trees.get(0);
    }

    CaseTree last() {
      return trees.get(trees.size() - 1);
    }

    boolean isRule() {
      return last().getCaseKind() == CaseTree.CaseKind.RULE;
    }

    /** Whether all it does is to throw. */
    private Optional<ThrowTree> thrown() {
      StatementTree only = statements.size() == 1 ? statements.get(0) : null;
      if (only instanceof BlockTree block && block.getStatements().size() == 1) {
        only = block.getStatements().get(0);
      }
      return only instanceof ThrowTree thrown ? Optional.of(thrown) : Optional.empty();
    }
  }

  private SwitchCases(Tree tree, ExpressionTree selector, List<? extends CaseTree> trees) {
    this.tree = tree;
    this.selector = Typer.bare(selector);
    this.trees = trees;
    List<CaseTree> shared = new ArrayList<>();
    for (CaseTree each : trees) {
      shared.add(each);
      boolean isRule = each.getCaseKind() == CaseTree.CaseKind.RULE;
      boolean isLast = each == trees.get(trees.size() - 1);
      if (isRule || isLast || !each.getStatements().isEmpty()) {
        cases.add(of(shared, each, isRule));
        shared = new ArrayList<>();
      }
    }
    List<CaseLabels> labels = trees.stream().map(CaseLabels::of).toList();
    this.hasDefault = labels.stream().anyMatch(CaseLabels::isDefault);
    this.isOfPatterns = labels.stream().anyMatch(CaseLabels::isNew);
  }

  private static Case of(List<CaseTree> shared, CaseTree last, boolean isRule) {
    if (!isRule) {
      return new Case(List.copyOf(shared), Optional.empty(), last.getStatements());
    }
    Tree body = last.getBody();
    return body instanceof ExpressionTree value
        ? new Case(List.copyOf(shared), Optional.of(value), List.of())
        : new Case(List.copyOf(shared), Optional.empty(), List.of((StatementTree) body));
  }

  static SwitchCases of(SwitchTree tree) {
    return new SwitchCases(tree, tree.getExpression(), tree.getCases());
  }

  static SwitchCases of(SwitchExpressionTree tree) {
    return new SwitchCases(tree, tree.getExpression(), tree.getCases());
  }

  Tree tree() {
    return tree;
  }

  ExpressionTree selector() {
    return selector;
  }

  List<? extends CaseTree> trees() {
    return trees;
  }

  /**
   * The cases, in program order; without those that only throw a pure expression, which is part of
   * choosing one.
   */
  List<Case> cases(Scope scope, Targets targets) {
    List<Case> others = cases.stream()
        .filter(each -> each.thrown()
            .filter(thrown -> !NodeSearch.finds(thrown, scope, targets))
            .isEmpty())
        .toList();
    // A switch expression that gives nothing is none.
    return others.isEmpty() && !mayChooseNone() ? cases : others;
  }

  /** Those that don't only throw. */
  List<Case> giving() {
    return cases.stream().filter(each -> each.thrown().isEmpty()).toList();
  }

  /** The case that one goes on with if its statements don't end it; only the last may be empty. */
  Optional<Case> below(Case each) {
    int next = cases.indexOf(each) + 1;
    return each.isRule() || next == cases.size() || cases.get(next).statements().isEmpty()
        ? Optional.empty()
        : Optional.of(cases.get(next));
  }

  /** Whether it may be that no case is chosen. */
  boolean mayChooseNone() {
    return tree instanceof SwitchTree && !hasDefault && !isOfPatterns;
  }

  /** Leaves out what cases do, and writes their numbers instead. */
  void number(List<Case> numbered, Draft draft) {
    for (int i = 0; i < numbered.size(); i++) {
      number(numbered.get(i), i, draft);
    }
    if (mayChooseNone()) {
      boolean rules = cases.isEmpty() || cases.get(0).isRule();
      int end = draft.context.file.end(tree) - 1;
      draft.insert(end, rules ? "default -> -1; " : "default: yield -1; ");
    }
  }

  private static void number(Case numbered, int number, Draft draft) {
    if (numbered.value().isPresent()) {
      draft.leaveOut(List.of(numbered.value().get()), new Piece.Text("" + number));
    } else if (numbered.isRule()) {
      draft.leaveOut(numbered.statements(), new Piece.Text(number + ";"));
    } else if (numbered.statements().isEmpty()) {
      draft.insert(draft.context.file.end(numbered.last()), " yield " + number + ";");
    } else {
      draft.leaveOut(numbered.statements(), new Piece.Text("yield " + number + ";"));
    }
  }
}
