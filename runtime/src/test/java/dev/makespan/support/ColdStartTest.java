package dev.makespan.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a JVM loads for its first run; each class takes it some tenths of a millisecond. */
class ColdStartTest {
  /** What the generated class needs before anything can be loaded ahead, and who does that. */
  private static final List<String> BEFORE = List.of(
      "spi.TaskBody",
      "support.Nodes",
      "support.Preload",
      "support.Pace",
      "support.Pace$Place",
      "support.BodyShape$Place",
      "spi.TaskDef",
      "spi.NodeKind",
      "spi.Policy");

  private static final String OWN_THREADS = "dev.makespan.internal.local.OwnThreads$$";

  @TempDir
  Path folder;

  @Test
  void theClassesThatAreLoadedAheadAreThoseOfTheFirstRun() throws Exception {
    // Nothing is loaded ahead on one processor.
    TreeSet<String> loaded = new TreeSet<>(ofTheRuntime(loaded("-XX:ActiveProcessorCount=1", "")));
    TreeSet<String> ahead = new TreeSet<>(Preload.NAMES);
    assertEquals(Preload.NAMES.size(), ahead.size());
    ahead.addAll(BEFORE);

    assertEquals(String.join("\n", ahead), String.join("\n", loaded));
  }

  @Test
  void theFirstRunNeedsNoLambdaButForTheThreadsThatAreMadeBesideIt() throws Exception {
    List<String> loaded = loaded("-XX:ActiveProcessorCount=2", "waits");

    assertTrue(loaded.contains(Body.class.getName()));
    assertEquals(
        List.of(),
        loaded.stream()
            .filter(each -> each.contains("$$Lambda"))
            .filter(each -> !each.startsWith(OWN_THREADS) && !each.startsWith("java.lang."))
            .toList());
  }

  /** The names of the classes that a first run loads. */
  private List<String> loaded(String flag, String how) throws Exception {
    Path log = folder.resolve("classes.txt");
    Path output = folder.resolve("output.txt");
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            flag,
            "-Xlog:class+load:file=" + log,
            "-cp",
            classes(Nodes.class) + System.getProperty("path.separator") + classes(FirstRun.class),
            FirstRun.class.getName(),
            how)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
    try {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    } finally {
      process.destroyForcibly();
    }
    assertEquals(List.of("abcab"), Files.readAllLines(output, StandardCharsets.UTF_8));
    return names(log);
  }

  private static List<String> names(Path log) throws IOException {
    List<String> names = new ArrayList<>();
    for (String line : Files.readAllLines(log, StandardCharsets.UTF_8)) {
      // As in "[0.041s][info][class,load] java.lang.Object source: shared objects file".
      int end = line.indexOf(" source: ");
      if (end >= 0) {
        names.add(line.substring(line.lastIndexOf(' ', end - 1) + 1, end));
      }
    }
    return names;
  }

  private static List<String> ofTheRuntime(List<String> names) {
    String prefix = "dev.makespan.";
    return names.stream()
        .filter(
            each -> each.startsWith(prefix) && !each.contains("FirstRun") && !each.contains("/"))
        .map(each -> each.substring(prefix.length()))
        .toList();
  }

  private static Path classes(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
