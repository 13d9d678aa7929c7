package dev.makespan.processor.source;

import dev.makespan.processor.problem.Place;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** An element, or its annotation, of which no tree is at hand. */
record ElementPlace(
    Element element,
    Optional<AnnotationMirror> annotation,
    Optional<AnnotationValue> value,
    String file)
    implements Place {
  @Override
  public int line() {
    return 0;
  }

  void print(Messager messager, Diagnostic.Kind kind, String text) {
    if (annotation.isPresent() && value.isPresent()) {
      messager.printMessage(kind, text, element, annotation.get(), value.get());
    } else if (annotation.isPresent()) {
      messager.printMessage(kind, text, element, annotation.get());
    } else {
      messager.printMessage(kind, text, element);
    }
  }
}
