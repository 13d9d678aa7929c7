package dev.makespan.processor.source;

import com.sun.source.tree.Tree;
import dev.makespan.processor.model.FlowClass;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.problem.CallProblems;
import dev.makespan.processor.problem.Problem;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;

/** Decides whether a workflow may call an annotated method where and as it does. */
final class CallChecks {
  private final BodyContext context;

  CallChecks(BodyContext context) {
    this.context = context;
  }

  /**
   * The node that a call or reference means; empty if it is a wrong one, which is then reported.
   */
  Optional<NodeRef> node(Tree at, Callee callee) {
    Optional<NodeRef> ambiguous = callee.ambiguousNode();
    if (ambiguous.isPresent()) {
      if (isToldAtDeclaration(callee)) {
        context.invalid();
      } else {
        context.report(
            CallProblems.overloaded(context.place(at), ambiguous.get().name()));
      }
      return Optional.empty();
    }
    Optional<NodeRef> node = callee.node();
    if (node.isEmpty()) {
      return Optional.empty();
    }
    context.resolutions.node(context.file.end(at), node.get(), context.compilation.types());
    return mayCall(at, callee, node.get()) ? node : Optional.empty();
  }

  /** Whether a class that is compiled now declares several of the methods itself. */
  private boolean isToldAtDeclaration(Callee callee) {
    return callee.candidates().stream()
        .filter(method -> Markers.node(method).isPresent())
        .map(Enclosing::type)
        .filter(owner -> context.compilation.file(owner).isPresent())
        .anyMatch(owner -> callee.candidates().stream()
                .filter(method -> Enclosing.type(method).equals(owner))
                .count()
            > 1);
  }

  private boolean mayCall(Tree at, Callee callee, NodeRef node) {
    TreePlace place = context.place(at);
    if (context.compilation.file(node.owner()).isEmpty()) {
      Optional<Problem> missing = missingFlow(place, node);
      missing.ifPresent(context::report);
      if (missing.isPresent()) {
        return false;
      }
    }
    if (!isSound(node)) {
      // Its declaration has an error of its own.
      context.rejected(at);
      return false;
    }
    boolean own = node.owner().equals(context.owner());
    if (!own && !context.compilation.reachable(node.method(), context.owner())) {
      context.report(CallProblems.hidden(place, node.owner().getSimpleName(), node.name()));
      return false;
    }
    ExecutableElement called = callee.method().orElse(node.method());
    if (!context
        .compilation
        .types()
        .isSameType(called.getReturnType(), node.method().getReturnType())) {
      context.report(CallProblems.narrowed(
          place,
          node.name(),
          Enclosing.type(called).getSimpleName(),
          TypeFacts.spelled(called.getReturnType()),
          node.owner().getSimpleName()));
      return false;
    }
    return true;
  }

  /** What is wrong with the flow of a class that was compiled earlier. */
  private Optional<Problem> missingFlow(TreePlace place, NodeRef node) {
    String packageName = context
        .compilation
        .elements()
        .getPackageOf(node.owner())
        .getQualifiedName()
        .toString();
    String name = FlowClass.nameOf(node.owner());
    Optional<TypeElement> flow = context.compilation.type(
        context.owner(), packageName.isEmpty() ? name : packageName + "." + name);
    if (flow.isEmpty()) {
      return Optional.of(CallProblems.noFlow(place, node.owner().getSimpleName()));
    }
    boolean known = context.compilation.members(flow.get()).methods(node.name()).stream()
        .anyMatch(
            twin -> twin.getParameters().size() == node.method().getParameters().size());
    return known
        ? Optional.empty()
        : Optional.of(
            CallProblems.staleFlow(place, name, node.owner().getSimpleName(), node.name()));
  }

  private boolean isSound(NodeRef node) {
    boolean inner = node.owner().getNestingKind() == NestingKind.MEMBER
        && !node.owner().getModifiers().contains(Modifier.STATIC);
    return DeclarationChecks.varargs(node, context.compilation.types()).isEmpty()
        && node.method().getTypeParameters().isEmpty()
        && node.owner().getTypeParameters().isEmpty()
        && !inner
        && !node.method().getModifiers().contains(Modifier.PRIVATE);
  }
}
