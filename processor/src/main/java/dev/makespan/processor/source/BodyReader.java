package dev.makespan.processor.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import dev.makespan.processor.model.Ordering;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.problem.BodyProblems;
import dev.makespan.processor.problem.LoopProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.lang.model.type.TypeMirror;

/**
 * Reads statements into steps: those of a body, or of a block or branch in it. What isn't part of
 * the language is refused where it stands.
 */
final class BodyReader {
  private final BodyContext context;
  private final ExpressionReader expressions;
  private final Orderings orderings;
  private final Returns returns;
  private final Jumps jumps;
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

  /** What a {@code finally} returns, where it may return nothing, nor end a turn. */
  private record NoReturns(Returns around) implements Returns {
    @Override
    public Optional<Turn> turn() {
      return around.turn();
    }

    @Override
    public boolean isValue() {
      return false;
    }

    @Override
    public Value read(ExpressionTree tree, ExpressionReader expressions) {
      throw new AssertionError("refused before");
    }
  }

  /** Reads what stands below a statement that may be left by a jump, at an end of that one. */
  private interface Below {
    /** Says whether the end of the block around can be reached. */
    boolean read(BodyReader end);
  }

  BodyReader(BodyContext context, ExpressionReader expressions, Returns returns) {
    this(context, expressions, returns, Jumps.NONE);
  }

  private BodyReader(
      BodyContext context, ExpressionReader expressions, Returns returns, Jumps jumps) {
    this.context = context;
    this.expressions = expressions;
    this.orderings = expressions.orderings();
    this.returns = returns;
    this.jumps = jumps;
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
    if (read(statements, true, Optional.empty()) && returns.isValue()) {
      // The compiler rejects it.
      context.invalid();
    }
    return result;
  }

  /**
   * Reads the statements of a block.
   *
   * @param ends whether nothing of the body follows the block
   * @param below what follows the block in the branch that it stands in, if it is read within
   * @return whether what follows can be reached: not if the block always returns, or jumps
   */
  private boolean read(
      List<? extends StatementTree> statements, boolean ends, Optional<Below> below) {
    boolean completes = true;
    for (int i = 0; i < statements.size(); i++) {
      StatementTree statement = statements.get(i);
      boolean isLast = i + 1 == statements.size();
      boolean skips = jumps.leave(statement) && !(isLast && below.isEmpty());
      if (skips && isBranching(statement)) {
        List<? extends StatementTree> rest = statements.subList(i + 1, statements.size());
        return branching(statement, false, Optional.of(below(statement, rest, below)));
      } else if (skips) {
        TreePlace place = context.place(statement);
        boolean isTry = statement instanceof TryTree;
        context.report(isTry ? BodyProblems.leavesTry(place) : BodyProblems.jump(place));
        // One mistake is told once: nothing is told of the ways on from a try.
        completes &= !isTry;
      } else if (statement instanceof ReturnTree returned) {
        returned(returned, ends && isLast);
        completes = false;
      } else if (statement instanceof BreakTree || statement instanceof YieldTree) {
        jump(statement);
        completes = false;
      } else if (statement instanceof ThrowTree thrown) {
        thrown(thrown);
        completes = false;
      } else if (statement instanceof TryTree tried) {
        completes = tried(tried);
      } else if (isBranching(statement)) {
        completes = branching(statement, ends && isLast, Optional.empty());
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
    return completes ? below.map(each -> each.read(this)).orElse(true) : false;
  }

  private static boolean isBranching(StatementTree statement) {
    return statement instanceof IfTree
        || statement instanceof BlockTree
        || statement instanceof SwitchTree;
  }

  private boolean branching(StatementTree statement, boolean ends, Optional<Below> below) {
    if (statement instanceof IfTree choice) {
      return choice(choice, ends, below);
    }
    return statement instanceof BlockTree block
        ? block(block, ends, below)
        : choice((SwitchTree) statement, ends, below);
  }

  // Jumps: what stands below a statement that is left by one goes into the branch that goes on.

  private Below below(
      StatementTree left, List<? extends StatementTree> rest, Optional<Below> around) {
    boolean[] read = {false};
    boolean onlyBreaks = rest.stream().allMatch(BreakTree.class::isInstance);
    return end -> {
      if (read[0] && !onlyBreaks) {
        String jump = jumps.onBreak().isPresent() ? "break" : "yield";
        context.report(BodyProblems.manyWays(context.place(left), jump));
        return false;
      }
      read[0] = true;
      Scope here = expressions.scope().block();
      end.expressions.scope().assigned(expressions.scope()).values().forEach(here::assign);
      BodyReader inner = within(end.expressions.in(here));
      boolean completes = inner.read(rest, false, around);
      here.assigned().values().forEach(end.expressions.scope()::assign);
      return completes;
    };
  }

  private void jump(StatementTree statement) {
    if (statement instanceof BreakTree left
        && left.getLabel() == null
        && jumps.onBreak().isPresent()) {
      jumps.onBreak().get().accept(expressions);
    } else if (statement instanceof YieldTree yielded && jumps.onYield().isPresent()) {
      jumps.onYield().get().accept(yielded.getValue(), expressions);
    } else if (statement instanceof BreakTree && returns.turn().isPresent()) {
      context.report(LoopProblems.leaves(context.place(statement), "break"));
    } else {
      // Without a label, which is refused, the compiler rejects it.
      context.invalid();
    }
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
    if (returns instanceof NoReturns) {
      context.report(BodyProblems.finallyReturn(context.place(tree), "continue"));
      return false;
    }
    if (!ends) {
      Optional<Value> value = returns.turn().get().next(expressions.scope());
      expressions.add(new Step.Return(value, context.place(tree)));
    }
    return ends;
  }

  private void returned(ReturnTree tree, boolean ends) {
    if (returns instanceof NoReturns) {
      context.report(BodyProblems.finallyReturn(context.place(tree), "return"));
      return;
    }
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

  private void thrown(ThrowTree tree) {
    TypeMirror type = expressions.object("java.lang.Throwable");
    Value thrown = expressions.value(tree.getExpression(), type, "thrown");
    expressions.add(new Step.Throw(thrown, context.place(tree)));
  }

  // Try blocks.

  private boolean tried(TryTree tree) {
    if (!tree.getResources().isEmpty()) {
      context.report(BodyProblems.resource(context.place(tree.getResources().get(0))));
    }
    if (tree.getFinallyBlock() == null) {
      return catches(tree);
    }
    ExpressionReader block = expressions.apart(expressions.scope().block());
    boolean completes = within(block).catches(tree);
    // It can't assign again what the block has assigned, nor read what that fills.
    ExpressionReader last = expressions.apart(block.scope().tried());
    fills(tree).forEach(last.scope()::fill);
    completes &= inFinally(tree.getFinallyBlock(), last)
        .read(tree.getFinallyBlock().getStatements(), false, Optional.empty());
    expressions.add(new Step.Finally(block.steps(), last.steps(), context.place(tree)));
    if (completes) {
      join(tree, List.of(end(last)));
    }
    return completes;
  }

  /** What a try fills outside its finally. */
  private Set<String> fills(TryTree tree) {
    FillReader fills = new FillReader(context, expressions);
    Set<String> names = FillReader.names(fills.in(tree.getBlock()));
    tree.getCatches().forEach(each -> names.addAll(FillReader.names(fills.in(each))));
    return names;
  }

  /** Reads a try block and its catches, if it has any. */
  private boolean catches(TryTree tree) {
    if (tree.getCatches().isEmpty()) {
      return block(tree.getBlock(), false, Optional.empty());
    }
    List<ChoiceReader.End> completing = new ArrayList<>();
    FillReader fills = new FillReader(context, expressions);
    List<BlockTree> filling =
        tree.getCatches().stream().map(CatchTree::getBlock).toList();
    Optional<LastFill> fill =
        jumps.leave(tree) ? Optional.empty() : LastFill.of(context, expressions, tree);
    ExpressionReader block = expressions.apart(expressions.scope().tried());
    List<? extends StatementTree> statements =
        fill.isPresent() ? fill.get().above() : tree.getBlock().getStatements();
    fills.handOn(tree, filling, statements, block);
    if (within(block).read(statements, false, Optional.empty())) {
      fill.ifPresent(each -> each.read(block));
      completing.add(end(block));
    }
    List<List<Step>> catches = new ArrayList<>();
    for (CatchTree each : tree.getCatches()) {
      ExpressionReader caught = expressions.apart(expressions.scope().block());
      new CatchReader(context, caught).read(each);
      fills.handOn(tree, filling, List.of(each.getBlock()), caught);
      if (within(caught).read(each.getBlock().getStatements(), false, Optional.empty())) {
        fill.ifPresent(last -> last.isCaught(caught));
        completing.add(end(caught));
      }
      catches.add(caught.steps());
    }
    expressions.add(new Step.Try(block.steps(), catches, context.place(tree)));
    if (!completing.isEmpty()) {
      join(tree, completing);
    }
    fill.map(LastFill::fill).filter(ends -> !ends.isEmpty()).ifPresent(ends -> join(tree, ends));
    return !completing.isEmpty();
  }

  private BodyReader inFinally(BlockTree tree, ExpressionReader inner) {
    Jumps none = jumps.inFinally(
        word -> context.report(BodyProblems.finallyReturn(context.place(tree), word)));
    return new BodyReader(context, inner, new NoReturns(returns), none);
  }

  private boolean block(BlockTree tree, boolean ends, Optional<Below> below) {
    BodyReader inner = within(expressions.in(expressions.scope().block()));
    boolean completes = inner.read(tree.getStatements(), ends, below);
    result = inner.result;
    if (completes) {
      join(tree, List.of(end(inner.expressions)));
    }
    return completes;
  }

  private boolean choice(IfTree tree, boolean ends, Optional<Below> below) {
    ChoiceReader choices = expressions.choices();
    List<ChoiceReader.End> completing = new ArrayList<>();
    FillReader fills = new FillReader(context, expressions);
    List<StatementTree> whenTrue = List.of(tree.getThenStatement());
    List<StatementTree> whenFalse = Stream.ofNullable(tree.getElseStatement()).toList();
    choices.read(
        tree,
        tree.getCondition(),
        branch -> {
          fills.handOn(tree, whenTrue, branch);
          branch(whenTrue, branch, false, below, completing);
        },
        branch -> {
          fills.handOn(tree, whenFalse, branch);
          branch(whenFalse, branch, ends && !whenFalse.isEmpty(), below, completing);
        });
    choices.bindPatterns(tree.getCondition(), expressions.scope());
    if (!completing.isEmpty()) {
      join(tree, completing);
    }
    return !completing.isEmpty();
  }

  private boolean choice(SwitchTree tree, boolean ends, Optional<Below> below) {
    SwitchCases cases = SwitchCases.of(tree);
    List<ChoiceReader.End> completing = new ArrayList<>();
    Consumer<ExpressionReader> leave = left -> {
      if (below.isEmpty() || below.get().read(within(left))) {
        completing.add(end(left));
      }
    };
    FillReader fills = new FillReader(context, expressions);
    new SwitchReader(context, expressions, cases).read((each, isLast, branch) -> {
      fills.handOn(tree, each.statements(), branch);
      BodyReader inner = new BodyReader(context, branch, returns, jumps.inStatement(leave));
      if (inner.read(each.statements(), ends && isLast, Optional.empty())) {
        refuseFallingTo(cases.below(each));
        leave.accept(branch);
      }
      if (ends && isLast) {
        result = inner.result;
      }
    });
    if (cases.mayChooseNone()) {
      below.ifPresent(each -> context.report(BodyProblems.manyWays(context.place(tree), "yield")));
      fills
          .in(tree)
          .forEach(each ->
              context.report(LoopProblems.noCase(context.placeOf(each.call()), each.name())));
      completing.add(new ChoiceReader.End(Map.of(), List.of()));
    }
    if (!completing.isEmpty()) {
      join(tree, completing);
    }
    return !completing.isEmpty();
  }

  /** Reads the cases of a switch expression, each of which gives a value. */
  static void cases(
      BodyContext context,
      ExpressionReader around,
      SwitchCases cases,
      BiConsumer<ExpressionTree, ExpressionReader> give) {
    new SwitchReader(context, around, cases).read((each, isLast, branch) -> {
      if (each.value().isPresent()) {
        give.accept(each.value().get(), branch);
        return;
      }
      each.statements()
          .forEach(statement -> new FillReader(context, around)
              .in(statement)
              .forEach(filling -> context.report(
                  LoopProblems.inSwitch(context.placeOf(filling.call()), filling.name()))));
      BodyReader inner =
          new BodyReader(context, branch, new MapBodyReader.Nothing(), Jumps.inExpression(give));
      if (inner.read(each.statements(), false, Optional.empty())) {
        inner.refuseFallingTo(cases.below(each));
      }
    });
  }

  private void refuseFallingTo(Optional<SwitchCases.Case> below) {
    below.ifPresent(each -> context.report(BodyProblems.fallThrough(context.place(each.place()))));
  }

  private ChoiceReader.End end(ExpressionReader branch) {
    return new ChoiceReader.End(branch.scope().assigned(expressions.scope()), branch.steps());
  }

  private void branch(
      List<? extends StatementTree> statements,
      ExpressionReader branch,
      boolean ends,
      Optional<Below> below,
      List<ChoiceReader.End> completing) {
    BodyReader inner = within(branch);
    List<? extends StatementTree> each =
        statements.size() == 1 && statements.get(0) instanceof BlockTree block
            ? block.getStatements()
            : statements;
    if (inner.read(each, ends, below)) {
      completing.add(end(branch));
    }
    if (ends) {
      result = inner.result;
    }
  }

  private BodyReader within(ExpressionReader inner) {
    return new BodyReader(context, inner, returns, jumps);
  }

  private void join(Tree tree, List<ChoiceReader.End> branches) {
    new ChoiceReader(context, expressions).join(tree, branches);
    for (ChoiceReader.End branch : branches) {
      branch
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
