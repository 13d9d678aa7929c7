package dev.makespan.processor.source;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.SwitchExpressionTree;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
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
   * An end of a branch from which what stands below goes on.
   *
   * @param assigned what has been assigned in the branch to locals that are declared around it
   * @param steps the steps of the block that ends there
   */
  record End(Map<String, Variable> assigned, List<Step> steps) {}

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
  void join(Tree tree, List<End> branches) {
    if (branches.size() == 1) {
      branches.get(0).assigned().values().forEach(around.scope()::assign);
      return;
    }
    Set<String> names = new LinkedHashSet<>();
    branches.forEach(branch -> names.addAll(branch.assigned().keySet()));
    for (String name : names) {
      List<Variable> values = new ArrayList<>();
      for (End branch : branches) {
        Optional.ofNullable(branch.assigned().get(name))
            .ifPresent(value -> values.addAll(merged(value, branch.steps())));
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
  private static List<Variable> merged(Variable value, List<Step> steps) {
    return steps.stream()
        .filter(step -> step instanceof Step.Merge && step.result().equals(Optional.of(value)))
        .map(step -> ((Step.Merge) step).values())
        .findFirst()
        .orElse(List.of(value));
  }

  // Conditional and switch expressions.

  /**
   * Whether it is a conditional or switch expression with calls of annotated methods in a branch.
   */
  boolean isChoice(ExpressionTree tree) {
    return firstCall(tree).isPresent();
  }

  /** The first call, or reference, in a branch of such an expression. */
  Optional<Tree> firstCall(ExpressionTree tree) {
    List<Tree> branches = new ArrayList<>();
    if (tree instanceof ConditionalExpressionTree choice) {
      branches.add(choice.getTrueExpression());
      branches.add(choice.getFalseExpression());
    } else if (tree instanceof SwitchExpressionTree choice) {
      branches.addAll(choice.getCases());
    }
    return NodeSearch.place(branches, around.scope(), context.targets);
  }

  /**
   * Reads such an expression.
   *
   * @param local the variable to hold the value, if its type is that of the expression
   * @param demanded the type that the place of the expression demands
   * @param name that of a temporary, where no local holds the value
   * @return the variable with the value
   */
  Variable read(
      ExpressionTree tree, Optional<Variable> local, Optional<TypeMirror> demanded, String name) {
    Optional<TypeMirror> told = new ConditionalTypes(context, around.scope()).of(tree, demanded);
    TypeMirror type = told.or(() -> demanded).orElseGet(() -> around.object("java.lang.Object"));
    Variable result = local
        .filter(variable -> !around.converts(type, variable.type()))
        .orElseGet(() -> new Variable(name, type, Variable.Origin.TEMPORARY));
    List<Variable> values = new ArrayList<>();
    BiConsumer<ExpressionTree, ExpressionReader> give =
        (value, branch) -> values.addAll(given(value, type, result, branch));
    boolean wrong = context.findsWrong(() -> {
      if (tree instanceof SwitchExpressionTree choice) {
        BodyReader.cases(context, around, SwitchCases.of(choice), give);
      } else {
        ConditionalExpressionTree choice = (ConditionalExpressionTree) tree;
        read(
            tree,
            choice.getCondition(),
            branch -> give.accept(choice.getTrueExpression(), branch),
            branch -> give.accept(choice.getFalseExpression(), branch));
      }
    });
    if (told.isEmpty() && !wrong) {
      TreePlace place = context.place(tree);
      context.reportUntyped(
          tree instanceof SwitchExpressionTree
              ? BodyProblems.untypedSwitch(place)
              : BodyProblems.untypedConditional(place),
          tree);
    }
    around.add(new Step.Merge(Optional.of(result), values, context.place(tree)));
    return result;
  }

  private static List<Variable> given(
      ExpressionTree tree, TypeMirror type, Variable to, ExpressionReader branch) {
    Variable value = new Variable(to.name(), type, to.origin());
    branch.give(tree, value);
    return merged(value, branch.steps());
  }
}
