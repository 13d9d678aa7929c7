package dev.makespan.samples.documents;

import java.nio.file.Path;
import java.util.List;

/**
 * Short names for files: their paths below the folder that holds them all, if that isn't the root.
 */
final class FileNames {

  private final Path folder;

  FileNames(List<Path> files) {
    Path common = null;
    for (Path file : files) {
      Path parent = absolute(file).getParent();
      common = common == null ? parent : shared(common, parent);
    }
    boolean root = common == null || common.getNameCount() == 0;
    folder = root ? null : common;
  }

  String of(Path file) {
    return folder == null ? file.toString() : folder.relativize(absolute(file)).toString();
  }

  /** The deepest folder above both. */
  private static Path shared(Path a, Path b) {
    Path folder = a;
    while (folder != null && (b == null || !b.startsWith(folder))) {
      folder = folder.getParent();
    }
    return folder;
  }

  private static Path absolute(Path file) {
    return file.toAbsolutePath().normalize();
  }
}
