package dev.makespan.processor.source;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

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
  private final Unboxing unboxing;
  private Optional<Risk> first = Optional.empty();
  private int suspended;

  EvaluationOrder(BodyContext context) {
    this.context = context;
    this.unboxing = new Unboxing(context);
  }

  /**
   * A part that may fail, run code, or read what a call may change.
   *
   * @param unboxes whether all that can go wrong is that it is null and unboxed
   */
  record Risk(Tree tree, boolean unboxes) {}

  Optional<Risk> firstRisk() {
    return first;
  }

  /** What has been read so far is evaluated in a step of its own. */
  void forget() {
    first = Optional.empty();
  }

  /**
   * Notes a part that has been evaluated and may fail, run code, or read what a call may change.
   */
  void risky(Tree tree) {
    risky(tree, false);
  }

  private void risky(Tree tree, boolean unboxes) {
    if (first.isEmpty() && suspended == 0) {
      first = Optional.of(new Risk(tree, unboxes));
    }
  }

  /** A part that isn't evaluated where it stands. */
  void suspended(Runnable scan) {
    suspended++;
    scan.run();
    suspended--;
  }

  /** A final field is never changed, but reading it may run the initialiser of its class. */
  void field(Tree tree, VariableElement field) {
    boolean isFinal = field.getModifiers().contains(Modifier.FINAL);
    if (!isFinal || (field.getModifiers().contains(Modifier.STATIC) && mayInitialise(field))) {
      risky(tree);
    }
  }

  private boolean mayInitialise(VariableElement field) {
    TypeElement declaring = Enclosing.type(field);
    Types types = context.compilation.types();
    boolean initialised = declaring.getKind() != ElementKind.INTERFACE
        && types.isSubtype(
            types.erasure(context.owner().asType()), types.erasure(declaring.asType()));
    boolean ofJdk = declaring.getQualifiedName().toString().startsWith("java.");
    return field.getConstantValue() == null && !initialised && !ofJdk;
  }

  void riskyUnlessThis(MemberSelectTree tree, Optional<VariableElement> field) {
    boolean ofThis =
        tree.getExpression() instanceof IdentifierTree name && name.getName().contentEquals("this");
    boolean ofClass =
        field.filter(found -> found.getModifiers().contains(Modifier.STATIC)).isPresent();
    if (field.isPresent() && (ofThis || ofClass)) {
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
        boolean references = unboxing.isReference(tree.getLeftOperand(), scope)
            && unboxing.isReference(tree.getRightOperand(), scope);
        if (!references) {
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
                && hasHarmlessText((TypeElement) declared.asElement()))
            .isPresent();
  }

  /** An enum that isn't final has constants with bodies, which may say their text themselves. */
  private static boolean hasHarmlessText(TypeElement type) {
    return type.getKind() == ElementKind.ENUM
        ? type.getModifiers().contains(Modifier.FINAL)
            && ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .noneMatch(method -> method.getSimpleName().contentEquals("toString")
                    && method.getParameters().isEmpty())
        : HARMLESS.contains(type.toString());
  }

  static boolean isNonZero(ExpressionTree divisor) {
    return Typer.bare(divisor) instanceof LiteralTree literal
        && literal.getValue() instanceof Number number
        && number.doubleValue() != 0;
  }

  /** An operand that is unboxed may be null. */
  void operand(ExpressionTree tree, Scope scope) {
    if (unboxing.isPossible(tree, scope)) {
      risky(tree, true);
    }
  }

  /** An argument, or an element of an array, is unboxed where a primitive is demanded. */
  void demanded(ExpressionTree tree, TypeMirror type, Scope scope) {
    if (type.getKind().isPrimitive()) {
      operand(tree, scope);
    }
  }

  /** An argument of a method, or constructor, that may be any of these; none if it isn't known. */
  void argument(
      ExpressionTree tree, int index, List<? extends ExecutableElement> candidates, Scope scope) {
    boolean primitive = candidates.isEmpty()
        || candidates.stream().anyMatch(method -> Unboxing.takesPrimitive(method, index));
    if (primitive) {
      operand(tree, scope);
    }
  }

  /** The branches of a conditional expression are unboxed if they are of different types. */
  void branches(ConditionalExpressionTree tree, Scope scope) {
    if (unboxing.ofBranches(tree, scope)) {
      risky(tree, true);
    }
  }

  void cast(TypeCastTree tree, Scope scope) {
    Optional<TypeMirror> to = context.names.typeOf(tree.getType());
    boolean total = to.isPresent()
        && to.get().getKind().isPrimitive()
        && isPrimitive(tree.getExpression(), scope);
    if (!total && !isWidening(tree, to, scope)) {
      risky(tree);
    }
  }

  private boolean isWidening(TypeCastTree tree, Optional<TypeMirror> to, Scope scope) {
    Types types = context.compilation.types();
    return to.filter(wanted -> !wanted.getKind().isPrimitive()).isPresent()
        && context
            .typer
            .typeOf(tree.getExpression(), scope)
            .filter(type -> types.isSubtype(context.facts.boxed(type), to.get()))
            .isPresent();
  }

  private boolean isPrimitive(ExpressionTree tree, Scope scope) {
    return context
        .typer
        .typeOf(tree, scope)
        .filter(type -> type.getKind().isPrimitive())
        .isPresent();
  }
}
