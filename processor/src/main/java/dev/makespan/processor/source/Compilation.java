package dev.makespan.processor.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The compiler's view of types, members and files, without anything inside a body. */
final class Compilation {
  private final Syntax syntax;
  private final Elements elements;
  private final Types types;
  private final Map<TypeElement, Optional<SourceFile>> filesOfTypes = new HashMap<>();
  private final Map<TypeElement, Members> members = new HashMap<>();

  Compilation(ProcessingEnvironment env, Syntax syntax) {
    this.syntax = syntax;
    this.elements = env.getElementUtils();
    this.types = env.getTypeUtils();
  }

  Syntax syntax() {
    return syntax;
  }

  Elements elements() {
    return elements;
  }

  Types types() {
    return types;
  }

  /** The file that declares a class; empty for a class that was compiled before. */
  Optional<SourceFile> file(TypeElement type) {
    return filesOfTypes.computeIfAbsent(type, syntax::file);
  }

  /** Forgets files and members, whose elements are made anew in each round. */
  void nextRound() {
    syntax.nextRound();
    filesOfTypes.clear();
    members.clear();
  }

  /** What a class declares itself. */
  Members members(TypeElement type) {
    return members.computeIfAbsent(type, Members::new);
  }

  Optional<TypeElement> type(TypeElement from, String qualifiedName) {
    return Optional.ofNullable(elements.getTypeElement(elements.getModuleOf(from), qualifiedName));
  }

  /** Whether a type can be thrown. */
  boolean isThrowable(TypeMirror type) {
    return types.isSubtype(type, elements.getTypeElement("java.lang.Throwable").asType());
  }

  /** A member type by its simple name, also an inherited one. */
  Optional<TypeElement> memberType(TypeElement type, String name) {
    for (TypeElement each : lineage(type)) {
      for (TypeElement member : members(each).types(name)) {
        if (inherited(member, type)) {
          return Optional.of(member);
        }
      }
    }
    return Optional.empty();
  }

  /** A field by its name, also an inherited one. */
  Optional<VariableElement> field(TypeElement type, String name) {
    for (TypeElement each : lineage(type)) {
      for (VariableElement field : members(each).fields(name)) {
        if (inherited(field, type)) {
          return Optional.of(field);
        }
      }
    }
    return Optional.empty();
  }

  /** The methods of a name, also inherited ones, without those that are overridden or hidden. */
  List<ExecutableElement> methods(TypeElement type, String name) {
    List<ExecutableElement> found = new ArrayList<>();
    for (TypeElement each : lineage(type)) {
      for (ExecutableElement method : members(each).methods(name)) {
        if (inherited(method, type) && !replaced(method, found, type)) {
          found.add(method);
        }
      }
    }
    return found;
  }

  private boolean replaced(
      ExecutableElement method, List<ExecutableElement> found, TypeElement type) {
    return found.stream()
        .anyMatch(other -> elements.overrides(other, method, type)
            || (other.getModifiers().contains(Modifier.STATIC)
                && types.isSubsignature(
                    (ExecutableType) other.asType(), (ExecutableType) method.asType())));
  }

  private static boolean inherited(Element member, TypeElement type) {
    if (Enclosing.type(member).equals(type)) {
      return true;
    }
    boolean staticOfInterface = member.getKind() == ElementKind.METHOD
        && member.getModifiers().contains(Modifier.STATIC)
        && Enclosing.type(member).getKind().isInterface();
    return !member.getModifiers().contains(Modifier.PRIVATE) && !staticOfInterface;
  }

  /** A type, then its superclasses, then all its interfaces. */
  List<TypeElement> lineage(TypeElement type) {
    List<TypeElement> all = new ArrayList<>();
    collect(type, all);
    if (type.getKind().isInterface()) {
      TypeElement object = elements.getTypeElement("java.lang.Object");
      all.add(object);
    }
    return all;
  }

  private void collect(TypeElement type, List<TypeElement> all) {
    if (all.contains(type)) {
      return;
    }
    all.add(type);
    if (type.getSuperclass() instanceof DeclaredType superclass
        && superclass.asElement() instanceof TypeElement element) {
      collect(element, all);
    }
    for (TypeMirror each : type.getInterfaces()) {
      if (each instanceof DeclaredType declared
          && declared.asElement() instanceof TypeElement element) {
        collect(element, all);
      }
    }
  }

  /** Whether the classes that a class says it extends are there. */
  boolean hasSupertypes(TypeElement type) {
    return type.getSuperclass().getKind() != TypeKind.ERROR
        && type.getInterfaces().stream().noneMatch(each -> each.getKind() == TypeKind.ERROR);
  }

  /** Whether a member is public, or visible in the package of {@code from}. */
  boolean isOpen(Element member, TypeElement from) {
    return member.getModifiers().contains(Modifier.PUBLIC)
        || (!member.getModifiers().contains(Modifier.PRIVATE)
            && elements.getPackageOf(member).equals(elements.getPackageOf(from)));
  }

  /**
   * Whether a class in the package of {@code from}, that inherits nothing, may name the element.
   */
  boolean reachable(Element element, TypeElement from) {
    for (Element each = element;
        each != null && each.getKind() != ElementKind.PACKAGE;
        each = each.getEnclosingElement()) {
      if (!isOpen(each, from)) {
        return false;
      }
    }
    return true;
  }
}
