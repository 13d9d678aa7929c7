package dev.makespan.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.processor.graph.FlowGraph;
import dev.makespan.processor.reference.Code;
import dev.makespan.processor.reference.GraphOrder;
import dev.makespan.processor.reference.ThreeWays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each directory below {@code golden} is a case: sources, the generated files that are expected,
 * and a class {@code Cases} that compares plain calls with flows. The generated files must compile
 * without a warning, and let wait what the graph lets wait, which is what the rules do. The cases
 * are run once more with the reference interpreter, and the logs of starts and ends compared (see
 * {@link ThreeWays}). A case whose name ends with {@code -java21} needs that version of Java.
 * {@code -Dgolden.rewrite=true} writes what is expected anew.
 */
final class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  /** The workflows that are not run in three ways, by the case. */
  private static final Map<String, List<String>> NOT_INTERPRETED = Map.of(
      // They time out, and the interpreter has no clock.
      "options", List.of("Tuned.late"), "workflow-options", List.of("Plans.around", "Plans.late"));

  private static final boolean REWRITE = Boolean.getBoolean("golden.rewrite");

  static List<String> cases() throws IOException {
    try (Stream<Path> directories = Files.list(GOLDEN)) {
      return directories
          .map(each -> each.getFileName().toString())
          .filter(each -> !each.endsWith("-java21") || Runtime.version().feature() >= 21)
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void generatesWhatIsExpected(String name) throws Exception {
    Path directory = GOLDEN.resolve(name);
    Map<String, String> sources = files(directory, ".java");
    Path target = Files.createTempDirectory("golden");
    try {
      GraphingProcessor graphs = new GraphingProcessor();
      Compiled compiled = Compiled.withoutHints(
              target, sources, List.of(graphs, new MakespanProcessor()))
          .assertClean();
      assertEquals(graphs.edges().keySet(), flowNames(compiled));
      for (String flow : graphs.edges().keySet()) {
        assertEquals(graphs.edges().get(flow), EmittedEdges.of(compiled.source(flow)), flow);
      }
      for (Code code : graphs.codes()) {
        assertEquals(List.of(), differences(code.graph()), code.file());
      }
      Map<String, String> generated = new TreeMap<>();
      compiled
          .sources()
          .forEach((path, text) -> generated.put(Path.of(path).getFileName() + ".golden", text));
      if (REWRITE) {
        rewrite(directory, generated);
      }
      Map<String, String> expected = files(directory, ".golden");
      assertEquals(expected.keySet(), generated.keySet());
      for (Map.Entry<String, String> file : expected.entrySet()) {
        assertEquals(file.getValue(), generated.get(file.getKey()), file.getKey());
      }
      compiled.run(sources.get("Cases.java").startsWith("package demo;") ? "demo.Cases" : "Cases");
      List<String> untried =
          ThreeWays.compare(target.resolve("ways"), sources, compiled.sources(), graphs.codes());
      assertEquals(NOT_INTERPRETED.getOrDefault(name, List.of()), untried);
    } finally {
      delete(target);
    }
  }

  @Test
  void listsNothingThatIsNoCase() throws IOException {
    assertTrue(cases().containsAll(NOT_INTERPRETED.keySet()));
  }

  private static List<String> differences(FlowGraph graph) {
    return graph.flow().nodes().stream()
        .flatMap(node -> graph.body(node).stream())
        .flatMap(body -> GraphOrder.differences(body).stream())
        .toList();
  }

  private static Set<String> flowNames(Compiled compiled) {
    Set<String> names = new TreeSet<>();
    for (String path : compiled.sources().keySet()) {
      names.add(Path.of(path).getFileName().toString().replace(".java", ""));
    }
    return names;
  }

  private static Map<String, String> files(Path directory, String suffix) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(directory)) {
      for (Path path : paths.filter(path -> path.toString().endsWith(suffix)).toList()) {
        files.put(path.getFileName().toString(), Files.readString(path));
      }
    }
    return files;
  }

  private static void rewrite(Path directory, Map<String, String> generated) throws IOException {
    for (String old : files(directory, ".golden").keySet()) {
      Files.delete(directory.resolve(old));
    }
    for (Map.Entry<String, String> file : generated.entrySet()) {
      Files.writeString(directory.resolve(file.getKey()), file.getValue());
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
