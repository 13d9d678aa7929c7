package dev.makespan.processor.source;

import com.sun.source.tree.Tree;
import dev.makespan.processor.model.FlowClass;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.problem.CallProblems;
import dev.makespan.processor.problem.Problem;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
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
    if (!hasFlow(node.owner())) {
      context.report(CallProblems.noFlow(place, node.owner().getSimpleName()));
      return false;
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
    boolean throughSubclass = callee.form() != Callee.Form.EXPRESSION
        && callee.site().filter(site -> !site.equals(node.owner())).isPresent();
    boolean throughThis = callee.form() == Callee.Form.EXPRESSION
        && callee.site().filter(context.owner()::equals).isPresent()
        && !own;
    if (throughSubclass || throughThis) {
      context.report(inherited(place, node));
      return false;
    }
    return true;
  }

  private Problem inherited(TreePlace place, NodeRef node) {
    return node.isInstance()
        ? CallProblems.inherited(
            place, node.owner().getSimpleName(), node.name(), context.owner().getSimpleName())
        : CallProblems.inheritedStatic(place, node.owner().getSimpleName(), node.name());
  }

  private boolean hasFlow(TypeElement owner) {
    if (context.compilation.file(owner).isPresent()) {
      return true;
    }
    String packageName =
        context.compilation.elements().getPackageOf(owner).getQualifiedName().toString();
    String flow = (packageName.isEmpty() ? "" : packageName + ".") + FlowClass.nameOf(owner);
    return context.compilation.type(context.owner(), flow).isPresent();
  }

  private boolean isSound(NodeRef node) {
    boolean inner = node.owner().getNestingKind() == NestingKind.MEMBER
        && !node.owner().getModifiers().contains(Modifier.STATIC);
    return !node.method().isVarArgs()
        && node.method().getTypeParameters().isEmpty()
        && node.owner().getTypeParameters().isEmpty()
        && !inner
        && node.owner().getKind() != ElementKind.INTERFACE
        && !node.method().getModifiers().contains(Modifier.PRIVATE);
  }
}
