package dev.makespan.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Variable;
import dev.makespan.processor.problem.BodyProblems;
import dev.makespan.processor.problem.CallProblems;
import dev.makespan.processor.problem.DeclarationProblems;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Reads the declaration of a local, and tells its type. */
final class LocalReader {
  private final BodyContext context;
  private final ExpressionReader expressions;
  private final Orderings orderings;

  LocalReader(BodyContext context, ExpressionReader expressions, Orderings orderings) {
    this.context = context;
    this.expressions = expressions;
    this.orderings = orderings;
  }

  /**
   * Reads a local.
   *
   * @param last the last statement of the block, if there is another one, which sees the local
   */
  void read(VariableTree tree, Optional<Tree> last) {
    String name = tree.getName().toString();
    if (tree.getInitializer() == null) {
      TypeMirror declared = written(tree).orElseGet(() -> unknown(name).type());
      expressions.scope().declare(name, declared);
      LocalAnnotation.refuseWithoutInitialiser(tree, context);
      return;
    }
    Optional<TypeMirror> type = isVar(tree) ? inferred(tree, last) : written(tree);
    if (flow(tree).isPresent()) {
      // Its initialiser would be refused for the same reason.
      expressions.scope().add(unknown(name));
      return;
    }
    Variable local = type.map(found -> new Variable(name, found, Variable.Origin.LOCAL))
        .orElseGet(() -> unknown(name));
    int first = expressions.steps().size();
    context.suppressing(
        Suppressions.of(tree, context), () -> expressions.assign(tree.getInitializer(), local));
    List<Step> steps = expressions.steps().subList(first, expressions.steps().size());
    boolean isCall = expressions.isCall(Typer.bare(tree.getInitializer()));
    new OptionsReader(context).read(tree, steps, expressions.scope(), isCall);
    expressions
        .last(local)
        .ifPresent(pure -> context.constants.add(tree, local, pure.code(), expressions.scope()));
    orderings.read(tree, local, steps, expressions.scope());
    expressions.scope().add(local);
    context.fills.declare(tree, local);
  }

  boolean isVar(VariableTree tree) {
    return tree.getType() == null
        || context.file.start(tree.getType()) < 0
        || (tree.getType() instanceof IdentifierTree name && name.getName().contentEquals("var"));
  }

  private Variable unknown(String name) {
    TypeMirror object =
        context.compilation.elements().getTypeElement("java.lang.Object").asType();
    return new Variable(name, object, Variable.Origin.LOCAL);
  }

  /** The type that is written; empty if it doesn't exist, which is noted. */
  Optional<TypeMirror> written(VariableTree tree) {
    Optional<TypeMirror> type = context.names.typeOf(tree.getType());
    Optional<TypeElement> flow = flow(tree);
    if (flow.isPresent()) {
      context.report(CallProblems.flow(
          context.place(tree.getType()), tree.getType().toString(), flow.get().getSimpleName()));
    } else if (type.isEmpty()) {
      context.unknownType(tree.getType());
    } else {
      reachable(type.get(), tree.getType());
    }
    return type;
  }

  /** The class whose generated class is a local's written type. */
  private Optional<TypeElement> flow(VariableTree tree) {
    return isVar(tree) ? Optional.empty() : NameOf.rawType(tree.getType()).flatMap(context::flowOf);
  }

  private void reachable(TypeMirror type, Tree at) {
    TypeParts.unreachable(type, context.owner(), context.compilation)
        .ifPresent(hidden -> context.reportHidden(
            hidden, DeclarationProblems.privateType(context.place(at), hidden.getSimpleName())));
  }

  /** The type of a {@code var}: a node's declared one, else the one that the compiler infers. */
  private Optional<TypeMirror> inferred(VariableTree tree, Optional<Tree> last) {
    ExpressionTree value = Typer.bare(tree.getInitializer());
    Optional<NodeRef> node = value instanceof MethodInvocationTree call
        ? context.targets.callee(call, expressions.scope()).node()
        : Optional.empty();
    if (node.isPresent()) {
      return expressions.typeOfCall(value, Optional.empty());
    }
    if (last.isEmpty()) {
      // Nobody reads it.
      return Optional.of(unknown("unread").type());
    }
    Optional<TypeMirror> type = context
        .inferred(tree.getName().toString(), last.get())
        .or(() -> context.typer.typeOf(value, expressions.scope()));
    if (type.filter(TypeParts::hasError).isPresent()) {
      context.unreadable(value);
      return Optional.empty();
    }
    if (type.filter(context.facts::isClosed).isEmpty()) {
      context.reportUntyped(
          BodyProblems.untypedLocal(context.placeOfName(tree), tree.getName()), value);
      context.untyped(tree.getName());
      return Optional.empty();
    }
    Optional<TypeElement> hidden =
        TypeParts.unreachable(type.get(), context.owner(), context.compilation);
    if (hidden.isPresent()) {
      Tree at = value instanceof MethodInvocationTree call ? call.getMethodSelect() : value;
      context.reportHidden(
          hidden.get(),
          DeclarationProblems.privateType(context.place(at), hidden.get().getSimpleName()));
      return Optional.empty();
    }
    return type;
  }
}
