package dev.makespan.processor.mutation;

import dev.makespan.Run;
import dev.makespan.processor.MemoryFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The compiler, in memory. Used by one thread at a time. */
final class Javac {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
  private static final List<String> ALL_MESSAGES =
      List.of("-Xmaxerrs", "100000", "-Xmaxwarns", "100000", "-implicit:none");

  /**
   * An error of a processor ends a compilation before the bodies are attributed, unless the
   * compiler is told to go on. Then errors of one program hide none of another.
   */
  private static final List<String> GO_ON = List.of("--should-stop=ifError=FLOW");

  private final StandardJavaFileManager files;
  private final Supplier<Processor> processors;
  private boolean isGoingOn;

  /** With a new processor from here for each compilation. */
  Javac(Supplier<Processor> processors) {
    this.processors = processors;
    this.files = COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
    try {
      files.setLocationFromPaths(
          StandardLocation.CLASS_PATH,
          Stream.of(Run.class, Nullable.class).map(Javac::home).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path home(Class<?> type) {
    return Path.of(
        URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  /**
   * What became of a compilation.
   *
   * @param generated the generated sources by path
   * @param failure what came out of the compiler itself, null if nothing did
   */
  record Result(
      boolean success,
      List<Told> told,
      Map<String, String> generated,
      @Nullable Throwable failure) {}

  /** Whether compilations go on from now on when a processor has told an error. */
  void goOn(boolean goesOn) {
    isGoingOn = goesOn;
  }

  /** Compiles sources, given by path, with the processor. */
  Result processed(Collection<Map.Entry<String, String>> sources) {
    return compile(sources, List.of(), List.of(), List.of(processors.get()));
  }

  /** Compiles sources without it, together with what it generated. */
  Result alone(
      Collection<Map.Entry<String, String>> sources,
      Collection<Map.Entry<String, String>> generated) {
    List<String> checkOnly = List.of("-proc:none", "-XDshould-stop.ifNoError=FLOW");
    return compile(sources, generated, checkOnly, List.of());
  }

  /**
   * Compiles sources with a processor that does nothing, since the compiler tells some mistakes
   * otherwise where there are rounds.
   */
  Result idle(
      Collection<Map.Entry<String, String>> sources,
      Collection<Map.Entry<String, String>> generated) {
    return compile(sources, generated, List.of(), List.of(new IdleProcessor()));
  }

  @SupportedAnnotationTypes("*")
  private static final class IdleProcessor extends AbstractProcessor {
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return false;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }
  }

  private Result compile(
      Collection<Map.Entry<String, String>> sources,
      Collection<Map.Entry<String, String>> generated,
      List<String> more,
      List<Processor> used) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    MemoryFiles output = new MemoryFiles(files);
    List<JavaFileObject> units = new ArrayList<>();
    sources.forEach(each -> units.add(MemoryFiles.source(each.getKey(), each.getValue())));
    generated.forEach(each ->
        units.add(MemoryFiles.source(MemoryFiles.GENERATED + each.getKey(), each.getValue())));
    List<String> options = new ArrayList<>(ALL_MESSAGES);
    options.addAll(isGoingOn ? GO_ON : List.of());
    options.addAll(more);
    JavaCompiler.CompilationTask task =
        COMPILER.getTask(null, output, diagnostics, options, null, units);
    task.setProcessors(used);
    boolean success = false;
    Throwable failure = null;
    try {
      success = task.call();
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
      failure = e;
    }
    List<Told> told = diagnostics.getDiagnostics().stream()
        .filter(each -> each.getKind() != Diagnostic.Kind.NOTE)
        .map(Javac::told)
        .toList();
    return new Result(success, told, output.sources(), failure);
  }

  private static Told told(Diagnostic<? extends JavaFileObject> diagnostic) {
    JavaFileObject source = diagnostic.getSource();
    String path = source == null ? "" : source.toUri().getPath().substring(1);
    boolean isGenerated = path.startsWith(MemoryFiles.GENERATED);
    return new Told(
        isGenerated ? path.substring(MemoryFiles.GENERATED.length()) : path,
        isGenerated,
        diagnostic.getKind() == Diagnostic.Kind.ERROR,
        String.valueOf(diagnostic.getCode()),
        diagnostic.getLineNumber(),
        diagnostic.getPosition(),
        diagnostic.getMessage(Locale.ROOT));
  }
}
