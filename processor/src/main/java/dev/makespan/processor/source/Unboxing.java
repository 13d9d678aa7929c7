package dev.makespan.processor.source;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/** Tells where a value may be unboxed, which fails for null. Where types can't be told, it may. */
final class Unboxing {
  private final BodyContext context;

  Unboxing(BodyContext context) {
    this.context = context;
  }

  /** Whether a value may be a box, so that it is unboxed where a primitive is demanded. */
  boolean isPossible(ExpressionTree expression, Scope scope) {
    ExpressionTree tree = Typer.bare(expression);
    if (tree instanceof LiteralTree || isObject(tree)) {
      return false;
    }
    if (tree instanceof ConditionalExpressionTree conditional) {
      ExpressionTree one = conditional.getTrueExpression();
      ExpressionTree other = conditional.getFalseExpression();
      boolean withNull = isNull(one) || isNull(other);
      return withNull || (isPossible(one, scope) && isPossible(other, scope));
    }
    Optional<TypeMirror> type = context.typer.typeOf(tree, scope);
    return type.isEmpty() || (isReference(type.get()) && isBox(type.get()));
  }

  private boolean isBox(TypeMirror type) {
    return context.facts.unboxed(type).isPresent();
  }

  private boolean isObject(ExpressionTree tree, Scope scope) {
    return context.typer.typeOf(tree, scope).filter(type -> !isBox(type)).isPresent();
  }

  /** Whether an expression is no box, also where its type can't be told. */
  private static boolean isObject(ExpressionTree tree) {
    return tree instanceof LambdaExpressionTree
        || tree instanceof MemberReferenceTree
        || tree instanceof NewArrayTree
        || tree instanceof MemberSelectTree select && select.getIdentifier().contentEquals("class");
  }

  private static boolean isNull(ExpressionTree tree) {
    return Typer.bare(tree).getKind() == Tree.Kind.NULL_LITERAL;
  }

  boolean isReference(ExpressionTree tree, Scope scope) {
    return isNull(tree)
        || isObject(Typer.bare(tree))
        || context.typer.typeOf(tree, scope).filter(Unboxing::isReference).isPresent();
  }

  private static boolean isReference(TypeMirror type) {
    return !type.getKind().isPrimitive();
  }

  /** Whether a conditional expression unboxes a branch, because the other is of another type. */
  boolean ofBranches(ConditionalExpressionTree tree, Scope scope) {
    ExpressionTree one = tree.getTrueExpression();
    ExpressionTree other = tree.getFalseExpression();
    boolean sameType = context.typer.typeOf(tree, scope).isPresent();
    boolean withNull = isNull(one) || isNull(other);
    boolean withObject = isObject(one, scope) || isObject(other, scope);
    return !sameType
        && !withNull
        && !withObject
        && (isPossible(one, scope) || isPossible(other, scope));
  }

  /** Whether an argument of a method is of a primitive type. */
  static boolean takesPrimitive(ExecutableElement method, int index) {
    List<? extends VariableElement> parameters = method.getParameters();
    int last = parameters.size() - 1;
    TypeMirror type = parameters.get(Math.min(index, last)).asType();
    boolean inArray = method.isVarArgs()
        && index >= last
        && type instanceof ArrayType array
        && array.getComponentType().getKind().isPrimitive();
    return inArray || type.getKind().isPrimitive();
  }
}
