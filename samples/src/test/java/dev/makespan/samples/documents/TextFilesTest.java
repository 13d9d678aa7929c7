package dev.makespan.samples.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFilesTest {

  @TempDir
  private Path folder;

  @Test
  void listsFoldersRecursivelyInTheOrderOfNames() throws IOException {
    Path c = write("c.txt");
    Path b = write("b/inner.txt");
    Path a = write("a.txt");
    assertEquals(List.of(a, b, c), TextFiles.in(List.of(folder)));
  }

  @Test
  void keepsTheOrderOfTheArgumentsAndTellsEachFileOnce() throws IOException {
    Path b = write("b.txt");
    Path a = write("a.txt");
    assertEquals(List.of(b, a), TextFiles.in(List.of(b, folder)));
  }

  @Test
  void tellsAFileOnceThatIsReachedInSeveralWays() throws IOException {
    Path a = write("inner/a.txt");
    Path again = folder.resolve("inner/./a.txt");
    Path around = folder.resolve("inner/../inner/a.txt");
    Path missing = folder.resolve("missing/b.txt");
    Path missingAgain = folder.resolve("./missing/b.txt");
    assertEquals(
        List.of(a, missing),
        TextFiles.in(List.of(a, again, around, folder, missing, missingAgain)));
  }

  @Test
  void followsLinksButNotForEver() throws IOException {
    Path a = write("notes/a.txt");
    Path other = write("other.txt");
    Path notes = a.getParent();
    try {
      Files.createSymbolicLink(notes.resolve("link.txt"), other);
      Files.createSymbolicLink(notes.resolve("broken.txt"), folder.resolve("missing.txt"));
      Files.createSymbolicLink(notes.resolve("up"), folder);
    } catch (UnsupportedOperationException | FileSystemException e) {
      abort("no symbolic links here: " + e);
    }
    assertEquals(
        Stream.of("a.txt", "broken.txt", "link.txt", "up/notes", "up/other.txt")
            .map(notes::resolve)
            .toList(),
        TextFiles.in(List.of(notes)));
  }

  @Test
  void keepsWhatDoesNotExist() throws IOException {
    Path missing = folder.resolve("missing.txt");
    assertEquals(List.of(missing), TextFiles.in(List.of(missing)));
  }

  @Test
  void shipsTextsOfTensOfKilobytes() throws IOException {
    List<Path> shipped = TextFiles.shipped();
    assertEquals(6, shipped.size());
    for (Path file : shipped) {
      long size = Files.size(file);
      assertTrue(size > 20_000 && size < 60_000, () -> file + " has " + size + " bytes");
    }
  }

  @Test
  void namesFilesBelowTheFolderThatHoldsThemAll() {
    Path one = folder.resolve("a/one.txt");
    Path two = folder.resolve("b/two.txt");
    FileNames names = new FileNames(List.of(one, two));
    assertEquals(Path.of("a", "one.txt").toString(), names.of(one));
    assertEquals(Path.of("b", "two.txt").toString(), names.of(two));
    assertEquals("one.txt", new FileNames(List.of(one)).of(one));
  }

  private Path write(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "Text.");
  }
}
