package dev.makespan.samples.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.makespan.samples.documents.Outcome.Analysed;
import dev.makespan.samples.documents.Outcome.Skipped;
import dev.makespan.testing.Equivalence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {

  @TempDir
  private Path folder;

  private final DocumentsFlow flow = new DocumentsFlow();

  @Test
  void analysesATextInThePlainCall() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "Ahab is good.\n\nThe whale is not.");
    Analysed outcome = assertInstanceOf(Analysed.class, Documents.analyze(file));
    assertEquals(file, outcome.file());
    assertEquals(2, outcome.paragraphs());
    assertEquals(2, outcome.sentences());
    assertEquals(7, outcome.words());
    assertEquals(1, outcome.sentiment().positive());
  }

  @Test
  void theFlowOfOneFileEqualsThePlainCall() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "Ahab is good. The whale is not.");
    Equivalence.assertSame(() -> Documents.analyze(file), () -> flow.analyze(file));
  }

  @Test
  void theFlowOfAFileThatIsNoTextEqualsThePlainCall() throws IOException {
    Path file = Files.write(folder.resolve("a.bin"), new byte[] {0, 1, 2});
    assertEquals(new Skipped(file, "binary file"), Documents.analyze(file));
    Equivalence.assertSame(() -> Documents.analyze(file), () -> flow.analyze(file));
  }

  @Test
  void theFlowOverAllShippedTextsEqualsThePlainCall() throws IOException {
    List<Path> files = new ArrayList<>(TextFiles.shipped());
    files.add(2, folder.resolve("missing.txt"));
    Equivalence.assertSame(() -> Documents.analyzeAll(files), () -> flow.analyzeAll(files));
  }

  @Test
  void theFlowOverNoFilesEqualsThePlainCall() {
    assertEquals(List.of(), Documents.analyzeAll(List.of()).outcomes());
    Equivalence.assertSame(() -> Documents.analyzeAll(List.of()), () -> flow.analyzeAll(List.of()));
  }
}
