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

/**
 * Finds what asks for the clock or for chance in the attributed body of a workflow. In a side
 * remark that is in order, since nothing depends on it. What a clock says that is passed in isn't
 * told, since it may stand still, nor what a seed repeats.
 */
final class Unrepeatable extends TreePathScanner<Void, Void> {
  private static final Set<String> METHODS = Set.of(
      "java.lang.System.currentTimeMillis",
      "java.lang.System.nanoTime",
      "java.lang.Math.random",
      "java.lang.StrictMath.random",
      "java.util.UUID.randomUUID",
      "java.util.concurrent.ThreadLocalRandom.current",
      "java.util.random.RandomGenerator.getDefault",
      "java.util.random.RandomGenerator.of",
      "java.security.SecureRandom.getInstance",
      "java.security.SecureRandom.getInstanceStrong",
      "java.util.Calendar.getInstance",
      "java.time.Clock.system",
      "java.time.Clock.systemUTC",
      "java.time.Clock.systemDefaultZone",
      "java.time.Clock.tickMillis",
      "java.time.Clock.tickSeconds",
      "java.time.Clock.tickMinutes",
      "java.time.InstantSource.system");

  /** What is made without arguments is the time, or seeded by it. */
  private static final Set<String> MADE_OF_NOTHING = Set.of(
      "java.util.Random",
      "java.util.SplittableRandom",
      "java.util.Date",
      "java.util.GregorianCalendar",
      "java.util.random.RandomGeneratorFactory.create");

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
      Problem warning = Warnings.unrepeatable(file.place(place), spelled(called));
      if (!Silenced.covers(warning, path, trees)) {
        warnings.add(warning);
      }
    }
  }

  private static boolean isUnrepeatable(ExecutableElement called) {
    String owner = Enclosing.type(called).getQualifiedName().toString();
    boolean constructor = called.getKind() == ElementKind.CONSTRUCTOR;
    String name = constructor ? owner : owner + "." + called.getSimpleName();
    if (MADE_OF_NOTHING.contains(name)) {
      return called.getParameters().isEmpty();
    }
    if (constructor) {
      return owner.equals(SECURE);
    }
    boolean now = owner.startsWith("java.time.")
        && called.getSimpleName().contentEquals("now")
        && called.getParameters().stream().noneMatch(Unrepeatable::isClock);
    return now || METHODS.contains(name);
  }

  /** A clock that is passed may stand still. */
  private static boolean isClock(VariableElement parameter) {
    return parameter.asType().toString().equals("java.time.Clock");
  }

  private static String spelled(ExecutableElement called) {
    String owner = Enclosing.type(called).getSimpleName().toString();
    return called.getKind() == ElementKind.CONSTRUCTOR
        ? "new " + owner + (called.getParameters().isEmpty() ? "()" : "(…)")
        : owner + "." + called.getSimpleName();
  }
}
