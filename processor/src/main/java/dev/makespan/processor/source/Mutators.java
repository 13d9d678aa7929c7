package dev.makespan.processor.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * The JDK's methods that change something. What holds for a method holds for those that override
 * it.
 *
 * <p>Each line of a table: types (without a package: in that of the type before), a colon, names of
 * methods. {@code next*} stands for all names that begin so, {@code get/0} for the overload without
 * parameters, {@code get[]} for those that take an array.
 */
final class Mutators {
  private static final Map<String, List<String>> CHANGE_RECEIVER = table(MutatorTables.RECEIVER);
  private static final Map<String, List<String>> CHANGE_WORLD = table(MutatorTables.WORLD);
  private static final Map<String, List<String>> MAKE_NEW = table(MutatorTables.NEW);
  private static final List<Map<String, List<String>>> CHANGE_ARGUMENT =
      MutatorTables.ARGUMENT.stream().map(Mutators::table).toList();

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

  private boolean isIn(Map<String, List<String>> table, ExecutableElement method) {
    return supertypes(Enclosing.type(method)).stream()
        .map(type -> table.getOrDefault(type, List.of()))
        .anyMatch(names -> matches(names, method));
  }

  private static boolean matches(List<String> names, ExecutableElement method) {
    String name = method.getSimpleName().toString();
    int parameters = method.getParameters().size();
    boolean array =
        method.getParameters().stream().anyMatch(each -> each.asType().getKind() == TypeKind.ARRAY);
    return names.stream().anyMatch(each -> isNamed(each, name, parameters, array));
  }

  /** Whether an entry of a table means a method. */
  static boolean isNamed(String entry, String method, int parameters, boolean takesArray) {
    return entry.equals(method)
        || (entry.endsWith("*") && method.startsWith(entry.substring(0, entry.length() - 1)))
        || entry.equals(method + "/" + parameters)
        || (takesArray && entry.equals(method + "[]"));
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

  /** Reads a table: the names by type. */
  static Map<String, List<String>> table(String text) {
    Map<String, List<String>> table = new HashMap<>();
    for (String line : text.lines().toList()) {
      int colon = line.indexOf(':');
      List<String> names = List.of(line.substring(colon + 1).strip().split(" +", -1));
      String packageName = "";
      for (String type : line.substring(0, colon).split(" +", -1)) {
        String qualified = type.contains(".") ? type : packageName + type;
        packageName = qualified.substring(0, qualified.lastIndexOf('.') + 1);
        table.computeIfAbsent(qualified, unused -> new ArrayList<>()).addAll(names);
      }
    }
    return table;
  }
}
