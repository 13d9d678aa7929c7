package dev.makespan.samples.seeds.mergesort;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.Run;
import dev.makespan.event.RunReport.NodeReport;
import dev.makespan.testing.Equivalence;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergeSortTest {
  private final MergeSortFlow flow = new MergeSortFlow();

  @Test
  void sortsLikeTheJdkInPlainCallAndFlow() {
    int small = MergeSort.SMALL;
    for (int count : List.of(0, 1, small, small + 1, 2 * small + 1, 50_000)) {
      int[] numbers = Main.numbers(count);
      int[] sorted = numbers.clone();
      Arrays.sort(sorted);
      assertArrayEquals(sorted, MergeSort.sort(numbers));
      Equivalence.assertSame(() -> MergeSort.sort(numbers), () -> flow.sort(numbers));
    }
  }

  @Test
  void splitsUntilThePartsAreSmall() {
    Run<int[]> run = flow.sort(Main.numbers(4 * MergeSort.SMALL));
    run.join();
    assertEquals(4, count(run, "sortSmall"));
    assertEquals(3, count(run, "merge"));
  }

  private static long count(Run<?> run, String name) {
    return run.report().nodes().stream()
        .filter(node -> node.name().equals(name))
        .mapToLong(NodeReport::count)
        .sum();
  }

  @Test
  void theProgramTellsItsTimes() {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    Main.run(new PrintStream(output, true, UTF_8));
    String text = output.toString(UTF_8);
    assertTrue(text.startsWith("200,000 numbers, equal results"), text);
    assertTrue(text.contains("plain call") && text.contains("makespan"), text);
  }
}
