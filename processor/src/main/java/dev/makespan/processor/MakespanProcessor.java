package dev.makespan.processor;

import com.google.auto.service.AutoService;
import dev.makespan.processor.source.ProblemPrinter;
import dev.makespan.processor.source.SourceReader;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * The annotation processor: for each class with annotated methods it generates the flow class that
 * runs them in parallel.
 */
@AutoService(Processor.class)
public final class MakespanProcessor extends AbstractProcessor {
  private static final Set<String> ANNOTATIONS = Set.of(
      "dev.makespan.Task", "dev.makespan.MapTask", "dev.makespan.Workflow", "dev.makespan.Dynamic");

  /**
   * What generated classes carry. Claimed as well, since javac would otherwise warn that nobody
   * did.
   */
  private static final Set<String> ON_GENERATED = Set.of(
      "javax.annotation.processing.Generated",
      "dev.makespan.support.Calls",
      "dev.makespan.support.Calls.All");

  /** Qualified names of classes that name types which don't exist yet. */
  private final Set<String> deferred = new LinkedHashSet<>();

  /** Null before the compiler has called {@link #init}. */
  private @Nullable FlowCompiler compiler;

  /** For the compiler, which finds processors by name. */
  public MakespanProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    Set<String> names = new LinkedHashSet<>(ANNOTATIONS);
    names.addAll(ON_GENERATED);
    return names;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public synchronized void init(ProcessingEnvironment env) {
    super.init(env);
    SourceReader reader = new SourceReader(env);
    ProblemPrinter printer = new ProblemPrinter(env, reader);
    reader.verify(env, printer);
    compiler = new FlowCompiler(env, reader, printer);
  }

  /** Claims the annotations: unclaimed ones are a warning, which fails builds that allow none. */
  @SuppressWarnings("DoNotClaimAnnotations")
  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Set<TypeElement> types = new LinkedHashSet<>();
    for (String name : deferred) {
      TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
      if (type != null) {
        types.add(type);
      }
    }
    TypeElement[] own = annotations.stream()
        .filter(type -> ANNOTATIONS.contains(type.getQualifiedName().toString()))
        .toArray(TypeElement[]::new);
    for (Element element : round.getElementsAnnotatedWithAny(own)) {
      if (element.getEnclosingElement() instanceof TypeElement type) {
        types.add(type);
      }
    }
    deferred.clear();
    for (TypeElement type : Objects.requireNonNull(compiler).compile(types, round)) {
      deferred.add(type.getQualifiedName().toString());
    }
    return true;
  }
}
