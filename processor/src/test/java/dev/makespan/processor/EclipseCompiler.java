package dev.makespan.processor;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** Compiles files with Eclipse's compiler, in this process. */
public final class EclipseCompiler {
  private EclipseCompiler() {}

  /** Compiles sources given by path, which are written below a directory first. */
  public static Compiled compile(Path directory, Map<String, String> sources, Processor processor) {
    List<Path> files = new ArrayList<>();
    sources.forEach((name, text) -> files.add(written(directory.resolve("src"), name, text)));
    return compile(directory, files, processor);
  }

  /** Compiles files. */
  static Compiled compile(Path directory, List<Path> files, Processor processor) {
    JavaCompiler compiler = new org.eclipse.jdt.internal.compiler.tool.EclipseCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      Path classes = Files.createDirectories(directory.resolve("classes"));
      Path generated = Files.createDirectories(directory.resolve("generated"));
      manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      manager.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(generated));
      manager.setLocationFromPaths(StandardLocation.CLASS_PATH, Compiled.LIBRARIES);
      JavaCompiler.CompilationTask task = compiler.getTask(
          // Else it prints all of them.
          new StringWriter(),
          manager,
          diagnostics,
          List.of("--release", "17", "-encoding", "UTF-8"),
          null,
          manager.getJavaFileObjectsFromPaths(files));
      task.setProcessors(List.of(processor));
      boolean success = task.call();
      return new Compiled(success, diagnostics.getDiagnostics(), Compiled.read(generated), classes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path written(Path directory, String name, String text) {
    try {
      Path file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What came of a compilation, with what our processor says and nothing else. */
  public static Compiled withoutHints(Compiled compiled) {
    List<Diagnostic<? extends JavaFileObject>> ours = new ArrayList<>(compiled.diagnostics());
    ours.removeIf(each -> !each.getMessage(Locale.ROOT).contains("[makespan:"));
    return new Compiled(compiled.success(), ours, compiled.sources(), compiled.classes());
  }

  /** What our processor says, as against Eclipse. */
  static List<String> ours(Compiled compiled) {
    return compiled.diagnostics().stream()
        .map(each -> each.getMessage(Locale.ROOT))
        .filter(text -> text.contains("[makespan:"))
        .toList();
  }

  static List<String> errors(Compiled compiled) {
    return compiled.diagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .map(each -> each.getMessage(Locale.ROOT))
        .toList();
  }

  /** The Java files below a folder. */
  static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(each -> each.toString().endsWith(".java")).sorted().toList();
    }
  }
}
