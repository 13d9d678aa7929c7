package dev.makespan.processor.source;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import dev.makespan.processor.problem.LocalProblems;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * One of our annotations on a local, read from its tree: processors are never shown the elements of
 * locals.
 */
final class LocalAnnotation {
  private final BodyContext context;
  private final AnnotationTree tree;

  private LocalAnnotation(BodyContext context, AnnotationTree tree) {
    this.context = context;
    this.tree = tree;
  }

  /** A local's annotation of that simple name, and notes that it is read; empty if it has none. */
  static Optional<LocalAnnotation> read(VariableTree local, String name, BodyContext context) {
    for (AnnotationTree tree : local.getModifiers().getAnnotations()) {
      if (nameOf(tree, context.names).filter(name::equals).isPresent()) {
        context.resolutions.annotation(context.file.start(tree));
        return Optional.of(new LocalAnnotation(context, tree));
      }
    }
    return Optional.empty();
  }

  /** Refuses our annotations on a local that gets its value by an assignment below. */
  static void refuseWithoutInitialiser(VariableTree local, BodyContext context) {
    for (String name : List.of("After", "Options")) {
      read(local, name, context)
          .ifPresent(annotation -> context.report(
              LocalProblems.noInitialiser(annotation.place(), name, local.getName())));
    }
  }

  /** The simple name of an annotation that is ours and for locals. */
  static Optional<String> nameOf(AnnotationTree tree, Names names) {
    return Optional.of(tree.getAnnotationType())
        .filter(ExpressionTree.class::isInstance)
        .flatMap(type -> names.type((ExpressionTree) type))
        .map(type -> type.getQualifiedName().toString())
        .flatMap(LocalAnnotation::ours);
  }

  /** The simple name of an annotation that is ours and for locals, by its qualified one. */
  static Optional<String> ours(String qualifiedName) {
    return switch (qualifiedName) {
      case "dev.makespan.After" -> Optional.of("After");
      case "dev.makespan.Options" -> Optional.of("Options");
      default -> Optional.empty();
    };
  }

  TreePlace place() {
    return context.place(tree);
  }

  /** The expressions of an element: several in braces, one without, none if it isn't given. */
  List<? extends ExpressionTree> values(String element) {
    for (ExpressionTree argument : tree.getArguments()) {
      boolean named = argument instanceof AssignmentTree assignment
          && assignment.getVariable() instanceof IdentifierTree name
          && name.getName().contentEquals(element);
      if (named || (!(argument instanceof AssignmentTree) && element.equals("value"))) {
        ExpressionTree value =
            argument instanceof AssignmentTree assignment ? assignment.getExpression() : argument;
        return value instanceof NewArrayTree array ? array.getInitializers() : List.of(value);
      }
    }
    return List.of();
  }

  /**
   * Whether it has an element that isn't among these, which the compiler rejects; {@code value} may
   * be written without its name.
   */
  boolean hasOtherThan(List<String> elements) {
    for (ExpressionTree argument : tree.getArguments()) {
      String name = argument instanceof AssignmentTree assignment
          ? assignment.getVariable().toString()
          : "value";
      if (!elements.contains(name)) {
        return true;
      }
    }
    return false;
  }

  /** The value of a string constant; empty if it can't be told. */
  Optional<String> text(ExpressionTree value, Scope scope) {
    ExpressionTree bare = Typer.bare(value);
    if (bare instanceof LiteralTree literal) {
      return Optional.ofNullable(literal.getValue())
          .filter(String.class::isInstance)
          .map(String.class::cast);
    }
    if (bare instanceof BinaryTree sum && bare.getKind() == Tree.Kind.PLUS) {
      return text(sum.getLeftOperand(), scope)
          .flatMap(left -> text(sum.getRightOperand(), scope).map(left::concat));
    }
    return context
        .constants
        .field(bare, scope)
        .map(field -> field.getConstantValue())
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  /** The value of an int constant; empty if it can't be told. */
  Optional<Integer> number(ExpressionTree value, Scope scope) {
    ExpressionTree bare = Typer.bare(value);
    if (bare instanceof LiteralTree literal) {
      return integer(literal.getValue());
    }
    if (bare instanceof UnaryTree minus && bare.getKind() == Tree.Kind.UNARY_MINUS) {
      return number(minus.getExpression(), scope).map(number -> -number);
    }
    return context
        .constants
        .field(bare, scope)
        .map(VariableElement::getConstantValue)
        .flatMap(LocalAnnotation::integer);
  }

  private static Optional<Integer> integer(@Nullable Object value) {
    return value instanceof Integer number ? Optional.of(number) : Optional.empty();
  }

  /** Whether the compiler rejects a value where one of that type is demanded. */
  static boolean isRejected(ExpressionTree value, Class<?> demanded) {
    return value instanceof LiteralTree literal && !demanded.isInstance(literal.getValue());
  }
}
