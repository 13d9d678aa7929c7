package dev.makespan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sources that are compiled in a process of their own.
 *
 * @param name the letter in the table
 * @param what what is compiled, for a reader
 * @param sources the directory of the sources
 * @param output where everything that javac writes goes
 * @param processorPath with the processor; empty to run none
 */
record Contestant(String name, String what, Path sources, Path output, String processorPath) {
  /** Where generated sources go. */
  Path generated() {
    return output.resolve("generated");
  }

  /** Compiles everything afresh; returns the seconds of CPU. */
  double compile(String classPath) throws IOException, InterruptedException {
    Files.createDirectories(output);
    delete(output);
    Path classes = Files.createDirectories(output.resolve("classes"));
    Files.createDirectories(generated());
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        ClassPath.of(MeasuredJavac.class),
        MeasuredJavac.class.getName(),
        "-g",
        "-cp",
        classPath,
        "-d",
        classes.toString(),
        "-s",
        generated().toString()));
    if (processorPath.isEmpty()) {
      command.add("-proc:none");
    } else {
      command.addAll(List.of("-processorpath", processorPath));
    }
    files(sources)
        .filter(file -> file.toString().endsWith(".java"))
        .sorted()
        .forEach(file -> command.add(file.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes()).strip();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(name + " doesn't compile:\n" + said);
    }
    return Long.parseLong(said.substring(said.lastIndexOf('\n') + 1)) / 1e9;
  }

  private static Stream<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).toList().stream();
    }
  }

  /** Deletes what is in a directory, and the directory. */
  static void delete(Path directory) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(directory)) {
      all = files.sorted((one, other) -> other.compareTo(one)).toList();
    }
    for (Path each : all) {
      Files.delete(each);
    }
  }
}
