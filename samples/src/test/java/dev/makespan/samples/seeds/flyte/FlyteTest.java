package dev.makespan.samples.seeds.flyte;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.Run;
import dev.makespan.event.RunReport.NodeReport;
import dev.makespan.testing.Equivalence;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlyteTest {
  private final NestedFlow nested = new NestedFlow();
  private final MixedFlow mixed = new MixedFlow();

  /** What the Python programs give for {@code multi_wf(l=[1, 2, 3, 4, 5, 6], chunk=2)}. */
  @Test
  void sixItemsInChunksOfTwoGiveWhatTheSeedGives() {
    assertEquals(List.of(4, 5, 6, 7, 8, 9), nested.multiWf(Main.SIX, 2).join());
    assertEquals(List.of(3, 4, 5, 6, 7, 8), mixed.multiWf(Main.SIX, 2).join());
  }

  @Test
  void sixItemsAreAsManyCallsAsTheSeedDraws() {
    Run<List<Integer>> run = nested.multiWf(Main.SIX, 2);
    run.join();
    Map<String, Long> counts = counts(run);
    assertEquals(1, counts.get("level1"));
    assertEquals(3, counts.get("level2"));
    assertEquals(6, counts.get("coreWf"));
    assertEquals(6, counts.get("step1"));
    assertEquals(6, counts.get("step2"));
    assertEquals(1, counts.get("reduce"));
    Run<List<Integer>> ofMixed = mixed.multiWf(Main.SIX, 2);
    ofMixed.join();
    Map<String, Long> mixedCounts = counts(ofMixed);
    assertEquals(1, mixedCounts.get("level1"));
    assertEquals(3, mixedCounts.get("level2"));
    assertEquals(6, mixedCounts.get("mappable"));
    assertEquals(1, mixedCounts.get("reduce"));
  }

  private static Map<String, Long> counts(Run<?> run) {
    return run.report().nodes().stream()
        .collect(Collectors.toMap(NodeReport::name, NodeReport::count, Long::sum));
  }

  @Test
  void theFlowEqualsThePlainCall() {
    for (int chunk : List.of(1, 2, 4, 6, 7)) {
      Equivalence.assertSame(
          () -> Nested.multiWf(Main.SIX, chunk), () -> nested.multiWf(Main.SIX, chunk));
      Equivalence.assertSame(
          () -> Mixed.multiWf(Main.SIX, chunk), () -> mixed.multiWf(Main.SIX, chunk));
    }
    Equivalence.assertSame(() -> Nested.multiWf(List.of(), 2), () -> nested.multiWf(List.of(), 2));
  }

  @Test
  void tenThousandItemsGiveEachItsResultInOrder() {
    List<Integer> threeMore = IntStream.rangeClosed(4, 10_003).boxed().toList();
    List<Integer> twoMore = IntStream.rangeClosed(3, 10_002).boxed().toList();
    assertEquals(threeMore, nested.multiWf(Main.MANY, Main.MANY_CHUNK).join());
    assertEquals(twoMore, mixed.multiWf(Main.MANY, Main.MANY_CHUNK).join());
  }

  @Test
  void theProgramTellsResultsAndTimes() {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    Main.run(new PrintStream(output, true, UTF_8));
    List<String> lines = output.toString(UTF_8).lines().toList();
    assertEquals(4, lines.size(), lines::toString);
    assertTrue(lines.get(0).matches("nested, 6 items +[0-9.]+ ms: \\[4, 5, 6, 7, 8, 9]"));
    assertTrue(lines.get(3).matches("mixed, 10,000 items +[0-9.]+ ms: \\[3, 4, 5, 6, 7, 8] …"));
  }
}
