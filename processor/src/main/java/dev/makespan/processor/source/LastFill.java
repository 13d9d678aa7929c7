package dev.makespan.processor.source;

import com.sun.source.tree.StatementTree;
import com.sun.source.tree.TryTree;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeKind;

/**
 * The last statement of a try block with catches, where that fills what is made above the try. It
 * is done below the try unless a catch has run: nothing of the block comes after it, so whatever a
 * catch takes has failed before it.
 */
final class LastFill {
  private final BodyContext context;
  private final ExpressionReader around;
  private final TryTree tree;
  private final FillReader.Filling filling;
  private final Fills.Fillable to;

  /** Whether it is to be done, as the end of the block and those of the catches tell. */
  private final List<Variable> told = new ArrayList<>();

  private List<Value> values = List.of();

  private LastFill(
      BodyContext context,
      ExpressionReader around,
      TryTree tree,
      FillReader.Filling filling,
      Fills.Fillable to) {
    this.context = context;
    this.around = around;
    this.tree = tree;
    this.filling = filling;
    this.to = to;
  }

  /** That of a try, if nothing else in the block fills anything. */
  static Optional<LastFill> of(BodyContext context, ExpressionReader around, TryTree tree) {
    List<? extends StatementTree> statements = tree.getBlock().getStatements();
    List<FillReader.Filling> fillings = new FillReader(context, around).in(tree.getBlock());
    if (fillings.size() != 1
        || fillings.get(0).statement() != statements.get(statements.size() - 1)) {
      return Optional.empty();
    }
    FillReader.Filling filling = fillings.get(0);
    return around
        .scope()
        .fillable(filling.name())
        .flatMap(context.fills::of)
        .filter(to -> !to.types().isEmpty())
        .map(to -> new LastFill(context, around, tree, filling, to));
  }

  /** The statements of the block above it. */
  List<? extends StatementTree> above() {
    List<? extends StatementTree> statements = tree.getBlock().getStatements();
    return statements.subList(0, statements.size() - 1);
  }

  /** Reads what is added, at the end of the block. */
  void read(ExpressionReader block) {
    FillReader fills = new FillReader(context, block);
    fills.note(filling.call());
    values = fills.arguments(filling.call(), to);
    tell(true, block);
  }

  /** Ends a catch from which one goes on below the try. */
  void isCaught(ExpressionReader caught) {
    tell(false, caught);
  }

  private void tell(boolean adds, ExpressionReader end) {
    Variable told = added();
    Value literal = new Value.Literal(String.valueOf(adds));
    end.add(new Step.Assign(Optional.of(told), literal, context.placeOf(filling.call())));
    this.told.add(told);
  }

  private Variable added() {
    return new Variable(
        "added",
        context.compilation.types().getPrimitiveType(TypeKind.BOOLEAN),
        Variable.Origin.TEMPORARY);
  }

  /**
   * Fills, below the try.
   *
   * @return the ends of what is done or not, which are to be joined; none if it is always done
   */
  List<ChoiceReader.End> fill() {
    if (told.size() == 1) {
      fill(around);
      return List.of();
    }
    TreePlace place = context.placeOf(filling.call());
    Variable added = added();
    around.add(new Step.Merge(Optional.of(added), told, place));
    ExpressionReader first = around.apart(around.scope().block());
    fill(first);
    ExpressionReader second = around.apart(around.scope().block());
    new FillReader(context, around).handOn(filling.name(), filling.statement(), second);
    around.add(new Step.If(List.of(), new Value.Read(added), first.steps(), second.steps(), place));
    return List.of(end(first), end(second));
  }

  private void fill(ExpressionReader reader) {
    int first = reader.steps().size();
    new FillReader(context, reader).add(filling.call(), to, values, first, reader.orderings());
  }

  private ChoiceReader.End end(ExpressionReader branch) {
    return new ChoiceReader.End(branch.scope().assigned(around.scope()), branch.steps());
  }
}
