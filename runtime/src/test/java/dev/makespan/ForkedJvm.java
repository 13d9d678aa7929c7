package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A JVM that ran a main of the tests to its end.
 *
 * @param output the lines that it printed
 */
record ForkedJvm(int exit, List<String> output) {
  private static final long SECONDS = 120;

  /** Runs a main in a JVM of the same make as this one; its output is kept in the folder. */
  static ForkedJvm of(Path folder, List<String> flags, Class<?> main, String... args)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "output", ".txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
    try {
      assertTrue(
          process.waitFor(SECONDS, TimeUnit.SECONDS),
          () -> "the JVM doesn't end; it printed " + lines(output));
    } finally {
      process.destroyForcibly();
    }
    return new ForkedJvm(process.exitValue(), lines(output));
  }

  private static List<String> lines(Path output) {
    try {
      return Files.readAllLines(output, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return List.of(e.toString());
    }
  }
}
