package dev.makespan.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import dev.makespan.processor.problem.DeclarationProblems;
import dev.makespan.processor.problem.ExpressionProblems;
import dev.makespan.processor.problem.Problem;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Refuses what the user's class may use in a pure expression, but the generated class can't. */
final class ReachCheck {
  private final BodyContext context;
  private final Draft draft;

  ReachCheck(Draft draft) {
    this.context = draft.context;
    this.draft = draft;
  }

  void type(Tree at, TypeElement type) {
    context.access.barrier(type).ifPresent(barrier -> refuse(at, barrier));
    context.access.inherited(type).ifPresent(hidden -> refuseType(at, hidden));
  }

  /** Checks a variable's type, whose members the expression may use. */
  void variable(Tree at, TypeMirror type) {
    context.access.hiddenType(type).ifPresent(hidden -> refuseType(at, hidden));
  }

  /** Checks the members that a name may mean, seen through a class. */
  void members(Tree at, List<? extends Element> members, TypeElement site) {
    Optional<Element> barrier = context.access.barrier(members, site);
    if (barrier.isPresent()) {
      refuse(at, barrier.get());
    } else {
      members.stream()
          .map(context.access::hiddenType)
          .flatMap(Optional::stream)
          .findFirst()
          .ifPresent(type -> refuseType(at, type));
    }
  }

  /** Checks a field seen through an expression. */
  void field(Tree at, ExpressionTree receiver, String name) {
    Optional<TypeElement> found = context.typer.classOf(receiver, draft.scope());
    if (found.isEmpty() && context.typer.typeOf(receiver, draft.scope()).isEmpty()) {
      unknown(
          at,
          context.access.lost(name).stream()
              .filter(each -> each.getKind().isField())
              .findFirst());
    }
    found.ifPresent(site -> context
        .compilation
        .field(site, name)
        .ifPresent(field -> members(at, List.of(field), site)));
  }

  /**
   * Checks the methods of that name seen through an expression; with a negative number of arguments
   * all of them.
   */
  void methods(Tree at, ExpressionTree receiver, String name, int arguments) {
    Optional<TypeElement> found = context.typer.classOf(receiver, draft.scope());
    if (found.isEmpty() && context.typer.typeOf(receiver, draft.scope()).isEmpty()) {
      List<ExecutableElement> lost = context.access.lost(name).stream()
          .filter(ExecutableElement.class::isInstance)
          .map(ExecutableElement.class::cast)
          .toList();
      unknown(
          at,
          (arguments < 0 ? lost : Callee.taking(arguments, lost))
              .stream().<Element>map(each -> each).findFirst());
    }
    found.ifPresent(site -> {
      List<ExecutableElement> all = context.compilation.methods(site, name);
      members(at, arguments < 0 ? all : Callee.taking(arguments, all), site);
    });
  }

  /**
   * Which class it is that a name is looked up in can't be told; so any member of that name counts.
   */
  private void unknown(Tree at, Optional<Element> lost) {
    if (!draft.isWrong() && lost.isPresent()) {
      Element member = lost.get();
      Optional<TypeElement> type = context.access.hiddenType(member);
      CharSequence hidden = type.isPresent() ? type.get().getSimpleName() : member.getSimpleName();
      draft.refuse(ExpressionProblems.maybePrivateMember(
          context.place(at),
          Enclosing.type(member).getSimpleName() + "." + member.getSimpleName(),
          hidden));
    }
  }

  private void refuse(Tree at, Element barrier) {
    if (draft.isWrong()) {
      return;
    }
    boolean component =
        barrier.getKind().isField() && Enclosing.type(barrier).getKind() == ElementKind.RECORD;
    Problem problem = component
        ? ExpressionProblems.recordField(context.place(at), barrier.getSimpleName())
        : ExpressionProblems.privateMember(context.place(at), name(barrier));
    if (barrier instanceof TypeElement type) {
      draft.refuseHidden(type, problem);
    } else {
      draft.refuse(problem);
    }
  }

  private void refuseType(Tree at, TypeElement type) {
    if (!draft.isWrong()) {
      draft.refuseHidden(
          type, DeclarationProblems.privateType(context.place(at), type.getSimpleName()));
    }
  }

  private static String name(Element element) {
    boolean constructor = element.getKind() == ElementKind.CONSTRUCTOR;
    return constructor
        ? "the constructor of " + Enclosing.type(element).getSimpleName()
        : element.getSimpleName().toString();
  }
}
