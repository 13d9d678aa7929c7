package dev.makespan.processor.fuzz;

import dev.makespan.Run;
import dev.makespan.processor.MemoryFiles;
import dev.makespan.processor.reference.Caller;
import dev.makespan.processor.reference.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Compiles several programs at once, since a compilation is dear to begin. */
final class Batch {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  private final StandardJavaFileManager files;
  private final Supplier<Processor> processors;
  private final UnaryOperator<String> bug;

  /**
   * Compiles with new processors from here; used by one thread at a time.
   *
   * @param bug what becomes of each generated flow class
   */
  Batch(Supplier<Processor> processors, UnaryOperator<String> bug) {
    this.processors = processors;
    this.bug = bug;
    this.files = COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
    try {
      files.setLocationFromPaths(
          StandardLocation.CLASS_PATH,
          Stream.of(Run.class, Nullable.class, Batch.class).map(Batch::home).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path home(Class<?> type) {
    return Path.of(
        URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  /**
   * What became of some programs.
   *
   * @param errors what is wrong, empty if all compiled
   * @param codes the graphs of all of them
   */
  record Result(List<Complaint> errors, List<Code> codes, ClassLoader loader, MemoryFiles files) {}

  /**
   * What the compiler says.
   *
   * @param file where it stands
   * @param isGenerated whether that file was generated
   */
  record Complaint(String file, boolean isGenerated, boolean isError, long line, String text) {
    /** The package of the program; empty if that isn't known. */
    String packageName() {
      String path =
          isGenerated && !file.isEmpty() ? file.substring(MemoryFiles.GENERATED.length()) : file;
      return path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
    }

    @Override
    public String toString() {
      return file + ":" + line + ": " + text;
    }
  }

  Result compile(List<SourceProgram> programs) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    // The interpreter answers the twins that dynamics call.
    MemoryFiles output = new MemoryFiles(
        files,
        text -> changed(text).replace("dev.makespan.support.Caller", Caller.class.getName()));
    List<JavaFileObject> sources = new ArrayList<>();
    for (SourceProgram program : programs) {
      program.files().forEach((path, text) -> sources.add(MemoryFiles.source(path, text)));
    }
    JavaCompiler.CompilationTask task = COMPILER.getTask(
        null, output, diagnostics, List.of("-Xlint:all,-processing"), null, sources);
    ModelProcessor models = new ModelProcessor();
    task.setProcessors(List.of(models, processors.get()));
    boolean success;
    List<Complaint> complaints = new ArrayList<>();
    try {
      success = task.call();
    } catch (RuntimeException | StackOverflowError crash) {
      success = true;
      complaints.add(new Complaint("", true, true, 0, "the compiler crashes: " + crash));
    }
    for (Diagnostic<? extends JavaFileObject> each : diagnostics.getDiagnostics()) {
      Complaint complaint = complaint(each);
      // The interpreter's own classes needn't be clean.
      boolean isFlow = complaint.isGenerated() && !complaint.file().endsWith("Expressions.java");
      if (complaint.isError() || (isFlow && each.getKind() != Diagnostic.Kind.NOTE)) {
        complaints.add(complaint);
      }
    }
    if (!success && complaints.isEmpty()) {
      complaints.add(new Complaint("", true, true, 0, "it doesn't compile"));
    }
    return new Result(complaints, models.codes(), output.loader(), output);
  }

  private String changed(String text) {
    return text.contains("private static final class Bodies") ? bug.apply(text) : text;
  }

  private static Complaint complaint(Diagnostic<? extends JavaFileObject> diagnostic) {
    JavaFileObject source = diagnostic.getSource();
    String file = source == null ? "" : source.toUri().getPath().substring(1);
    return new Complaint(
        file,
        file.startsWith(MemoryFiles.GENERATED),
        diagnostic.getKind() == Diagnostic.Kind.ERROR,
        diagnostic.getLineNumber(),
        diagnostic.getMessage(Locale.ROOT));
  }
}
