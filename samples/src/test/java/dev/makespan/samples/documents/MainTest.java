package dev.makespan.samples.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  void printsOnlyExtremesThatDiffer() throws IOException {
    Path easy = Files.writeString(folder.resolve("a.txt"), "The whale swims.");
    Path hard = Files.writeString(
        folder.resolve("b.txt"), "Considerable complications notwithstanding, it swims on.");
    Path good = Files.writeString(folder.resolve("c.txt"), "This is great.");
    run(easy.toString());
    assertFalse(text().contains("extremes"), this::text);
    run(easy.toString(), hard.toString());
    assertTrue(lines().contains("  extremes     hardest to read b.txt"), this::text);
    run(easy.toString(), hard.toString(), good.toString());
    assertTrue(text().contains("  extremes     most positive c.txt, most negative "), this::text);
  }

  @Test
  void printsBothTimesAndTheReportOfTheRun() throws IOException {
    assertEquals(0, run());
    assertTrue(text().contains("6 analysed, 0 skipped"), this::text);
    assertTrue(
        text()
            .matches("(?s).*plain call [0-9.]+ ms, flow [0-9.]+ ms, equal results\\..*makespan.*"),
        this::text);
  }

  @Test
  void tellsTheMeasuredSpeedUpApartFromTheReports() throws IOException {
    run();
    Matcher measured = find("Measured speed-up ([0-9.]+) on [0-9]+ processors: "
        + "plain call ([0-9.]+) ms, flow ([0-9.]+) ms");
    assertEquals(
        Double.parseDouble(measured.group(2)) / Double.parseDouble(measured.group(3)),
        Double.parseDouble(measured.group(1)),
        0.02);
    String ratio = find("sum of its task times by its makespan, ([0-9.]+) here").group(1);
    assertTrue(text().substring(text().indexOf("run analyzeAll")).contains(ratio), this::text);
  }

  @Test
  void printsNoControlCharactersOfNamesAndTexts() throws IOException {
    Files.writeString(
        folder.resolve("a\u001B[31m.txt"), "A good\u001B]0;title\u0007 whale. It swims.");
    Files.write(folder.resolve("b\u0007.bin"), new byte[] {0});
    assertEquals(0, run(folder.toString(), folder.resolve("c\u009B.txt").toString()));
    assertBlock("a\\u001B[31m.txt", "  size         6 words, 2 sentences, 1 paragraph");
    assertTrue(lines().contains("    brightest  A good\\u001B]0;title\\u0007 whale."), this::text);
    assertBlock("b\\u0007.bin", "  skipped      binary file");
    assertBlock("c\\u009B.txt", "  skipped      no such file or folder");
    assertNoControlCharacters();
  }

  @Test
  void printsEndlessEntitiesInShort() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "There were " + "Queequeg-Tashtego ".repeat(10_000));
    run(folder.toString());
    assertTrue(
        lines().contains("  name         Queequeg-Tashtego Queequeg-Tashtego Que… ×1"), this::text);
  }

  /** A regular file to all appearances, with another content each time. */
  @Test
  void saysThatAFileChangedMeanwhile() throws IOException {
    Path changing = Path.of("/proc/sys/kernel/random/uuid");
    assumeTrue(Files.isRegularFile(changing));
    assertEquals(1, run(changing.toString()));
    assertTrue(text().contains("differ: a file has changed in between"), this::text);
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
  void tellsAFolderWithoutFilesBesideOthers() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "A whale.");
    Path empty = Files.createDirectories(folder.resolve("empty/inner")).getParent();
    assertEquals(0, run(file.toString(), empty.toString()));
    assertEquals("There are no files in " + empty, lines().get(0));
    assertBlock("a.txt", "  size         2 words, 1 sentence, 1 paragraph");
  }

  @Test
  void failsOnWhatIsNoPath() throws IOException {
    assertEquals(2, run("a\0b"));
    assertTrue(lines().get(0).startsWith("Not a path: a\\u0000b ("), this::text);
    assertNoControlCharacters();
  }

  @Test
  void refusesAnEmptyArgument() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "A whale.");
    assertEquals(2, run(file.toString(), ""));
    assertEquals(List.of("An argument is empty. The current folder is called \".\""), lines());
  }

  @Test
  void tellsHowToUseIt() throws IOException {
    assertEquals(0, run("--help"));
    assertTrue(text().contains("Usage: Main [--help] [file or folder]..."), this::text);
    assertTrue(text().contains("larger than " + TextReader.MAX_BYTES / 1_000_000 + " MB"));
  }

  private int run(String... args) throws IOException {
    return Main.run(List.of(args), new PrintStream(output, true, UTF_8));
  }

  private String text() {
    return output.toString(UTF_8);
  }

  private Matcher find(String regex) {
    Matcher matcher = Pattern.compile(regex).matcher(text());
    assertTrue(matcher.find(), this::text);
    return matcher;
  }

  private void assertNoControlCharacters() {
    assertEquals(
        "", text().replaceAll("\\R", "").replaceAll("[^\\p{Cc}\\p{Cf}]", ""), "control characters");
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
