package dev.makespan.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Java source file, reduced to its package and the qualified names it uses.
 *
 * <p>Names in imports and in code count alike. Comments, Javadoc and strings don't.
 */
record SourceFile(String path, String packageName, List<Use> uses) {

  /** A qualified name and the line it stands on. */
  record Use(String name, int line) {

    /** The package of the name: by convention, all before the first capital. */
    String packageName() {
      Matcher start = PACKAGE_START.matcher(name);
      return start.find() ? start.group() : "";
    }
  }

  private static final Pattern NOT_CODE = Pattern.compile("//[^\\n]*"
      + "|/\\*[\\s\\S]*?\\*/"
      + "|\"\"\"[^\\\\]*?(?:\\\\[\\s\\S][^\\\\]*?)*?\"\"\""
      + "|\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\""
      + "|'[^'\\\\\\n]*+(?:\\\\.[^'\\\\\\n]*+)*+'");
  private static final Pattern PACKAGE = Pattern.compile("\\bpackage\\s+([\\w.]+)\\s*;");
  private static final Pattern QUALIFIED = Pattern.compile("(?<![\\w.])[a-z]\\w*(?:\\.\\w+)+");
  private static final Pattern PACKAGE_START = Pattern.compile("^[a-z]\\w*(?:\\.[a-z]\\w*)*");

  /**
   * All Java files under a folder, in the order of their paths; none if there is no such folder.
   */
  static List<SourceFile> under(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .map(SourceFile::read)
          .toList();
    }
  }

  private static SourceFile read(Path file) {
    try {
      return of(file.normalize().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SourceFile of(String path, String text) {
    String code = NOT_CODE.matcher(text).replaceAll(found -> blank(found.group()));
    Matcher declared = PACKAGE.matcher(code);
    boolean hasPackage = declared.find();
    List<Use> uses = new ArrayList<>();
    Matcher name = QUALIFIED.matcher(code);
    while (name.find()) {
      if (!hasPackage || name.start() != declared.start(1)) {
        uses.add(new Use(name.group(), line(code, name.start())));
      }
    }
    return new SourceFile(path, hasPackage ? declared.group(1) : "", List.copyOf(uses));
  }

  /** Keeps the line breaks, so that lines still count. */
  private static String blank(String text) {
    return " " + "\n".repeat((int) text.chars().filter(c -> c == '\n').count());
  }

  private static int line(String code, int at) {
    return 1 + (int) code.substring(0, at).chars().filter(c -> c == '\n').count();
  }
}
