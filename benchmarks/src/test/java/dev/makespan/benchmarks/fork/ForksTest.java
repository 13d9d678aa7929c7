package dev.makespan.benchmarks.fork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForksTest {
  /** A contestant whose jars aren't all named would end with an error, which is thrown. */
  @Test
  void eachContestantStartsWithItsOwnJarsAlone() throws Exception {
    List<String> lines = lines(out -> ColdStarts.run(new String[] {"forks=1 warmup=0"}, out));

    assertEquals(2 + 8, lines.size(), lines::toString);
  }

  @Test
  void aMillionElementsOrAHeapTooSmall() throws Exception {
    List<String> lines =
        lines(out -> Heaps.run(new String[] {"contestants=plain heaps=16m,256m forks=1"}, out));

    String row = lines.get(2);
    assertTrue(row.matches("\\| plain \\| out of memory \\| \\d+ ms \\[\\d+–\\d+] \\|"), row);
  }

  private interface Program {
    void run(PrintStream out) throws Exception;
  }

  private static List<String> lines(Program program) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      program.run(out);
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
