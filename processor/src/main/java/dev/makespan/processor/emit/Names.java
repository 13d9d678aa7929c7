package dev.makespan.processor.emit;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** The names taken in one scope of the generated class. Ours give way to the user's. */
final class Names {
  private final Set<String> taken = new HashSet<>();

  /** Takes names that nothing else may have. */
  Names reserve(Collection<String> names) {
    taken.addAll(names);
    return this;
  }

  Names reserve(String name) {
    taken.add(name);
    return this;
  }

  /** Takes the names of a scope around this one. */
  Names reserve(Names outer) {
    taken.addAll(outer.taken);
    return this;
  }

  /**
   * Takes this name, or where it is taken or a keyword the first free one that has a number behind
   * it, counted from 2
   */
  String fresh(String name) {
    String candidate = name;
    for (int i = 2; SourceVersion.isKeyword(candidate) || !taken.add(candidate); i++) {
      candidate = name + i;
    }
    return candidate;
  }

  /** Takes the first free one of this name with a number behind it, counted from 1. */
  String numbered(String name) {
    int i = 1;
    while (!taken.add(name + i)) {
      i++;
    }
    return name + i;
  }

  boolean contains(String name) {
    return taken.contains(name);
  }

  static String capitalized(String name) {
    int first = name.codePointAt(0);
    return new StringBuilder()
        .appendCodePoint(Character.toUpperCase(first))
        .append(name.substring(Character.charCount(first)))
        .toString();
  }

  static String decapitalized(String name) {
    int first = name.codePointAt(0);
    return new StringBuilder()
        .appendCodePoint(Character.toLowerCase(first))
        .append(name.substring(Character.charCount(first)))
        .toString();
  }

  /** What a list of such things is called: {@code documents} of {@code document}. */
  static String plural(String name) {
    if (name.endsWith("s")) {
      return name;
    }
    if (name.length() > 2
        && name.endsWith("y")
        && "aeiou".indexOf(name.charAt(name.length() - 2)) < 0) {
      return name.substring(0, name.length() - 1) + "ies";
    }
    boolean hisses =
        name.length() > 1 && (name.endsWith("x") || name.endsWith("ch") || name.endsWith("sh"));
    return name + (hisses ? "es" : "s");
  }
}
