package dev.makespan.processor.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * The members that a class may use, but not another class in its package: private ones, and what it
 * inherits as protected.
 */
final class Access {
  private final Compilation compilation;
  private final TypeElement owner;
  private final Map<TypeElement, Optional<TypeElement>> inherited = new HashMap<>();
  private Optional<Map<String, List<Element>>> lost = Optional.empty();

  Access(Compilation compilation, TypeElement owner) {
    this.compilation = compilation;
    this.owner = owner;
  }

  /** The type, or the one around it, that keeps a type from being named in the package. */
  Optional<Element> barrier(TypeElement type) {
    Optional<Element> barrier = Optional.empty();
    for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
      if (!isOpen(each)) {
        barrier = Optional.of(each);
      }
    }
    return barrier;
  }

  /** What keeps a member from being used through a class: itself or the class. */
  Optional<Element> barrier(Element member, TypeElement site) {
    return isOpen(member) ? barrier(site) : Optional.of(member);
  }

  /**
   * Of several members of one name the one that only this class can use, or else what hides them
   * all.
   */
  Optional<Element> barrier(List<? extends Element> members, TypeElement site) {
    Optional<Element> ofSite = barrier(site);
    Optional<Element> ofClass =
        members.stream().filter(this::isLost).<Element>map(each -> each).findFirst();
    boolean none = !members.isEmpty() && members.stream().noneMatch(this::isOpen);
    return ofSite.or(() -> ofClass).or(() -> none ? Optional.of(members.get(0)) : Optional.empty());
  }

  /**
   * A type in a member's signature that can't be named in the package, though this class can name
   * it.
   */
  Optional<TypeElement> hiddenType(Element member) {
    List<TypeMirror> types = new ArrayList<>();
    if (member instanceof ExecutableElement method) {
      types.add(method.getReturnType());
      method.getParameters().forEach(parameter -> types.add(parameter.asType()));
    } else {
      types.add(member.asType());
    }
    return types.stream().map(this::hiddenType).flatMap(Optional::stream).findFirst();
  }

  /** A type in a type, or in what a class in it extends, that can't be named in the package. */
  Optional<TypeElement> hiddenType(TypeMirror type) {
    return TypeParts.of(type).stream()
        .filter(part -> part.getKind() == TypeKind.DECLARED)
        .map(part -> hidden((TypeElement) ((DeclaredType) part).asElement()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<TypeElement> hidden(TypeElement type) {
    Optional<TypeElement> barrier = barrier(type).filter(this::isLost).map(TypeElement.class::cast);
    return barrier.isPresent() ? barrier : inherited(type);
  }

  /**
   * A type that a class in reach is given to its supertypes, so that their members have it: the
   * {@code P} of {@code class C extends ArrayList<P>}.
   */
  Optional<TypeElement> inherited(TypeElement type) {
    Optional<TypeElement> known = inherited.get(type);
    if (known != null) {
      return known;
    }
    inherited.put(type, Optional.empty());
    Optional<TypeElement> found = Optional.empty();
    List<TypeMirror> supertypes = new ArrayList<>(type.getInterfaces());
    supertypes.add(type.getSuperclass());
    for (TypeMirror each : supertypes) {
      found = found.or(() -> hiddenType(each));
    }
    inherited.put(type, found);
    return found;
  }

  /**
   * The members of that name that only this class can use, wherever it and the classes nested with
   * it have one.
   */
  List<Element> lost(String name) {
    if (lost.isEmpty()) {
      Map<String, List<Element>> found = new HashMap<>();
      collect(Enclosing.outermost(owner), found);
      lost = Optional.of(found);
    }
    return lost.get().getOrDefault(name, List.of());
  }

  private void collect(TypeElement type, Map<String, List<Element>> found) {
    if (barrier(type).isEmpty()) {
      for (TypeElement each : compilation.lineage(type)) {
        for (Element member : each.getEnclosedElements()) {
          boolean named = member.getKind().isField() || member.getKind() == ElementKind.METHOD;
          if (named && (isLost(member) || hiddenType(member).isPresent())) {
            found
                .computeIfAbsent(member.getSimpleName().toString(), unused -> new ArrayList<>())
                .add(member);
          }
        }
      }
    }
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(nested -> collect(nested, found));
  }

  private boolean isOpen(Element element) {
    return compilation.isOpen(element, owner);
  }

  private boolean isLost(Element element) {
    if (element.getModifiers().contains(Modifier.PRIVATE)) {
      return Enclosing.outermost(element).equals(Enclosing.outermost(owner));
    }
    boolean ofObject = element.getEnclosingElement() instanceof TypeElement type
        && type.getQualifiedName().contentEquals("java.lang.Object");
    return element.getModifiers().contains(Modifier.PROTECTED)
        && !isInPackage(element)
        && !ofObject;
  }

  private boolean isInPackage(Element element) {
    return compilation
        .elements()
        .getPackageOf(element)
        .equals(compilation.elements().getPackageOf(owner));
  }
}
