package dev.makespan.processor.source;

import com.sun.source.util.TreePath;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic;

/**
 * The syntax trees of the classes that are compiled, as far as they can be had, and what only those
 * who have them can do.
 *
 * <p>This type, and what names trees only in signatures, can be linked where {@code com.sun.source}
 * isn't there at all.
 */
interface Syntax {
  /** The file that declares a class; empty if there are no trees of it. */
  Optional<SourceFile> file(TypeElement type);

  /**
   * The type that the compiler infers for a local.
   *
   * @param at a place in a body at which the local is in scope
   * @return empty where the compiler fails, or isn't the one that made the trees
   */
  Optional<TypeMirror> inferred(String local, TreePath at);

  /** Whether {@link #inferred} may know more than declarations tell. */
  boolean infers();

  /** Prints a message at a tree, or as near to it as the compiler can. */
  void print(Diagnostic.Kind kind, String text, TreePlace place);

  /** Forgets what the compiler makes anew for each round. */
  void nextRound();
}
