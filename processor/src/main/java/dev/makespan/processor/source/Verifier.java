package dev.makespan.processor.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.makespan.processor.problem.Problems;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Types;

/**
 * Compares what the reader took each name to be with what the compiler takes it to be, once the
 * compiler has attributed the class. That makes a reader sound which resolves names from syntax and
 * declarations alone.
 */
final class Verifier implements TaskListener {
  private final Trees trees;
  private final Types types;
  private final Resolutions resolutions;
  private final ProblemPrinter printer;

  private Verifier(ProcessingEnvironment javac, SourceReader reader, ProblemPrinter printer) {
    this.trees = Trees.instance(javac);
    this.types = javac.getTypeUtils();
    this.resolutions = reader.resolutions();
    this.printer = printer;
  }

  /** Lets javac report each class to a verifier of what that reader reads. */
  static void install(ProcessingEnvironment javac, SourceReader reader, ProblemPrinter printer) {
    JavacTask.instance(javac).addTaskListener(new Verifier(javac, reader, printer));
  }

  @Override
  public void finished(TaskEvent event) {
    TypeElement type = event.getTypeElement();
    CompilationUnitTree unit = event.getCompilationUnit();
    if (event.getKind() != TaskEvent.Kind.ANALYZE || type == null || unit == null) {
      return;
    }
    for (Tree declaration : unit.getTypeDecls()) {
      if (declaration instanceof ClassTree tree
          && tree.getSimpleName().equals(type.getSimpleName())) {
        guarded(type, unit, tree);
      }
    }
  }

  /** A crash here would be the compiler's: it is one error, which names the class. */
  private void guarded(TypeElement type, CompilationUnitTree unit, ClassTree tree) {
    try {
      BodyVerifier verifier = new BodyVerifier(unit, trees, types, resolutions);
      verifier.scan(new TreePath(new TreePath(unit), tree), null);
      printer.print(verifier.problems());
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError failure) {
      TreePlace place = new TreePlace(unit, tree, unit.getSourceFile().getName(), 0, 0);
      printer.print(List.of(Problems.crash(place, type.getQualifiedName().toString(), failure)));
    }
  }
}
