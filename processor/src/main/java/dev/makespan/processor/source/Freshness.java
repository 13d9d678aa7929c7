package dev.makespan.processor.source;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/**
 * Tells which values in an attributed body were made by the expression that they stand in, so that
 * nobody else can see them change.
 */
final class Freshness {
  /** Classes whose instances read and write through what their constructors are given. */
  private static final Set<String> THROUGH =
      Set.of("java.lang.AutoCloseable", "java.lang.Readable", "java.util.Iterator");

  private final Trees trees;
  private final Mutators mutators;
  private final Map<Element, List<TreePath>> values = new HashMap<>();
  private final Set<Element> accumulators = new HashSet<>();
  private final Set<Tree> accumulating = new HashSet<>();
  private final Set<Element> underWay = new HashSet<>();

  Freshness(TreePath body, Trees trees, Mutators mutators) {
    this.trees = trees;
    this.mutators = mutators;
    new Collector().scan(body, null);
  }

  boolean isFresh(TreePath path) {
    Tree tree = path.getLeaf();
    if (tree instanceof ParenthesizedTree parenthesized) {
      return isFresh(new TreePath(path, parenthesized.getExpression()));
    }
    if (tree instanceof TypeCastTree cast) {
      return isFresh(new TreePath(path, cast.getExpression()));
    }
    if (tree instanceof ConditionalExpressionTree conditional) {
      return isFresh(new TreePath(path, conditional.getTrueExpression()))
          && isFresh(new TreePath(path, conditional.getFalseExpression()));
    }
    if (tree instanceof IdentifierTree) {
      return isFreshLocal(trees.getElement(path));
    }
    if (tree instanceof MethodInvocationTree call) {
      return isFreshResult(path, call);
    }
    return tree instanceof NewArrayTree
        || (tree instanceof NewClassTree creation && isIndependent(path, creation));
  }

  /** The array of an element, however deep, is fresh. */
  boolean isInFreshArray(TreePath element) {
    Tree tree = element.getLeaf();
    if (tree instanceof ParenthesizedTree parenthesized) {
      return isInFreshArray(new TreePath(element, parenthesized.getExpression()));
    }
    return tree instanceof ArrayAccessTree access
        ? isInFreshArray(new TreePath(element, access.getExpression()))
        : isFresh(element);
  }

  /** Whether it is the call of a method that changes its receiver and returns it. */
  boolean isChained(TreePath path) {
    Tree tree = path.getLeaf();
    if (tree instanceof ParenthesizedTree parenthesized) {
      return isChained(new TreePath(path, parenthesized.getExpression()));
    }
    return tree instanceof MethodInvocationTree call
        && element(path, call) instanceof ExecutableElement method
        && mutators.returnsReceiver(method);
  }

  /** Whether a function is given its first argument to change it, as a collector's parts are. */
  boolean isAccumulating(Tree function) {
    return accumulating.contains(function);
  }

  private boolean isFreshLocal(Element local) {
    if (accumulators.contains(local) || underWay.contains(local)) {
      return true;
    }
    List<TreePath> all = values.getOrDefault(local, List.of());
    underWay.add(local);
    boolean fresh = !all.isEmpty() && all.stream().allMatch(this::isFresh);
    underWay.remove(local);
    return fresh;
  }

  private boolean isFreshResult(TreePath path, MethodInvocationTree call) {
    if (!(element(path, call) instanceof ExecutableElement method)) {
      return false;
    }
    return mutators.makesNew(method)
        || (mutators.returnsReceiver(method)
            && call.getMethodSelect() instanceof MemberSelectTree select
            && isFresh(new TreePath(new TreePath(path, select), select.getExpression())));
  }

  /** A reader around a reader that others see isn't fresh. */
  private boolean isIndependent(TreePath path, NewClassTree creation) {
    return !isThrough(path)
        || creation.getArguments().stream()
            .map(argument -> new TreePath(path, argument))
            .allMatch(argument -> !isThrough(argument) || isFresh(argument));
  }

  private boolean isThrough(TreePath path) {
    return mutators.isAny(trees.getTypeMirror(path), THROUGH);
  }

  private Element element(TreePath path, MethodInvocationTree call) {
    return trees.getElement(new TreePath(path, call.getMethodSelect()));
  }

  /**
   * Collects what the locals of pure lambdas are given. In a lambda that calls nodes, the locals
   * are steps of their own.
   */
  private final class Collector extends TreePathScanner<Void, Void> {
    private boolean pure;

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
      inside(!callsNode(getCurrentPath()), () -> super.visitLambdaExpression(tree, null));
      return null;
    }

    @Override
    public Void visitSwitchExpression(SwitchExpressionTree tree, Void unused) {
      inside(true, () -> super.visitSwitchExpression(tree, null));
      return null;
    }

    private void inside(boolean isPure, Runnable scan) {
      boolean around = pure;
      pure = isPure;
      scan.run();
      pure = around;
    }

    private boolean callsNode(TreePath lambda) {
      boolean[] found = {false};
      new TreePathScanner<Void, Void>() {
        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
          Element method = element(getCurrentPath(), tree);
          found[0] |= method != null && Markers.node(method).isPresent();
          return super.visitMethodInvocation(tree, null);
        }
      }.scan(lambda, null);
      return found[0];
    }

    @Override
    public Void visitVariable(VariableTree tree, Void unused) {
      Element local = trees.getElement(getCurrentPath());
      if (pure && local != null) {
        List<TreePath> given = values.computeIfAbsent(local, any -> new ArrayList<>());
        if (tree.getInitializer() != null) {
          given.add(new TreePath(getCurrentPath(), tree.getInitializer()));
        }
      }
      return super.visitVariable(tree, null);
    }

    @Override
    public Void visitAssignment(AssignmentTree tree, Void unused) {
      Element target = trees.getElement(new TreePath(getCurrentPath(), tree.getVariable()));
      if (values.containsKey(target)) {
        values.get(target).add(new TreePath(getCurrentPath(), tree.getExpression()));
      }
      return super.visitAssignment(tree, null);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
      if (element(getCurrentPath(), tree) instanceof ExecutableElement method) {
        List<? extends ExpressionTree> in = tree.getArguments();
        boolean supplied = in.size() > 1
            && mutators.accumulates(method)
            && supplies(new TreePath(getCurrentPath(), in.get(0)));
        if (supplied || mutators.finishes(method)) {
          in.subList(1, in.size()).forEach(this::accumulator);
        }
      }
      return super.visitMethodInvocation(tree, null);
    }

    private boolean supplies(TreePath supplier) {
      return supplier.getLeaf() instanceof LambdaExpressionTree lambda
          ? lambda.getBody() instanceof ExpressionTree
              && isFresh(new TreePath(supplier, lambda.getBody()))
          : supplier.getLeaf() instanceof MemberReferenceTree reference
              && reference.getMode() == MemberReferenceTree.ReferenceMode.NEW;
    }

    private void accumulator(ExpressionTree function) {
      accumulating.add(function);
      if (function instanceof LambdaExpressionTree lambda
          && !lambda.getParameters().isEmpty()) {
        TreePath path = new TreePath(getCurrentPath(), lambda);
        accumulators.add(
            trees.getElement(new TreePath(path, lambda.getParameters().get(0))));
      }
    }
  }
}
