package dev.makespan.build;

import dev.makespan.build.SourceFile.Use;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which package may use which, within one name space such as {@code dev.makespan}.
 *
 * <p>A package is given as its name, or as {@code name.*} for all packages below that name. What is
 * not allowed is refused, and so are a package that no rule names, a package without a
 * {@code package-info.java}, and a cycle of packages.
 */
final class ImportRules {
  private final String space;
  private final Map<String, Set<String>> allowed = new LinkedHashMap<>();
  private final Map<String, Set<String>> reserved = new LinkedHashMap<>();

  /** Rules for the packages of a name space: the package of that name and all below it. */
  ImportRules(String space) {
    this.space = space;
  }

  /** Lets a package use these packages of the name space, and no others. */
  ImportRules allow(String user, String... used) {
    allowed.put(user, Set.of(used));
    return this;
  }

  /** Keeps all packages below a name of any name space for these users. */
  ImportRules reserve(String used, String... users) {
    reserved.put(used, Set.of(users));
    return this;
  }

  /**
   * Returns what breaks the rules, as lines that name file and line; having no sources at all
   * breaks them too.
   */
  List<String> check(List<SourceFile> files) {
    if (files.isEmpty()) {
      return List.of("no sources found");
    }
    List<String> problems = new ArrayList<>();
    Map<String, Set<String>> graph = new TreeMap<>();
    for (SourceFile file : files) {
      Set<String> used = graph.computeIfAbsent(file.packageName(), name -> new TreeSet<>());
      for (Use use : file.uses()) {
        check(file, use, problems);
        if (isInside(use.packageName(), space) && !use.packageName().equals(file.packageName())) {
          used.add(use.packageName());
        }
      }
    }
    for (String user : graph.keySet()) {
      if (rule(user) == null) {
        problems.add("package " + user + " is named by no rule");
      }
      if (files.stream().noneMatch(file -> describes(file, user))) {
        problems.add("package " + user + " has no package-info.java");
      }
      findCycle(user, user, graph, new LinkedHashSet<>(), problems);
    }
    return problems;
  }

  private void check(SourceFile file, Use use, List<String> problems) {
    String user = file.packageName();
    String used = use.packageName();
    Set<String> rule = rule(user);
    boolean refused =
        rule != null && isInside(used, space) && !used.equals(user) && !matches(used, rule);
    for (Map.Entry<String, Set<String>> entry : reserved.entrySet()) {
      refused |= isInside(use.name(), entry.getKey()) && !matches(user, entry.getValue());
    }
    if (refused) {
      problems.add(file.path() + ":" + use.line() + ": " + user + " must not use " + use.name());
    }
  }

  private Set<String> rule(String user) {
    for (Map.Entry<String, Set<String>> entry : allowed.entrySet()) {
      if (matches(user, Set.of(entry.getKey()))) {
        return entry.getValue();
      }
    }
    return null;
  }

  /** Tells a cycle once, from the first of its packages in alphabetical order. */
  private static void findCycle(
      String first,
      String at,
      Map<String, Set<String>> graph,
      Set<String> path,
      List<String> problems) {
    path.add(at);
    for (String next : graph.getOrDefault(at, Set.of())) {
      if (next.equals(first)) {
        problems.add("cycle: " + String.join(" -> ", path) + " -> " + first);
      } else if (next.compareTo(first) > 0 && !path.contains(next)) {
        findCycle(first, next, graph, path, problems);
      }
    }
    path.remove(at);
  }

  private static boolean describes(SourceFile file, String packageName) {
    return file.packageName().equals(packageName) && file.path().endsWith("package-info.java");
  }

  private static boolean matches(String packageName, Set<String> names) {
    return names.stream()
        .anyMatch(name -> name.endsWith(".*")
            ? packageName.startsWith(name.substring(0, name.length() - 1))
            : packageName.equals(name));
  }

  private static boolean isInside(String name, String space) {
    return name.equals(space) || name.startsWith(space + ".");
  }
}
