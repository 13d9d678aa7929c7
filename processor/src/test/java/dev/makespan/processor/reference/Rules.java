package dev.makespan.processor.reference;

import dev.makespan.processor.graph.Guard;
import dev.makespan.processor.model.Body;
import dev.makespan.processor.model.Ordering;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rules 1 to 3 and {@code @After}, for one body: what each step waits for, and what decides whether
 * it runs. A step's place in program order is its index.
 *
 * <p>Read from the steps alone and not from the graph, which is made from the same steps: what the
 * graph gets wrong must not be wrong here, too.
 */
final class Rules {
  private final List<Step> steps = new ArrayList<>();
  private final List<List<Guard>> guards = new ArrayList<>();
  private final IdentityHashMap<Step, Integer> places = new IdentityHashMap<>();
  private final List<Fence> fences = new ArrayList<>();
  private final List<BitSet> waits = new ArrayList<>();

  /** For each step those that it waits for in whatever way they end. */
  private final List<BitSet> anyhow = new ArrayList<>();

  private final List<Block> blocks = new ArrayList<>();
  private final List<BitSet> before = new ArrayList<>();

  /** The same without what may be dropped in a block. */
  private final List<BitSet> surely = new ArrayList<>();

  /** The steps that are a fence as a whole: a single one, or a decision. */
  private record Fence(int from, int to) {}

  /**
   * A try block, or a {@code finally}.
   *
   * @param from its first step
   * @param to the place below its last step
   * @param closing the step that tells what has become of it
   */
  record Block(int from, int to, int closing) {}

  Rules(Body body) {
    place(body.steps(), List.of());
    steps.forEach(step -> {
      waits.add(new BitSet());
      anyhow.add(new BitSet());
    });
    blocks();
    dataFlow();
    fences();
    branches();
    body.orderings().forEach(this::after);
    for (int i = 0; i < steps.size(); i++) {
      BitSet all = (BitSet) waits.get(i).clone();
      waits.get(i).stream().forEach(other -> all.or(before.get(other)));
      before.add(all);
      BitSet sure = (BitSet) waits.get(i).clone();
      sure.andNot(anyhow.get(i));
      sure.stream().boxed().toList().forEach(other -> sure.or(surely.get(other)));
      surely.add(sure);
    }
  }

  /** The steps in program order, those in branches among them. */
  List<Step> steps() {
    return steps;
  }

  /** What must have ended, or been skipped, before a step may start. */
  BitSet waits(int step) {
    return waits.get(step);
  }

  int place(Step step) {
    return places.get(step);
  }

  /** Of those what may have failed. */
  BitSet anyhow(int step) {
    return anyhow.get(step);
  }

  /** The innermost block that a step stands in. */
  Optional<Block> block(int step) {
    return blocks.stream()
        .filter(block -> block.from() <= step && step < block.to())
        .min(Comparator.comparingInt(block -> block.to() - block.from()));
  }

  /** The blocks that a step closes. */
  List<Block> closed(int step) {
    return blocks.stream().filter(block -> block.closing() == step).toList();
  }

  /** Whether that one may be dropped though the other one runs. */
  boolean mayLack(int one, int other) {
    return other == Place.NONE ? block(one).isPresent() : !surely.get(other).get(one);
  }

  /** What must turn out so that a step runs; otherwise it is skipped. */
  List<Guard> guards(int step) {
    return guards.get(step);
  }

  /** Whether a step has always ended before another one starts, perhaps through others. */
  boolean isBefore(int one, int other) {
    return before.get(other).get(one);
  }

  /** Whether no run executes both, since they stand in different branches of one decision. */
  boolean exclude(int one, int other) {
    return guards.get(one).stream()
        .filter(Guard::isBranch)
        .anyMatch(guard -> guards.get(other).stream()
            .anyMatch(each -> each.on() == guard.on() && !each.equals(guard)));
  }

  /**
   * Program order. On the way the first part of rule 3: a step runs only if the branch that it
   * stands in is taken, and no early return above it.
   *
   * @return the early returns among the steps, as guards of all that is written below
   */
  private List<Guard> place(List<Step> list, List<Guard> around) {
    List<Guard> returns = new ArrayList<>();
    for (Step step : list) {
      List<Guard> known = new ArrayList<>(around);
      known.addAll(returns);
      int from = steps.size();
      if (step instanceof Step.If choice) {
        returns.addAll(place(choice.asked(), known));
        int decision = add(step, known);
        returns.addAll(place(choice.whenTrue(), with(known, new Guard(decision, Guard.Way.TRUE))));
        returns.addAll(
            place(choice.whenFalse(), with(known, new Guard(decision, Guard.Way.FALSE))));
      } else if (step instanceof Step.Try tried) {
        List<Guard> inBlock = place(tried.body(), known);
        int closing = add(step, known);
        blocks.add(new Block(from, closing, closing));
        returns.addAll(passed(inBlock, closing));
        int number = 0;
        for (List<Step> each : tried.catches()) {
          returns.addAll(place(each, with(known, Guard.option(closing, number++))));
        }
      } else if (step instanceof Step.Finally tried) {
        List<Guard> inBlock = new ArrayList<>(place(tried.body(), known));
        int last = steps.size();
        inBlock.addAll(place(tried.last(), known));
        int closing = add(step, known);
        blocks.add(new Block(from, last, closing));
        blocks.add(new Block(last, closing, closing));
        returns.addAll(passed(inBlock, closing));
      } else if (step instanceof Step.Switch choice) {
        returns.addAll(place(choice.asked(), known));
        int decision = add(step, known);
        int number = 0;
        for (List<Step> each : choice.branches()) {
          returns.addAll(place(each, with(known, Guard.option(decision, number++))));
        }
      } else {
        int place = add(step, known);
        if (step instanceof Step.Return || step instanceof Step.Throw) {
          returns.add(new Guard(place, Guard.Way.SKIPPED));
        }
      }
      if (isFence(step)) {
        fences.add(new Fence(from, steps.size()));
      }
    }
    return returns;
  }

  /** What stands below a try that may return waits for the end of all of it. */
  private static List<Guard> passed(List<Guard> inBlock, int closing) {
    return inBlock.isEmpty() ? List.of() : List.of(new Guard(closing, Guard.Way.PASSED));
  }

  /**
   * Rule 6: what closes a block starts when all in it has ended in whatever way, and so does a
   * {@code finally} when all in its try has.
   */
  private void blocks() {
    for (Block block : blocks) {
      for (int i = block.to(); i <= block.closing(); i++) {
        waits.get(i).set(block.from(), block.to());
        anyhow.get(i).set(block.from(), block.to());
      }
    }
  }

  private static List<Guard> with(List<Guard> known, Guard guard) {
    List<Guard> all = new ArrayList<>(known);
    all.add(guard);
    return all;
  }

  private int add(Step step, List<Guard> known) {
    places.put(step, steps.size());
    steps.add(step);
    guards.add(known);
    return steps.size() - 1;
  }

  /** Rule 2: a void call is a fence, and so is a decision with one in any branch. */
  private static boolean isFence(Step step) {
    return step instanceof Step.Compound choice
        ? choice.steps().stream().anyMatch(Rules::isFence)
        : step.isFence();
  }

  /** Rule 1: a step waits for those whose values it reads. */
  private void dataFlow() {
    Map<Variable, Integer> makers = new HashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      for (Variable read : Reads.of(steps.get(i))) {
        Integer maker = makers.get(read);
        if (maker != null) {
          waits.get(i).set(maker);
        }
      }
      int place = i;
      steps.get(i).result().ifPresent(result -> makers.put(result, place));
    }
  }

  /** Rule 2: a fence starts after all above it have ended, and all below wait for it. */
  private void fences() {
    for (Fence fence : fences) {
      for (int i = fence.from(); i < steps.size(); i++) {
        if (i < fence.to()) {
          waits.get(i).set(0, fence.from());
        } else {
          waits.get(i).set(fence.from(), fence.to());
        }
      }
    }
  }

  /** Rule 3: nothing in a branch or below an early return starts before that is decided. */
  private void branches() {
    for (int i = 0; i < steps.size(); i++) {
      for (Guard guard : guards.get(i)) {
        waits.get(i).set(guard.on());
      }
    }
  }

  /** {@code @After}: one initialiser starts when the other has ended. */
  private void after(Ordering ordering) {
    for (Step step : ordering.steps()) {
      for (Step other : ordering.before()) {
        within(step).forEach(place -> within(other).forEach(waits.get(place)::set));
      }
    }
  }

  private List<Integer> within(Step step) {
    List<Integer> all = new ArrayList<>();
    // A merge that nobody reads is no step of the body.
    if (places.containsKey(step)) {
      all.add(places.get(step));
    }
    if (step instanceof Step.Compound choice) {
      choice.steps().forEach(inner -> all.addAll(within(inner)));
    }
    return all;
  }
}
