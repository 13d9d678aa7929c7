package dev.makespan.processor.source;

import dev.makespan.processor.model.Body;
import dev.makespan.processor.model.Ordering;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The steps of a body without those that only the reading needed: constants whose text stands at
 * every place of use, and merges that nobody reads, whose branches may give them no value.
 */
final class NeededSteps {
  private final Constants constants;
  private final Set<Variable> read = new HashSet<>();

  /** What stands for decisions whose branches have fewer steps now. */
  private final IdentityHashMap<Step, Step> replaced = new IdentityHashMap<>();

  private NeededSteps(Constants constants) {
    this.constants = constants;
  }

  static Body body(
      List<Variable> parameters,
      List<Step> steps,
      Optional<Value> result,
      List<Ordering> orderings,
      Constants constants) {
    NeededSteps needed = new NeededSteps(constants);
    result.ifPresent(needed::reads);
    List<Step> left = needed.of(steps);
    return new Body(parameters, left, result, orderings.stream().map(needed::of).toList());
  }

  private Ordering of(Ordering ordering) {
    return new Ordering(
        ordering.local(),
        now(ordering.steps()),
        ordering.after(),
        now(ordering.before()),
        ordering.place());
  }

  private List<Step> now(List<Step> steps) {
    return steps.stream().map(step -> replaced.getOrDefault(step, step)).toList();
  }

  private Step now(Step before, Step left) {
    replaced.put(before, left);
    return left;
  }

  /** Goes upwards, since a value is read only below the step that makes it. */
  private List<Step> of(List<Step> steps) {
    List<Step> needed = new ArrayList<>();
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step step = steps.get(i);
      if (step instanceof Step.Decision choice) {
        List<List<Step>> branches = ofEach(choice.branches());
        reads(choice.asks());
        Step left = choice.with(of(choice.asked()), branches);
        needed.add(now(choice, left));
      } else if (step instanceof Step.Try tried) {
        List<List<Step>> catches = ofEach(tried.catches());
        needed.add(now(tried, new Step.Try(of(tried.body()), catches, tried.place())));
      } else if (step instanceof Step.Finally tried) {
        List<Step> last = of(tried.last());
        needed.add(now(tried, new Step.Finally(of(tried.body()), last, tried.place())));
      } else if (isNeeded(step)) {
        reads(step);
        needed.add(step);
      }
    }
    Collections.reverse(needed);
    return needed;
  }

  private List<List<Step>> ofEach(List<List<Step>> branches) {
    List<List<Step>> needed = new ArrayList<>();
    for (int i = branches.size() - 1; i >= 0; i--) {
      needed.add(of(branches.get(i)));
    }
    Collections.reverse(needed);
    return needed;
  }

  private boolean isNeeded(Step step) {
    boolean unread =
        step instanceof Step.Merge && step.result().filter(read::contains).isEmpty();
    return !unread && step.result().filter(constants::isQuoted).isEmpty();
  }

  private void reads(Step step) {
    if (step instanceof Step.Call call) {
      call.in().forEach(this::reads);
    } else if (step instanceof Step.Pure pure) {
      read.addAll(pure.code().reads());
    } else if (step instanceof Step.MapCall map) {
      map.form().in().forEach(this::reads);
      reads(map.list());
      map.in().forEach(this::reads);
    } else if (step instanceof Step.MapBody map) {
      map.form().in().forEach(this::reads);
      reads(map.list());
      map.body().result().ifPresent(this::reads);
      map.body().steps().forEach(this::reads);
    } else if (step instanceof Step.Decision choice) {
      reads(choice.asks());
      choice.steps().forEach(this::reads);
    } else if (step instanceof Step.Compound compound) {
      compound.steps().forEach(this::reads);
    } else if (step instanceof Step.Throw raised) {
      reads(raised.thrown());
    } else if (step instanceof Step.Return returned) {
      returned.value().ifPresent(this::reads);
    } else if (step instanceof Step.Assign assign) {
      reads(assign.value());
    } else if (step instanceof Step.Merge merge) {
      read.addAll(merge.values());
    }
  }

  private void reads(Value value) {
    if (value instanceof Value.Read variable) {
      read.add(variable.variable());
    }
  }
}
