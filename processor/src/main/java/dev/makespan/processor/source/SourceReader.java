package dev.makespan.processor.source;

import dev.makespan.processor.model.Reading;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/** Reads classes with annotated methods into the model. */
public final class SourceReader {
  private final Optional<Compilation> compilation;
  private final Resolutions resolutions;

  public SourceReader(ProcessingEnvironment env) {
    this(env, UnaryOperator.identity());
  }

  /** A reader that notes something else than it reads: how a test plays a resolver that errs. */
  SourceReader(ProcessingEnvironment env, UnaryOperator<String> misreading) {
    this.compilation = Unwrapping.javac(env).map(Compilation::new);
    this.resolutions = new Resolutions(misreading);
  }

  /** Whether the compiler shows its trees. Without them no class can be read. */
  public boolean available() {
    return compilation.isPresent();
  }

  /** Forgets what the compiler makes anew for each round. To be called when a round begins. */
  public void nextRound() {
    compilation.ifPresent(Compilation::nextRound);
  }

  Resolutions resolutions() {
    return resolutions;
  }

  /**
   * Reads a class that declares annotated methods or constructors.
   *
   * @throws IllegalStateException if the compiler doesn't show its trees
   */
  public Reading read(TypeElement type) {
    Compilation trees =
        compilation.orElseThrow(() -> new IllegalStateException("No compiler trees at hand"));
    if (trees.file(type).isEmpty()) {
      // The compiler rejects it, such as a class that is its own superclass.
      return new Reading(Optional.empty(), false, List.of(), false, List.of());
    }
    return DeepStack.of(() -> new ClassReader(trees, type, resolutions).read());
  }
}
