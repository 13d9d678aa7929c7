package dev.makespan.processor.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.makespan.processor.model.Ordering;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.problem.BodyProblems;
import dev.makespan.processor.problem.LoopProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads statements into steps: those of a body, or of a block or branch in it. What isn't part of
 * the language is refused where it stands.
 */
final class BodyReader {
  private final BodyContext context;
  private final ExpressionReader expressions;
  private final Orderings orderings;
  private final Returns returns;
  private Optional<Value> result = Optional.empty();

  /** Reads what is returned. */
  interface Returns {
    /** Whether a value must be returned. */
    boolean isValue();

    /** The value that a {@code return} gives, made by steps that the reader adds. */
    Value read(ExpressionTree tree, ExpressionReader expressions);

    /** The turn of a loop whose body it is. */
    default Optional<Turn> turn() {
      return Optional.empty();
    }

    /** The value of a {@code return} that isn't the last statement. */
    default Value early(ExpressionTree tree, ExpressionReader expressions) {
      return read(tree, expressions);
    }
  }

  BodyReader(BodyContext context, ExpressionReader expressions, Returns returns) {
    this(context, expressions, returns, new Orderings(context));
  }

  private BodyReader(
      BodyContext context, ExpressionReader expressions, Returns returns, Orderings orderings) {
    this.context = context;
    this.expressions = expressions;
    this.returns = returns;
    this.orderings = orderings;
  }

  /** Which locals wait for others without using their values; to be asked for at the end. */
  List<Ordering> orderings() {
    return orderings.all();
  }

  /**
   * Reads all statements.
   *
   * @return the value that the last one returns
   */
  Optional<Value> read(List<? extends StatementTree> statements) {
    read(statements, true);
    return result;
  }

  /**
   * Reads the statements of a block.
   *
   * @param ends whether nothing of the body follows the block
   * @return whether what follows can be reached: not if the block always returns
   */
  private boolean read(List<? extends StatementTree> statements, boolean ends) {
    boolean completes = true;
    for (int i = 0; i < statements.size(); i++) {
      StatementTree statement = statements.get(i);
      boolean isLast = i + 1 == statements.size();
      if (statement instanceof ReturnTree returned) {
        returned(returned, ends && isLast);
        completes = false;
      } else if (statement instanceof IfTree choice) {
        completes = choice(choice, ends && isLast);
      } else if (statement instanceof BlockTree block) {
        completes = block(block, ends && isLast);
      } else if (statement instanceof VariableTree local) {
        Tree last = isLast ? null : statements.get(statements.size() - 1);
        new LocalReader(context, expressions, orderings).read(local, Optional.ofNullable(last));
      } else if (statement instanceof ExpressionStatementTree expression) {
        expression(expression);
      } else if (statement instanceof EnhancedForLoopTree loop) {
        new LoopReader(context, expressions, orderings).read(loop);
      } else if (statement instanceof ForLoopTree loop) {
        new LoopReader(context, expressions, orderings).read(loop);
      } else if (statement instanceof ContinueTree next) {
        completes = next(next, ends && isLast);
      } else {
        refuse(statement);
      }
    }
    return completes;
  }

  private void expression(ExpressionStatementTree tree) {
    Optional<Turn> turn = returns.turn().filter(each -> each.isOnly(tree));
    if (turn.isPresent()) {
      MethodInvocationTree call = (MethodInvocationTree) Typer.bare(tree.getExpression());
      result = Optional.of(turn.get().only(call, expressions));
    } else {
      statement(tree.getExpression());
    }
  }

  /** Ends the turn of a loop; says whether what follows can be reached. */
  private boolean next(ContinueTree tree, boolean ends) {
    if (returns.turn().isEmpty()) {
      // The compiler rejects it.
      context.invalid();
      return false;
    }
    if (tree.getLabel() != null) {
      context.report(LoopProblems.label(context.place(tree)));
    }
    if (!ends) {
      Optional<Value> value = returns.turn().get().next(expressions.scope());
      expressions.add(new Step.Return(value, context.place(tree)));
    }
    return ends;
  }

  private void returned(ReturnTree tree, boolean ends) {
    if (returns.turn().isPresent()) {
      context.report(LoopProblems.leaves(context.place(tree), "return"));
      return;
    }
    Optional<Value> value = Optional.ofNullable(tree.getExpression())
        .map(each -> ends ? returns.read(each, expressions) : returns.early(each, expressions));
    if (ends) {
      result = value;
    } else {
      expressions.add(new Step.Return(value, context.place(tree)));
    }
    if (value.isPresent() != returns.isValue()) {
      // The compiler rejects it.
      context.invalid();
    }
  }

  private boolean block(BlockTree tree, boolean ends) {
    BodyReader inner = within(expressions.in(expressions.scope().block()));
    boolean completes = inner.read(tree.getStatements(), ends);
    result = inner.result;
    if (completes) {
      join(tree, List.of(inner.expressions));
    }
    return completes;
  }

  private boolean choice(IfTree tree, boolean ends) {
    ChoiceReader choices = expressions.choices();
    List<ExpressionReader> completing = new ArrayList<>();
    FillReader fills = new FillReader(context, expressions);
    choices.read(
        tree,
        tree.getCondition(),
        branch -> {
          fills.handOn(tree, List.of(tree.getThenStatement()), branch);
          branch(tree.getThenStatement(), branch, false, completing);
        },
        branch -> {
          fills.handOn(tree, Stream.ofNullable(tree.getElseStatement()).toList(), branch);
          if (tree.getElseStatement() == null) {
            completing.add(branch);
          } else {
            branch(tree.getElseStatement(), branch, ends, completing);
          }
        });
    choices.bindPatterns(tree.getCondition(), expressions.scope());
    if (!completing.isEmpty()) {
      join(tree, completing);
    }
    return !completing.isEmpty();
  }

  private void branch(
      StatementTree tree,
      ExpressionReader branch,
      boolean ends,
      List<ExpressionReader> completing) {
    BodyReader inner = within(branch);
    List<? extends StatementTree> statements =
        tree instanceof BlockTree block ? block.getStatements() : List.of(tree);
    if (inner.read(statements, ends)) {
      completing.add(branch);
    }
    if (ends) {
      result = inner.result;
    }
  }

  private BodyReader within(ExpressionReader inner) {
    return new BodyReader(context, inner, returns, orderings);
  }

  private void join(Tree tree, List<ExpressionReader> branches) {
    new ChoiceReader(context, expressions).join(tree, branches);
    for (ExpressionReader branch : branches) {
      branch
          .scope()
          .assigned()
          .forEach((name, value) -> expressions
              .scope()
              .variable(name)
              .ifPresent(joined -> orderings.join(joined, value, expressions.scope())));
    }
  }

  /** Reads an expression whose value nobody reads. */
  void statement(ExpressionTree tree) {
    new ExpressionStatementReader(context, expressions, orderings).read(tree);
  }

  private void refuse(StatementTree tree) {
    TreePlace place = context.place(tree);
    context.report(
        switch (tree.getKind()) {
          case WHILE_LOOP -> LoopProblems.unknown(place, "while");
          case DO_WHILE_LOOP -> LoopProblems.unknown(place, "do");
          case BREAK -> LoopProblems.leaves(place, "break");
          case SWITCH -> BodyProblems.branch(place, "switch");
          case TRY -> BodyProblems.tryStatement(place);
          case THROW ->
            BodyProblems.statement(place, "A throw", "Let a task check its argument and throw.");
          case CLASS, INTERFACE, ENUM, RECORD -> BodyProblems.localClass(place);
          case SYNCHRONIZED ->
            BodyProblems.statement(
                place, "A synchronized block", "Move what needs the lock into a task.");
          case ASSERT ->
            BodyProblems.statement(place, "An assert", "Move it into a void @Task, and call that.");
          case LABELED_STATEMENT -> BodyProblems.statement(place, "A label", "Remove it.");
          case EMPTY_STATEMENT ->
            BodyProblems.statement(place, "An empty statement", "Remove the semicolon.");
          default ->
            BodyProblems.statement(place, "This statement", "Move it into a task, and call that.");
        });
  }
}
