package dev.makespan.processor.source;

import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.QualifiedNameable;
import javax.lang.model.util.Types;

/** Spells what a name means, so that readings of different rounds compare. */
final class Meanings {
  private Meanings() {}

  static String of(Element element) {
    if (element instanceof QualifiedNameable type) {
      return type.getQualifiedName().toString();
    }
    if (element.getKind().isField()) {
      return Enclosing.type(element).getQualifiedName() + "." + element.getSimpleName();
    }
    return "variable";
  }

  static String of(Element element, Types types) {
    boolean method =
        element.getKind() == ElementKind.METHOD || element.getKind() == ElementKind.CONSTRUCTOR;
    return method ? Resolutions.text((ExecutableElement) element, types) : of(element);
  }
}
