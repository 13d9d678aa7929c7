package dev.makespan.fingerprint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The class files of one jar or directory: that of a class and those beside it. Others are as good
 * as not there, as are those of the JDK and of Makespan.
 */
final class ClassFiles {
  private static final String OURS = "dev/makespan/";
  private static final List<String> FOREIGN =
      List.of("java/", "javax/", "jdk/", "[", OURS + "spi/", OURS + "support/", OURS + "event/");

  /** Where a jar holds the classes of newer releases. */
  private static final String VERSIONS = "META-INF/versions/";

  private final ClassLoader loader;
  private final String location;
  private final Map<String, @Nullable ClassFile> known = new HashMap<>();
  private final Map<String, Set<String>> lineages = new HashMap<>();
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

  /** A class by its internal name; null if it isn't one of these. */
  @Nullable ClassFile find(String name) {
    if (!known.containsKey(name)) {
      known.put(name, read(name));
    }
    return known.get(name);
  }

  /** The names of a class and of the classes and interfaces above it that are among these. */
  Set<String> lineage(ClassFile type) {
    Set<String> names = lineages.get(type.name());
    if (names == null) {
      names = new LinkedHashSet<>();
      names.add(type.name());
      for (ClassFile each : above(type)) {
        names.addAll(lineage(each));
      }
      lineages.put(type.name(), names);
    }
    return names;
  }

  /** The superclass, then the interfaces, as far as they are among these. */
  List<ClassFile> above(ClassFile type) {
    List<ClassFile> found = new ArrayList<>();
    ClassFile superclass = find(type.superclass());
    if (superclass != null) {
      found.add(superclass);
    }
    for (String name : type.interfaces()) {
      ClassFile each = find(name);
      if (each != null) {
        found.add(each);
      }
    }
    return found;
  }

  /** The static initialiser of a class. */
  StaticInitializer initializer(ClassFile type) {
    StaticInitializer known = initializers.get(type.name());
    if (known == null) {
      known = new StaticInitializer(type);
      initializers.put(type.name(), known);
    }
    return known;
  }

  private @Nullable ClassFile read(String name) {
    if (name.isEmpty() || isForeign(name)) {
      return null;
    }
    String path = path(name);
    if (!place(path).equals(location.concat(path))) {
      return null;
    }
    try (InputStream in = loader.getResourceAsStream(path)) {
      return in == null ? null : ClassFileReader.read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isForeign(String name) {
    for (String prefix : FOREIGN) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    // The API, of which a jar with its libraries has a copy.
    return name.startsWith(OURS) && name.indexOf('/', OURS.length()) < 0;
  }

  private static String path(String name) {
    return name.concat(".class");
  }

  /** Where a file is, as a text without escapes; empty if there is none. */
  private String place(String path) {
    URL url = loader.getResource(path);
    if (url == null) {
      return "";
    }
    try {
      String place = url.toURI().getSchemeSpecificPart();
      return place.contains(VERSIONS) ? place.replaceFirst(VERSIONS + "\\d+/", "") : place;
    } catch (URISyntaxException e) {
      return url.toString();
    }
  }
}
