package demo;

import dev.makespan.Runner;
import dev.makespan.testing.Equivalence;
import java.time.Duration;
import java.util.List;

public final class Cases {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  public static void run() {
    List<Integer> good = List.of(1, 2, 3);
    List<Integer> bad = List.of(4, -5, -6);
    for (List<Integer> one : List.of(good, bad)) {
      for (List<Integer> other : List.of(good, bad)) {
        Equivalence.assertSame(
            () -> Report.pages(one, other), () -> new ReportFlow().pages(one, other), LIMIT);
      }
    }
    try (Runner runner = Runner.builder().maxParallelism(1).build()) {
      Equivalence.assertSame(
          () -> Report.pages(good, bad), () -> new ReportFlow(runner).pages(good, bad), LIMIT);
    }
  }
}
