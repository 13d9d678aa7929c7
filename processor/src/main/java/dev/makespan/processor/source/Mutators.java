package dev.makespan.processor.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * The JDK's methods that change something. What holds for a method holds for those that override
 * it.
 */
final class Mutators {
  private static final MethodTable CHANGE_RECEIVER = MethodTable.of(MutatorTables.RECEIVER);
  private static final MethodTable CHANGE_WORLD = MethodTable.of(MutatorTables.WORLD);
  private static final MethodTable MAKE_NEW = MethodTable.of(MutatorTables.NEW);
  private static final List<MethodTable> CHANGE_ARGUMENT =
      MutatorTables.ARGUMENT.stream().map(MethodTable::of).toList();

  private final Types types;
  private final Map<TypeElement, Set<String>> supertypes = new HashMap<>();

  Mutators(Types types) {
    this.types = types;
  }

  /** Whether a method changes the object that it is called on. */
  boolean changesReceiver(ExecutableElement method) {
    return isIn(CHANGE_RECEIVER, method);
  }

  /** Whether a method or constructor changes what every object may see, such as files. */
  boolean changesWorld(ExecutableElement method) {
    return isIn(CHANGE_WORLD, method);
  }

  /** The argument that a method changes. */
  OptionalInt changedArgument(ExecutableElement method) {
    for (int i = 0; i < CHANGE_ARGUMENT.size(); i++) {
      if (isIn(CHANGE_ARGUMENT.get(i), method)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** Whether a method returns an object that nobody else has. */
  boolean makesNew(ExecutableElement method) {
    boolean clone =
        method.getSimpleName().contentEquals("clone") && method.getParameters().isEmpty();
    return clone || isIn(MAKE_NEW, method);
  }

  /** Whether a method that changes its receiver returns it, as builders do. */
  boolean returnsReceiver(ExecutableElement method) {
    return changesReceiver(method)
        && method.getReturnType() instanceof DeclaredType type
        && type.asElement() instanceof TypeElement returned
        && !returned.getQualifiedName().contentEquals("java.lang.Object")
        && supertypes(Enclosing.type(method))
            .contains(returned.getQualifiedName().toString());
  }

  /** Whether a method is given a supplier of new objects, and functions that fill them. */
  boolean accumulates(ExecutableElement method) {
    return method.getSimpleName().contentEquals("collect")
            && supertypes(Enclosing.type(method)).contains("java.util.stream.BaseStream")
        || method.getSimpleName().contentEquals("of")
            && supertypes(Enclosing.type(method)).contains("java.util.stream.Collector");
  }

  /** Whether a method is given functions that finish what a collector made. */
  boolean finishes(ExecutableElement method) {
    return method.getSimpleName().contentEquals("collectingAndThen");
  }

  /** Whether a type is one of these, or below one. */
  boolean isAny(TypeMirror type, Set<String> names) {
    return type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && supertypes(element).stream().anyMatch(names::contains);
  }

  /** Whether a table has a method, or one that it overrides. */
  boolean isIn(MethodTable table, ExecutableElement method) {
    return supertypes(Enclosing.type(method)).stream().anyMatch(type -> table.has(type, method));
  }

  /** The names of a type and of all types above it. */
  private Set<String> supertypes(TypeElement type) {
    return supertypes.computeIfAbsent(type, unused -> {
      Set<String> names = new HashSet<>();
      addSupertypes(types.erasure(type.asType()), names);
      return names;
    });
  }

  private void addSupertypes(TypeMirror type, Set<String> names) {
    if (type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && names.add(element.getQualifiedName().toString())) {
      types.directSupertypes(type).forEach(each -> addSupertypes(each, names));
    }
  }
}
