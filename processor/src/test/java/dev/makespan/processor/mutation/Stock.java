package dev.makespan.processor.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The programs that are changed: the golden cases, the samples, and that of the specification. */
final class Stock {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final Path SPECIFICATION = Path.of("src/test/resources/specification");
  private static final Path SAMPLES = Path.of("../samples/src/main/java/dev/makespan/samples");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

  private Stock() {}

  /** All of them, in the order of their names. */
  static List<Base> bases() {
    try {
      List<Base> bases = new ArrayList<>();
      for (Path directory : directories(GOLDEN)) {
        bases.add(base("golden/" + directory.getFileName(), directory));
      }
      bases.add(base("specification", SPECIFICATION));
      bases.add(base("samples/documents", SAMPLES.resolve("documents")));
      for (Path directory : directories(SAMPLES.resolve("seeds"))) {
        bases.add(base("samples/" + directory.getFileName(), directory));
      }
      return bases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> directories(Path parent) throws IOException {
    try (Stream<Path> paths = Files.list(parent)) {
      return paths
          .filter(Files::isDirectory)
          .filter(
              path -> !path.toString().endsWith("-java21") || Runtime.version().feature() >= 21)
          .sorted()
          .toList();
    }
  }

  private static Base base(String name, Path directory) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(directory)) {
      for (Path path : paths.filter(Stock::isPart).sorted().toList()) {
        String text = Files.readString(path);
        Matcher named = PACKAGE.matcher(text);
        String packageName = named.find() ? named.group(1) : "";
        String own = packageName.startsWith("dev.makespan.samples") ? "demo" : packageName;
        text = packageName.isEmpty() ? text : text.replace(packageName, own);
        String folder = own.isEmpty() ? "" : own.replace('.', '/') + "/";
        files.put(folder + path.getFileName(), text);
      }
    }
    return new Base(name, files);
  }

  /** The cases themselves only call what is generated. */
  private static boolean isPart(Path path) {
    String name = path.getFileName().toString();
    return name.endsWith(".java")
        && !name.equals("Cases.java")
        && !name.equals("package-info.java");
  }
}
