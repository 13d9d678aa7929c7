package dev.makespan.processor.source;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WildcardTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** What simple names mean inside one class, told from the syntax and the declared elements alone. */
final class Names {
  private final Compilation compilation;
  private final TypeElement owner;
  private final List<Import> imports = new ArrayList<>();
  private final Map<String, Optional<TypeElement>> types = new HashMap<>();
  private final Map<String, Optional<Members<VariableElement>>> fields = new HashMap<>();
  private final Map<String, Optional<Members<ExecutableElement>>> methods = new HashMap<>();

  /**
   * Members that one simple name means.
   *
   * @param site the class through which they are seen: the innermost one that has such a member, or the one a static import names
   * @param imported whether by a static import
   */
  record Members<M extends Element>(TypeElement site, List<M> all, boolean imported) {}

  private record Import(boolean isStatic, boolean ofModule, String qualifier, String name) {
    boolean onDemand() {
      return name.equals("*");
    }
  }

  Names(Compilation compilation, TypeElement owner, SourceFile file) {
    this.compilation = compilation;
    this.owner = owner;
    for (ImportTree tree : file.unit().getImports()) {
      boolean ofModule = tree.toString().startsWith("import module ");
      String qualified = tree.getQualifiedIdentifier().toString();
      int dot = qualified.lastIndexOf('.');
      String qualifier = ofModule ? qualified : qualified.substring(0, Math.max(dot, 0));
      imports.add(new Import(tree.isStatic(), ofModule, qualifier, ofModule ? "*" : qualified.substring(dot + 1)));
    }
  }

  TypeElement owner() {
    return owner;
  }

  // Types.

  Optional<TypeElement> type(String name) {
    return types.computeIfAbsent(name, this::findType);
  }

  private Optional<TypeElement> findType(String name) {
    for (TypeElement each = owner; each != null; each = outer(each)) {
      Optional<TypeElement> member = compilation.memberType(each, name);
      if (member.isPresent()) {
        return member;
      }
      if (each.getSimpleName().contentEquals(name)) {
        return Optional.of(each);
      }
    }
    return importedType(name, false)
        .or(() -> compilation.type(owner, inPackage(compilation.elements().getPackageOf(owner).getQualifiedName().toString(), name)))
        .or(() -> importedType(name, true))
        .or(() -> compilation.type(owner, "java.lang." + name));
  }

  private Optional<TypeElement> importedType(String name, boolean onDemand) {
    for (Import each : imports) {
      if (each.onDemand() != onDemand || !onDemand && !each.name().equals(name)) {
        continue;
      }
      Optional<TypeElement> found =
          each.ofModule() ? ofModule(each.qualifier(), name) : compilation.type(owner, inPackage(each.qualifier(), name));
      if (found.isEmpty()) {
        found = compilation.type(owner, each.qualifier()).flatMap(outer -> compilation.memberType(outer, name));
      }
      if (found.isPresent() && compilation.reachable(found.get(), owner)) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<TypeElement> ofModule(String module, String name) {
    ModuleElement element = compilation.elements().getModuleElement(module);
    if (element == null) {
      return Optional.empty();
    }
    for (ModuleElement.Directive directive : element.getDirectives()) {
      if (directive instanceof ModuleElement.ExportsDirective exports && exports.getTargetModules() == null) {
        Optional<TypeElement> found = compilation.type(owner, inPackage(exports.getPackage().getQualifiedName().toString(), name));
        if (found.isPresent()) {
          return found;
        }
      } else if (directive instanceof ModuleElement.RequiresDirective requires && requires.isTransitive()) {
        Optional<TypeElement> found = ofModule(requires.getDependency().getQualifiedName().toString(), name);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** The type that a simple or qualified name means, if it means one. */
  Optional<TypeElement> type(ExpressionTree name) {
    if (name instanceof IdentifierTree identifier) {
      return type(identifier.getName().toString());
    }
    if (name instanceof AnnotatedTypeTree annotated) {
      return type(annotated.getUnderlyingType());
    }
    if (name instanceof MemberSelectTree select && isName(select)) {
      String last = select.getIdentifier().toString();
      Optional<TypeElement> outer = type(select.getExpression());
      return outer.isPresent()
          ? outer.flatMap(type -> compilation.memberType(type, last))
          : compilation.type(owner, select.toString());
    }
    return Optional.empty();
  }

  private static boolean isName(Tree tree) {
    return tree instanceof IdentifierTree || tree instanceof MemberSelectTree select && isName(select.getExpression());
  }

  /** The type that a type's tree means; empty for a type that doesn't exist (yet), and for {@code var}. */
  Optional<TypeMirror> typeOf(Tree tree) {
    if (tree instanceof PrimitiveTypeTree primitive) {
      return primitive.getPrimitiveTypeKind() == TypeKind.VOID
          ? Optional.empty()
          : Optional.of(compilation.types().getPrimitiveType(primitive.getPrimitiveTypeKind()));
    }
    if (tree instanceof ArrayTypeTree array) {
      return typeOf(array.getType()).map(compilation.types()::getArrayType);
    }
    if (tree instanceof AnnotatedTypeTree annotated) {
      return typeOf(annotated.getUnderlyingType());
    }
    if (tree instanceof WildcardTree wildcard) {
      return wildcard(wildcard);
    }
    if (tree instanceof ParameterizedTypeTree parameterized) {
      return parameterized(parameterized);
    }
    if (tree instanceof ExpressionTree name) {
      return type(name).map(this::plain);
    }
    return Optional.empty();
  }

  /** A type's name without arguments: raw, if it has parameters. */
  private TypeMirror plain(TypeElement type) {
    return type.getTypeParameters().isEmpty() ? type.asType() : compilation.types().getDeclaredType(type);
  }

  private Optional<TypeMirror> parameterized(ParameterizedTypeTree tree) {
    if (!(tree.getType() instanceof ExpressionTree name)) {
      return Optional.empty();
    }
    Optional<TypeElement> element = type(name);
    List<TypeMirror> arguments = new ArrayList<>();
    for (Tree argument : tree.getTypeArguments()) {
      Optional<TypeMirror> type = typeOf(argument);
      if (type.isEmpty()) {
        return Optional.empty();
      }
      arguments.add(type.get());
    }
    return element
        .filter(type -> type.getTypeParameters().size() == arguments.size())
        .map(type -> compilation.types().getDeclaredType(type, arguments.toArray(TypeMirror[]::new)));
  }

  private Optional<TypeMirror> wildcard(WildcardTree tree) {
    if (tree.getBound() == null) {
      WildcardType unbounded = compilation.types().getWildcardType(null, null);
      return Optional.of(unbounded);
    }
    boolean upper = tree.getKind() == Tree.Kind.EXTENDS_WILDCARD;
    return typeOf(tree.getBound())
        .map(bound -> compilation.types().getWildcardType(upper ? bound : null, upper ? null : bound));
  }

  // Members.

  /** The field that a simple name means, where no local or parameter hides it. */
  Optional<Members<VariableElement>> field(String name) {
    return fields.computeIfAbsent(name, this::findField);
  }

  private Optional<Members<VariableElement>> findField(String name) {
    for (TypeElement each = owner; each != null; each = outer(each)) {
      Optional<VariableElement> field = compilation.field(each, name);
      if (field.isPresent()) {
        return Optional.of(new Members<>(each, List.of(field.get()), false));
      }
    }
    for (boolean onDemand : new boolean[] {false, true}) {
      for (Import each : imports) {
        Optional<TypeElement> site = staticSite(each, name, onDemand);
        Optional<VariableElement> field =
            site.flatMap(type -> compilation.field(type, name)).filter(this::importable);
        if (field.isPresent()) {
          return Optional.of(new Members<>(site.get(), List.of(field.get()), true));
        }
      }
    }
    return Optional.empty();
  }

  /** The methods that a simple name means. */
  Optional<Members<ExecutableElement>> methods(String name) {
    return methods.computeIfAbsent(name, this::findMethods);
  }

  private Optional<Members<ExecutableElement>> findMethods(String name) {
    for (TypeElement each = owner; each != null; each = outer(each)) {
      List<ExecutableElement> all = compilation.methods(each, name);
      if (!all.isEmpty()) {
        return Optional.of(new Members<>(each, all, false));
      }
    }
    for (boolean onDemand : new boolean[] {false, true}) {
      List<ExecutableElement> all = new ArrayList<>();
      TypeElement first = null;
      for (Import each : imports) {
        Optional<TypeElement> site = staticSite(each, name, onDemand);
        List<ExecutableElement> found =
            site.map(type -> compilation.methods(type, name)).orElse(List.of()).stream().filter(this::importable).toList();
        if (!found.isEmpty()) {
          first = first == null ? site.get() : first;
          found.stream().filter(method -> !all.contains(method)).forEach(all::add);
        }
      }
      if (first != null) {
        return Optional.of(new Members<>(first, all, true));
      }
    }
    return Optional.empty();
  }

  private Optional<TypeElement> staticSite(Import each, String name, boolean onDemand) {
    boolean names = each.isStatic() && each.onDemand() == onDemand && (onDemand || each.name().equals(name));
    return names ? compilation.type(owner, each.qualifier()) : Optional.empty();
  }

  private boolean importable(Element member) {
    return member.getModifiers().contains(Modifier.STATIC) && compilation.reachable(member, owner);
  }

  /** Whether a name is a package that exists, or the beginning of one. */
  boolean isPackage(String name) {
    return compilation.elements().getPackageElement(name) != null;
  }

  private static TypeElement outer(TypeElement type) {
    return type.getEnclosingElement() instanceof TypeElement outer ? outer : null;
  }

  private static String inPackage(String packageName, String name) {
    return packageName.isEmpty() ? name : packageName + "." + name;
  }
}
