package dev.makespan.samples.documents;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.makespan.samples.documents.Document.Text;
import dev.makespan.samples.documents.Document.Unusable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
  void saysThatAFileTurnsOutTooLarge() throws IOException {
    Path file = write("Small.".getBytes(UTF_8));
    assertEquals(
        "larger than 5 MB",
        reason(TextReader.read(
            file, path -> new ByteArrayInputStream(new byte[TextReader.MAX_BYTES + 1]))));
  }

  @Test
  void readsUpToTheLimit() throws IOException {
    byte[] bytes = "A whale. ".repeat(TextReader.MAX_BYTES / 9 + 1).getBytes(UTF_8);
    Path file = write(Arrays.copyOf(bytes, TextReader.MAX_BYTES));
    assertInstanceOf(Text.class, TextReader.read(file));
  }

  @Test
  void saysThatAccessIsDenied() throws IOException {
    Path file = write("Secret.".getBytes(UTF_8));
    assertEquals("access denied", reason(TextReader.read(file, path -> {
      throw new AccessDeniedException(path.toString());
    })));
  }

  /** Root may read everything, so that this needs another user. */
  @Test
  void saysThatTheSystemDeniesAccess() throws IOException {
    Path file = write("Secret.".getBytes(UTF_8));
    assumeTrue(file.toFile().setReadable(false, false) && !Files.isReadable(file));
    assertEquals("access denied", reason(file));
  }

  @Test
  void saysWhyAFileCannotBeReadWithoutItsName() throws IOException {
    Path file = write("Text.".getBytes(UTF_8));
    assertEquals("cannot be read: Stale file handle", reason(TextReader.read(file, path -> {
      throw new FileSystemException(path.toString(), null, "Stale file handle");
    })));
    assertEquals("cannot be read: Input/output error", reason(TextReader.read(file, path -> {
      throw new IOException("Input/output error");
    })));
  }

  @Test
  void saysThatAFileIsUtf16() throws IOException {
    assertEquals("not UTF-8: begins like UTF-16", reason(write("\uFEFFText.".getBytes(UTF_16LE))));
    assertEquals("not UTF-8: begins like UTF-16", reason(write("\uFEFFText.".getBytes(UTF_16BE))));
  }

  @Test
  void saysThatALinkLeadsNowhere() throws IOException {
    assertEquals("a link to nothing", reason(link("broken.txt", folder.resolve("missing.txt"))));
  }

  @Test
  void saysThatALinkLeadsBack() throws IOException {
    assertEquals("leads back to a folder above it", reason(link("loop", folder)));
    Path inner = Files.createDirectory(folder.resolve("inner"));
    link("inner/up", folder);
    assertEquals("leads back to a folder above it", reason(inner.resolve("up/inner")));
  }

  @Test
  void saysThatALinkLeadsToItself() throws IOException {
    Path link = folder.resolve("self");
    String reason = reason(link("self", link));
    assertTrue(reason.startsWith("cannot be read: "), reason);
    assertFalse(reason.contains("self"), reason);
  }

  @Test
  void unusableDocumentsHaveNoSentences() {
    assertEquals(List.of(), TextReader.read(folder.resolve("missing.txt")).sentences());
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("file.txt"), bytes);
  }

  private Path link(String name, Path target) throws IOException {
    try {
      return Files.createSymbolicLink(folder.resolve(name), target);
    } catch (UnsupportedOperationException | FileSystemException e) {
      return abort("no symbolic links here: " + e);
    }
  }

  private static String reason(Path file) {
    return reason(TextReader.read(file));
  }

  private static String reason(Document document) {
    return assertInstanceOf(Unusable.class, document).reason();
  }
}
