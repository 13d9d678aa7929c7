package dev.makespan.samples.seeds.parallel;

import dev.makespan.Run;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The program: analyses one text by the plain call, then by the flow, and compares results and
 * times.
 */
public final class Main {

  static final String TEXT = """
      The first version of the service was slow, because every analysis waited for the one before. A text from Lisbon \
      went through sentiment, then topics, then entities, and users in Oslo called it a bottleneck. In the improved version the analyses run \
      side by side. The service is faster and more reliable, and the analysis of a text takes only as long as its slowest \
      part.""";

  private static final List<Duration> TASK_TIMES = List.of(
      TextAnalysis.SENTIMENT_TIME,
      TextAnalysis.TOPICS_TIME,
      TextAnalysis.ENTITIES_TIME,
      TextAnalysis.SUMMARY_TIME);

  private Main() {}

  public static void main(String[] args) throws InterruptedException {
    run(System.out);
  }

  /** Runs the program. */
  static void run(PrintStream out) throws InterruptedException {
    TextAnalysisFlow flow = new TextAnalysisFlow();
    flow.analyze(TEXT).join(); // warm-up

    long start = System.nanoTime();
    TextReport plain = TextAnalysis.analyze(TEXT);
    Duration plainTime = Duration.ofNanos(System.nanoTime() - start);

    start = System.nanoTime();
    Run<TextReport> run = flow.analyze(TEXT);
    TextReport parallel = run.join();
    Duration flowTime = Duration.ofNanos(System.nanoTime() - start);

    if (!parallel.equals(plain)) {
      throw new AssertionError("The flow's report differs from the plain call's");
    }
    Duration slowest = Collections.max(TASK_TIMES);
    Duration sum = TASK_TIMES.stream().reduce(Duration.ZERO, Duration::plus);
    Duration makespan = run.report().makespan();
    out.println(parallel);
    out.println();
    line(
        out,
        "plain call     %6.1f ms, the sum of the tasks is %.1f ms",
        millis(plainTime),
        millis(sum));
    line(out, "flow           %6.1f ms, equal report", millis(flowTime));
    line(
        out,
        "makespan       %6.1f ms, %+.2f %% against the slowest path of %.1f ms",
        millis(makespan),
        100 * (millis(makespan) / millis(slowest) - 1),
        millis(slowest));
    line(
        out,
        "speed-up       %6.2f, the sum of the tasks over the makespan; at most %.2f",
        millis(sum) / millis(makespan),
        millis(sum) / millis(slowest));
    out.println();
    out.println(run.report());
  }

  private static double millis(Duration time) {
    return time.toNanos() / 1e6;
  }

  private static void line(PrintStream out, String format, Object... arguments) {
    out.println(String.format(Locale.ROOT, format, arguments));
  }
}
