package dev.makespan.processor.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.makespan.processor.problem.Problem;
import dev.makespan.processor.problem.Problems;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Types;

/**
 * Compares what the reader took each name to be with what the compiler takes it to be, once the
 * compiler has attributed the class. That makes a reader sound which resolves names from syntax and
 * declarations alone. Before the first class it has the problems told that were held back.
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
    printer.mayHold();
  }

  @Override
  public void started(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.ANALYZE) {
      printer.release();
    }
  }

  @Override
  public void finished(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.COMPILATION) {
      // Nothing was attributed, since the compiler found errors before.
      printer.release();
    }
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

  private List<Problem> problems(CompilationUnitTree unit, ClassTree tree) {
    BodyVerifier verifier = new BodyVerifier(unit, trees, types, resolutions, printer.hasErrors());
    verifier.scan(new TreePath(new TreePath(unit), tree), null);
    return verifier.problems();
  }

  /** A crash here would be the compiler's: it is one error, which names the class. */
  private void guarded(TypeElement type, CompilationUnitTree unit, ClassTree tree) {
    try {
      printer.print(DeepStack.of(() -> problems(unit, tree)));
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError failure) {
      TreePlace place = new TreePlace(unit, tree, unit.getSourceFile().getName(), 0, 0);
      printer.print(List.of(Problems.crash(place, type.getQualifiedName().toString(), failure)));
    }
  }
}
