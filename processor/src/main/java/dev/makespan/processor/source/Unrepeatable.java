package dev.makespan.processor.source;

import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.makespan.processor.model.NodeKind;
import dev.makespan.processor.problem.Problem;
import dev.makespan.processor.problem.Warnings;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/**
 * Finds what asks for the clock, for chance or for its thread in the attributed body of a workflow
 * or dynamic. In a side remark that is in order, since nothing depends on it. What a clock says
 * that is passed in isn't told, since it may stand still, nor what a seed repeats.
 */
final class Unrepeatable extends TreePathScanner<Void, Void> {
  private static final MethodTable TABLE = MethodTable.of(RunTables.UNREPEATABLE);

  private final NodeKind kind;
  private final SourceFile file;
  private final Trees trees;
  private final Mutators methods;
  private final List<Problem> warnings = new ArrayList<>();

  private Unrepeatable(NodeKind kind, SourceFile file, Trees trees, Mutators methods) {
    this.kind = kind;
    this.file = file;
    this.trees = trees;
    this.methods = methods;
  }

  static List<Problem> in(
      TreePath body, NodeKind kind, SourceFile file, Trees trees, Mutators methods) {
    Unrepeatable scanner = new Unrepeatable(kind, file, trees, methods);
    scanner.scan(body, null);
    return scanner.warnings;
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
    if (isTap(tree)) {
      return null;
    }
    check(new TreePath(getCurrentPath(), tree.getMethodSelect()), tree.getMethodSelect());
    return super.visitMethodInvocation(tree, null);
  }

  private boolean isTap(MethodInvocationTree tree) {
    return NodeSearch.isNamed(tree, "tap")
        && trees.getElement(new TreePath(getCurrentPath(), tree.getMethodSelect()))
            instanceof ExecutableElement method
        && MapReader.isOfMakespan(method);
  }

  @Override
  public Void visitNewClass(NewClassTree tree, Void unused) {
    check(getCurrentPath(), tree);
    return super.visitNewClass(tree, null);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
    check(getCurrentPath(), tree);
    return super.visitMemberReference(tree, null);
  }

  private void check(TreePath path, Tree place) {
    if (trees.getElement(path) instanceof ExecutableElement called
        && Enclosing.isFound(called)
        && isUnrepeatable(called)) {
      Problem warning = kind == NodeKind.DYNAMIC
          ? Warnings.unrepeatableInDynamic(file.place(place), spelled(called))
          : Warnings.unrepeatable(file.place(place), spelled(called));
      if (!Silenced.covers(warning, path, trees)) {
        warnings.add(warning);
      }
    }
  }

  private boolean isUnrepeatable(ExecutableElement called) {
    if (called.getKind() == ElementKind.CONSTRUCTOR) {
      // What a subclass passes on isn't known.
      return TABLE.hasDeclared(called);
    }
    boolean now = called.getSimpleName().contentEquals("now")
        && Enclosing.type(called).getQualifiedName().toString().startsWith("java.time.")
        && called.getParameters().stream().noneMatch(Unrepeatable::isClock);
    return now || methods.isIn(TABLE, called);
  }

  /** A clock that is passed may stand still. */
  private static boolean isClock(VariableElement parameter) {
    return parameter.asType().toString().equals("java.time.Clock");
  }

  /** As a user would write it. */
  static String spelled(ExecutableElement called) {
    String owner = Enclosing.type(called).getSimpleName().toString();
    return called.getKind() == ElementKind.CONSTRUCTOR
        ? "new " + owner + (called.getParameters().isEmpty() ? "()" : "(…)")
        : owner + "." + called.getSimpleName();
  }
}
