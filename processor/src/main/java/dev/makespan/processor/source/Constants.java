package dev.makespan.processor.source;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import dev.makespan.processor.model.Snippet;
import dev.makespan.processor.model.Snippet.Piece;
import dev.makespan.processor.model.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * The constant variables of one body (JLS 4.12.4), with what is written in their place: a parameter
 * of a generated method would be no constant, so that {@code byte b = k} or {@code case k} would
 * mean something else or nothing.
 */
final class Constants {
  private final BodyContext context;
  private final Map<Variable, List<Piece>> values = new HashMap<>();
  private final Set<Variable> passed = new HashSet<>();

  Constants(BodyContext context) {
    this.context = context;
  }

  Optional<List<Piece>> value(Variable variable) {
    return Optional.ofNullable(values.get(variable));
  }

  /** Notes a local, if it is a constant variable. */
  void add(VariableTree tree, Variable local, Snippet initialiser, Scope scope) {
    boolean constantType = matters(local.type());
    boolean isFinal = tree.getModifiers().getFlags().contains(Modifier.FINAL);
    if (!isFinal || !constantType || !isConstant(tree.getInitializer(), scope)) {
      return;
    }
    boolean sameType = context
        .typer
        .typeOf(tree.getInitializer(), scope)
        .filter(type -> context.compilation.types().isSameType(type, local.type()))
        .isPresent();
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece.Text(sameType ? "(" : "((" + local.type() + ") ("));
    pieces.addAll(initialiser.pieces());
    pieces.add(new Piece.Text(sameType ? ")" : "))"));
    boolean literal = sameType && Typer.bare(tree.getInitializer()) instanceof LiteralTree;
    values.put(local, literal ? initialiser.pieces() : List.copyOf(pieces));
  }

  /**
   * Whether it makes a difference in that type whether a value is constant: long and floating-point
   * ones are never narrowed.
   */
  boolean matters(TypeMirror type) {
    return switch (type.getKind()) {
      case BOOLEAN, BYTE, SHORT, CHAR, INT -> true;
      default -> context.facts.isString(type);
    };
  }

  /** Notes that the value of a variable is passed on, so that its step stays. */
  void pass(Variable variable) {
    passed.add(variable);
  }

  /** Whether the step of a variable isn't needed, because its text stands at every place of use. */
  boolean isQuoted(Variable variable) {
    return values.containsKey(variable) && !passed.contains(variable);
  }

  /** Whether it is a constant expression (JLS 15.29). */
  boolean isConstant(ExpressionTree expression, Scope scope) {
    ExpressionTree tree = Typer.bare(expression);
    if (tree instanceof LiteralTree literal) {
      return literal.getValue() != null;
    }
    if (tree instanceof UnaryTree unary) {
      return switch (unary.getKind()) {
        case UNARY_PLUS, UNARY_MINUS, BITWISE_COMPLEMENT, LOGICAL_COMPLEMENT ->
          isConstant(unary.getExpression(), scope);
        default -> false;
      };
    }
    if (tree instanceof BinaryTree binary) {
      boolean mayFail =
          binary.getKind() == Tree.Kind.DIVIDE || binary.getKind() == Tree.Kind.REMAINDER;
      return (!mayFail || EvaluationOrder.isNonZero(binary.getRightOperand()))
          && isConstant(binary.getLeftOperand(), scope)
          && isConstant(binary.getRightOperand(), scope);
    }
    if (tree instanceof ConditionalExpressionTree conditional) {
      return isConstant(conditional.getCondition(), scope)
          && isConstant(conditional.getTrueExpression(), scope)
          && isConstant(conditional.getFalseExpression(), scope);
    }
    if (tree instanceof TypeCastTree cast) {
      Optional<TypeMirror> to = context.names.typeOf(cast.getType());
      return to.filter(type -> type.getKind().isPrimitive() || context.facts.isString(type))
              .isPresent()
          && isConstant(cast.getExpression(), scope);
    }
    return field(tree, scope).filter(field -> field.getConstantValue() != null).isPresent()
        || isConstantLocal(tree, scope);
  }

  private boolean isConstantLocal(ExpressionTree tree, Scope scope) {
    return tree instanceof IdentifierTree name
        && scope.variable(name.getName().toString()).filter(values::containsKey).isPresent();
  }

  /** The field that an expression names, if it does. */
  Optional<VariableElement> field(ExpressionTree tree, Scope scope) {
    if (tree instanceof IdentifierTree identifier) {
      String name = identifier.getName().toString();
      return scope.binds(name)
          ? Optional.empty()
          : context.names.field(name).map(found -> found.all().get(0));
    }
    if (tree instanceof MemberSelectTree select) {
      return context
          .targets
          .typeName(select.getExpression(), scope)
          .flatMap(
              type -> context.compilation.field(type, select.getIdentifier().toString()));
    }
    return Optional.empty();
  }
}
