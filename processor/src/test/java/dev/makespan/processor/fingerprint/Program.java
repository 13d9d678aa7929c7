package dev.makespan.processor.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.processor.Compiled;
import dev.makespan.processor.MakespanProcessor;
import dev.makespan.spi.TaskDef;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A program, which can be edited, compiled and asked for the versions of its annotated methods.
 *
 * @param files the sources by file name
 */
record Program(Map<String, String> files) {
  Program {
    files = new TreeMap<>(files);
  }

  /** The same with a text, which stands in all its files once, replaced. */
  Program edited(String old, String by) {
    List<String> places = new ArrayList<>();
    files.forEach((file, text) -> {
      for (int at = text.indexOf(old); at >= 0; at = text.indexOf(old, at + 1)) {
        places.add(file);
      }
    });
    assertEquals(1, places.size(), () -> old + " stands in " + places);
    String file = places.get(0);
    return with(file, files.getOrDefault(file, "").replace(old, by));
  }

  /** The same with another file. */
  Program with(String file, String text) {
    Map<String, String> all = new TreeMap<>(files);
    all.put(file, text);
    return new Program(all);
  }

  /** The versions by class and method, such as {@code Prices.tax}. */
  Map<String, String> versions(Path folder) throws Exception {
    Compiled compiled = compiled(folder);
    try (URLClassLoader loader = loader(compiled.classes())) {
      return versions(compiled, loader);
    }
  }

  Compiled compiled(Path folder) throws Exception {
    Compiled compiled = Compiled.withoutHints(
        Files.createTempDirectory(folder, "program"), files, List.of(new MakespanProcessor()));
    assertTrue(compiled.success(), compiled::messages);
    return compiled;
  }

  static URLClassLoader loader(Path... classes) throws Exception {
    URL[] urls = new URL[classes.length];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = classes[i].toUri().toURL();
    }
    return new URLClassLoader(urls, TaskDef.class.getClassLoader());
  }

  /** The versions that the flow classes in a loader tell. */
  static Map<String, String> versions(Compiled compiled, ClassLoader loader) throws Exception {
    Map<String, String> versions = new TreeMap<>();
    for (String source : compiled.sources().keySet()) {
      String name = source.replace('/', '.').replaceAll("\\.java$", "");
      Class<?> flow = loader.loadClass(name);
      addVersions(flow, versions);
      for (Class<?> holder : flow.getDeclaredClasses()) {
        addVersions(holder, versions);
      }
    }
    return versions;
  }

  private static void addVersions(Class<?> holder, Map<String, String> versions)
      throws IllegalAccessException {
    for (Field field : holder.getDeclaredFields()) {
      if (field.getType() == TaskDef.class) {
        field.setAccessible(true);
        TaskDef<?> def = (TaskDef<?>) field.get(null);
        String method = def.toString().replaceAll("^demo\\.", "");
        // An overload has the number of its parameters in its constant's name.
        String suffix = field.getName().replaceAll("^.*?(_\\d+)?$", "$1");
        versions.put(method + suffix, def.version());
      }
    }
  }

  /** The methods whose versions differ. */
  static Set<String> changed(Map<String, String> before, Map<String, String> after) {
    Set<String> changed = new TreeSet<>();
    before.forEach((method, version) -> {
      if (!version.equals(after.get(method))) {
        changed.add(method);
      }
    });
    return changed;
  }
}
