package dev.makespan.processor.source;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * The first part of a pure expression that may fail or run code. A nested call to the right of it
 * would run before it, since the whole expression is evaluated after its calls.
 */
final class EvaluationOrder {
  /** Types whose values never change and whose text is the JDK's. */
  private static final Set<String> HARMLESS = Set.of(
      "java.lang.String",
      "java.lang.Boolean",
      "java.lang.Byte",
      "java.lang.Character",
      "java.lang.Short",
      "java.lang.Integer",
      "java.lang.Long",
      "java.lang.Float",
      "java.lang.Double");

  private final BodyContext context;
  private Optional<Tree> first = Optional.empty();
  private int suspended;

  EvaluationOrder(BodyContext context) {
    this.context = context;
  }

  Optional<Tree> firstRisk() {
    return first;
  }

  /**
   * Notes a part that has been evaluated and may fail, run code, or read what a call may change.
   */
  void risky(Tree tree) {
    if (first.isEmpty() && suspended == 0) {
      first = Optional.of(tree);
    }
  }

  /** A part that isn't evaluated where it stands. */
  void suspended(Runnable scan) {
    suspended++;
    scan.run();
    suspended--;
  }

  /** A field may be changed by a call to its right, unless it is final. */
  void field(Tree tree, VariableElement field) {
    if (!field.getModifiers().contains(Modifier.FINAL)) {
      risky(tree);
    }
  }

  void riskyUnlessThis(MemberSelectTree tree, Optional<VariableElement> field) {
    boolean ofThis =
        tree.getExpression() instanceof IdentifierTree name && name.getName().contentEquals("this");
    if (ofThis && field.isPresent()) {
      field(tree, field.get());
    } else {
      risky(tree);
    }
  }

  /**
   * The left operand of an operator is unboxed, or made text, before the right one is evaluated.
   */
  void left(BinaryTree tree, Scope scope) {
    operand(tree, tree.getLeftOperand(), scope);
  }

  /** An operator whose operands have been evaluated. */
  void binary(BinaryTree tree, Scope scope) {
    boolean divides = tree.getKind() == Tree.Kind.DIVIDE || tree.getKind() == Tree.Kind.REMAINDER;
    if (divides && !isNonZero(tree.getRightOperand())) {
      risky(tree);
    }
    operand(tree, tree.getRightOperand(), scope);
  }

  private void operand(BinaryTree tree, ExpressionTree operand, Scope scope) {
    switch (tree.getKind()) {
      case EQUAL_TO, NOT_EQUAL_TO -> {
        boolean primitive =
            isPrimitive(tree.getLeftOperand(), scope) || isPrimitive(tree.getRightOperand(), scope);
        if (primitive) {
          operand(operand, scope);
        }
      }
      case PLUS -> {
        boolean text =
            context.typer.typeOf(tree, scope).filter(context.facts::isString).isPresent();
        if (!text) {
          operand(operand, scope);
        } else if (!hasHarmlessText(operand, scope)) {
          risky(operand);
        }
      }
      default -> operand(operand, scope);
    }
  }

  /**
   * Whether making text of a value runs none of the user's code, and gives the same at any time.
   */
  private boolean hasHarmlessText(ExpressionTree tree, Scope scope) {
    return Typer.bare(tree) instanceof LiteralTree
        || context
            .typer
            .typeOf(tree, scope)
            .filter(type -> context.facts.boxed(type) instanceof DeclaredType declared
                && (declared.asElement().getKind() == ElementKind.ENUM
                    || HARMLESS.contains(declared.asElement().toString())))
            .isPresent();
  }

  static boolean isNonZero(ExpressionTree divisor) {
    return Typer.bare(divisor) instanceof LiteralTree literal
        && literal.getValue() instanceof Number number
        && number.doubleValue() != 0;
  }

  /** An operand that is unboxed may be null. */
  void operand(ExpressionTree tree, Scope scope) {
    boolean boxed = context
        .typer
        .typeOf(tree, scope)
        .filter(type -> !type.getKind().isPrimitive())
        .isPresent();
    if (boxed) {
      risky(tree);
    }
  }

  void cast(TypeCastTree tree, Scope scope) {
    Optional<TypeMirror> to = context.names.typeOf(tree.getType());
    boolean total = to.isPresent()
        && to.get().getKind().isPrimitive()
        && isPrimitive(tree.getExpression(), scope);
    if (!total) {
      risky(tree);
    }
  }

  private boolean isPrimitive(ExpressionTree tree, Scope scope) {
    return context
        .typer
        .typeOf(tree, scope)
        .filter(type -> type.getKind().isPrimitive())
        .isPresent();
  }
}
