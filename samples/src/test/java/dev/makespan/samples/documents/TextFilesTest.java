package dev.makespan.samples.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
