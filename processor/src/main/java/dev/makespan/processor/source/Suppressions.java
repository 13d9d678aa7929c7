package dev.makespan.processor.source;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.VariableElement;

/** The warnings that a local's {@code @SuppressWarnings} names. */
final class Suppressions {
  private Suppressions() {}

  static List<String> of(VariableTree local, BodyContext context) {
    return local.getModifiers().getAnnotations().stream()
        .filter(annotation -> isSuppression(annotation, context))
        .flatMap(annotation -> annotation.getArguments().stream())
        .flatMap(value -> texts(value, context))
        .toList();
  }

  private static boolean isSuppression(AnnotationTree annotation, BodyContext context) {
    return Optional.of(annotation.getAnnotationType())
        .filter(ExpressionTree.class::isInstance)
        .flatMap(name -> context.names.type((ExpressionTree) name))
        .filter(type -> type.getQualifiedName().contentEquals("java.lang.SuppressWarnings"))
        .isPresent();
  }

  private static Stream<String> texts(ExpressionTree value, BodyContext context) {
    if (value instanceof AssignmentTree assignment) {
      return texts(assignment.getExpression(), context);
    }
    if (value instanceof NewArrayTree array) {
      return array.getInitializers().stream().flatMap(each -> texts(each, context));
    }
    Optional<Object> constant = value instanceof LiteralTree literal
        ? Optional.ofNullable(literal.getValue())
        : context.constants.field(value, Scope.empty()).map(VariableElement::getConstantValue);
    return constant.stream().filter(String.class::isInstance).map(String.class::cast);
  }
}
