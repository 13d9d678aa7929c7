package dev.makespan.samples.seeds.parallel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.Run;
import dev.makespan.testing.Equivalence;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextAnalysisTest {

  /**
   * Enough for a quiet moment: the promise is about the engine, not about what else the machine
   * does.
   */
  private static final int ATTEMPTS = 5;

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
    Duration best = makespan();
    for (int attempt = 1; attempt < ATTEMPTS && best.compareTo(allowed) > 0; attempt++) {
      Duration next = makespan();
      best = next.compareTo(best) < 0 ? next : best;
    }
    assertTrue(best.compareTo(slowest) >= 0, "shorter than its slowest task: " + best);
    assertTrue(best.compareTo(allowed) <= 0, "more than 2 % above the slowest path: " + best);
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
  }

  private Duration makespan() {
    Run<TextReport> run = flow.analyze(Main.TEXT);
    run.join();
    return run.report().makespan();
  }
}
