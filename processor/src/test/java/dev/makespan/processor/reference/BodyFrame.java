package dev.makespan.processor.reference;

import dev.makespan.processor.graph.Guard;
import dev.makespan.processor.model.Body;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import dev.makespan.spi.Failures;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** One execution of a body: that of a workflow, or of the lambda of a map for one element. */
final class BodyFrame extends Frame {
  private static final Integer PASSED = -1;
  private static final Integer RETURNED = -2;

  private final Body body;
  private final Rules rules;
  private final @Nullable BodyFrame around;
  private final @Nullable Object self;
  private final @Nullable TypeMirror type;
  private final Code code;
  private final Map<Variable, @Nullable Object> values = new HashMap<>();
  private final BitSet started = new BitSet();

  /** The steps that were skipped, with what had decided so by then. */
  private final Map<Integer, Set<Integer>> skipped = new HashMap<>();

  /** What has ended before a step, by its place; of use when all has ended. */
  private final Map<Integer, BitSet> ended = new HashMap<>();

  /** What the catches of a try have taken, by the place of the try. */
  private final Map<Integer, Throwable> caught = new HashMap<>();

  /**
   * A body with the values of its parameters.
   *
   * @param around the body that a lambda stands in
   * @param self the instance of the workflow's class
   * @param type what the workflow returns, to which a literal is converted; null for a lambda
   */
  BodyFrame(
      Frame parent,
      int part,
      Body body,
      List<@Nullable Object> in,
      @Nullable BodyFrame around,
      @Nullable Object self,
      @Nullable TypeMirror type,
      Code code) {
    super(parent, part);
    this.body = body;
    this.rules = parent.run().rules(body);
    this.around = around;
    this.self = self;
    this.type = type;
    this.code = code;
    for (int i = 0; i < in.size(); i++) {
      values.put(body.parameters().get(i), in.get(i));
    }
  }

  /**
   * As it turned out: a step that is skipped has ended when the first decision that skips it has,
   * whatever else it would have waited for.
   */
  @Override
  public boolean isBefore(int one, int other) {
    return ended(other).get(one);
  }

  /**
   * What must have ended, if it has run, before a step that has run. Of a step that was skipped
   * only the decision that skipped it is waited for, if no other one might have come first.
   */
  private BitSet ended(int step) {
    BitSet known = ended.get(step);
    if (known != null) {
      return known;
    }
    Set<Integer> against = skipped.get(step);
    BitSet all = new BitSet();
    if (against == null) {
      all.or(rules.waits(step));
      all.andNot(rules.anyhow(step));
    } else {
      addDecided(step, against);
      if (against.size() == 1) {
        all.set(against.iterator().next());
      }
    }
    all.stream().boxed().toList().forEach(other -> all.or(ended(other)));
    if (against == null) {
      all.or(rules.anyhow(step));
    }
    ended.put(step, all);
    return all;
  }

  /** Adds those that have decided against a step, and weren't skipped themselves. */
  private void addDecided(int step, Set<Integer> against) {
    rules.guards(step).stream()
        .filter(this::isDecidedAgainst)
        .map(Guard::on)
        .filter(on -> !(end(on) instanceof Outcome.Skipped))
        .forEach(against::add);
  }

  @Override
  public boolean mayLack(int one, int other) {
    return rules.mayLack(one, other);
  }

  int steps() {
    return rules.steps().size();
  }

  /**
   * Rules 1 to 3: a step starts when all that it waits for has ended. It is skipped as soon as a
   * decision says so, whatever becomes of the others.
   */
  @Override
  void startReady() {
    for (int i = 0; i < size(); i++) {
      if (end(i) != null || started.get(i)) {
        continue;
      }
      if (rules.guards(i).stream().anyMatch(this::isDecidedAgainst)) {
        started.set(i);
        Set<Integer> against = new LinkedHashSet<>();
        addDecided(i, against);
        skipped.put(i, against);
        leaveOut(i, new Outcome.Skipped());
      } else if (rules.waits(i).stream().allMatch(other -> end(other) != null)) {
        started.set(i);
        BitSet whole = (BitSet) rules.waits(i).clone();
        whole.andNot(rules.anyhow(i));
        if (whole.stream().anyMatch(this::hasFailed)) {
          leaveOut(i, new Outcome.Dropped());
        } else {
          ready(i);
        }
      }
    }
  }

  private boolean isDecidedAgainst(Guard guard) {
    return end(guard.on()) != null && !hasFailed(guard.on()) && !holds(guard);
  }

  /** Whether what waits for this never starts. */
  private boolean hasFailed(int part) {
    return end(part) instanceof Outcome.Thrown || end(part) instanceof Outcome.Dropped;
  }

  private boolean holds(Guard guard) {
    Outcome end = end(guard.on());
    if (guard.way() == Guard.Way.SKIPPED) {
      return end instanceof Outcome.Skipped;
    }
    if (guard.way() == Guard.Way.PASSED) {
      return end instanceof Outcome.Skipped
          || (end instanceof Outcome.Value told && !RETURNED.equals(told.value()));
    }
    Object asked = guard.way() == Guard.Way.OPTION
        ? Integer.valueOf(guard.option())
        : Boolean.valueOf(guard.way() == Guard.Way.TRUE);
    return end instanceof Outcome.Value decided && asked.equals(decided.value());
  }

  @Override
  @Nullable Outcome run(int part) throws Throwable {
    Step step = rules.steps().get(part);
    if (step instanceof Step.Call call) {
      return run().call(this, part, call.node(), values(call.in()));
    }
    if (step instanceof Step.MapCall || step instanceof Step.MapBody) {
      MapFrame map = new MapFrame(this, part, step);
      open(part, map, map.parts());
      return null;
    }
    if (step instanceof Step.Try || step instanceof Step.Finally) {
      return new Outcome.Value(close(part, step));
    }
    return new Outcome.Value(Log.at(place(part), () -> value(step)));
  }

  @Override
  int blockEnd(int part) {
    return rules.block(part).map(Rules.Block::to).orElse(size());
  }

  /**
   * Rule 6: the failure that is written first in a block decides, that of a {@code finally} before
   * all. What a catch takes hasn't happened for all outside.
   */
  private Object close(int part, Step step) throws Throwable {
    List<Throwable> failures = new ArrayList<>();
    boolean returned = false;
    List<Rules.Block> blocks = rules.closed(part);
    for (int i = blocks.size() - 1; i >= 0; i--) {
      for (int j = blocks.get(i).from(); j < blocks.get(i).to(); j++) {
        if (end(j) instanceof Outcome.Thrown thrown) {
          failures.add(thrown.thrown());
        }
        returned |= rules.steps().get(j) instanceof Step.Return && end(j) instanceof Outcome.Value;
      }
    }
    if (failures.isEmpty()) {
      return returned ? RETURNED : PASSED;
    }
    Throwable first = failures.get(0);
    Failures.suppress(first, failures);
    int taker = step instanceof Step.Try tried ? taker(tried, first) : -1;
    for (Rules.Block block : blocks) {
      for (int j = block.from(); j < block.to(); j++) {
        if (taker >= 0) {
          takenAs(j, new Outcome.Skipped());
          rules.steps().get(j).result().ifPresent(values::remove);
        } else if (end(j) instanceof Outcome.Thrown) {
          takenAs(j, new Outcome.Dropped());
        }
      }
    }
    if (taker < 0) {
      throw first;
    }
    caught.put(part, first);
    return taker;
  }

  /** The first catch that takes an exception; -1 if none does. */
  private static int taker(Step.Try tried, Throwable thrown) {
    for (int i = 0; i < tried.catches().size(); i++) {
      for (TypeElement type : ((Step.Caught) tried.catches().get(i).get(0)).types()) {
        for (Class<?> each = thrown.getClass(); each != null; each = each.getSuperclass()) {
          if (type.getQualifiedName().contentEquals(String.valueOf(each.getCanonicalName()))) {
            return i;
          }
        }
      }
    }
    return -1;
  }

  /** Rule 4: a pure expression is a step, and runs once. */
  private @Nullable Object value(Step step) throws Throwable {
    if (step instanceof Step.Pure pure) {
      List<@Nullable Object> reads = new ArrayList<>();
      pure.code().reads().forEach(read -> reads.add(valueOf(read)));
      return code.evaluate(pure.code(), self, reads);
    }
    if (step instanceof Step.Decision choice) {
      return Objects.requireNonNull(value(choice.asks(), null));
    }
    if (step instanceof Step.Assign assign) {
      return value(assign.value(), assign.result().orElseThrow().type());
    }
    if (step instanceof Step.Merge merge) {
      return valueOf(
          merge.values().stream().filter(values::containsKey).findFirst().orElseThrow());
    }
    if (step instanceof Step.Caught) {
      return caught.get(rules.guards(rules.place(step)).stream()
          .filter(guard -> guard.way() == Guard.Way.OPTION)
          .reduce((one, other) -> other)
          .orElseThrow()
          .on());
    }
    if (step instanceof Step.Throw raised) {
      throw (Throwable) Objects.requireNonNull(value(raised.thrown(), null));
    }
    if (step instanceof Step.Return || step instanceof Step.Barrier) {
      return null;
    }
    throw new AssertionError("no rule for " + step.getClass());
  }

  @Override
  @Nullable Throwable keep(int part, @Nullable Object value) {
    rules.steps().get(part).result().ifPresent(result -> values.put(result, value));
    return null;
  }

  List<@Nullable Object> values(List<Value> in) throws Throwable {
    List<@Nullable Object> all = new ArrayList<>();
    for (Value value : in) {
      all.add(value instanceof Value.Element ? MapFrame.ELEMENT : value(value, null));
    }
    return all;
  }

  /**
   * A value.
   *
   * @param demanded the type that a literal is converted to; null for its own
   */
  @Nullable Object value(Value value, @Nullable TypeMirror demanded) throws Throwable {
    if (value instanceof Value.Read read) {
      return valueOf(read.variable());
    }
    return value instanceof Value.Literal literal ? code.literal(literal, demanded) : self;
  }

  private @Nullable Object valueOf(Variable variable) {
    if (!values.containsKey(variable) && around != null) {
      return around.valueOf(variable);
    }
    if (!values.containsKey(variable)) {
      throw new AssertionError(variable + " is read before it has a value");
    }
    return values.get(variable);
  }

  /** The body of a lambda in this one, for one element. */
  BodyFrame inner(Frame map, int element, Body lambda, @Nullable Object value) {
    List<@Nullable Object> in = new ArrayList<>();
    in.add(value);
    return new BodyFrame(map, element, lambda, in, this, self, null, code);
  }

  /** Rule 3: what the early return that was taken returns, else what the last statement does. */
  @Override
  Outcome outcome() {
    try {
      for (int i = 0; i < size(); i++) {
        if (rules.steps().get(i) instanceof Step.Return returned
            && !(end(i) instanceof Outcome.Skipped)) {
          return new Outcome.Value(
              returned.value().isEmpty() ? null : value(returned.value().get(), type));
        }
      }
      return new Outcome.Value(
          body.result().isEmpty() ? null : value(body.result().get(), type));
    } catch (Throwable thrown) {
      return new Outcome.Thrown(thrown);
    }
  }
}
