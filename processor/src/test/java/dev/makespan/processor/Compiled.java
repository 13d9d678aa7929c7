package dev.makespan.processor;

import dev.makespan.Run;
import dev.makespan.processor.problem.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * What javac made of some sources, with the processor and all warnings as errors.
 *
 * @param success whether it compiled
 * @param diagnostics what javac said
 * @param sources the generated sources, by path
 * @param classes the directory with the class files
 */
public record Compiled(
    boolean success,
    List<Diagnostic<? extends JavaFileObject>> diagnostics,
    Map<String, String> sources,
    Path classes) {

  /** What users have on their class path: the runtime and what it brings. */
  static final List<Path> LIBRARIES = List.of(home(Run.class), home(Nullable.class));

  /** Compiles sources given by file name into a directory. */
  public static Compiled of(Path directory, Map<String, String> sources) {
    return of(directory, sources, List.of(new MakespanProcessor()));
  }

  static Compiled of(Path directory, Map<String, String> sources, List<Processor> processors) {
    return of(directory, sources, processors, List.of("-Xlint:all", "-Werror"), List.of());
  }

  /** Compiles sources that use classes compiled before, in jars or directories. */
  static Compiled against(Path directory, Map<String, String> sources, Path... libraries) {
    return of(
        directory,
        sources,
        List.of(new MakespanProcessor()),
        List.of("-Xlint:all", "-Werror"),
        List.of(libraries));
  }

  /** Compiles with all warnings, which aren't errors, against classes compiled before. */
  public static Compiled withWarnings(
      Path directory, Map<String, String> sources, Path... libraries) {
    return of(
        directory,
        sources,
        List.of(new MakespanProcessor()),
        List.of("-Xlint:all"),
        List.of(libraries));
  }

  /**
   * Compiles with all warnings but those on how a program might run better or more safely, which
   * most small programs deserve.
   */
  public static Compiled withoutHints(
      Path directory, Map<String, String> sources, List<Processor> processors) {
    Compiled all = of(directory, sources, processors, List.of("-Xlint:all"), List.of());
    return new Compiled(
        all.success(),
        all.diagnostics().stream().filter(each -> !isHint(each)).toList(),
        all.sources(),
        all.classes());
  }

  private static boolean isHint(Diagnostic<?> diagnostic) {
    String text = diagnostic.getMessage(Locale.ROOT);
    return Stream.of(
            Code.NOTHING_PARALLEL,
            Code.SERIAL_FENCE,
            Code.ASSIGNED_FIELD,
            Code.UNREPEATABLE,
            Code.OUTSIDE_RUN)
        .anyMatch(code -> text.startsWith("[makespan:" + code.id() + "]"));
  }

  /**
   * Compiles against classes that were compiled before: directories or jars. That some are compiled
   * anew is what javac would warn of.
   */
  public static Compiled against(
      List<Path> libraries, Path directory, Map<String, String> sources) {
    return of(
        directory,
        sources,
        List.of(new MakespanProcessor()),
        List.of("-Xlint:all,-processing", "-Werror"),
        libraries);
  }

  /** Compiles a module with all warnings but that modules of jars have no descriptors. */
  static Compiled inModule(
      Path directory, Map<String, String> sources, List<String> options, List<Path> modulePath) {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-Xlint:all,-requires-automatic,-requires-transitive-automatic", "-Werror"));
    return of(directory, sources, List.of(new MakespanProcessor()), all, List.of(), modulePath);
  }

  /** Compiles without any processor, against the classes of the tests. */
  public static Compiled unprocessed(Path directory, Map<String, String> sources) {
    return of(directory, sources, List.of(), List.of("-proc:none"), List.of(home(Compiled.class)));
  }

  static Compiled of(
      Path directory,
      Map<String, String> sources,
      List<Processor> processors,
      List<String> options,
      List<Path> libraries) {
    return of(directory, sources, processors, options, libraries, List.of());
  }

  private static Compiled of(
      Path directory,
      Map<String, String> sources,
      List<Processor> processors,
      List<String> options,
      List<Path> libraries,
      List<Path> modulePath) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<JavaFileObject> files = new ArrayList<>();
    sources.forEach((name, text) -> files.add(new Source(name, text)));
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      Path classes = Files.createDirectories(directory.resolve("classes"));
      Path generated = Files.createDirectories(directory.resolve("generated"));
      manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      manager.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(generated));
      if (modulePath.isEmpty()) {
        List<Path> path = new ArrayList<>(libraries);
        path.addAll(LIBRARIES);
        manager.setLocationFromPaths(StandardLocation.CLASS_PATH, path);
      } else {
        manager.setLocationFromPaths(StandardLocation.MODULE_PATH, modulePath);
      }
      JavaCompiler.CompilationTask task =
          compiler.getTask(null, manager, diagnostics, options, null, files);
      if (!options.contains("--processor-module-path")) {
        task.setProcessors(processors);
      }
      boolean success = task.call();
      return new Compiled(success, diagnostics.getDiagnostics(), read(generated), classes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The jar or directory that a class comes from. */
  static Path home(Class<?> type) {
    return Path.of(
        URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  static Map<String, String> read(Path directory) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(directory.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return texts;
  }

  /** The text of the only generated file of this simple name. */
  public String source(String simpleName) {
    return sources.entrySet().stream()
        .filter(entry -> ("/" + entry.getKey()).endsWith("/" + simpleName + ".java"))
        .map(Map.Entry::getValue)
        .findAny()
        .orElseThrow(() ->
            new AssertionError("no " + simpleName + " in " + sources.keySet() + "\n" + messages()));
  }

  /** Every message with its place, one a line. */
  public String messages() {
    StringBuilder text = new StringBuilder();
    for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics) {
      String file = diagnostic.getSource() == null
          ? ""
          : Path.of(diagnostic.getSource().getName()).getFileName().toString();
      text.append(diagnostic.getKind())
          .append(' ')
          .append(file)
          .append(':')
          .append(diagnostic.getLineNumber());
      text.append(':')
          .append(diagnostic.getColumnNumber())
          .append(": ")
          .append(diagnostic.getMessage(Locale.ROOT))
          .append('\n');
    }
    return text.toString();
  }

  /** Fails unless it compiled without a word. */
  public Compiled assertClean() {
    if (!success || !diagnostics.isEmpty()) {
      StringBuilder text = new StringBuilder(messages());
      sources.forEach(
          (name, source) -> text.append("\n--- ").append(name).append('\n').append(source));
      throw new AssertionError(text);
    }
    return this;
  }

  /** Runs {@code public static void run()} of a compiled class. */
  public void run(String type, Path... libraries) throws Exception {
    List<URL> urls = new ArrayList<>(List.of(classes.toUri().toURL()));
    for (Path library : libraries) {
      urls.add(library.toUri().toURL());
    }
    try (URLClassLoader loader =
        new URLClassLoader(urls.toArray(URL[]::new), Compiled.class.getClassLoader())) {
      loader.loadClass(type).getMethod("run").invoke(null);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (Exception) e.getCause();
    }
  }

  /** A source that stands in the test. */
  static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("memory:///" + name), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
