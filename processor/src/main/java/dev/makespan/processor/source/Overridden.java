package dev.makespan.processor.source;

import dev.makespan.processor.model.NodeRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Finds the annotated method that a method overrides.
 *
 * <p>Erased parameters suffice for that, since a class with annotated methods has no type
 * parameters, and neither have they.
 */
final class Overridden {
  private Overridden() {}

  /** The nearest annotated method above: of superclasses first, then of interfaces. */
  static Optional<NodeRef> node(Element element) {
    boolean overrides = element.getKind() == ElementKind.METHOD
        && Enclosing.isFound(element)
        && !element.getModifiers().contains(Modifier.STATIC)
        && !element.getModifiers().contains(Modifier.PRIVATE);
    if (!overrides) {
      return Optional.empty();
    }
    ExecutableElement method = (ExecutableElement) element;
    Deque<TypeElement> open = new ArrayDeque<>(supertypes(Enclosing.type(method)));
    while (!open.isEmpty()) {
      TypeElement type = open.removeFirst();
      for (ExecutableElement above : ElementFilter.methodsIn(type.getEnclosedElements())) {
        if (isOverridden(above, method) && Markers.declared(above).isPresent()) {
          return Markers.declared(above);
        }
      }
      open.addAll(supertypes(type));
    }
    return Optional.empty();
  }

  /** The direct supertypes; none of the JDK's, where nothing of ours is. */
  private static List<TypeElement> supertypes(TypeElement type) {
    List<TypeMirror> all = new ArrayList<>(List.of(type.getSuperclass()));
    all.addAll(type.getInterfaces());
    return all.stream()
        .filter(DeclaredType.class::isInstance)
        .map(each -> (TypeElement) ((DeclaredType) each).asElement())
        .filter(each -> !each.getQualifiedName().toString().startsWith("java."))
        .toList();
  }

  private static boolean isOverridden(ExecutableElement above, ExecutableElement method) {
    return above.getSimpleName().equals(method.getSimpleName())
        && !above.getModifiers().contains(Modifier.STATIC)
        && !above.getModifiers().contains(Modifier.PRIVATE)
        && (isOpen(above) || packageOf(above).equals(packageOf(method)))
        && erased(above).equals(erased(method));
  }

  private static boolean isOpen(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.PUBLIC)
        || method.getModifiers().contains(Modifier.PROTECTED);
  }

  private static Optional<Element> packageOf(Element element) {
    Element at = element;
    while (at != null && at.getKind() != ElementKind.PACKAGE) {
      at = at.getEnclosingElement();
    }
    return Optional.ofNullable(at);
  }

  private static List<String> erased(ExecutableElement method) {
    return method.getParameters().stream()
        .map(VariableElement::asType)
        .map(Overridden::erased)
        .toList();
  }

  private static String erased(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return erased(array.getComponentType()) + "[]";
    }
    return type instanceof DeclaredType declared
        ? ((TypeElement) declared.asElement()).getQualifiedName().toString()
        : type.getKind().name();
  }
}
