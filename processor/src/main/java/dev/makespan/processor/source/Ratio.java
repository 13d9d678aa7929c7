package dev.makespan.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.problem.MapProblems;
import java.util.Optional;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the ratio of a map that tolerates failures. */
final class Ratio {
  private final BodyContext context;
  private final ExpressionReader outer;

  Ratio(BodyContext context, ExpressionReader outer) {
    this.context = context;
    this.outer = outer;
  }

  Value read(ExpressionTree tree, MethodInvocationTree map) {
    constant(tree)
        .filter(ratio -> !(ratio >= 0 && ratio <= 1))
        .ifPresent(ratio -> context.report(MapProblems.ratio(context.place(tree), ratio)));
    TypeMirror type = context.compilation.types().getPrimitiveType(TypeKind.DOUBLE);
    return outer.unboxed(outer.value(tree, type, "ratio"), type, "ratio", map);
  }

  /** The value of a literal or a constant field. */
  private Optional<Double> constant(ExpressionTree expression) {
    ExpressionTree tree = Typer.bare(expression);
    if (tree instanceof LiteralTree literal) {
      return number(literal.getValue());
    }
    if (tree instanceof UnaryTree unary && tree.getKind() == Tree.Kind.UNARY_MINUS) {
      return constant(unary.getExpression()).map(number -> -number);
    }
    return field(tree).map(VariableElement::getConstantValue).flatMap(Ratio::number);
  }

  private static Optional<Double> number(Object value) {
    return value instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
  }

  private Optional<VariableElement> field(ExpressionTree tree) {
    if (tree instanceof IdentifierTree name) {
      return outer.scope().binds(name.getName().toString())
          ? Optional.empty()
          : context
              .names
              .field(name.getName().toString())
              .map(found -> found.all().get(0));
    }
    return tree instanceof MemberSelectTree select
        ? context
            .targets
            .typeName(select.getExpression(), outer.scope())
            .flatMap(
                type -> context.compilation.field(type, select.getIdentifier().toString()))
        : Optional.empty();
  }
}
