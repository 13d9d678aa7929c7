package dev.makespan.processor.reference;

import dev.makespan.processor.model.Body;
import dev.makespan.processor.model.MapForm;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The variables whose values a step needs to start. */
final class Reads {
  private final Set<Variable> found = new LinkedHashSet<>();

  private Reads() {}

  /**
   * What a step reads. An early return needs no value to be taken, since what it returns is looked
   * at when the body has ended.
   */
  static Set<Variable> of(Step step) {
    Reads reads = new Reads();
    reads.step(step);
    return reads.found;
  }

  private void step(Step step) {
    if (step instanceof Step.Call call) {
      call.in().forEach(this::value);
    } else if (step instanceof Step.Pure pure) {
      found.addAll(pure.code().reads());
    } else if (step instanceof Step.MapCall map) {
      mapped(map.form(), map.list());
      map.in().forEach(this::value);
    } else if (step instanceof Step.MapBody map) {
      mapped(map.form(), map.list());
      captured(map.body());
    } else if (step instanceof Step.Decision choice) {
      value(choice.asks());
    } else if (step instanceof Step.Throw raised) {
      value(raised.thrown());
    } else if (step instanceof Step.Assign assign) {
      value(assign.value());
    } else if (step instanceof Step.Merge merge) {
      found.addAll(merge.values());
    }
  }

  private void mapped(MapForm form, Value list) {
    form.in().forEach(this::value);
    value(list);
  }

  private void value(Value value) {
    if (value instanceof Value.Read read) {
      found.add(read.variable());
    }
  }

  /** What a lambda reads of the bodies around it: that is at hand when its map begins. */
  private void captured(Body body) {
    all(body.steps());
    body.result().ifPresent(this::value);
  }

  private void all(List<Step> steps) {
    for (Step step : steps) {
      step(step);
      if (step instanceof Step.Compound choice) {
        all(choice.steps());
      } else if (step instanceof Step.Return returned) {
        Optional<Value> value = returned.value();
        value.ifPresent(this::value);
      }
    }
  }
}
