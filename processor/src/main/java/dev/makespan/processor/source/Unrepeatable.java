package dev.makespan.processor.source;

import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.makespan.processor.problem.Problem;
import dev.makespan.processor.problem.Warnings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** Finds what asks for the clock or for chance in the attributed body of a workflow. */
final class Unrepeatable extends TreePathScanner<Void, Void> {
  private static final Set<String> METHODS = Set.of(
      "java.lang.System.currentTimeMillis",
      "java.lang.System.nanoTime",
      "java.lang.Math.random",
      "java.lang.StrictMath.random",
      "java.util.UUID.randomUUID",
      "java.util.concurrent.ThreadLocalRandom.current",
      "java.util.random.RandomGenerator.getDefault",
      "java.util.Calendar.getInstance");

  private static final Set<String> SEEDED_BY_CHANCE =
      Set.of("java.util.Random", "java.util.SplittableRandom", "java.util.Date");

  private static final String SECURE = "java.security.SecureRandom";

  private final SourceFile file;
  private final Trees trees;
  private final List<Problem> warnings = new ArrayList<>();

  private Unrepeatable(SourceFile file, Trees trees) {
    this.file = file;
    this.trees = trees;
  }

  static List<Problem> in(TreePath body, SourceFile file, Trees trees) {
    Unrepeatable scanner = new Unrepeatable(file, trees);
    scanner.scan(body, null);
    return scanner.warnings;
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
    check(new TreePath(getCurrentPath(), tree.getMethodSelect()), tree.getMethodSelect());
    return super.visitMethodInvocation(tree, null);
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
    if (trees.getElement(path) instanceof ExecutableElement called && isUnrepeatable(called)) {
      Problem warning = Warnings.unrepeatable(file.place(place), spelled(called));
      if (!Silenced.covers(warning, path, trees)) {
        warnings.add(warning);
      }
    }
  }

  private static boolean isUnrepeatable(ExecutableElement called) {
    String owner = Enclosing.type(called).getQualifiedName().toString();
    if (called.getKind() == ElementKind.CONSTRUCTOR) {
      return owner.equals(SECURE)
          || (SEEDED_BY_CHANCE.contains(owner) && called.getParameters().isEmpty());
    }
    boolean now = owner.startsWith("java.time.")
        && called.getSimpleName().contentEquals("now")
        && called.getParameters().stream().noneMatch(Unrepeatable::isClock);
    return now || METHODS.contains(owner + "." + called.getSimpleName());
  }

  /** A clock that is passed may stand still. */
  private static boolean isClock(VariableElement parameter) {
    return parameter.asType().toString().equals("java.time.Clock");
  }

  private static String spelled(ExecutableElement called) {
    String owner = Enclosing.type(called).getSimpleName().toString();
    return called.getKind() == ElementKind.CONSTRUCTOR
        ? "new " + owner + "(…)"
        : owner + "." + called.getSimpleName();
  }
}
