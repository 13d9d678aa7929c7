package dev.makespan.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * The compiler's warnings that one generated member would cause because of what the user's
 * signatures name.
 */
final class Lint {
  private final Set<String> causes = new TreeSet<>();

  /** Notes that the member names a type. */
  Lint names(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return names(array.getComponentType());
    }
    if (type instanceof WildcardType wildcard) {
      bound(wildcard.getExtendsBound());
      bound(wildcard.getSuperBound());
    } else if (type instanceof DeclaredType declared) {
      TypeElement element = (TypeElement) declared.asElement();
      names(element);
      if (declared.getTypeArguments().isEmpty() && !element.getTypeParameters().isEmpty()) {
        causes.add("rawtypes");
      }
      declared.getTypeArguments().forEach(this::names);
    }
    return this;
  }

  private void bound(@Nullable TypeMirror type) {
    if (type != null) {
      names(type);
    }
  }

  /** Notes that the member names a class, or with it a class around it. */
  Lint names(TypeElement type) {
    for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
      uses(at);
    }
    return this;
  }

  Lint names(Collection<? extends TypeMirror> types) {
    types.forEach(this::names);
    return this;
  }

  /** Notes that the member uses another one, perhaps a deprecated one. */
  Lint uses(Element element) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      if (((TypeElement) annotation.getAnnotationType().asElement())
          .getQualifiedName()
          .contentEquals("java.lang.Deprecated")) {
        boolean forRemoval = annotation.getElementValues().values().stream()
            .anyMatch(value -> Boolean.TRUE.equals(value.getValue()));
        causes.add(forRemoval ? "removal" : "deprecation");
      }
    }
    return this;
  }

  /**
   * Notes that the member holds source text of a method: what the user suppresses there is
   * suppressed here too.
   */
  Lint quotes(ExecutableElement method) {
    for (Element at = method; at != null; at = at.getEnclosingElement()) {
      for (AnnotationMirror annotation : at.getAnnotationMirrors()) {
        if (((TypeElement) annotation.getAnnotationType().asElement())
            .getQualifiedName()
            .contentEquals("java.lang.SuppressWarnings")) {
          annotation.getElementValues().values().forEach(this::suppressed);
        }
      }
    }
    return this;
  }

  /** Notes warnings that the user suppresses where the text stands. */
  Lint suppresses(Collection<String> warnings) {
    causes.addAll(warnings);
    return this;
  }

  private void suppressed(AnnotationValue value) {
    if (value.getValue() instanceof Collection<?> values) {
      values.forEach(each -> suppressed((AnnotationValue) each));
    } else {
      causes.add(value.getValue().toString());
    }
  }

  Lint unchecked() {
    causes.add("unchecked");
    return this;
  }

  /** The suppression that the member needs; empty if it needs none. */
  Optional<AnnotationSpec> suppression() {
    if (causes.isEmpty()) {
      return Optional.empty();
    }
    CodeBlock names =
        causes.stream().map(cause -> CodeBlock.of("$S", cause)).collect(CodeBlock.joining(", "));
    CodeBlock value = causes.size() == 1 ? names : CodeBlock.of("{$L}", names);
    return Optional.of(
        AnnotationSpec.builder(SuppressWarnings.class).addMember("value", value).build());
  }
}
