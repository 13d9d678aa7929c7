package dev.makespan.processor.source;

import dev.makespan.processor.model.Body;
import dev.makespan.processor.model.Snippet;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the body of a map takes from around it.
 *
 * @param variables in order of first use
 * @param self whether the instance is among it
 */
record Captures(List<Variable> variables, boolean self) {
  static Captures of(Body body) {
    Collector collector = new Collector();
    collector.own.addAll(body.parameters());
    body.steps().forEach(collector::step);
    body.result().ifPresent(collector::value);
    return new Captures(new ArrayList<>(collector.taken), collector.self);
  }

  private static final class Collector {
    private final Set<Variable> own = new LinkedHashSet<>();
    private final Set<Variable> taken = new LinkedHashSet<>();
    private boolean self;

    void step(Step step) {
      if (step instanceof Step.Call call) {
        call.in().forEach(this::value);
      } else if (step instanceof Step.Pure pure) {
        snippet(pure.code());
      } else if (step instanceof Step.MapCall map) {
        value(map.list());
        map.in().forEach(this::value);
      } else if (step instanceof Step.MapBody map) {
        value(map.list());
        map.captures().forEach(this::variable);
        self |= map.capturesSelf();
      }
      step.result().ifPresent(own::add);
    }

    private void snippet(Snippet code) {
      code.reads().forEach(this::variable);
      self |= code.readsSelf();
    }

    void value(Value value) {
      if (value instanceof Value.Read read) {
        variable(read.variable());
      } else if (value instanceof Value.Self) {
        self = true;
      }
    }

    private void variable(Variable variable) {
      if (!own.contains(variable)) {
        taken.add(variable);
      }
    }
  }
}
