package dev.makespan.processor.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;

/**
 * Methods and constructors of the JDK, by type.
 *
 * <p>Each line of its text: types (without a package: in that of the type before), a colon, names
 * of methods, {@code <init>} for constructors. {@code next*} stands for all names that begin so,
 * {@code get/0} for the overload without parameters, {@code get[]} for those that take an array.
 *
 * @param names the names by qualified type
 */
record MethodTable(Map<String, List<String>> names) {
  static MethodTable of(String text) {
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
    return new MethodTable(table);
  }

  /** Whether it has the name of a method at this type. */
  boolean has(String type, ExecutableElement method) {
    List<String> entries = names.getOrDefault(type, List.of());
    if (entries.isEmpty()) {
      return false;
    }
    String name = method.getSimpleName().toString();
    int parameters = method.getParameters().size();
    boolean array =
        method.getParameters().stream().anyMatch(each -> each.asType().getKind() == TypeKind.ARRAY);
    return entries.stream().anyMatch(each -> isNamed(each, name, parameters, array));
  }

  /** Whether it has a method or constructor at the very type that declares it. */
  boolean hasDeclared(ExecutableElement method) {
    return has(Enclosing.type(method).getQualifiedName().toString(), method);
  }

  /** Whether an entry means a method. */
  static boolean isNamed(String entry, String method, int parameters, boolean takesArray) {
    return entry.equals(method)
        || (entry.endsWith("*") && method.startsWith(entry.substring(0, entry.length() - 1)))
        || entry.equals(method + "/" + parameters)
        || (takesArray && entry.equals(method + "[]"));
  }
}
