package dev.makespan.bench;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** Class paths made of the jars and directories that classes come from. */
final class ClassPath {
  private ClassPath() {}

  static String of(Class<?>... types) {
    Set<String> homes = new LinkedHashSet<>();
    for (Class<?> type : types) {
      homes.add(Path.of(URI.create(
              type.getProtectionDomain().getCodeSource().getLocation().toString()))
          .toString());
    }
    return String.join(File.pathSeparator, homes);
  }
}
