package dev.makespan.processor.fuzz;

import dev.makespan.processor.EveryTypeProcessor;
import dev.makespan.processor.graph.FlowGraph;
import dev.makespan.processor.reference.Code;
import dev.makespan.processor.source.SourceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads the annotated classes for the interpreter, and writes their expressions as classes. */
final class ModelProcessor extends EveryTypeProcessor {
  private final List<Code> codes = new ArrayList<>();
  private boolean isDone;

  /** The classes' graphs, with their expressions. */
  List<Code> codes() {
    return codes;
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (!isDone) {
      isDone = true;
      SourceReader reader = new SourceReader(processingEnv);
      ElementFilter.typesIn(round.getRootElements()).forEach(type -> read(type, reader));
    }
    return false;
  }

  private void read(TypeElement type, SourceReader reader) {
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(inner -> read(inner, reader));
    boolean isAnnotated = ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .flatMap(method -> method.getAnnotationMirrors().stream())
        .anyMatch(
            annotation -> annotation.getAnnotationType().toString().startsWith("dev.makespan."));
    if (isAnnotated) {
      // The processor itself tells what is wrong with one that has no graph.
      reader.read(type).flow().ifPresent(flow -> write(new Code(FlowGraph.of(flow))));
    }
  }

  private void write(Code code) {
    codes.add(code);
    String name = code.graph().packageName() + "." + code.className();
    try (Writer writer = processingEnv.getFiler().createSourceFile(name).openWriter()) {
      writer.write(code.source());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
