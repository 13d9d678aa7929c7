package dev.makespan.processor.source;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** Tells types of expressions and targets of calls where syntax and declarations suffice, and says so where they don't. */
final class Typer {
  private final Compilation compilation;
  private final Names names;
  private final Types types;

  Typer(Compilation compilation, Names names) {
    this.compilation = compilation;
    this.names = names;
    this.types = compilation.types();
  }

  static ExpressionTree bare(ExpressionTree tree) {
    ExpressionTree bare = tree;
    while (bare instanceof ParenthesizedTree parenthesized) {
      bare = parenthesized.getExpression();
    }
    return bare;
  }

  // Calls.

  Callee callee(MethodInvocationTree call, Scope scope) {
    int arguments = call.getArguments().size();
    if (call.getMethodSelect() instanceof IdentifierTree name) {
      return names
          .methods(name.getName().toString())
          .map(
              found ->
                  new Callee(
                      found.imported() ? Callee.Form.IMPORTED : Callee.Form.SIMPLE,
                      Optional.of(found.site()),
                      taking(arguments, found.all())))
          .orElse(new Callee(Callee.Form.SIMPLE, Optional.empty(), List.of()));
    }
    if (call.getMethodSelect() instanceof MemberSelectTree select) {
      return member(select.getExpression(), select.getIdentifier().toString(), scope, arguments);
    }
    return new Callee(Callee.Form.EXPRESSION, Optional.empty(), List.of());
  }

  private Callee member(ExpressionTree receiver, String name, Scope scope, int arguments) {
    Optional<TypeElement> type = typeName(receiver, scope);
    Callee.Form form = type.isPresent() ? Callee.Form.TYPE : Callee.Form.EXPRESSION;
    Optional<TypeElement> site = type.or(() -> typeOf(receiver, scope).flatMap(this::element));
    return new Callee(
        form, site, site.map(found -> taking(arguments, compilation.methods(found, name))).orElse(List.of()));
  }

  /** What a reference means as a function of one argument. */
  Callee callee(MemberReferenceTree reference, Scope scope) {
    ExpressionTree qualifier = reference.getQualifierExpression();
    String name = reference.getName().toString();
    Callee one = member(qualifier, name, scope, 1);
    if (one.form() == Callee.Form.EXPRESSION) {
      return one;
    }
    List<ExecutableElement> all = new ArrayList<>();
    one.candidates().stream().filter(method -> method.getModifiers().contains(Modifier.STATIC)).forEach(all::add);
    member(qualifier, name, scope, 0).candidates().stream()
        .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
        .forEach(all::add);
    return new Callee(one.form(), one.site(), all);
  }

  /** Whatever a reference may mean, for any number of arguments. */
  List<ExecutableElement> anyOf(MemberReferenceTree reference, Scope scope) {
    ExpressionTree qualifier = reference.getQualifierExpression();
    return typeName(qualifier, scope)
        .or(() -> typeOf(qualifier, scope).flatMap(this::element))
        .map(type -> compilation.methods(type, reference.getName().toString()))
        .orElse(List.of());
  }

  private static List<ExecutableElement> taking(int arguments, List<ExecutableElement> methods) {
    List<ExecutableElement> exact = methods.stream().filter(method -> method.getParameters().size() == arguments).toList();
    List<ExecutableElement> variable =
        methods.stream()
            .filter(method -> method.isVarArgs() && !exact.contains(method))
            .filter(method -> arguments >= method.getParameters().size() - 1)
            .toList();
    List<ExecutableElement> all = new ArrayList<>(exact);
    if (exact.isEmpty()) {
      all.addAll(variable);
    } else {
      // With as many arguments as parameters a method of fixed arity is tried first; it may not apply, though.
      variable.stream().filter(method -> Markers.node(method).isPresent() || exact.stream().anyMatch(e -> Markers.node(e).isPresent())).forEach(all::add);
    }
    return all;
  }

  /** The type that an expression names where no local or field of that name hides it. */
  Optional<TypeElement> typeName(ExpressionTree tree, Scope scope) {
    ExpressionTree first = tree;
    while (first instanceof MemberSelectTree select) {
      first = select.getExpression();
    }
    if (tree instanceof ParameterizedTypeTree parameterized && parameterized.getType() instanceof ExpressionTree raw) {
      return typeName(raw, scope);
    }
    if (!(first instanceof IdentifierTree identifier)) {
      return Optional.empty();
    }
    String name = identifier.getName().toString();
    boolean variable = scope.binds(name) || name.equals("this") || name.equals("super") || names.field(name).isPresent();
    return variable ? Optional.empty() : names.type(tree);
  }

  // Types.

  Optional<TypeMirror> typeOf(ExpressionTree expression, Scope scope) {
    ExpressionTree tree = bare(expression);
    if (tree instanceof IdentifierTree identifier) {
      return ofName(identifier.getName().toString(), scope);
    }
    if (tree instanceof LiteralTree literal) {
      return ofLiteral(literal);
    }
    if (tree instanceof MemberSelectTree select) {
      return ofField(select, scope);
    }
    if (tree instanceof MethodInvocationTree call) {
      return ofCall(call, scope);
    }
    if (tree instanceof NewClassTree creation && creation.getEnclosingExpression() == null) {
      boolean diamond =
          creation.getIdentifier() instanceof ParameterizedTypeTree parameterized && parameterized.getTypeArguments().isEmpty();
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
          .flatMap(type -> type instanceof ArrayType array ? Optional.of(array.getComponentType()) : Optional.empty());
    }
    if (tree instanceof BinaryTree binary) {
      return ofBinary(binary, scope);
    }
    if (tree instanceof UnaryTree unary) {
      return unary.getKind() == Tree.Kind.LOGICAL_COMPLEMENT
          ? Optional.of(types.getPrimitiveType(TypeKind.BOOLEAN))
          : typeOf(unary.getExpression(), scope).flatMap(this::unboxed).map(type -> wider(type, type));
    }
    return Optional.empty();
  }

  private Optional<TypeMirror> ofName(String name, Scope scope) {
    if (scope.binds(name)) {
      return scope.type(name);
    }
    if (name.equals("this")) {
      return Optional.of(names.owner().asType());
    }
    return names.field(name).map(field -> field.all().get(0).asType()).filter(this::isClosed);
  }

  private Optional<TypeMirror> ofLiteral(LiteralTree literal) {
    return switch (literal.getKind()) {
      case INT_LITERAL -> Optional.of(types.getPrimitiveType(TypeKind.INT));
      case LONG_LITERAL -> Optional.of(types.getPrimitiveType(TypeKind.LONG));
      case FLOAT_LITERAL -> Optional.of(types.getPrimitiveType(TypeKind.FLOAT));
      case DOUBLE_LITERAL -> Optional.of(types.getPrimitiveType(TypeKind.DOUBLE));
      case BOOLEAN_LITERAL -> Optional.of(types.getPrimitiveType(TypeKind.BOOLEAN));
      case CHAR_LITERAL -> Optional.of(types.getPrimitiveType(TypeKind.CHAR));
      case STRING_LITERAL -> Optional.of(string());
      default -> Optional.empty();
    };
  }

  private Optional<TypeMirror> ofField(MemberSelectTree select, Scope scope) {
    String name = select.getIdentifier().toString();
    Optional<TypeElement> type = typeName(select.getExpression(), scope);
    if (type.isPresent()) {
      return type.flatMap(found -> compilation.field(found, name)).map(VariableElement::asType).filter(this::isClosed);
    }
    Optional<TypeMirror> receiver = typeOf(select.getExpression(), scope);
    if (receiver.isPresent() && receiver.get().getKind() == TypeKind.ARRAY && name.equals("length")) {
      return Optional.of(types.getPrimitiveType(TypeKind.INT));
    }
    return receiver
        .filter(DeclaredType.class::isInstance)
        .flatMap(found -> element(found).flatMap(e -> compilation.field(e, name)).map(f -> types.asMemberOf((DeclaredType) found, f)))
        .flatMap(this::upper)
        .filter(this::isClosed);
  }

  private Optional<TypeMirror> ofCall(MethodInvocationTree call, Scope scope) {
    Callee callee = callee(call, scope);
    Optional<TypeMirror> receiver =
        callee.form() == Callee.Form.EXPRESSION && call.getMethodSelect() instanceof MemberSelectTree select
            ? typeOf(select.getExpression(), scope)
            : Optional.empty();
    Optional<TypeMirror> result = Optional.empty();
    for (ExecutableElement method : callee.candidates()) {
      Optional<TypeMirror> each = returned(method, receiver);
      boolean same = result.isEmpty() || each.isPresent() && types.isSameType(result.get(), each.get());
      if (each.isEmpty() || !same) {
        return Optional.empty();
      }
      result = each;
    }
    return result;
  }

  private Optional<TypeMirror> returned(ExecutableElement method, Optional<TypeMirror> receiver) {
    boolean ofClass = method.getSimpleName().contentEquals("getClass") && method.getParameters().isEmpty();
    if (!method.getTypeParameters().isEmpty() || ofClass) {
      return Optional.empty();
    }
    TypeMirror declared = method.getReturnType();
    if (declared.getKind() == TypeKind.VOID) {
      return Optional.empty();
    }
    if (!isClosed(declared)
        && receiver.isPresent()
        && receiver.get() instanceof DeclaredType type
        && !type.getTypeArguments().isEmpty()) {
      return upper(((ExecutableType) types.asMemberOf(type, method)).getReturnType()).filter(this::isClosed);
    }
    return Optional.of(declared).filter(this::isClosed);
  }

  private Optional<TypeMirror> ofBinary(BinaryTree binary, Scope scope) {
    Optional<TypeMirror> left = typeOf(binary.getLeftOperand(), scope);
    Optional<TypeMirror> right = typeOf(binary.getRightOperand(), scope);
    return switch (binary.getKind()) {
      case EQUAL_TO, NOT_EQUAL_TO, LESS_THAN, LESS_THAN_EQUAL, GREATER_THAN, GREATER_THAN_EQUAL, CONDITIONAL_AND, CONDITIONAL_OR ->
          Optional.of(types.getPrimitiveType(TypeKind.BOOLEAN));
      case LEFT_SHIFT, RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT -> left.flatMap(this::unboxed).map(type -> wider(type, type));
      case PLUS -> {
        boolean text = left.filter(this::isString).isPresent() || right.filter(this::isString).isPresent();
        yield text ? Optional.of(string()) : arithmetic(left, right);
      }
      default -> arithmetic(left, right);
    };
  }

  private Optional<TypeMirror> arithmetic(Optional<TypeMirror> left, Optional<TypeMirror> right) {
    Optional<TypeMirror> one = left.flatMap(this::unboxed);
    Optional<TypeMirror> other = right.flatMap(this::unboxed);
    return one.isPresent() && other.isPresent() ? Optional.of(wider(one.get(), other.get())) : Optional.empty();
  }

  /** The type of an operator over two primitives. */
  private TypeMirror wider(TypeMirror one, TypeMirror other) {
    for (TypeKind kind : new TypeKind[] {TypeKind.BOOLEAN, TypeKind.DOUBLE, TypeKind.FLOAT, TypeKind.LONG}) {
      if (one.getKind() == kind || other.getKind() == kind) {
        return types.getPrimitiveType(kind);
      }
    }
    return types.getPrimitiveType(TypeKind.INT);
  }

  Optional<TypeMirror> unboxed(TypeMirror type) {
    if (type.getKind().isPrimitive()) {
      return Optional.of(type);
    }
    try {
      return Optional.of(types.unboxedType(type));
    } catch (IllegalArgumentException noBox) {
      return Optional.empty();
    }
  }

  TypeMirror boxed(TypeMirror type) {
    return type instanceof PrimitiveType primitive ? types.boxedClass(primitive).asType() : type;
  }

  boolean isString(TypeMirror type) {
    return types.isSameType(type, string());
  }

  private TypeMirror string() {
    return compilation.elements().getTypeElement("java.lang.String").asType();
  }

  Optional<TypeElement> element(TypeMirror type) {
    return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
        ? Optional.of(element)
        : Optional.empty();
  }

  /** The element type of a collection; the bound of a wildcard, and Object of a raw one. */
  Optional<TypeMirror> elementOf(TypeMirror type) {
    TypeElement collection = compilation.elements().getTypeElement("java.lang.Iterable");
    return supertype(type, collection).map(found -> {
      TypeMirror object = compilation.elements().getTypeElement("java.lang.Object").asType();
      return found.getTypeArguments().isEmpty() ? object : upper(found.getTypeArguments().get(0)).orElse(object);
    });
  }

  private Optional<DeclaredType> supertype(TypeMirror type, TypeElement wanted) {
    if (type instanceof DeclaredType declared && declared.asElement().equals(wanted)) {
      return Optional.of(declared);
    }
    if (type.getKind() != TypeKind.DECLARED) {
      return Optional.empty();
    }
    return types.directSupertypes(type).stream().map(each -> supertype(each, wanted)).flatMap(Optional::stream).findFirst();
  }

  /** A type as a local could be declared with it: the upper bound of a wildcard or a capture. */
  private Optional<TypeMirror> upper(TypeMirror type) {
    if (type instanceof WildcardType wildcard) {
      return wildcard.getExtendsBound() == null
          ? Optional.of(compilation.elements().getTypeElement("java.lang.Object").asType())
          : Optional.of(wildcard.getExtendsBound());
    }
    if (type instanceof TypeVariable variable) {
      return Optional.of(variable.getUpperBound()).filter(this::isClosed);
    }
    return Optional.of(type);
  }

  /** Whether a type names no type variable and no type that doesn't exist. */
  boolean isClosed(TypeMirror type) {
    return TypeParts.of(type).stream().allMatch(part -> part.getKind().isPrimitive() || part.getKind() == TypeKind.DECLARED);
  }
}
