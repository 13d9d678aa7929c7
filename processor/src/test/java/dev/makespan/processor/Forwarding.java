package dev.makespan.processor;

import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Runs a processor in another environment. */
abstract class Forwarding extends EveryTypeProcessor {
  private final Processor processor;

  Forwarding(Processor processor) {
    this.processor = processor;
  }

  abstract ProcessingEnvironment environment(ProcessingEnvironment env);

  @Override
  public synchronized void init(ProcessingEnvironment env) {
    processor.init(environment(env));
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return processor.getSupportedAnnotationTypes();
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return processor.getSupportedSourceVersion();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return processor.process(annotations, round);
  }
}
