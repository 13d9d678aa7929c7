package dev.makespan.processor.source;

import dev.makespan.processor.problem.Place;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;

/** The places of a declaration without its source: as near as elements and annotations lead. */
final class ElementPlaces implements DeclarationPlaces {
  private final ExecutableElement method;
  private final AnnotationMirror annotation;
  private final String file;

  ElementPlaces(ExecutableElement method, AnnotationMirror annotation, String file) {
    this.method = method;
    this.annotation = annotation;
    this.file = file;
  }

  @Override
  public Place name() {
    return new ElementPlace(method, Optional.empty(), Optional.empty(), file);
  }

  @Override
  public Place returned() {
    return name();
  }

  @Override
  public Place parameter(int index) {
    return new ElementPlace(
        method.getParameters().get(index), Optional.empty(), Optional.empty(), file);
  }

  @Override
  public Place annotation() {
    return new ElementPlace(method, Optional.of(annotation), Optional.empty(), file);
  }

  @Override
  public Place option(String name) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        annotation.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(name)) {
        return new ElementPlace(
            method, Optional.of(annotation), Optional.of(entry.getValue()), file);
      }
    }
    return annotation();
  }

  @Override
  public Place option(String name, int index) {
    return option(name);
  }
}
