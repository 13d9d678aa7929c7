package dev.makespan.processor.source;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.TypeCastTree;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Tells types of expressions where syntax and declarations suffice, and says so where they don't.
 */
final class Typer {
  private final Compilation compilation;
  private final Names names;
  private final TypeFacts facts;
  private final Targets targets;
  private final Types types;

  Typer(Compilation compilation, Names names, TypeFacts facts) {
    this.compilation = compilation;
    this.names = names;
    this.facts = facts;
    this.targets = new Targets(compilation, names, this);
    this.types = compilation.types();
  }

  Targets targets() {
    return targets;
  }

  static ExpressionTree bare(ExpressionTree tree) {
    ExpressionTree bare = tree;
    while (bare instanceof ParenthesizedTree parenthesized) {
      bare = parenthesized.getExpression();
    }
    return bare;
  }

  /** Whether an expression is {@code this}, qualified with the class itself. */
  boolean isOwnThis(ExpressionTree tree) {
    return tree instanceof MemberSelectTree select
        && select.getIdentifier().contentEquals("this")
        && names.type(select.getExpression()).filter(names.owner()::equals).isPresent();
  }

  Optional<TypeMirror> typeOf(ExpressionTree expression, Scope scope) {
    ExpressionTree tree = bare(expression);
    if (tree instanceof IdentifierTree identifier) {
      return ofName(identifier.getName().toString(), scope);
    }
    if (tree instanceof LiteralTree literal) {
      return ofLiteral(literal);
    }
    if (tree instanceof MemberSelectTree select) {
      if (select.getIdentifier().contentEquals("this")) {
        return names.type(select.getExpression()).map(TypeElement::asType);
      }
      return ofField(select, scope);
    }
    if (tree instanceof MethodInvocationTree call) {
      return ofCall(call, scope);
    }
    if (tree instanceof NewClassTree creation && creation.getEnclosingExpression() == null) {
      boolean diamond = creation.getIdentifier() instanceof ParameterizedTypeTree parameterized
          && parameterized.getTypeArguments().isEmpty();
      return diamond ? Optional.empty() : names.typeOf(creation.getIdentifier());
    }
    if (tree instanceof TypeCastTree cast) {
      return names.typeOf(cast.getType());
    }
    if (tree instanceof InstanceOfTree) {
      return Optional.of(types.getPrimitiveType(TypeKind.BOOLEAN));
    }
    if (tree instanceof ArrayAccessTree access) {
      return typeOf(access.getExpression(), scope)
          .flatMap(type -> type instanceof ArrayType array
              ? Optional.of(array.getComponentType())
              : Optional.empty());
    }
    return new OperatorTypes(this, facts, types).of(tree, scope);
  }

  /** The class of an expression's value, also where its type arguments can't be told. */
  Optional<TypeElement> classOf(ExpressionTree expression, Scope scope) {
    Optional<TypeMirror> type = typeOf(expression, scope);
    ExpressionTree tree = bare(expression);
    if (type.isPresent()) {
      return type.flatMap(facts::element);
    }
    if (tree instanceof NewClassTree creation && creation.getEnclosingExpression() == null) {
      return NameOf.rawType(creation.getIdentifier()).flatMap(names::type);
    }
    if (tree instanceof MethodInvocationTree call) {
      List<Optional<TypeElement>> returned = targets.callee(call, scope).candidates().stream()
          .filter(method -> takesArrays(method, call, scope))
          .map(method -> facts.element(method.getReturnType()))
          .distinct()
          .toList();
      return returned.size() == 1 ? returned.get(0) : Optional.empty();
    }
    return Optional.empty();
  }

  /** Whether a method takes the very arrays that it is given, as far as they are known. */
  private boolean takesArrays(ExecutableElement method, MethodInvocationTree call, Scope scope) {
    int known = Math.min(method.getParameters().size(), call.getArguments().size());
    for (int i = 0; i < known; i++) {
      TypeMirror parameter = method.getParameters().get(i).asType();
      boolean differs = typeOf(call.getArguments().get(i), scope)
          .filter(ArrayType.class::isInstance)
          .filter(given ->
              parameter instanceof ArrayType && !types.isSubtype(given, types.erasure(parameter)))
          .isPresent();
      if (differs) {
        return false;
      }
    }
    return true;
  }

  private Optional<TypeMirror> ofName(String name, Scope scope) {
    if (scope.binds(name)) {
      return scope.type(name);
    }
    if (name.equals("this")) {
      return Optional.of(names.owner().asType());
    }
    return names.field(name).map(field -> field.all().get(0).asType()).filter(facts::isClosed);
  }

  private Optional<TypeMirror> ofLiteral(LiteralTree literal) {
    return switch (literal.getKind()) {
      case INT_LITERAL -> Optional.of(types.getPrimitiveType(TypeKind.INT));
      case LONG_LITERAL -> Optional.of(types.getPrimitiveType(TypeKind.LONG));
      case FLOAT_LITERAL -> Optional.of(types.getPrimitiveType(TypeKind.FLOAT));
      case DOUBLE_LITERAL -> Optional.of(types.getPrimitiveType(TypeKind.DOUBLE));
      case BOOLEAN_LITERAL -> Optional.of(types.getPrimitiveType(TypeKind.BOOLEAN));
      case CHAR_LITERAL -> Optional.of(types.getPrimitiveType(TypeKind.CHAR));
      case STRING_LITERAL -> Optional.of(facts.string());
      default -> Optional.empty();
    };
  }

  private Optional<TypeMirror> ofField(MemberSelectTree select, Scope scope) {
    String name = select.getIdentifier().toString();
    Optional<TypeElement> type = targets.typeName(select.getExpression(), scope);
    if (type.isPresent()) {
      return type.flatMap(found -> compilation.field(found, name))
          .map(VariableElement::asType)
          .filter(facts::isClosed);
    }
    Optional<TypeMirror> receiver = typeOf(select.getExpression(), scope);
    if (receiver.isPresent()
        && receiver.get().getKind() == TypeKind.ARRAY
        && name.equals("length")) {
      return Optional.of(types.getPrimitiveType(TypeKind.INT));
    }
    return receiver
        .filter(DeclaredType.class::isInstance)
        .flatMap(found -> facts
            .element(found)
            .flatMap(e -> compilation.field(e, name))
            .map(f -> types.asMemberOf((DeclaredType) found, f)))
        .flatMap(facts::upper)
        .filter(facts::isClosed);
  }

  private Optional<TypeMirror> ofCall(MethodInvocationTree call, Scope scope) {
    Callee callee = targets.callee(call, scope);
    Optional<TypeMirror> receiver = callee.receiver();
    Optional<TypeMirror> result = Optional.empty();
    for (ExecutableElement method : callee.candidates()) {
      Optional<TypeMirror> each = returned(method, receiver);
      boolean same =
          result.isEmpty() || (each.isPresent() && types.isSameType(result.get(), each.get()));
      if (each.isEmpty() || !same) {
        return Optional.empty();
      }
      result = each;
    }
    return result;
  }

  private Optional<TypeMirror> returned(ExecutableElement method, Optional<TypeMirror> receiver) {
    boolean ofClass = method.getSimpleName().contentEquals("getClass")
        && method.getParameters().isEmpty();
    if (!method.getTypeParameters().isEmpty() || ofClass) {
      return Optional.empty();
    }
    TypeMirror declared = method.getReturnType();
    if (declared.getKind() == TypeKind.VOID) {
      return Optional.empty();
    }
    if (!facts.isClosed(declared)
        && receiver.isPresent()
        && receiver.get() instanceof DeclaredType type
        && !type.getTypeArguments().isEmpty()) {
      return facts
          .upper(((ExecutableType) types.asMemberOf(type, method)).getReturnType())
          .filter(facts::isClosed);
    }
    return Optional.of(declared).filter(facts::isClosed);
  }
}
