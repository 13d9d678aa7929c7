package dev.makespan.processor.source;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What stands before the arrow or colon of a case. Kinds of trees that the oldest compiler doesn't
 * know are told by their names.
 */
final class CaseLabels extends TreeScanner<Void, Void> {
  private final Set<Tree> body = new HashSet<>();
  private final List<VariableTree> bound = new ArrayList<>();
  private final List<BindingPatternTree> asked = new ArrayList<>();
  private Optional<Tree> deconstruction = Optional.empty();
  private boolean isDefault;
  private boolean isNew;
  private boolean inLabel;

  private CaseLabels() {}

  static CaseLabels of(CaseTree tree) {
    CaseLabels labels = new CaseLabels();
    if (tree.getCaseKind() == CaseTree.CaseKind.RULE) {
      labels.body.add(tree.getBody());
    } else {
      labels.body.addAll(tree.getStatements());
    }
    tree.accept(labels, null);
    // The oldest compiler shows no label for a default.
    labels.isDefault |= !labels.isNew && tree.getExpressions().isEmpty();
    return labels;
  }

  /** Whether one is {@code default}. */
  boolean isDefault() {
    return isDefault;
  }

  /** Whether one is a pattern or null, so that the cases must cover all values. */
  boolean isNew() {
    return isNew;
  }

  /** What type patterns bind. */
  List<VariableTree> bound() {
    return bound;
  }

  /** Patterns in the guard. */
  List<BindingPatternTree> asked() {
    return asked;
  }

  /** A pattern that takes a record apart. */
  Optional<Tree> deconstruction() {
    return deconstruction;
  }

  @Override
  public Void scan(Tree tree, Void unused) {
    if (tree == null || body.contains(tree)) {
      return null;
    }
    switch (tree.getKind().name()) {
      case "DEFAULT_CASE_LABEL" -> isDefault = true;
      case "PATTERN_CASE_LABEL" -> {
        isNew = true;
        inLabel = true;
        super.scan(tree, null);
        inLabel = false;
        return null;
      }
      case "DECONSTRUCTION_PATTERN" -> deconstruction = deconstruction.or(() -> Optional.of(tree));
      case "NULL_LITERAL" -> isNew = true;
      default -> {}
    }
    return super.scan(tree, null);
  }

  @Override
  public Void visitBindingPattern(BindingPatternTree tree, Void unused) {
    if (inLabel) {
      bound.add(tree.getVariable());
    } else {
      asked.add(tree);
    }
    return null;
  }
}
