package dev.makespan.processor.source;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import java.util.Arrays;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * The types of conditional expressions (JLS 15.25), where declarations suffice to tell them. A
 * wrong one would box, unbox or widen otherwise than the plain call.
 */
final class ConditionalTypes {
  private final BodyContext context;
  private final Types types;
  private final Scope scope;

  ConditionalTypes(BodyContext context, Scope scope) {
    this.context = context;
    this.types = context.compilation.types();
    this.scope = scope;
  }

  /**
   * The type of a conditional or switch expression.
   *
   * @param demanded that of the place it stands in, if it is assigned, returned or an argument of a
   *     call
   */
  Optional<TypeMirror> of(ExpressionTree tree, Optional<TypeMirror> demanded) {
    return tree instanceof SwitchExpressionTree choice
        ? demanded.or(() -> context.typer.typeOf(choice, scope))
        : of((ConditionalExpressionTree) tree, demanded);
  }

  /**
   * The type of a conditional expression.
   *
   * @param demanded that of the place it stands in, if it is assigned, returned or an argument
   */
  private Optional<TypeMirror> of(ConditionalExpressionTree tree, Optional<TypeMirror> demanded) {
    ExpressionTree one = Typer.bare(tree.getTrueExpression());
    ExpressionTree other = Typer.bare(tree.getFalseExpression());
    if (isNull(one) || isNull(other)) {
      return withNull(isNull(one) ? other : one, demanded);
    }
    Optional<TypeMirror> first = typeOf(one);
    Optional<TypeMirror> second = typeOf(other);
    if (first.isPresent() && second.isPresent()) {
      return of(one, first.get(), other, second.get(), demanded);
    }
    boolean reference =
        first.or(() -> second).filter(type -> !isBoxOrPrimitive(type)).isPresent();
    return reference ? demanded : demanded.filter(this::takesNoBox);
  }

  private Optional<TypeMirror> typeOf(ExpressionTree tree) {
    return tree instanceof ConditionalExpressionTree inner
        ? of(inner, Optional.empty())
        : context.typer.typeOf(tree, scope);
  }

  private Optional<TypeMirror> withNull(ExpressionTree other, Optional<TypeMirror> demanded) {
    Optional<TypeMirror> type = isNull(other) ? Optional.empty() : typeOf(other);
    if (type.filter(this::isBoxOrPrimitive).isPresent()) {
      return type.map(context.facts::boxed);
    }
    return type.isPresent() || isNull(other)
        ? demanded.or(() -> type)
        : demanded.filter(this::takesNoBox);
  }

  private Optional<TypeMirror> of(
      ExpressionTree one,
      TypeMirror first,
      ExpressionTree other,
      TypeMirror second,
      Optional<TypeMirror> demanded) {
    Optional<TypeMirror> a = context.facts.unboxed(first);
    Optional<TypeMirror> b = context.facts.unboxed(second);
    boolean simple = a.isPresent()
        && b.isPresent()
        && (a.get().getKind() == TypeKind.BOOLEAN) == (b.get().getKind() == TypeKind.BOOLEAN);
    if (!simple) {
      return demanded.or(() -> wider(context.facts.boxed(first), context.facts.boxed(second)));
    }
    if (types.isSameType(first, second)) {
      return Optional.of(first);
    }
    if (types.isSameType(a.get(), b.get())) {
      return a;
    }
    if (isSmall(a.get()) && second.getKind() == TypeKind.INT && isConstant(other)) {
      return constant(other, a.get());
    }
    if (isSmall(b.get()) && first.getKind() == TypeKind.INT && isConstant(one)) {
      return constant(one, b.get());
    }
    boolean shorts = isByteOrShort(a.get()) && isByteOrShort(b.get());
    return Optional.of(
        shorts ? types.getPrimitiveType(TypeKind.SHORT) : context.facts.wider(a.get(), b.get()));
  }

  /** The one of two classes that is above the other. */
  private Optional<TypeMirror> wider(TypeMirror one, TypeMirror other) {
    if (types.isSubtype(one, other)) {
      return Optional.of(other);
    }
    return types.isSubtype(other, one) ? Optional.of(one) : Optional.empty();
  }

  private static boolean isByteOrShort(TypeMirror type) {
    return type.getKind() == TypeKind.BYTE || type.getKind() == TypeKind.SHORT;
  }

  private static boolean isSmall(TypeMirror type) {
    return isByteOrShort(type) || type.getKind() == TypeKind.CHAR;
  }

  private boolean isConstant(ExpressionTree tree) {
    return context.constants.isConstant(tree, scope);
  }

  /** The type beside a constant, which is narrowed if it fits; only of literals we know that. */
  private Optional<TypeMirror> constant(ExpressionTree tree, TypeMirror small) {
    boolean negative = tree.getKind() == Tree.Kind.UNARY_MINUS;
    ExpressionTree digits = negative ? Typer.bare(((UnaryTree) tree).getExpression()) : tree;
    if (!(digits instanceof LiteralTree literal)
        || !(literal.getValue() instanceof Integer found)) {
      return Optional.empty();
    }
    int value = negative ? -found : found;
    boolean fits = switch (small.getKind()) {
      case BYTE -> value == (byte) value;
      case SHORT -> value == (short) value;
      default -> value == (char) value;
    };
    return Optional.of(fits ? small : types.getPrimitiveType(TypeKind.INT));
  }

  private static boolean isNull(ExpressionTree tree) {
    return tree.getKind() == Tree.Kind.NULL_LITERAL;
  }

  private boolean isBoxOrPrimitive(TypeMirror type) {
    return context.facts.unboxed(type).isPresent();
  }

  /** Whether no number, character or truth value can stand there. */
  private boolean takesNoBox(TypeMirror type) {
    return Arrays.stream(TypeKind.values())
        .filter(TypeKind::isPrimitive)
        .map(kind -> types.boxedClass(types.getPrimitiveType(kind)).asType())
        .noneMatch(box -> types.isAssignable(box, type));
  }
}
