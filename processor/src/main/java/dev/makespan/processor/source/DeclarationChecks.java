package dev.makespan.processor.source;

import dev.makespan.processor.model.NodeKind;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.problem.DeclarationProblems;
import dev.makespan.processor.problem.Place;
import dev.makespan.processor.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** Says what is wrong in the declarations of annotated methods, bodies aside. */
final class DeclarationChecks {
  private final Compilation compilation;
  private final Map<Element, Boolean> futures = new HashMap<>();

  DeclarationChecks(Compilation compilation) {
    this.compilation = compilation;
  }

  /** What keeps a class from having annotated methods at all; told at the first of them. */
  Optional<Problem> ofClass(TypeElement type, Place first) {
    for (Element each = type;
        each instanceof TypeElement around;
        each = each.getEnclosingElement()) {
      boolean isStatic = around.getNestingKind() == NestingKind.TOP_LEVEL
          || around.getModifiers().contains(Modifier.STATIC);
      if (!isStatic) {
        return Optional.of(DeclarationProblems.innerClass(first, around.getSimpleName()));
      }
      if (around.getModifiers().contains(Modifier.PRIVATE)) {
        return Optional.of(DeclarationProblems.privateClass(first, around.getSimpleName()));
      }
    }
    return type.getTypeParameters().isEmpty()
        ? Optional.empty()
        : Optional.of(DeclarationProblems.genericClass(first, type.getSimpleName()));
  }

  List<Problem> ofMethod(NodeRef node, DeclarationPlaces places) {
    List<Problem> problems = new ArrayList<>();
    ExecutableElement method = node.method();
    Place place = places.name();
    if (Markers.on(method).size() > 1) {
      problems.add(DeclarationProblems.twoAnnotations(place, node.name(), spellings(method)));
    }
    if (method.getModifiers().contains(Modifier.ABSTRACT)) {
      problems.add(DeclarationProblems.abstractMethod(place, node.name()));
    }
    if (method.getModifiers().contains(Modifier.NATIVE)) {
      problems.add(DeclarationProblems.nativeMethod(place, node.name()));
    }
    if (node.kind() == NodeKind.WORKFLOW && method.getModifiers().contains(Modifier.SYNCHRONIZED)) {
      problems.add(DeclarationProblems.synchronizedWorkflow(place, node.name()));
    }
    if (method.getModifiers().contains(Modifier.PRIVATE)) {
      problems.add(DeclarationProblems.privateNode(place, node.name()));
    }
    if (!method.getTypeParameters().isEmpty()) {
      problems.add(DeclarationProblems.genericNode(place, node.name()));
    }
    varargs(node, compilation.types())
        .map(cure -> DeclarationProblems.varargsNode(place, node.name(), cure))
        .ifPresent(problems::add);
    if (node.kind() == NodeKind.MAP_TASK && method.getParameters().isEmpty()) {
      problems.add(DeclarationProblems.mapTaskElement(place, node.name()));
    }
    overload(node, place).ifPresent(problems::add);
    types(node, places, problems);
    return problems;
  }

  private static String spellings(ExecutableElement method) {
    return Markers.on(method).stream()
        .map(NodeKind::of)
        .flatMap(Optional::stream)
        .map(NodeKind::spelling)
        .collect(Collectors.joining(" and "));
  }

  private Optional<Problem> overload(NodeRef node, Place place) {
    boolean before = true;
    for (ExecutableElement other : compilation.members(node.owner()).methods(node.name())) {
      if (other.equals(node.method())) {
        before = false;
        continue;
      }
      int arguments = Math.max(least(other), least(node.method()));
      boolean rival = takes(other, arguments) && takes(node.method(), arguments);
      // Of two annotated ones the second is told.
      if (rival && (before || Markers.node(other).isEmpty())) {
        return Optional.of(DeclarationProblems.overload(place, node.name(), arguments));
      }
    }
    return Optional.empty();
  }

  /** The fewest arguments that a method takes. */
  private static int least(ExecutableElement method) {
    return method.getParameters().size() - (method.isVarArgs() ? 1 : 0);
  }

  private static boolean takes(ExecutableElement method, int arguments) {
    return method.isVarArgs()
        ? arguments >= least(method)
        : arguments == method.getParameters().size();
  }

  /**
   * Why a method can't take a variable number of arguments: the cure. Empty if it can, or doesn't.
   */
  static Optional<String> varargs(NodeRef node, Types types) {
    ExecutableElement method = node.method();
    if (!method.isVarArgs()) {
      return Optional.empty();
    }
    if (node.kind() == NodeKind.MAP_TASK && method.getParameters().size() == 1) {
      return Optional.of("Put a parameter for the element before them.");
    }
    TypeMirror array =
        method.getParameters().get(method.getParameters().size() - 1).asType();
    return isReifiable(array, types) ? Optional.empty() : Optional.of("Take a List instead.");
  }

  private static boolean isReifiable(TypeMirror type, Types types) {
    if (type instanceof ArrayType array) {
      return isReifiable(array.getComponentType(), types);
    }
    return type.getKind().isPrimitive()
        || types.isSameType(type, types.erasure(type))
        || (type instanceof DeclaredType declared
            && declared.getTypeArguments().stream()
                .allMatch(each -> each instanceof WildcardType wildcard
                    && wildcard.getExtendsBound() == null
                    && wildcard.getSuperBound() == null));
  }

  private void types(NodeRef node, DeclarationPlaces places, List<Problem> problems) {
    TypeMirror returned = node.method().getReturnType();
    boolean task = node.kind() == NodeKind.TASK || node.kind() == NodeKind.MAP_TASK;
    reachable(returned, node, places.returned()).ifPresent(problems::add);
    if (task && isFuture(returned)) {
      asynchronous(node, (DeclaredType) returned, places.returned()).ifPresent(problems::add);
    }
    for (int i = 0; i < node.method().getParameters().size(); i++) {
      reachable(node.method().getParameters().get(i).asType(), node, places.parameter(i))
          .ifPresent(problems::add);
    }
  }

  private Optional<Problem> reachable(TypeMirror type, NodeRef node, Place place) {
    return TypeParts.unreachable(type, node.owner(), compilation)
        .map(hidden -> DeclarationProblems.privateType(place, hidden.getSimpleName()));
  }

  private static Optional<Problem> asynchronous(NodeRef node, DeclaredType type, Place place) {
    CharSequence name = type.asElement().getSimpleName();
    if (!node.isAsynchronous()) {
      return Optional.of(DeclarationProblems.future(place, node.name(), name));
    }
    return type.getTypeArguments().isEmpty()
        ? Optional.of(DeclarationProblems.rawStage(place, node.name(), name))
        : Optional.empty();
  }

  private boolean isFuture(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        && futures.computeIfAbsent(((DeclaredType) type).asElement(), this::isFuture);
  }

  private boolean isFuture(Element element) {
    TypeMirror erased = compilation.types().erasure(element.asType());
    return List.of("java.util.concurrent.CompletionStage", "java.util.concurrent.Future").stream()
        .map(compilation.elements()::getTypeElement)
        .anyMatch(future ->
            compilation.types().isSubtype(erased, compilation.types().erasure(future.asType())));
  }
}
