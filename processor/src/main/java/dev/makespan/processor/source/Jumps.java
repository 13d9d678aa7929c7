package dev.makespan.processor.source;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Where the jumps of a block lead to.
 *
 * @param onBreak takes the place of a {@code break}, whose switch is then left
 * @param onYield takes the value of a {@code yield}, with its place
 */
record Jumps(
    Optional<Consumer<ExpressionReader>> onBreak,
    Optional<BiConsumer<ExpressionTree, ExpressionReader>> onYield) {
  /** Those of a block outside of all switches. */
  static final Jumps NONE = new Jumps(Optional.empty(), Optional.empty());

  /** Those of a case of a switch statement. */
  Jumps inStatement(Consumer<ExpressionReader> leave) {
    return new Jumps(Optional.of(leave), onYield);
  }

  /** Those of a case of a switch expression. */
  static Jumps inExpression(BiConsumer<ExpressionTree, ExpressionReader> give) {
    return new Jumps(Optional.empty(), Optional.of(give));
  }

  /** Those of a finally, which none of them may leave. */
  Jumps inFinally(Consumer<String> refuse) {
    return new Jumps(
        onBreak.map(unused -> left -> refuse.accept("break")),
        onYield.map(unused -> (value, left) -> refuse.accept("yield")));
  }

  /** Whether a statement may be left by one of them, so that what stands below it is skipped. */
  boolean leave(StatementTree statement) {
    boolean isJump = statement instanceof BreakTree || statement instanceof YieldTree;
    return !isJump && Boolean.TRUE.equals(new Search().scan(statement, null));
  }

  private final class Search extends TreeScanner<Boolean, Void> {
    /** How many switches and loops are around, of which a break may be. */
    private int within;

    @Override
    public Boolean scan(Tree tree, Void unused) {
      if (tree == null) {
        return false;
      }
      return switch (tree.getKind()) {
        case SWITCH_EXPRESSION, LAMBDA_EXPRESSION, CLASS -> false;
        case SWITCH, FOR_LOOP, ENHANCED_FOR_LOOP, WHILE_LOOP, DO_WHILE_LOOP -> {
          within++;
          Boolean found = super.scan(tree, null);
          within--;
          yield found;
        }
        default -> super.scan(tree, null);
      };
    }

    @Override
    public Boolean visitBreak(BreakTree tree, Void unused) {
      return onBreak.isPresent() && within == 0;
    }

    @Override
    public Boolean visitYield(YieldTree tree, Void unused) {
      return onYield.isPresent();
    }

    @Override
    public Boolean reduce(Boolean one, Boolean other) {
      return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
    }
  }
}
