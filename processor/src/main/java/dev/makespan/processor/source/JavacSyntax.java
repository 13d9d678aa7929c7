package dev.makespan.processor.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.IdentityHashMap;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic;

/** The trees of javac itself, when it is the compiler. */
final class JavacSyntax implements Syntax {
  private final Trees trees;
  private final IdentityHashMap<CompilationUnitTree, SourceFile> files = new IdentityHashMap<>();

  JavacSyntax(ProcessingEnvironment javac) {
    this.trees = Trees.instance(javac);
  }

  @Override
  public Optional<SourceFile> file(TypeElement type) {
    TreePath path = trees.getPath(type);
    if (path == null) {
      return Optional.empty();
    }
    return Optional.of(files.computeIfAbsent(
        path.getCompilationUnit(), unit -> new SourceFile(unit, trees, trees::getElement)));
  }

  @Override
  public Optional<TypeMirror> inferred(String local, TreePath at) {
    try {
      // It works on a copy of the body, so that nothing is attributed in place.
      for (Element each : trees.getScope(at).getLocalElements()) {
        if (each.getSimpleName().contentEquals(local) && each.asType() != null) {
          return Optional.of(each.asType());
        }
      }
      return Optional.empty();
    } catch (RuntimeException | LinkageError | AssertionError compilerFailed) {
      return Optional.empty();
    }
  }

  @Override
  public boolean infers() {
    return true;
  }

  @Override
  public void print(Diagnostic.Kind kind, String text, TreePlace place) {
    trees.printMessage(kind, text, place.tree(), place.unit());
  }

  @Override
  public void nextRound() {
    files.clear();
  }
}
