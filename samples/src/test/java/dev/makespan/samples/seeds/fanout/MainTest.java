package dev.makespan.samples.seeds.fanout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void theProgramTellsAllThreeWays() throws InterruptedException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    Main.run(new PrintStream(output, true, UTF_8));
    String time = " +[0-9.]+ ms: ";
    String inOrder = "first, part 1, part 2, part 3, last";
    String inAnyOrder = "first, (part [123], ){3}last";
    List<String> expected = List.of(
        "Fan-out/fan-in: .*",
        "  plain call" + time + inOrder,
        "  flow" + time + inAnyOrder,
        "  flow, two at a time" + time + inAnyOrder,
        "A pool of two workers .*: \\[\\(1, 2\\), \\(3, 4\\), \\(5, 6\\)]",
        "  plain call" + time + "\\[2, 4, 6]",
        "  flow" + time + "\\[2, 4, 6]",
        "One pipeline .*",
        "  flow" + time + "toys in Oslo: 40 sold, 28 in stock",
        "  flow" + time + "books in Lisbon: 50 sold, 42 in stock",
        "  flow" + time + "tools in Vienna: 50 sold, 42 in stock");
    assertLinesMatch(expected, output.toString(UTF_8).lines().toList());
  }
}
