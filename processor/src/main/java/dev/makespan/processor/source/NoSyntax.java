package dev.makespan.processor.source;

import com.sun.source.util.TreePath;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic;

/** What there is of trees beside a compiler that shows none, without javac's parser: nothing. */
final class NoSyntax implements Syntax {
  @Override
  public Optional<SourceFile> file(TypeElement type) {
    return Optional.empty();
  }

  @Override
  public Optional<TypeMirror> inferred(String local, TreePath at) {
    return Optional.empty();
  }

  @Override
  public boolean infers() {
    return false;
  }

  @Override
  public void print(Diagnostic.Kind kind, String text, TreePlace place) {
    throw new IllegalStateException("No tree of " + place.file() + " was read");
  }

  @Override
  public void nextRound() {}
}
