package dev.makespan.samples.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

  @TempDir
  private Path folder;

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  @Test
  void analysesWhatItCanAndSaysWhyItSkippedTheRest() throws IOException {
    Files.writeString(
        folder.resolve("a.txt"), "Ahab is a good captain. He came from Nantucket in 1851.");
    Files.write(folder.resolve("b.bin"), new byte[] {1, 0, 2});
    Files.write(folder.resolve("c.txt"), new byte[0]);
    Files.write(folder.resolve("d.txt"), new byte[] {'a', (byte) 0xFF, 'b'});
    Files.writeString(folder.resolve("e.txt"), "The whale is terrible.");

    assertEquals(0, run(folder.toString(), folder.resolve("missing.txt").toString()));

    assertBlock("a.txt", "  size         10 words, 2 sentences, 1 paragraph");
    assertBlock("b.bin", "  skipped      binary file");
    assertBlock("c.txt", "  skipped      empty file");
    assertBlock("d.txt", "  skipped      not UTF-8: malformed at byte 1");
    assertBlock("e.txt", "  size         4 words, 1 sentence, 1 paragraph");
    assertBlock("missing.txt", "  skipped      no such file or folder");
    assertBlock("Summary", "  documents    2 analysed, 4 skipped, 14 words");
  }

  @Test
  void printsTheResultsOfADocument() throws IOException {
    Files.writeString(
        folder.resolve("a.txt"), "Ahab is a good captain. He came from Nantucket in 1851.");
    run(folder.toString());
    assertTrue(
        lines()
            .contains("  sentiment    +0.46: of the sentences 1 positive, 0 negative, 1 neutral"),
        this::text);
    assertTrue(lines().contains("    brightest  Ahab is a good captain."), this::text);
    assertTrue(lines().contains("  place        Nantucket ×1"), this::text);
    assertTrue(lines().contains("  date         1851 ×1"), this::text);
  }

  @Test
  void printsBothTimesAndTheReportOfTheRun() throws IOException {
    assertEquals(0, run());
    assertTrue(text().contains("6 analysed, 0 skipped"), this::text);
    assertTrue(
        text()
            .matches("(?s).*Plain call [0-9.]+ ms, flow [0-9.]+ ms, equal results\\. .*makespan.*"),
        this::text);
  }

  @Test
  void failsIfNothingCouldBeAnalysed() throws IOException {
    Path missing = folder.resolve("missing.txt");
    assertEquals(1, run(missing.toString()));
    assertBlock("missing.txt", "  skipped      no such file or folder");
    assertBlock("Summary", "  documents    0 analysed, 1 skipped, 0 words");
  }

  @Test
  void failsOnAFolderWithoutFiles() throws IOException {
    assertEquals(1, run(folder.toString()));
    assertEquals(List.of("There are no files in " + folder), lines());
  }

  @Test
  void failsOnWhatIsNoPath() throws IOException {
    assertEquals(1, run("a\0b"));
    assertEquals(List.of("Not a path: a\0b"), lines());
  }

  @Test
  void tellsHowToUseIt() throws IOException {
    assertEquals(0, run("--help"));
    assertTrue(text().contains("Usage: Main [--help] [file or folder]..."), this::text);
  }

  private int run(String... args) throws IOException {
    return Main.run(List.of(args), new PrintStream(output, true, UTF_8));
  }

  private String text() {
    return output.toString(UTF_8);
  }

  private List<String> lines() {
    return Arrays.asList(text().split("\\R"));
  }

  /** Asserts that the line stands directly below its heading. */
  private void assertBlock(String heading, String line) {
    int index = lines().indexOf(heading);
    assertTrue(index >= 0, () -> "No " + heading + " in: " + text());
    assertEquals(line, lines().get(index + 1));
  }
}
