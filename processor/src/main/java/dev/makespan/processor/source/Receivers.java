package dev.makespan.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import dev.makespan.processor.problem.CallProblems;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Refuses calls of nodes on what a field holds that may come to hold something else. */
final class Receivers {
  private final BodyContext context;
  private final Scope scope;

  Receivers(BodyContext context, Scope scope) {
    this.context = context;
    this.scope = scope;
  }

  /** Checks what stands before the dot of a node's call or reference. */
  void check(ExpressionTree receiver) {
    ExpressionTree tree = Typer.bare(receiver);
    field(tree)
        .filter(field -> !field.getModifiers().contains(Modifier.FINAL))
        .ifPresent(field -> context.report(CallProblems.mutableReceiver(
            context.place(tree), field.getSimpleName(), TypeFacts.spelled(field.asType()))));
  }

  private Optional<VariableElement> field(ExpressionTree tree) {
    if (tree instanceof IdentifierTree identifier) {
      String name = identifier.getName().toString();
      return scope.binds(name)
          ? Optional.empty()
          : context.names.field(name).map(found -> found.all().get(0));
    }
    if (tree instanceof MemberSelectTree select) {
      Optional<TypeElement> site = context
          .targets
          .typeName(select.getExpression(), scope)
          .or(() -> context.typer.classOf(select.getExpression(), scope));
      return site.flatMap(
          found -> context.compilation.field(found, select.getIdentifier().toString()));
    }
    return Optional.empty();
  }
}
