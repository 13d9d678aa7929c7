package dev.makespan.processor.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Executable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MethodTablesTest {
  /** What the JDK has since 21. */
  private static final Set<String> LATER = Set.of(
      "java.util.SequencedCollection",
      "java.util.List addFirst",
      "java.util.List addLast",
      "java.util.List removeFirst",
      "java.util.List removeLast",
      "java.util.SequencedMap",
      "java.lang.Thread startVirtualThread",
      "java.lang.Thread threadId",
      "java.lang.AbstractStringBuilder repeat",
      "java.lang.StringBuilder repeat",
      "java.lang.StringBuffer repeat");

  @Test
  void namesMethodsThatExist() {
    List<String> tables = new ArrayList<>(List.of(
        MutatorTables.RECEIVER,
        MutatorTables.WORLD,
        MutatorTables.NEW,
        RunTables.UNREPEATABLE,
        RunTables.GATHERS,
        RunTables.STARTS,
        RunTables.DELAYS,
        RunTables.STAGES));
    tables.addAll(MutatorTables.ARGUMENT);
    Set<String> missing = new TreeSet<>();
    for (String table : tables) {
      MethodTable.of(table).names().forEach((type, names) -> check(type, names, missing));
    }
    if (Runtime.version().feature() < 21) {
      missing.removeAll(LATER);
    }
    assertEquals(Set.of(), missing);
  }

  private static void check(String type, List<String> names, Set<String> missing) {
    Class<?> found = load(type);
    if (found == null) {
      missing.add(type);
      return;
    }
    for (String name : names) {
      if (executables(found)
          .noneMatch(each -> MethodTable.isNamed(
              name,
              each instanceof java.lang.reflect.Constructor ? "<init>" : each.getName(),
              each.getParameterCount(),
              Arrays.stream(each.getParameterTypes()).anyMatch(Class::isArray)))) {
        missing.add(type + " " + name);
      }
    }
  }

  private static Stream<Executable> executables(Class<?> type) {
    return Stream.of(type.getDeclaredConstructors(), type.getDeclaredMethods(), type.getMethods())
        .flatMap(Arrays::stream);
  }

  private static Class<?> load(String type) {
    String name = type;
    while (true) {
      try {
        return Class.forName(name, false, ClassLoader.getPlatformClassLoader());
      } catch (ClassNotFoundException e) {
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
          return null;
        }
        name = name.substring(0, dot) + "$" + name.substring(dot + 1);
      }
    }
  }
}
