package dev.makespan.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
  @Test
  void aTableForEachWorkloadAndModeAndARowForEachContestant() throws Exception {
    List<String> lines =
        run("workloads=W1,W3 contestants=plain,makespan rounds=2 warmup=0 slice=1");

    assertEquals(4, lines.stream().filter(line -> line.startsWith("### ")).count());
    assertEquals(4, lines.stream().filter(line -> line.startsWith("| plain | ")).count());
    assertEquals(
        4, lines.stream().filter(line -> line.startsWith("| makespan | ")).count());
  }

  @Test
  void aBaselineIsOnceItself() throws Exception {
    List<String> lines =
        run("workloads=W1 modes=busy contestants=plain baselines=plain rounds=3 warmup=0 slice=1");

    String row = lines.get(lines.size() - 1);
    assertTrue(row.contains("| 1.000 [1.000–1.000] |"), row);
  }

  @Test
  void anUnknownOptionIsRefused() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> run("workload=W1"));

    assertTrue(e.getMessage().startsWith("not an option: workload=W1; there are "), e.getMessage());
  }

  @Test
  void anUnknownContestantIsRefused() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> run("contestants=plane"));

    assertTrue(e.getMessage().startsWith("no such contestant: plane; "), e.getMessage());
  }

  private static List<String> run(String options) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      Turns.run(new String[] {options}, out);
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
