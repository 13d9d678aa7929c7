package dev.makespan.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import dev.makespan.processor.graph.Edge;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/**
 * What waits for what in one generated wiring method, read from its text by the rules of the
 * runtime's {@code Body}: a step waits for the steps among its arguments, a fence for all since the
 * fence before it, and all below for it; a step in a branch for the decision and for the early
 * returns above it there.
 */
final class EmittedEdges {
  private static final Set<String> FENCES = Set.of("fence", "barrier", "mapVoid", "eachVoid");

  private final Map<String, Integer> steps = new HashMap<>();
  private final Set<Edge> edges = new LinkedHashSet<>();
  private final String run;
  private int position;
  private int fence = -1;

  /** For each open branch, and the body, what its next step waits for; then its early returns. */
  private final Deque<List<Integer>> guards = new ArrayDeque<>();

  private final Deque<List<Integer>> exits = new ArrayDeque<>();

  /** Where each open try block begins. */
  private final Deque<Integer> blocks = new ArrayDeque<>();

  /** The fence before each open branch. */
  private final Deque<Integer> fences = new ArrayDeque<>();

  private EmittedEdges(String run) {
    this.run = run;
  }

  /** The edges of each wiring method of a generated file, in the order of the methods. */
  static List<Set<Edge>> of(String source) throws IOException {
    JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
        .getTask(null, null, null, null, null, List.of(new Compiled.Source("Flow.java", source)));
    List<Set<Edge>> methods = new ArrayList<>();
    for (CompilationUnitTree unit : task.parse()) {
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitMethod(MethodTree method, Void unused) {
          boolean wires = method.getModifiers().getFlags().contains(Modifier.PRIVATE)
              && method.getName().toString().startsWith("wire")
              && !method.getParameters().isEmpty()
              && method.getParameters().get(0).getType().toString().endsWith("Body");
          if (wires) {
            methods.add(edges(method));
          }
          return super.visitMethod(method, null);
        }
      }.scan(unit, null);
    }
    return methods;
  }

  private static Set<Edge> edges(MethodTree method) {
    EmittedEdges found =
        new EmittedEdges(method.getParameters().get(0).getName().toString());
    found.open();
    method.getBody().getStatements().forEach(found::statement);
    if (found.guards.size() != 1) {
      throw new AssertionError("a branch is left open in " + method);
    }
    return found.edges;
  }

  private void statement(StatementTree statement) {
    if (statement instanceof VariableTree local) {
      step((MethodInvocationTree) local.getInitializer());
      steps.put(local.getName().toString(), position - 1);
    } else if (statement instanceof ExpressionStatementTree expression) {
      step((MethodInvocationTree) expression.getExpression());
    } else if (((ReturnTree) statement).getExpression() instanceof MethodInvocationTree call
        && !Set.of("value", "unreached").contains(name(call))) {
      step(call);
    }
  }

  private String name(MethodInvocationTree call) {
    MemberSelectTree select = (MemberSelectTree) call.getMethodSelect();
    if (after(call).isPresent()) {
      return select.getIdentifier().toString();
    }
    if (!select.getExpression().toString().equals(run)) {
      throw new AssertionError(call + " isn't a call on " + run);
    }
    return select.getIdentifier().toString();
  }

  /** What stands in {@code run.after(…)} before a step. */
  private Optional<MethodInvocationTree> after(MethodInvocationTree call) {
    return call.getMethodSelect() instanceof MemberSelectTree select
            && select.getExpression() instanceof MethodInvocationTree before
            && before.getMethodSelect().toString().equals(run + ".after")
        ? Optional.of(before)
        : Optional.empty();
  }

  private void open(Integer... decision) {
    guards.push(new ArrayList<>(List.of(decision)));
    exits.push(new ArrayList<>());
    fences.push(fence);
  }

  private void step(MethodInvocationTree call) {
    switch (name(call)) {
      case "otherwise", "option" -> {
        int decision = guards.pop().get(0);
        guards.push(new ArrayList<>(List.of(decision)));
        fence = fences.element();
      }
      case "end" -> {
        guards.pop();
        fence = fences.pop();
        List<Integer> inner = exits.pop();
        guards.element().addAll(inner);
        exits.element().addAll(inner);
      }
      case "tries" -> {
        guards.push(new ArrayList<>(guards.element()));
        exits.push(new ArrayList<>());
        fences.push(fence);
        blocks.push(position);
      }
      case "tried" -> {
        List<Integer> inner = close();
        open(position - 1);
        exits.element().addAll(inner.isEmpty() ? List.of() : List.of(position - 1));
      }
      case "last" -> {
        List<Integer> inner = close();
        open(position - 1);
        exits.element().addAll(inner);
        blocks.push(position - 1);
      }
      case "rethrows" -> {
        if (!close().isEmpty()) {
          guards.element().add(position - 1);
          exits.element().add(position - 1);
        }
      }
      case "catches" -> {
        int decision = guards.pop().get(0);
        guards.push(new ArrayList<>(List.of(decision)));
        fence = fences.element();
        wait(call);
      }
      case "fails" -> {
        wait(call);
        guards.element().add(position - 1);
        exits.element().add(position - 1);
      }
      case "exit" -> {
        wait(Set.of(), false);
        guards.element().add(position - 1);
        exits.element().add(position - 1);
      }
      case "when", "choose" -> {
        wait(call);
        open(position - 1);
      }
      default -> wait(call);
    }
  }

  /** Ends a block by a step that waits for all in it; tells the early returns there. */
  private List<Integer> close() {
    guards.pop();
    fence = fences.pop();
    for (int from = blocks.pop(); from < position; from++) {
      edges.add(new Edge(from, position, Edge.Reason.BRANCH));
    }
    wait(Set.of(), false);
    return exits.pop();
  }

  private void wait(MethodInvocationTree call) {
    after(call).stream()
        .flatMap(before -> before.getArguments().stream())
        .flatMap(argument -> stepsIn(argument).stream())
        .forEach(from -> edges.add(new Edge(from, position, Edge.Reason.AFTER)));
    Set<Integer> waits = new LinkedHashSet<>();
    Set<Integer> reads = new LinkedHashSet<>();
    for (ExpressionTree argument : call.getArguments()) {
      (argument instanceof LambdaExpressionTree ? reads : waits).addAll(stepsIn(argument));
    }
    if (!waits.containsAll(reads)) {
      throw new AssertionError(call + " reads what it doesn't wait for");
    }
    wait(waits, FENCES.contains(name(call)));
  }

  private void wait(Set<Integer> waits, boolean isFence) {
    waits.forEach(from -> edges.add(new Edge(from, position, Edge.Reason.DATA)));
    guards.element().forEach(from -> edges.add(new Edge(from, position, Edge.Reason.BRANCH)));
    for (int from = Math.max(fence, 0); from < position; from++) {
      if (isFence || from == fence) {
        edges.add(new Edge(from, position, Edge.Reason.FENCE));
      }
    }
    fence = isFence ? position : fence;
    position++;
  }

  private Set<Integer> stepsIn(Tree tree) {
    Set<Integer> found = new LinkedHashSet<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitIdentifier(IdentifierTree name, Void unused) {
        Integer step = steps.get(name.getName().toString());
        if (step != null) {
          found.add(step);
        }
        return null;
      }

      @Override
      public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
        // The name of a method may be that of a local.
        if (call.getMethodSelect() instanceof MemberSelectTree select) {
          scan(select.getExpression(), null);
        }
        return scan(call.getArguments(), null);
      }
    }.scan(tree, null);
    return found;
  }
}
