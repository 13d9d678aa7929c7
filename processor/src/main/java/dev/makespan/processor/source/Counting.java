package dev.makespan.processor.source;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.Optional;
import javax.lang.model.element.Name;

/**
 * A loop that counts up by one.
 *
 * @param variable the counter, with what it begins with
 * @param end what it is compared with
 * @param closed whether it reaches the end
 */
record Counting(VariableTree variable, ExpressionTree end, boolean closed) {
  /** The counting loop that a loop is; empty if it has another form. */
  static Optional<Counting> of(ForLoopTree tree) {
    if (tree.getInitializer().size() != 1
        || !(tree.getInitializer().get(0) instanceof VariableTree variable)
        || variable.getInitializer() == null
        || tree.getUpdate().size() != 1
        || tree.getCondition() == null
        || !isIncrement(tree.getUpdate().get(0).getExpression(), variable.getName())
        || !(Typer.bare(tree.getCondition()) instanceof BinaryTree comparison)) {
      return Optional.empty();
    }
    ExpressionTree left = comparison.getLeftOperand();
    ExpressionTree right = comparison.getRightOperand();
    return switch (comparison.getKind()) {
      case LESS_THAN -> counting(variable, left, right, false);
      case LESS_THAN_EQUAL -> counting(variable, left, right, true);
      case GREATER_THAN -> counting(variable, right, left, false);
      case GREATER_THAN_EQUAL -> counting(variable, right, left, true);
      default -> Optional.empty();
    };
  }

  private static Optional<Counting> counting(
      VariableTree variable, ExpressionTree counter, ExpressionTree end, boolean closed) {
    return is(counter, variable.getName()) && !mentions(end, variable.getName())
        ? Optional.of(new Counting(variable, end, closed))
        : Optional.empty();
  }

  private static boolean isIncrement(ExpressionTree tree, Name counter) {
    if (tree instanceof UnaryTree unary) {
      boolean increment = unary.getKind() == Tree.Kind.POSTFIX_INCREMENT
          || unary.getKind() == Tree.Kind.PREFIX_INCREMENT;
      return increment && is(unary.getExpression(), counter);
    }
    return tree instanceof CompoundAssignmentTree assignment
        && assignment.getKind() == Tree.Kind.PLUS_ASSIGNMENT
        && is(assignment.getVariable(), counter)
        && Typer.bare(assignment.getExpression()) instanceof LiteralTree step
        && Integer.valueOf(1).equals(step.getValue());
  }

  private static boolean is(ExpressionTree tree, Name name) {
    return Typer.bare(tree) instanceof IdentifierTree identifier
        && identifier.getName().equals(name);
  }

  private static boolean mentions(ExpressionTree tree, Name name) {
    return Boolean.TRUE.equals(
        new TreeScanner<Boolean, Void>() {
          @Override
          public Boolean visitIdentifier(IdentifierTree identifier, Void unused) {
            return identifier.getName().equals(name);
          }

          @Override
          public Boolean reduce(Boolean one, Boolean other) {
            return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
          }
        }.scan(tree, null));
  }
}
