package dev.makespan.processor.source;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The warnings that the use of a member may give rise to, as its declaration shows them. */
final class MemberLint {
  private MemberLint() {}

  /** Tells them for fields, methods and constructors of which one is used. */
  static Set<String> of(List<? extends Element> members) {
    Set<String> causes = new TreeSet<>();
    for (Element member : members) {
      deprecated(member, causes);
      if (member instanceof ExecutableElement method) {
        causes.addAll(of(method.getReturnType()));
        method.getParameters().forEach(each -> causes.addAll(of(each.asType())));
        if (packsGenerics(method) && method.getAnnotation(SafeVarargs.class) == null) {
          causes.add("unchecked");
        }
      } else {
        causes.addAll(of(member.asType()));
      }
    }
    return causes;
  }

  /** Tells them for a value of a type. */
  static Set<String> of(TypeMirror type) {
    return TypeParts.of(type).stream().anyMatch(MemberLint::isRaw) ? Set.of("unchecked") : Set.of();
  }

  static boolean isRaw(TypeMirror part) {
    return part instanceof DeclaredType declared
        && declared.getTypeArguments().isEmpty()
        && declared.asElement() instanceof TypeElement element
        && !element.getTypeParameters().isEmpty();
  }

  private static void deprecated(Element member, Set<String> causes) {
    for (AnnotationMirror annotation : member.getAnnotationMirrors()) {
      TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
      if (type.getQualifiedName().contentEquals("java.lang.Deprecated")) {
        boolean forRemoval = annotation.getElementValues().values().stream()
            .anyMatch(value -> Boolean.TRUE.equals(value.getValue()));
        causes.add(forRemoval ? "removal" : "deprecation");
      }
    }
  }

  private static boolean packsGenerics(ExecutableElement method) {
    int last = method.getParameters().size() - 1;
    return method.isVarArgs()
        && TypeParts.of(method.getParameters().get(last).asType()).stream()
            .anyMatch(MemberLint::isGeneric);
  }

  private static boolean isGeneric(TypeMirror part) {
    return part.getKind() == TypeKind.TYPEVAR
        || (part instanceof DeclaredType declared
            && !declared.getTypeArguments().isEmpty());
  }
}
