package dev.makespan.samples.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.makespan.samples.documents.Document.Text;
import dev.makespan.samples.documents.Document.Unusable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextReaderTest {

  @TempDir
  private Path folder;

  @Test
  void readsParagraphsAndSentences() throws IOException {
    Path file = write("One two. Three?\n\nFour.\n".getBytes(UTF_8));
    Text text = assertInstanceOf(Text.class, TextReader.read(file));
    assertEquals(file, text.file());
    assertEquals(2, text.paragraphs());
    assertEquals(
        List.of("One two.", "Three?", "Four."),
        text.sentences().stream().map(Sentence::text).toList());
  }

  @Test
  void ignoresAByteOrderMark() throws IOException {
    Document document = TextReader.read(write("\uFEFFÉtude.".getBytes(UTF_8)));
    assertEquals(List.of(new Sentence("Étude.", List.of("Étude"))), document.sentences());
  }

  @Test
  void saysWhereBytesAreNotUtf8() throws IOException {
    byte[] latin1 = {'c', 'a', 'f', (byte) 0xE9, ' ', 'n', 'o', 'i', 'r'};
    assertEquals("not UTF-8: malformed at byte 3", reason(write(latin1)));
  }

  @Test
  void refusesASequenceThatTheFileCutsOff() throws IOException {
    byte[] cut = {'c', 'a', 'f', (byte) 0xC3};
    assertEquals("not UTF-8: malformed at byte 3", reason(write(cut)));
  }

  @Test
  void takesANulByteForBinary() throws IOException {
    assertEquals("binary file", reason(write(new byte[] {'P', 'K', 0, 1})));
  }

  @Test
  void saysThatAFileIsEmpty() throws IOException {
    assertEquals("empty file", reason(write(new byte[0])));
  }

  @Test
  void saysThatAFileHasNoWords() throws IOException {
    assertEquals("no words in it", reason(write(" 12 -- !\n\n".getBytes(UTF_8))));
  }

  @Test
  void saysThatAFileIsMissing() {
    assertEquals("no such file or folder", reason(folder.resolve("missing.txt")));
  }

  @Test
  void saysThatAFileIsTooLarge() throws IOException {
    Path file = folder.resolve("large.txt");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(TextReader.MAX_BYTES + 1);
    }
    assertEquals("larger than 5 MB", reason(file));
  }

  @Test
  void unusableDocumentsHaveNoSentences() {
    assertEquals(List.of(), TextReader.read(folder.resolve("missing.txt")).sentences());
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("file.txt"), bytes);
  }

  private static String reason(Path file) {
    return assertInstanceOf(Unusable.class, TextReader.read(file)).reason();
  }
}
