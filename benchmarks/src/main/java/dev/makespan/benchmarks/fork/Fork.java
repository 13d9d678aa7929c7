package dev.makespan.benchmarks.fork;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM that ran a main and has ended.
 *
 * @param nanos from its start to its end, as its parent saw it
 * @param output what it printed, trimmed
 */
record Fork(long nanos, int exit, String output) {
  /** Runs a main of this module in a JVM of its own, of the same make as this one. */
  static Fork of(List<String> flags, String classPath, Class<?> main, String... args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-classpath", classPath, main.getName()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    long start = System.nanoTime();
    Process process = builder.start();
    String output;
    try (var stream = process.getInputStream()) {
      output = new String(stream.readAllBytes(), StandardCharsets.UTF_8).trim();
    }
    int exit = process.waitFor();
    return new Fork(System.nanoTime() - start, exit, output);
  }
}
