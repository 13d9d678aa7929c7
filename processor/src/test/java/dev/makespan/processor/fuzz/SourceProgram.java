package dev.makespan.processor.fuzz;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * A generated program. Its class {@code Entry} has {@code inputs()}, which tells how many there
 * are, and for each {@code plain(int)} and {@code flow(Runner, int)}.
 *
 * @param packageName its package, which no other program of a batch has
 * @param files the sources, by path
 * @param isTimed whether the interpreter knows all that calls wait for, so that how long the
 *     longest path takes is known
 */
record SourceProgram(String packageName, Map<String, String> files, boolean isTimed) {
  /** All files in one text. */
  String text() {
    return files.entrySet().stream()
        .map(file -> "// " + file.getKey() + "\n" + file.getValue())
        .collect(Collectors.joining("\n"));
  }

  int lines() {
    return (int) text().lines().count();
  }
}
