package dev.makespan.processor.source;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WildcardTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Tells which types are written in the source. */
final class TypeTrees {
  private final Types types;
  private final Names names;

  TypeTrees(Types types, Names names) {
    this.types = types;
    this.names = names;
  }

  /** The type that a tree means; empty for a type that doesn't exist (yet), and for {@code var}. */
  Optional<TypeMirror> type(Tree tree) {
    if (tree instanceof PrimitiveTypeTree primitive) {
      return primitive.getPrimitiveTypeKind() == TypeKind.VOID
          ? Optional.empty()
          : Optional.of(types.getPrimitiveType(primitive.getPrimitiveTypeKind()));
    }
    if (tree instanceof ArrayTypeTree array) {
      return type(array.getType()).map(types::getArrayType);
    }
    if (tree instanceof AnnotatedTypeTree annotated) {
      return type(annotated.getUnderlyingType());
    }
    if (tree instanceof WildcardTree wildcard) {
      return wildcard(wildcard);
    }
    if (tree instanceof ParameterizedTypeTree parameterized) {
      return parameterized(parameterized);
    }
    if (tree instanceof MemberSelectTree select && isParameterized(select.getExpression())) {
      return memberOfParameterized(select, List.of());
    }
    return tree instanceof ExpressionTree name
        ? names.type(name).map(this::plain)
        : Optional.empty();
  }

  private static boolean isParameterized(Tree tree) {
    return tree instanceof ParameterizedTypeTree
        || (tree instanceof MemberSelectTree select && isParameterized(select.getExpression()));
  }

  /** A type's name without arguments: raw, if it has parameters. */
  private TypeMirror plain(TypeElement type) {
    return type.getTypeParameters().isEmpty() ? type.asType() : types.getDeclaredType(type);
  }

  private Optional<TypeMirror> parameterized(ParameterizedTypeTree tree) {
    List<TypeMirror> arguments = new ArrayList<>();
    for (Tree argument : tree.getTypeArguments()) {
      Optional<TypeMirror> type = type(argument);
      if (type.isEmpty()) {
        return Optional.empty();
      }
      arguments.add(type.get());
    }
    if (tree.getType() instanceof MemberSelectTree select
        && isParameterized(select.getExpression())) {
      return memberOfParameterized(select, arguments);
    }
    return NameOf.rawType(tree)
        .flatMap(names::type)
        .filter(type -> type.getTypeParameters().size() == arguments.size())
        .map(type -> types.getDeclaredType(type, arguments.toArray(TypeMirror[]::new)));
  }

  /** An inner class of a parameterized one: {@code Box<String>.Inner}. */
  private Optional<TypeMirror> memberOfParameterized(
      MemberSelectTree select, List<TypeMirror> arguments) {
    Optional<TypeMirror> around = type(select.getExpression());
    if (around.isEmpty() || !(around.get() instanceof DeclaredType outer)) {
      return Optional.empty();
    }
    return names
        .memberType((TypeElement) outer.asElement(), select.getIdentifier().toString())
        .filter(type -> type.getTypeParameters().size() == arguments.size()
            && !type.getModifiers().contains(Modifier.STATIC))
        .map(type -> types.getDeclaredType(outer, type, arguments.toArray(TypeMirror[]::new)));
  }

  private Optional<TypeMirror> wildcard(WildcardTree tree) {
    if (tree.getBound() == null) {
      return Optional.of(types.getWildcardType(null, null));
    }
    boolean upper = tree.getKind() == Tree.Kind.EXTENDS_WILDCARD;
    return type(tree.getBound())
        .map(bound -> types.getWildcardType(upper ? bound : null, upper ? null : bound));
  }
}
