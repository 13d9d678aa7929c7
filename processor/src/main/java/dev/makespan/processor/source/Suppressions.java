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

/** The warnings that a local's {@code @SuppressWarnings} names. */
final class Suppressions {
  private Suppressions() {}

  static List<String> of(VariableTree local, BodyContext context) {
    return local.getModifiers().getAnnotations().stream()
        .filter(annotation -> isSuppression(annotation, context))
        .flatMap(annotation -> annotation.getArguments().stream())
        .flatMap(Suppressions::texts)
        .toList();
  }

  private static boolean isSuppression(AnnotationTree annotation, BodyContext context) {
    return Optional.of(annotation.getAnnotationType())
        .filter(ExpressionTree.class::isInstance)
        .flatMap(name -> context.names.type((ExpressionTree) name))
        .filter(type -> type.getQualifiedName().contentEquals("java.lang.SuppressWarnings"))
        .isPresent();
  }

  private static Stream<String> texts(ExpressionTree value) {
    if (value instanceof AssignmentTree assignment) {
      return texts(assignment.getExpression());
    }
    if (value instanceof NewArrayTree array) {
      return array.getInitializers().stream().flatMap(Suppressions::texts);
    }
    return value instanceof LiteralTree literal && literal.getValue() instanceof String text
        ? Stream.of(text)
        : Stream.empty();
  }
}
