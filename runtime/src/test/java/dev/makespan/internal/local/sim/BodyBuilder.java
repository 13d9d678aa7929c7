package dev.makespan.internal.local.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Writes the body of one random workflow, or of what a map does with its elements. */
final class BodyBuilder {
  /** How deep branches stand in each other. */
  private static final int NESTING = 2;

  private final ProgramBuilder program;
  private final Random random;
  private final int depth;

  /** Whether it is for the elements of a map. */
  private final boolean mapped;

  private final List<BodyPlan.Waits> waits = new ArrayList<>();

  /** For each value, the steps that it comes from: the step itself, or those that are merged. */
  private final Map<Integer, Set<Integer>> sources = new HashMap<>();

  // What holds at the place that is being written.
  private List<Integer> values = new ArrayList<>();
  private List<Integer> lists = new ArrayList<>();
  private Set<Integer> conditions = new TreeSet<>();
  private int floor;
  private boolean mayFence = true;
  private int nesting;

  /** The map task that it calls, if it calls one. */
  private Method mapTask;

  BodyBuilder(ProgramBuilder program, Random random, int depth, boolean mapped) {
    this.program = program;
    this.random = random;
    this.depth = depth;
    this.mapped = mapped;
  }

  BodyPlan body(int count) {
    Block block = new Block(items(count));
    int result = values.isEmpty() ? -1 : values.get(values.size() - 1);
    return new BodyPlan(block, waits, result);
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private List<Item> items(int count) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (nesting < NESTING && chance(0.15)) {
        choice(items);
      } else if (mayFence && chance(0.05)) {
        items.add(together());
      } else {
        items.add(step());
      }
    }
    return items;
  }

  // Positions.

  private int position(Set<Integer> others) {
    waits.add(new BodyPlan.Waits(floor, others));
    return waits.size() - 1;
  }

  private Item.Single single(StepPlan plan) {
    List<Integer> after = chance(0.15) ? inputs() : List.of();
    if (plan.isFence()) {
      floor = waits.size();
      after = List.of();
    }
    Set<Integer> others = new TreeSet<>(conditions);
    plan.inputs().forEach(input -> others.addAll(sources.get(input)));
    after.forEach(input -> others.addAll(sources.get(input)));
    int position = position(others);
    if (plan.isFence()) {
      floor = waits.size();
    }
    sources.put(position, Set.of(position));
    return new Item.Single(position, plan, after);
  }

  private Item.Single step() {
    int kind = random.nextInt(22);
    StepPlan plan;
    if (kind < 10 || (kind < 13 && !mayFence)) {
      plan = new StepPlan.Call(callee(), inputs());
    } else if (kind < 13) {
      plan = new StepPlan.Fence(program.method(depth, true), inputs());
    } else if (kind < 16) {
      plan = new StepPlan.Eval(program.number(), program.script(false), false, inputs());
    } else {
      plan = mapping(kind >= 20);
    }
    Item.Single single = single(plan);
    if (!plan.isFence()) {
      values.add(single.position());
    }
    if (!plan.isFence() && plan instanceof StepPlan.Mapping) {
      lists.add(single.position());
    }
    return single;
  }

  private Method callee() {
    if (!chance(mapped ? 0.5 : 0.05)) {
      return program.method(depth, false);
    }
    if (mapTask == null || chance(0.5)) {
      mapTask = program.mapTask();
    }
    return mapTask;
  }

  private Item.Together together() {
    floor = waits.size();
    List<Item.Single> calls = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      calls.add(single(new StepPlan.Call(program.method(depth, true), inputs())));
    }
    floor = waits.size();
    return new Item.Together(calls);
  }

  private StepPlan mapping(boolean bodies) {
    int from = lists.isEmpty() || chance(0.5) ? -1 : lists.get(random.nextInt(lists.size()));
    List<Integer> inputs = inputs();
    if (from >= 0) {
      inputs.remove((Integer) from);
      inputs.add(0, from);
    }
    int size = depth == ProgramBuilder.DEPTH && chance(0.12) ? 40 : random.nextInt(depth + 3);
    StepPlan.Mapping.Kind kind = kindOfMap();
    boolean isVoid = kind == StepPlan.Mapping.Kind.VOID;
    double ratio = random.nextInt(5) / 4.0;
    int inner = Math.max(0, depth - 1);
    if (bodies) {
      WorkflowMethod each = program.element(inner, isVoid);
      return new StepPlan.Mapping(kind, ratio, null, each, 0, from, size, inputs);
    }
    Method callee = !isVoid && chance(0.5) ? program.mapTask() : program.method(inner, isVoid);
    int concurrency = callee.def().concurrency();
    return new StepPlan.Mapping(kind, ratio, callee, null, concurrency, from, size, inputs);
  }

  private StepPlan.Mapping.Kind kindOfMap() {
    return switch (random.nextInt(6)) {
      case 0, 1 -> StepPlan.Mapping.Kind.SOME;
      case 2 -> mayFence ? StepPlan.Mapping.Kind.VOID : StepPlan.Mapping.Kind.ALL;
      default -> StepPlan.Mapping.Kind.ALL;
    };
  }

  private List<Integer> inputs() {
    List<Integer> inputs = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0 && !values.isEmpty(); i--) {
      Integer input = values.get(random.nextInt(values.size()));
      if (!inputs.contains(input)) {
        inputs.add(input);
      }
    }
    return inputs;
  }

  private int value() {
    return values.isEmpty() || chance(0.1) ? -1 : values.get(random.nextInt(values.size()));
  }

  // Branches.

  private void choice(List<Item> items) {
    boolean outerFence = mayFence;
    int outerFloor = floor;
    Set<Integer> outerConditions = conditions;
    mayFence &= chance(0.5);
    if (mayFence) {
      floor = waits.size();
    }
    Item.Single condition =
        single(new StepPlan.Eval(program.number(), program.script(false), true, inputs()));
    conditions = new TreeSet<>(outerConditions);
    conditions.add(condition.position());
    Branches branches = new Branches(chance(0.6));
    Block first = branches.branch(true, 1 + random.nextInt(3));
    Block second = branches.branch(!first.endsInReturn(), random.nextInt(3));
    Item.Choice choice = new Item.Choice(condition, first, second, mayFence);
    items.add(choice);
    conditions = outerConditions;
    if (choice.returns()) {
      conditions = new TreeSet<>(outerConditions);
      conditions.addAll(branches.conditionsAtEnd);
    }
    floor = mayFence ? waits.size() : outerFloor;
    mayFence = outerFence;
    if (branches.merges) {
      merge(items, condition, branches.assigned);
    }
  }

  private void merge(List<Item> items, Item.Single condition, List<Integer> assigned) {
    int position = position(Set.of());
    Set<Integer> from = new TreeSet<>(Set.of(condition.position()));
    assigned.forEach(value -> from.addAll(sources.get(value)));
    sources.put(position, from);
    items.add(new Item.Merge(position, assigned));
    values.add(position);
  }

  /** Both branches of an {@code if}. */
  private final class Branches {
    private final boolean merges;
    private final Set<Integer> conditionsAtEnd = new TreeSet<>();

    /** The values that they give to the local that is assigned in each, if there is one. */
    private final List<Integer> assigned = new ArrayList<>();

    private final List<Integer> outerValues = values;
    private final List<Integer> outerLists = lists;
    private final Set<Integer> outerConditions = conditions;
    private final int outerFloor = floor;

    Branches(boolean merges) {
      this.merges = merges;
    }

    Block branch(boolean mayReturn, int count) {
      values = new ArrayList<>(outerValues);
      lists = new ArrayList<>(outerLists);
      conditions = outerConditions;
      floor = outerFloor;
      nesting++;
      List<Item> items = items(count);
      nesting--;
      if (mayReturn && chance(0.3)) {
        items.add(new Item.Return(value()));
      } else if (merges) {
        assign(items);
      }
      conditionsAtEnd.addAll(conditions);
      values = outerValues;
      lists = outerLists;
      return new Block(items);
    }

    private void assign(List<Item> items) {
      int value = value();
      if (value < 0 || outerValues.contains(value) || chance(0.3)) {
        int position = position(Set.of());
        // Who uses the local waits for this value only if the branch is taken.
        sources.put(position, Set.of());
        items.add(new Item.Assign(position, value));
        value = position;
      }
      assigned.add(value);
    }
  }
}
