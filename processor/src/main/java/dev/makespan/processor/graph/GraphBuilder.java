package dev.makespan.processor.graph;

import dev.makespan.processor.model.Body;
import dev.makespan.processor.model.Ordering;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Builds the graph of one body. Finds the variables that it takes from around it on the way. */
final class GraphBuilder {
  private final Body body;
  private final List<GraphNode> nodes = new ArrayList<>();
  private final Map<Variable, Integer> producers = new HashMap<>();
  private final IdentityHashMap<Step, Integer> positions = new IdentityHashMap<>();
  private final Set<Variable> parameters;
  private final Set<Variable> free = new LinkedHashSet<>();
  private final Set<Integer> used = new HashSet<>();
  private OptionalInt fence = OptionalInt.empty();
  private boolean readsSelf;

  /** The steps of one branch, or of the body outside all of them. */
  private static final class Branch {
    final List<Guard> guards = new ArrayList<>();

    /** That none of the early returns was taken in it, nor in branches that it holds. */
    final List<Guard> exits = new ArrayList<>();

    void exit(Guard exit) {
      exits.add(exit);
      guards.add(exit);
    }
  }

  GraphBuilder(Body body) {
    this.body = body;
    this.parameters = Set.copyOf(body.parameters());
  }

  BodyGraph build() {
    addAll(body.steps(), new Branch());
    body.result().ifPresent(result -> read(Reads.of(List.of(result))));
    nodes.replaceAll(node -> new GraphNode(
        node.position(),
        node.step(),
        node.inputs(),
        node.after(),
        node.fence(),
        node.guards(),
        used.contains(node.position()),
        node.inner(),
        node.block()));
    return new BodyGraph(body, nodes);
  }

  /**
   * What a step waits for by an {@code @After}: the ends of the other initialiser, if it is a
   * beginning of its own. A local below is no step yet; a rule tells it.
   */
  private List<Integer> after(Step step, Set<Integer> inputs, List<Guard> guards) {
    Set<Integer> after = new TreeSet<>();
    for (Ordering ordering : body.orderings()) {
      boolean begins = ordering.steps().stream().anyMatch(each -> each == step)
          && positions(ordering.steps()).stream()
              .noneMatch(each -> inputs.contains(each) || decides(each, guards));
      if (begins) {
        List<Integer> ends = positions(ordering.before());
        ends.stream()
            .filter(end -> nodes.get(end).step().result().isPresent())
            .filter(end -> ends.stream().noneMatch(other -> waits(nodes.get(other), end)))
            .filter(end -> !inputs.contains(end))
            .forEach(after::add);
      }
    }
    used.addAll(after);
    return List.copyOf(after);
  }

  private static boolean waits(GraphNode node, int other) {
    return node.inputs().contains(other) || decides(other, node.guards());
  }

  private static boolean decides(int position, List<Guard> guards) {
    return guards.stream().anyMatch(guard -> guard.on() == position);
  }

  /** The positions of those steps that stand above. */
  private List<Integer> positions(List<Step> steps) {
    return steps.stream().filter(positions::containsKey).map(positions::get).toList();
  }

  private void addAll(List<Step> steps, Branch branch) {
    for (Step step : steps) {
      if (step instanceof Step.Decision choice) {
        // What an else holds alone, as in a chain of them, the barriers around that if fence too.
        decide(choice, branch, holdsFence(choice) && !(steps.size() == 1 && isElse(branch)));
      } else if (step instanceof Step.Try || step instanceof Step.Finally) {
        addTry((Step.Compound) step, branch);
      } else {
        int position = add(step, branch);
        if (step instanceof Step.Return || step instanceof Step.Throw) {
          branch.exit(new Guard(position, Guard.Way.SKIPPED));
        }
      }
    }
  }

  private void addTry(Step.Compound tried, Branch around) {
    boolean isFence = holdsFence(tried);
    if (isFence) {
      add(new Step.Barrier(tried.place()), around);
    }
    if (tried instanceof Step.Try each) {
      addCatches(each, around);
    } else {
      addFinally((Step.Finally) tried, around);
    }
    if (isFence) {
      add(new Step.Barrier(tried.place()), around);
    }
  }

  private void addCatches(Step.Try tried, Branch around) {
    int first = nodes.size();
    List<Guard> exits = addBlock(tried.body(), around.guards);
    int decision = close(tried, around, first);
    List<Guard> ofCatches = new ArrayList<>();
    for (int i = 0; i < tried.catches().size(); i++) {
      ofCatches.addAll(addBranch(tried.catches().get(i), Guard.option(decision, i)));
    }
    passed(decision, exits, around);
    ofCatches.forEach(around::exit);
  }

  private void addFinally(Step.Finally tried, Branch around) {
    int first = nodes.size();
    List<Guard> exits = new ArrayList<>(addBlock(tried.body(), around.guards));
    int last = close(new Step.Last(tried.place()), around, first);
    exits.addAll(addBranch(tried.last(), new Guard(last, Guard.Way.REACHED)));
    passed(close(tried, around, last), exits, around);
  }

  /** What follows a block runs only if that hasn't returned. */
  private static void passed(int closing, List<Guard> exits, Branch around) {
    if (!exits.isEmpty()) {
      around.exit(new Guard(closing, Guard.Way.PASSED));
    }
  }

  private static boolean isElse(Branch branch) {
    return !branch.guards.isEmpty() && branch.guards.get(0).way() == Guard.Way.FALSE;
  }

  private void decide(Step.Decision choice, Branch around, boolean isFence) {
    if (isFence) {
      add(new Step.Barrier(choice.place()), around);
    }
    addAll(choice.asked(), around);
    int decision = add(choice, around);
    List<Guard> exits = new ArrayList<>();
    for (int i = 0; i < choice.branches().size(); i++) {
      exits.addAll(addBranch(choice.branches().get(i), guard(choice, decision, i)));
    }
    exits.forEach(around::exit);
    if (isFence) {
      add(new Step.Barrier(choice.place()), around);
    }
  }

  private static Guard guard(Step.Decision choice, int decision, int branch) {
    return choice instanceof Step.Switch
        ? Guard.option(decision, branch)
        : new Guard(decision, branch == 0 ? Guard.Way.TRUE : Guard.Way.FALSE);
  }

  private List<Guard> addBranch(List<Step> steps, Guard guard) {
    return addBlock(steps, List.of(guard));
  }

  private List<Guard> addBlock(List<Step> steps, List<Guard> guards) {
    Branch branch = new Branch();
    branch.guards.addAll(guards);
    // A fence in a branch that isn't taken holds nothing; the barrier below holds for all.
    OptionalInt before = fence;
    addAll(steps, branch);
    fence = before;
    return branch.exits;
  }

  private static boolean holdsFence(Step.Compound compound) {
    return compound.steps().stream()
        .anyMatch(
            step -> step.isFence() || (step instanceof Step.Compound inner && holdsFence(inner)));
  }

  private int add(Step step, Branch branch) {
    return add(step, branch, OptionalInt.empty());
  }

  private int close(Step step, Branch branch, int first) {
    return add(step, branch, OptionalInt.of(first));
  }

  private int add(Step step, Branch branch, OptionalInt block) {
    int position = nodes.size();
    Optional<InnerGraph> inner =
        step instanceof Step.MapBody map ? Optional.of(inner(map)) : Optional.empty();
    Set<Integer> inputs = read(Reads.of(step, inner));
    if (step instanceof Step.Return returned) {
      // The body reads it when all has ended, like what the last statement returns.
      returned.value().ifPresent(value -> read(Reads.of(List.of(value))));
    }
    GraphNode node = new GraphNode(
        position,
        step,
        List.copyOf(inputs),
        after(step, inputs, branch.guards),
        fence,
        branch.guards,
        false,
        inner,
        block);
    nodes.add(node);
    positions.put(step, position);
    step.result().ifPresent(result -> producers.put(result, position));
    if (node.isFence()) {
      fence = OptionalInt.of(position);
    }
    return position;
  }

  private InnerGraph inner(Step.MapBody map) {
    GraphBuilder builder = new GraphBuilder(map.body());
    BodyGraph graph = builder.build();
    return new InnerGraph(graph, List.copyOf(builder.free), builder.readsSelf);
  }

  /** Notes what is read, and tells which steps of this body make it. */
  private Set<Integer> read(Reads reads) {
    readsSelf |= reads.self();
    Set<Integer> inputs = new LinkedHashSet<>();
    for (Variable variable : reads.variables()) {
      Integer producer = producers.get(variable);
      if (producer != null) {
        inputs.add(producer);
      } else if (!parameters.contains(variable)) {
        free.add(variable);
      }
    }
    used.addAll(inputs);
    return inputs;
  }
}
