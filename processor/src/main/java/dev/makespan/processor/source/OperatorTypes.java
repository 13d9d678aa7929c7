package dev.makespan.processor.source;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Tells types of what operators give, where those of their operands can be told. */
final class OperatorTypes {
  private final Typer typer;
  private final TypeFacts facts;
  private final Types types;

  OperatorTypes(Typer typer, TypeFacts facts, Types types) {
    this.typer = typer;
    this.facts = facts;
    this.types = types;
  }

  /** The type of an operator's value; empty if it can't be told, and for other expressions. */
  Optional<TypeMirror> of(ExpressionTree tree, Scope scope) {
    if (tree instanceof ConditionalExpressionTree conditional) {
      Optional<TypeMirror> one = typer.typeOf(conditional.getTrueExpression(), scope);
      Optional<TypeMirror> other = typer.typeOf(conditional.getFalseExpression(), scope);
      boolean promoted = one.filter(OperatorTypes::isWide).isPresent()
          && other.filter(OperatorTypes::isWide).isPresent();
      return promoted
          ? Optional.of(facts.wider(one.get(), other.get()))
          : one.filter(
              type -> other.filter(same -> types.isSameType(type, same)).isPresent());
    }
    if (tree instanceof SwitchExpressionTree choice) {
      return ofSwitch(SwitchCases.of(choice), scope);
    }
    if (tree instanceof BinaryTree binary) {
      return ofBinary(binary, scope);
    }
    if (tree instanceof UnaryTree unary) {
      return unary.getKind() == Tree.Kind.LOGICAL_COMPLEMENT
          ? Optional.of(types.getPrimitiveType(TypeKind.BOOLEAN))
          : typer
              .typeOf(unary.getExpression(), scope)
              .flatMap(facts::unboxed)
              .map(type -> facts.wider(type, type));
    }
    return Optional.empty();
  }

  /** That of all values, if it is the same and each stands behind an arrow. */
  private Optional<TypeMirror> ofSwitch(SwitchCases cases, Scope scope) {
    Optional<TypeMirror> only = Optional.empty();
    for (SwitchCases.Case each : cases.giving()) {
      Optional<TypeMirror> type =
          each.value().flatMap(value -> typer.typeOf(value, inside(each, scope)));
      Optional<TypeMirror> before = only;
      boolean same = type.filter(found -> before.isEmpty() || types.isSameType(found, before.get()))
          .isPresent();
      if (!same) {
        return Optional.empty();
      }
      only = type;
    }
    return only;
  }

  /** What patterns bind hides what is around. */
  private static Scope inside(SwitchCases.Case each, Scope scope) {
    Scope inside = scope.inner();
    for (CaseTree tree : each.trees()) {
      CaseLabels.of(tree)
          .bound()
          .forEach(bound -> inside.bind(bound.getName().toString(), Optional.empty()));
    }
    return inside;
  }

  /** Whether a number that is promoted whatever stands beside it, also a constant. */
  private static boolean isWide(TypeMirror type) {
    return switch (type.getKind()) {
      case INT, LONG, FLOAT, DOUBLE -> true;
      default -> false;
    };
  }

  private Optional<TypeMirror> ofBinary(BinaryTree binary, Scope scope) {
    Optional<TypeMirror> left = typer.typeOf(binary.getLeftOperand(), scope);
    Optional<TypeMirror> right = typer.typeOf(binary.getRightOperand(), scope);
    return switch (binary.getKind()) {
      case EQUAL_TO,
          NOT_EQUAL_TO,
          LESS_THAN,
          LESS_THAN_EQUAL,
          GREATER_THAN,
          GREATER_THAN_EQUAL,
          CONDITIONAL_AND,
          CONDITIONAL_OR -> Optional.of(types.getPrimitiveType(TypeKind.BOOLEAN));
      case LEFT_SHIFT, RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT ->
        left.flatMap(facts::unboxed).map(type -> facts.wider(type, type));
      case PLUS -> {
        boolean text = left.filter(facts::isString).isPresent()
            || right.filter(facts::isString).isPresent();
        yield text ? Optional.of(facts.string()) : arithmetic(left, right);
      }
      default -> arithmetic(left, right);
    };
  }

  private Optional<TypeMirror> arithmetic(Optional<TypeMirror> left, Optional<TypeMirror> right) {
    Optional<TypeMirror> one = left.flatMap(facts::unboxed);
    Optional<TypeMirror> other = right.flatMap(facts::unboxed);
    return one.isPresent() && other.isPresent()
        ? Optional.of(facts.wider(one.get(), other.get()))
        : Optional.empty();
  }
}
