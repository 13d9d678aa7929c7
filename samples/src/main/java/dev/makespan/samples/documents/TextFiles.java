package dev.makespan.samples.documents;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files to analyse: those that the user names, or those that ship with the sample. */
final class TextFiles {

  private TextFiles() {}

  /**
   * All files of these files and folders: folders with everything below them, links included, in
   * the order of their names. A file that is reached in several ways is told once, as it was first.
   * What doesn't exist or can't be listed stays in the list, so that the analysis can say so.
   */
  static List<Path> in(List<Path> filesAndFolders) throws IOException {
    Map<Path, Path> files = new LinkedHashMap<>();
    for (Path path : filesAndFolders) {
      List<Path> found = new ArrayList<>();
      Files.walkFileTree(
          path, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Collector(found));
      found.sort(null);
      found.forEach(file -> files.putIfAbsent(place(file), file));
    }
    return List.copyOf(files.values());
  }

  /**
   * The file's path without links to folders, {@code .} and the like. A link to it is a file
   * itself.
   */
  private static Path place(Path file) {
    Path absolute = file.toAbsolutePath();
    Path folder = absolute.getParent();
    try {
      return folder == null ? absolute : folder.toRealPath().resolve(absolute.getFileName());
    } catch (IOException e) {
      return absolute.normalize();
    }
  }

  /** The texts that ship with the sample; in a jar they are read from there. */
  static List<Path> shipped() throws IOException {
    try {
      URI folder = TextFiles.class.getResource("texts").toURI();
      if (folder.getScheme().equals("jar")) {
        open(folder);
      }
      return in(List.of(Path.of(folder)));
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  /** Makes the jar's paths usable, for as long as the program runs. */
  private static void open(URI folder) throws IOException {
    try {
      FileSystems.newFileSystem(folder, Map.of());
    } catch (FileSystemAlreadyExistsException e) {
      // Opened by an earlier call, and never closed.
    }
  }

  /** Collects all files, and all that can't be visited. */
  private static final class Collector extends SimpleFileVisitor<Path> {

    private final List<Path> found;

    Collector(List<Path> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      found.add(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      found.add(file);
      return FileVisitResult.CONTINUE;
    }

    /** A folder whose listing broke off is told as well, beside the files found until then. */
    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
      if (failure != null) {
        found.add(folder);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
