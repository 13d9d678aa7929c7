package dev.makespan.processor.graph;

import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a step reads when it starts.
 *
 * @param variables each once, in order of first reading
 * @param self whether it reads the instance
 */
record Reads(Set<Variable> variables, boolean self) {
  /**
   * What a step reads. An early return reads nothing: the body reads what it gives when all has
   * ended.
   *
   * @param inner the graph of a mapped lambda
   */
  static Reads of(Step step, Optional<InnerGraph> inner) {
    if (step instanceof Step.Call call) {
      return of(call.in());
    }
    if (step instanceof Step.Pure pure) {
      return new Reads(new LinkedHashSet<>(pure.code().reads()), pure.code().readsSelf());
    }
    if (step instanceof Step.MapCall map) {
      return of(map.form().in()).and(of(List.of(map.list()))).and(of(map.in()));
    }
    if (step instanceof Step.MapBody map) {
      InnerGraph body = inner.orElseThrow();
      return of(map.form().in())
          .and(of(List.of(map.list())))
          .and(new Reads(new LinkedHashSet<>(body.captures()), body.capturesSelf()));
    }
    if (step instanceof Step.Decision choice) {
      return of(List.of(choice.asks()));
    }
    if (step instanceof Step.Throw raised) {
      return of(List.of(raised.thrown()));
    }
    if (step instanceof Step.Assign assign) {
      return of(List.of(assign.value()));
    }
    return step instanceof Step.Merge merge
        ? new Reads(new LinkedHashSet<>(merge.values()), false)
        : of(List.of());
  }

  static Reads of(List<Value> values) {
    Set<Variable> variables = new LinkedHashSet<>();
    boolean self = false;
    for (Value value : values) {
      if (value instanceof Value.Read read) {
        variables.add(read.variable());
      }
      self |= value instanceof Value.Self;
    }
    return new Reads(variables, self);
  }

  private Reads and(Reads others) {
    Set<Variable> all = new LinkedHashSet<>(variables);
    all.addAll(others.variables);
    return new Reads(all, self || others.self);
  }
}
