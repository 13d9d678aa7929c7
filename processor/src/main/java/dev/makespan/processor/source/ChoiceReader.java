package dev.makespan.processor.source;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import dev.makespan.processor.problem.BodyProblems;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.type.TypeMirror;

/** Reads a condition with two branches into steps: an {@code if}, or a conditional expression. */
final class ChoiceReader {
  private final BodyContext context;
  private final ExpressionReader around;

  ChoiceReader(BodyContext context, ExpressionReader around) {
    this.context = context;
    this.around = around;
  }

  /**
   * Reads a condition and its branches.
   *
   * @param tree what is told as the place
   * @param whenTrue reads the first branch with the reader that it is given
   */
  void read(
      Tree tree,
      ExpressionTree condition,
      Consumer<ExpressionReader> whenTrue,
      Consumer<ExpressionReader> whenFalse) {
    ExpressionReader asking = around.apart(around.scope());
    Value asked = asking.condition(condition);
    ExpressionReader first = branch(condition);
    whenTrue.accept(first);
    ExpressionReader second = branch(condition);
    whenFalse.accept(second);
    around.add(
        new Step.If(asking.steps(), asked, first.steps(), second.steps(), context.place(tree)));
  }

  private ExpressionReader branch(ExpressionTree condition) {
    ExpressionReader branch = around.apart(around.scope().block());
    bindPatterns(condition, branch.scope());
    return branch;
  }

  /** What a pattern binds may be in scope in either branch, or even below. */
  void bindPatterns(ExpressionTree condition, Scope scope) {
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitBindingPattern(BindingPatternTree tree, Void unused) {
        VariableTree bound = tree.getVariable();
        scope.bindPattern(bound.getName().toString(), context.names.typeOf(bound.getType()));
        return null;
      }
    }.scan(condition, null);
  }

  /**
   * Merges what the branches that don't return assign to locals that are declared around them.
   * Where one of them assigns nothing, no one reads the local, unless the condition is constant.
   */
  void join(Tree tree, List<ExpressionReader> branches) {
    if (branches.size() == 1) {
      branches.get(0).scope().assigned().values().forEach(around.scope()::assign);
      return;
    }
    Set<String> names = new LinkedHashSet<>();
    branches.forEach(branch -> names.addAll(branch.scope().assigned().keySet()));
    for (String name : names) {
      List<Variable> values = new ArrayList<>();
      for (ExpressionReader branch : branches) {
        Optional.ofNullable(branch.scope().assigned().get(name))
            .ifPresent(value -> values.addAll(merged(value, branch)));
      }
      Variable merged = new Variable(name, values.get(0).type(), Variable.Origin.LOCAL);
      Step merge = new Step.Merge(Optional.of(merged), values, context.place(tree));
      around.add(merge);
      around.scope().assign(merged);
      context.fills.of(values.get(0)).ifPresent(filled -> {
        context.fills.state(merged, filled);
        context.fills.fill(merge, filled);
      });
    }
  }

  /** What a branch gives a variable: of branches in it, what they give it. */
  private static List<Variable> merged(Variable value, ExpressionReader branch) {
    return branch.steps().stream()
        .filter(step -> step instanceof Step.Merge && step.result().equals(Optional.of(value)))
        .map(step -> ((Step.Merge) step).values())
        .findFirst()
        .orElse(List.of(value));
  }

  // Conditional expressions.

  /** Whether it is a conditional expression with calls of annotated methods in a branch. */
  boolean isChoice(ExpressionTree tree) {
    return firstCall(tree).isPresent();
  }

  /** The first call, or reference, in a branch of a conditional expression. */
  Optional<Tree> firstCall(ExpressionTree tree) {
    if (!(tree instanceof ConditionalExpressionTree choice)) {
      return Optional.empty();
    }
    return NodeSearch.place(choice.getTrueExpression(), around.scope(), context.targets)
        .or(() -> NodeSearch.place(choice.getFalseExpression(), around.scope(), context.targets));
  }

  /**
   * Reads a conditional expression with calls in it.
   *
   * @param local the variable to hold the value, if its type is that of the expression
   * @param demanded the type that the place of the expression demands
   * @param name that of a temporary, where no local holds the value
   * @return the variable with the value
   */
  Variable read(
      ConditionalExpressionTree tree,
      Optional<Variable> local,
      Optional<TypeMirror> demanded,
      String name) {
    Optional<TypeMirror> told = new ConditionalTypes(context, around.scope()).of(tree, demanded);
    TypeMirror type = told.or(() -> demanded).orElseGet(() -> around.object("java.lang.Object"));
    Variable result = local
        .filter(variable -> !around.converts(type, variable.type()))
        .orElseGet(() -> new Variable(name, type, Variable.Origin.TEMPORARY));
    List<Variable> values = new ArrayList<>();
    boolean wrong = context.findsWrong(() -> read(
        tree,
        tree.getCondition(),
        branch -> values.addAll(given(tree.getTrueExpression(), type, result, branch)),
        branch -> values.addAll(given(tree.getFalseExpression(), type, result, branch))));
    if (told.isEmpty() && !wrong) {
      context.reportUntyped(BodyProblems.untypedConditional(context.place(tree)), tree);
    }
    around.add(new Step.Merge(Optional.of(result), values, context.place(tree)));
    return result;
  }

  private static List<Variable> given(
      ExpressionTree tree, TypeMirror type, Variable to, ExpressionReader branch) {
    Variable value = new Variable(to.name(), type, to.origin());
    branch.give(tree, value);
    return merged(value, branch);
  }
}
