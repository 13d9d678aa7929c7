package dev.makespan.processor.source;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import dev.makespan.processor.problem.BodyProblems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Reads a {@code switch}, statement or expression: a pure expression asks Java which case is
 * chosen, and a decision runs it.
 */
final class SwitchReader {
  private final BodyContext context;
  private final ExpressionReader around;
  private final SwitchCases cases;

  /** The locals of the cases above that are written with a colon, which are one block. */
  private final Map<String, TypeMirror> declared = new LinkedHashMap<>();

  /** Reads what one case does. */
  interface CaseReader {
    /**
     * Reads it into a branch.
     *
     * @param isLast whether it is the last one that does more than to throw
     */
    void read(SwitchCases.Case each, boolean isLast, ExpressionReader branch);
  }

  SwitchReader(BodyContext context, ExpressionReader around, SwitchCases cases) {
    this.context = context;
    this.around = around;
    this.cases = cases;
  }

  /** Adds the decision. */
  void read(CaseReader reader) {
    List<SwitchCases.Case> numbered = cases.cases(around.scope(), context.targets);
    ExpressionReader asking = around.apart(around.scope());
    Optional<Variable> selector = Optional.empty();
    if (numbered.stream().anyMatch(SwitchReader::readsPattern)) {
      selector = selector(asking);
    }
    TypeMirror number = context.compilation.types().getPrimitiveType(TypeKind.INT);
    Variable option = new Variable("option", number, Variable.Origin.TEMPORARY);
    new SnippetReader(context, asking)
        .option(cases, numbered, selector)
        .ifPresent(code ->
            asking.add(new Step.Pure(Optional.of(option), code, context.place(cases.tree()))));
    List<List<Step>> branches = new ArrayList<>();
    for (SwitchCases.Case each : numbered) {
      ExpressionReader branch = around.apart(around.scope().block());
      declared.forEach(branch.scope()::declare);
      bind(each, selector, branch);
      reader.read(each, branches.size() + 1 == numbered.size(), branch);
      branches.add(branch.steps());
      if (!each.isRule()) {
        declare(each.statements(), branch.scope());
      }
    }
    around.add(new Step.Switch(
        asking.steps(), new Value.Read(option), branches, context.place(cases.tree())));
  }

  private void declare(List<? extends StatementTree> statements, Scope scope) {
    for (StatementTree statement : statements) {
      if (statement instanceof VariableTree local) {
        String name = local.getName().toString();
        scope.type(name).ifPresent(type -> declared.put(name, type));
      }
    }
  }

  /** The selector as a value of its own, from which patterns bind. */
  private Optional<Variable> selector(ExpressionReader asking) {
    Optional<TypeMirror> type =
        context.typer.typeOf(cases.selector(), around.scope()).filter(context.facts::isClosed);
    if (type.isEmpty()) {
      if (!context.findsWrong(() -> asking.check(cases.selector()))) {
        context.reportUntyped(
            BodyProblems.untypedSelector(context.placeOf(cases.selector())), cases.selector());
      }
      return Optional.empty();
    }
    Value value = asking.value(cases.selector(), type.get(), "selector");
    if (value instanceof Value.Read read) {
      return Optional.of(read.variable());
    }
    Variable selector = new Variable("selector", type.get(), Variable.Origin.TEMPORARY);
    asking.pure(cases.selector(), selector);
    return Optional.of(selector);
  }

  // What patterns bind.

  private static boolean readsPattern(SwitchCases.Case each) {
    return each.trees().stream()
        .flatMap(tree -> CaseLabels.of(tree).bound().stream())
        .anyMatch(bound -> isRead(bound, each));
  }

  private static boolean isRead(VariableTree bound, SwitchCases.Case each) {
    List<Tree> body = new ArrayList<>(each.statements());
    each.value().ifPresent(body::add);
    return Boolean.TRUE.equals(
        new TreeScanner<Boolean, Void>() {
          @Override
          public Boolean visitIdentifier(IdentifierTree tree, Void unused) {
            return tree.getName().equals(bound.getName());
          }

          @Override
          public Boolean reduce(Boolean one, Boolean other) {
            return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
          }
        }.scan(body, null));
  }

  private void bind(SwitchCases.Case each, Optional<Variable> selector, ExpressionReader branch) {
    for (CaseTree tree : each.trees()) {
      CaseLabels labels = CaseLabels.of(tree);
      labels
          .deconstruction()
          .ifPresent(pattern -> context.report(BodyProblems.recordPattern(context.place(pattern))));
      for (VariableTree bound : labels.bound()) {
        String name = bound.getName().toString();
        Optional<TypeMirror> type = Optional.ofNullable(bound.getType())
            .filter(written -> context.file.start(written) >= 0)
            .flatMap(context.names::typeOf);
        boolean simple = labels.deconstruction().isEmpty() && type.isPresent();
        if (simple && selector.isPresent() && isRead(bound, each)) {
          bind(bound, type.get(), selector.get(), branch);
        } else {
          branch.scope().bind(name, type);
        }
      }
      for (BindingPatternTree asked : labels.asked()) {
        VariableTree bound = asked.getVariable();
        branch
            .scope()
            .bindPattern(bound.getName().toString(), context.names.typeOf(bound.getType()));
      }
    }
  }

  private void bind(
      VariableTree tree, TypeMirror type, Variable selector, ExpressionReader branch) {
    Variable bound = new Variable(tree.getName().toString(), type, Variable.Origin.LOCAL);
    if (context.compilation.types().isSubtype(selector.type(), type)) {
      branch.add(
          new Step.Assign(Optional.of(bound), new Value.Read(selector), context.place(tree)));
    } else {
      new SnippetReader(context, branch)
          .cast(tree.getType(), selector)
          .ifPresent(
              code -> branch.add(new Step.Pure(Optional.of(bound), code, context.place(tree))));
    }
    branch.scope().add(bound);
  }
}
