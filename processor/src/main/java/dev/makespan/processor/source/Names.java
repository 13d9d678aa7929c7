package dev.makespan.processor.source;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * What simple names mean inside one class, told from the syntax and the declared elements alone.
 */
final class Names {
  private static final boolean[] BY_NAME_THEN_ON_DEMAND = {false, true};

  private final Compilation compilation;
  private final TypeElement owner;
  private final Imports imports;
  private final TypeTrees typeTrees;
  private final Access access;
  private final Map<String, Optional<TypeElement>> types = new HashMap<>();
  private final Map<String, Optional<Members<VariableElement>>> fields = new HashMap<>();
  private final Map<String, Optional<Members<ExecutableElement>>> methods = new HashMap<>();

  /**
   * Members that one simple name means.
   *
   * @param site the class through which they are seen: the innermost one that has such a member, or
   *     the one a static import names
   * @param imported whether by a static import
   */
  record Members<M extends Element>(TypeElement site, List<M> all, boolean imported) {}

  Names(Compilation compilation, TypeElement owner, SourceFile file) {
    this.compilation = compilation;
    this.owner = owner;
    this.imports = new Imports(compilation, owner, file);
    this.typeTrees = new TypeTrees(compilation.types(), this);
    this.access = new Access(compilation, owner);
  }

  TypeElement owner() {
    return owner;
  }

  Access access() {
    return access;
  }

  // Types.

  Optional<TypeElement> type(String name) {
    return types.computeIfAbsent(name, this::findType);
  }

  private Optional<TypeElement> findType(String name) {
    for (TypeElement each : Enclosing.outwards(owner)) {
      Optional<TypeElement> member = compilation.memberType(each, name);
      if (member.isPresent()) {
        return member;
      }
      if (each.getSimpleName().contentEquals(name)) {
        return Optional.of(each);
      }
    }
    String ownPackage =
        compilation.elements().getPackageOf(owner).getQualifiedName().toString();
    return imports
        .type(name, false)
        .or(() -> imports.inPackage(ownPackage, name))
        .or(() -> imports.type(name, true))
        .or(() -> imports.inPackage("java.lang", name));
  }

  /** The names of the types in this class, in those around it and in its package, sorted. */
  SortedSet<String> nearTypes() {
    SortedSet<String> names = new TreeSet<>();
    for (TypeElement each : Enclosing.outwards(owner)) {
      ElementFilter.typesIn(each.getEnclosedElements())
          .forEach(member -> names.add(member.getSimpleName().toString()));
    }
    ElementFilter.typesIn(compilation.elements().getPackageOf(owner).getEnclosedElements())
        .forEach(type -> names.add(type.getSimpleName().toString()));
    return names;
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
          ? outer.flatMap(type -> memberType(type, last))
          : compilation.type(owner, select.toString());
    }
    boolean ofParameterized =
        name instanceof MemberSelectTree && typeTrees.type(name).isPresent();
    return ofParameterized
        ? typeTrees.type(name).map(type -> (TypeElement) compilation.types().asElement(type))
        : Optional.empty();
  }

  Optional<TypeElement> memberType(TypeElement type, String name) {
    return compilation.memberType(type, name);
  }

  private static boolean isName(Tree tree) {
    return tree instanceof IdentifierTree
        || (tree instanceof MemberSelectTree select && isName(select.getExpression()));
  }

  /**
   * The type that a type's tree means; empty for a type that doesn't exist (yet), and for
   * {@code var}.
   */
  Optional<TypeMirror> typeOf(Tree tree) {
    return typeTrees.type(tree);
  }

  /** Whether a type of that name is imported by name. */
  boolean isImported(CharSequence name) {
    return imports.byName(name.toString());
  }

  // Members.

  /** Whether every class is there that simple names may be members of. */
  boolean isComplete() {
    boolean complete = imports.isComplete();
    for (TypeElement each : Enclosing.outwards(owner)) {
      complete &= compilation.lineage(each).stream().allMatch(compilation::hasSupertypes);
    }
    return complete;
  }

  /** The field that a simple name means, where no local or parameter hides it. */
  Optional<Members<VariableElement>> field(String name) {
    return fields.computeIfAbsent(
        name,
        unused ->
            find(name, (type, field) -> compilation.field(type, field).stream().toList()));
  }

  /** The methods that a simple name means. */
  Optional<Members<ExecutableElement>> methods(String name) {
    return methods.computeIfAbsent(name, unused -> find(name, compilation::methods));
  }

  private <M extends Element> Optional<Members<M>> find(
      String name, BiFunction<TypeElement, String, List<M>> members) {
    for (TypeElement each : Enclosing.outwards(owner)) {
      List<M> all = members.apply(each, name);
      if (!all.isEmpty()) {
        return Optional.of(new Members<>(each, all, false));
      }
    }
    for (boolean onDemand : BY_NAME_THEN_ON_DEMAND) {
      Optional<Members<M>> imported = imported(name, imports.staticSites(name, onDemand), members);
      if (imported.isPresent()) {
        return imported;
      }
    }
    return Optional.empty();
  }

  private <M extends Element> Optional<Members<M>> imported(
      String name, List<TypeElement> sites, BiFunction<TypeElement, String, List<M>> members) {
    List<M> all = new ArrayList<>();
    Optional<TypeElement> first = Optional.empty();
    for (TypeElement site : sites) {
      List<M> found =
          members.apply(site, name).stream().filter(imports::isImportable).toList();
      if (!found.isEmpty()) {
        first = first.or(() -> Optional.of(site));
        found.stream().filter(member -> !all.contains(member)).forEach(all::add);
      }
    }
    return first.map(site -> new Members<>(site, all, true));
  }
}
