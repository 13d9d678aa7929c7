package dev.makespan.processor.mutation;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A valid program to be changed.
 *
 * @param files the texts by path, in package {@code demo} or the unnamed one
 */
record Base(String name, Map<String, String> files) {
  private static final Pattern PACKAGE = Pattern.compile("\\bdemo\\b");

  Base {
    files = new TreeMap<>(files);
  }

  /** Whether its package can have another name, so that several programs are compiled at once. */
  boolean isMovable() {
    return files.keySet().stream().allMatch(path -> path.startsWith("demo/"));
  }

  /** A text of it in a package of another name. */
  static String moved(String text, String packageName) {
    return PACKAGE.matcher(text).replaceAll(packageName);
  }
}
