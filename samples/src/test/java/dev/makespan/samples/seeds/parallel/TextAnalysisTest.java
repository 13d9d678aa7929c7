package dev.makespan.samples.seeds.parallel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.Run;
import dev.makespan.event.RunGraph.Node;
import dev.makespan.testing.Equivalence;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextAnalysisTest {

  /**
   * Enough for a quiet moment: the promise is about the engine, not about what else the machine
   * does. Any wait of one analysis for another adds at least 100 ms to each attempt, a slow engine
   * its part.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final TextAnalysisFlow flow = new TextAnalysisFlow();

  @Test
  void analysesATextInThePlainCall() throws InterruptedException {
    assertEquals(
        new TextReport(
            1,
            List.of("service", "faster", "improved"),
            List.of("Oslo"),
            "The improved service is faster."),
        TextAnalysis.analyze("The improved service is faster. The old service in Oslo was slow."));
  }

  @Test
  void theFlowEqualsThePlainCall() {
    Equivalence.assertSame(() -> TextAnalysis.analyze(Main.TEXT), () -> flow.analyze(Main.TEXT));
  }

  @Test
  void theFlowOfAnEmptyTextEqualsThePlainCall() {
    Equivalence.assertSame(() -> TextAnalysis.analyze(""), () -> flow.analyze(""));
  }

  @Test
  void theMakespanIsThatOfTheSlowestAnalysis() {
    Duration slowest = TextAnalysis.SENTIMENT_TIME;
    Duration allowed = slowest.plus(slowest.dividedBy(50));
    long start = System.nanoTime();
    Duration best = makespan();
    while (best.compareTo(allowed) > 0 && System.nanoTime() - start < PATIENCE.toNanos()) {
      Duration next = makespan();
      best = next.compareTo(best) < 0 ? next : best;
    }
    assertTrue(best.compareTo(slowest) >= 0, "shorter than its slowest task: " + best);
    assertTrue(best.compareTo(allowed) <= 0, "more than 2 % above the slowest path: " + best);
  }

  /** What the times show on a quiet machine, and the graph on any. */
  @Test
  void noAnalysisWaitsForAnother() {
    Run<TextReport> run = flow.analyze(Main.TEXT);
    run.join();
    Map<String, String> names =
        run.graph().nodes().stream().collect(Collectors.toMap(Node::id, Node::name));
    assertEquals(
        Set.of(
            "sentiment -> report", "topics -> report", "entities -> report", "summary -> report"),
        run.graph().edges().stream()
            .map(edge -> names.get(edge.from()) + " -> " + names.get(edge.to()))
            .collect(Collectors.toSet()));
  }

  @Test
  void theProgramTellsTimesAndSpeedUp() throws InterruptedException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    Main.run(new PrintStream(output, true, UTF_8));
    String text = output.toString(UTF_8);
    for (String label : List.of("plain call ", "flow ", "makespan ", "speed-up ")) {
      assertTrue(
          text.lines().anyMatch(line -> line.startsWith(label)),
          () -> label + "is missing in: " + text);
    }
    double makespan = figure("makespan", text);
    assertTrue(makespan >= 350, text);
    assertTrue(figure("plain call", text) >= 1100, text);
    assertEquals(1100 / makespan, figure("speed-up", text), 0.01);
  }

  /** The first figure of the line with that label. */
  private static double figure(String label, String text) {
    Matcher matcher = Pattern.compile("(?m)^" + label + " +([0-9.]+)").matcher(text);
    assertTrue(matcher.find(), text);
    return Double.parseDouble(matcher.group(1));
  }

  private Duration makespan() {
    Run<TextReport> run = flow.analyze(Main.TEXT);
    run.join();
    return run.report().makespan();
  }
}
