package dev.makespan.processor.source;

import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.makespan.processor.problem.Place;
import dev.makespan.processor.problem.Problem;
import dev.makespan.processor.problem.Warnings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/**
 * Finds what makes futures, or has work done, outside the run in the attributed body of a dynamic.
 * An asynchronous stage without an executor is in order: that of a flow's future runs on the run's
 * threads.
 */
final class OutsideRun extends TreePathScanner<Void, Void> {
  private static final MethodTable GATHERS = MethodTable.of(RunTables.GATHERS);
  private static final MethodTable STARTS = MethodTable.of(RunTables.STARTS);
  private static final MethodTable DELAYS = MethodTable.of(RunTables.DELAYS);
  private static final MethodTable STAGES = MethodTable.of(RunTables.STAGES);

  private final SourceFile file;
  private final Trees trees;
  private final Mutators methods;
  private final List<Problem> warnings = new ArrayList<>();

  private OutsideRun(SourceFile file, Trees trees, Mutators methods) {
    this.file = file;
    this.trees = trees;
    this.methods = methods;
  }

  static List<Problem> in(TreePath body, SourceFile file, Trees trees, Mutators methods) {
    OutsideRun scanner = new OutsideRun(file, trees, methods);
    scanner.scan(body, null);
    return scanner.warnings;
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
    check(new TreePath(getCurrentPath(), tree.getMethodSelect()), tree.getMethodSelect());
    return super.visitMethodInvocation(tree, null);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
    check(getCurrentPath(), tree);
    return super.visitMemberReference(tree, null);
  }

  private void check(TreePath path, Tree tree) {
    if (trees.getElement(path) instanceof ExecutableElement called && Enclosing.isFound(called)) {
      warning(called, file.place(tree))
          .filter(warning -> !Silenced.covers(warning, path, trees))
          .ifPresent(warnings::add);
    }
  }

  private Optional<Problem> warning(ExecutableElement called, Place place) {
    String name = called.getSimpleName().toString();
    if (methods.isIn(GATHERS, called)) {
      return Optional.of(Warnings.gathered(place, name, name.equals("allOf") ? "all" : "any"));
    }
    if (methods.isIn(STARTS, called)) {
      return Optional.of(Warnings.started(place, Unrepeatable.spelled(called)));
    }
    if (methods.isIn(DELAYS, called)) {
      return Optional.of(Warnings.delayed(place));
    }
    return methods.isIn(STAGES, called)
        ? Optional.of(Warnings.onExecutor(place, name))
        : Optional.empty();
  }
}
