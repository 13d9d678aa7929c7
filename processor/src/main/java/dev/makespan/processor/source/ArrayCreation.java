package dev.makespan.processor.source;

import dev.makespan.processor.model.Snippet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Completes the initialiser {@code {1, 2}}, which stands for an array only where a local is
 * declared, to {@code new int[] {1, 2}}.
 */
final class ArrayCreation {
  private ArrayCreation() {}

  static Snippet of(TypeMirror type, Snippet initialiser) {
    List<Snippet.Piece> pieces = new ArrayList<>();
    pieces.add(new Snippet.Piece.Text("new "));
    StringBuilder dimensions = new StringBuilder();
    TypeMirror component = type;
    while (component instanceof ArrayType array) {
      dimensions.append("[]");
      component = array.getComponentType();
    }
    if (component instanceof DeclaredType declared) {
      int arguments = declared.getTypeArguments().size();
      pieces.add(new Snippet.Piece.Type((TypeElement) declared.asElement()));
      // Only wildcards without bounds can be the arguments of an array's component.
      dimensions.insert(
          0,
          arguments == 0 ? "" : "<" + String.join(", ", Collections.nCopies(arguments, "?")) + ">");
    } else {
      dimensions.insert(0, component);
    }
    pieces.add(new Snippet.Piece.Text(dimensions + " "));
    pieces.addAll(initialiser.pieces());
    return new Snippet(
        pieces, initialiser.reads(), initialiser.readsSelf(), initialiser.suppressed());
  }
}
