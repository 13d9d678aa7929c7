package dev.makespan.fingerprint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The class files of one jar or directory: that of a class and those beside it. Others are as good
 * as not there, as are those of the JDK and of Makespan.
 */
final class ClassFiles {
  private static final Pattern FOREIGN = Pattern.compile("javax?/.*|jdk/.*|\\[.*"
      + "|dev/makespan/([^/]*|(event|spi|support|testing|fingerprint|internal)/.*)");

  /** Where a jar holds the classes of newer releases. */
  private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/\\d+/");

  private final ClassLoader loader;
  private final String location;
  private final Map<String, Optional<ClassFile>> known = new HashMap<>();
  private final Map<String, StaticInitializer> initializers = new HashMap<>();

  /**
   * Those beside a class.
   *
   * @throws IllegalStateException if its own file can't be found
   */
  ClassFiles(Class<?> type) {
    ClassLoader own = type.getClassLoader();
    this.loader = own == null ? ClassLoader.getSystemClassLoader() : own;
    String path = path(type.getName().replace('.', '/'));
    String place = place(path);
    if (!place.endsWith(path)) {
      throw new IllegalStateException("the class file of " + type.getName()
          + " can't be found, so its methods have no version");
    }
    this.location = place.substring(0, place.length() - path.length());
  }

  /** A class by its internal name; empty if it isn't one of these. */
  Optional<ClassFile> find(String name) {
    Optional<ClassFile> found = known.get(name);
    if (found == null) {
      found = read(name);
      known.put(name, found);
    }
    return found;
  }

  /** The static initialiser of a class. */
  StaticInitializer initializer(ClassFile type) {
    return initializers.computeIfAbsent(type.name(), unused -> new StaticInitializer(type));
  }

  private Optional<ClassFile> read(String name) {
    if (name.isEmpty() || FOREIGN.matcher(name).matches()) {
      return Optional.empty();
    }
    String path = path(name);
    if (!place(path).equals(location + path)) {
      return Optional.empty();
    }
    try (InputStream in = loader.getResourceAsStream(path)) {
      return in == null ? Optional.empty() : Optional.of(ClassFileReader.read(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String path(String name) {
    return name + ".class";
  }

  /** Where a file is, as a text without escapes; empty if there is none. */
  private String place(String path) {
    URL url = loader.getResource(path);
    if (url == null) {
      return "";
    }
    try {
      return VERSIONED.matcher(url.toURI().getSchemeSpecificPart()).replaceFirst("");
    } catch (URISyntaxException e) {
      return url.toString();
    }
  }
}
