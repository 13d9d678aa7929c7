package dev.makespan.processor.source;

import dev.makespan.processor.model.FlowClass;
import dev.makespan.processor.model.Node;
import dev.makespan.processor.model.Reading;
import dev.makespan.processor.problem.Warnings;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/**
 * Reads classes with annotated methods into the model: bodies from javac's trees, where they can be
 * had; else signatures alone, and then each workflow is one step, which calls the plain method.
 */
public final class SourceReader {
  /** A class that is there where Lombok is. */
  private static final String LOMBOK = "lombok.Lombok";

  private final Compilation compilation;
  private final Resolutions resolutions;

  /** Qualified names of classes that have waited for Lombok. */
  private final Set<String> waited = new HashSet<>();

  private boolean toldOfSequential;

  public SourceReader(ProcessingEnvironment env) {
    this(env, UnaryOperator.identity());
  }

  /** A reader that notes something else than it reads: how a test plays a resolver that errs. */
  SourceReader(ProcessingEnvironment env, UnaryOperator<String> misreading) {
    Optional<ProcessingEnvironment> javac = Unwrapping.javac(env);
    this.compilation = new Compilation(
        javac.orElse(env), javac.map(SourceReader::javac).orElseGet(() -> ParsedSyntax.of(env)));
    this.resolutions = new Resolutions(misreading);
  }

  private static Syntax javac(ProcessingEnvironment javac) {
    return new JavacSyntax(javac);
  }

  /**
   * Lets javac report each class that it has attributed, so that what was read is compared with
   * what the compiler made of it. Does nothing where the compiler isn't javac.
   */
  public void verify(ProcessingEnvironment env, ProblemPrinter printer) {
    Unwrapping.javac(env).ifPresent(javac -> Verifier.install(javac, this, printer));
  }

  /** Forgets what the compiler makes anew for each round. To be called when a round begins. */
  public void nextRound() {
    compilation.nextRound();
  }

  Syntax syntax() {
    return compilation.syntax();
  }

  Resolutions resolutions() {
    return resolutions;
  }

  /**
   * Reads a class that declares annotated methods or constructors. Warns at the first workflow that
   * isn't read.
   */
  public Reading read(TypeElement type) {
    Optional<SourceFile> file = compilation.file(type);
    if (file.isPresent()) {
      return DeepStack.of(() -> read(type, file.get()));
    }
    if (type.asType().getKind() == TypeKind.ERROR) {
      // The compiler rejects it, such as a class that is its own superclass.
      return new Reading(Optional.empty(), false, List.of(), false, List.of());
    }
    return warned(new SignatureReader(compilation, type).read());
  }

  private Reading read(TypeElement type, SourceFile file) {
    ClassReader reader = new ClassReader(compilation, type, file, resolutions);
    Reading reading = reader.read();
    return reader.isFinal(reading) ? reading : afterLombok(type, reading);
  }

  /**
   * Lets a class wait for the next round once where Lombok is at hand, which may add what is
   * missing later in this round.
   */
  private Reading afterLombok(TypeElement type, Reading reading) {
    return compilation.type(type, LOMBOK).isPresent()
            && waited.add(type.getQualifiedName().toString())
        ? new Reading(reading.flow(), reading.whole(), List.of(), true, true, List.of())
        : reading;
  }

  private Reading warned(Reading reading) {
    Optional<Node> workflow = reading.flow().map(FlowClass::nodes).orElse(List.of()).stream()
        .filter(node -> node.body().isPresent())
        .findFirst();
    if (toldOfSequential || workflow.isEmpty() || !reading.problems().isEmpty()) {
      return reading;
    }
    toldOfSequential = true;
    return new Reading(
        reading.flow(),
        reading.whole(),
        List.of(Warnings.sequential(workflow.get().place())),
        reading.deferred(),
        reading.unknown());
  }
}
