package dev.makespan.processor.reference;

import dev.makespan.processor.model.Body;
import dev.makespan.processor.model.Node;
import dev.makespan.processor.model.NodeKind;
import dev.makespan.processor.model.NodeRef;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The reference interpreter: runs a call of an annotated method on one thread, by the rules of the
 * body language and nothing else. {@link Rules} tells what may start when, {@link Frame} what a
 * failure ends, {@link BodyFrame} and {@link MapFrame} what a body and a map are, {@link Dynamic}
 * what a dynamic's body may ask for. Which of the parts that may start is started next, a
 * {@link Schedule} chooses; the rules promise that it makes no difference.
 *
 * <p>The rules are those of {@link dev.makespan.Workflow}, numbered as under "What it means" there.
 * Time limits, retries, pools, names and limits of parallelism mean nothing here.
 */
final class Interpreter {
  private final Program program;
  private final Supplier<Schedule> schedules;
  private final Schedule schedule;
  private final boolean cancels;
  private final Map<Body, Rules> rules;
  private @Nullable Outcome outcome;

  /**
   * An interpreter for one run.
   *
   * @param cancels whether a failure cancels what is written below it. If not, all runs that may
   *     run in any order, and nothing else
   */
  Interpreter(Program program, Supplier<Schedule> schedules, boolean cancels) {
    this(program, schedules, cancels, new IdentityHashMap<>());
  }

  private Interpreter(
      Program program, Supplier<Schedule> schedules, boolean cancels, Map<Body, Rules> rules) {
    this.program = program;
    this.schedules = schedules;
    this.schedule = schedules.get();
    this.cancels = cancels;
    this.rules = rules;
  }

  /** Starts something. */
  interface Start {
    @Nullable Outcome at(Frame frame, int part) throws Throwable;
  }

  /** Runs one call of a twin to its end. Rule 7: that is when all it started has ended. */
  Outcome run(Place place, Start start) {
    Frame root = new Root(this, place, start);
    root.begin(1);
    for (Schedule.Ready next = schedule.next(); next != null; next = schedule.next()) {
      next.frame().start(next.part());
    }
    return Objects.requireNonNull(outcome, "something waits for ever");
  }

  /** Another one for what a dynamic asks for, which is run at once: one order of many. */
  Interpreter inner() {
    return new Interpreter(program, schedules, cancels, rules);
  }

  void ended(Outcome found) {
    outcome = found;
  }

  boolean cancels() {
    return cancels;
  }

  Schedule schedule() {
    return schedule;
  }

  Rules rules(Body body) {
    return rules.computeIfAbsent(body, Rules::new);
  }

  /**
   * Calls an annotated method: that of a task or dynamic itself, and the steps of a workflow.
   *
   * @param in the arguments; for an instance method the receiver comes first
   */
  @Nullable Outcome call(Frame frame, int part, NodeRef node, List<@Nullable Object> in) throws Throwable {
    Optional<Node> workflow =
        node.kind() == NodeKind.WORKFLOW ? program.workflow(node) : Optional.empty();
    Object self = node.isInstance() ? Objects.requireNonNull(in.get(0)) : null;
    List<@Nullable Object> values =
        new ArrayList<>(in.subList(node.isInstance() ? 1 : 0, in.size()));
    for (int i = 0; i < values.size(); i++) {
      values.set(i, Conversion.to(node.method().getParameters().get(i).asType(), values.get(i)));
    }
    if (workflow.isPresent()) {
      BodyFrame body = new BodyFrame(
          frame,
          part,
          workflow.get().body().orElseThrow(),
          values,
          null,
          self,
          node.method().getReturnType(),
          program.code(node));
      frame.open(part, body, body.steps());
      return null;
    }
    Place place = frame.place(part);
    Dynamic dynamic = node.kind() == NodeKind.DYNAMIC ? new Dynamic(this, place) : null;
    Outcome outcome = Dynamic.within(
        dynamic, () -> Log.at(place, () -> program.invoke(node, self, values.toArray())));
    return node.isAsynchronous() ? Stages.ended(node, outcome) : outcome;
  }

  /** What is called from outside, as the only part. */
  private static final class Root extends Frame {
    private final Start start;
    private @Nullable Object value;

    Root(Interpreter run, Place place, Start start) {
      super(run, place);
      this.start = start;
    }

    @Override
    public boolean isBefore(int one, int other) {
      return false;
    }

    @Override
    void startReady() {
      ready(0);
    }

    @Override
    @Nullable Outcome run(int part) throws Throwable {
      return start.at(this, part);
    }

    @Override
    @Nullable Throwable keep(int part, @Nullable Object found) {
      value = found;
      return null;
    }

    @Override
    Outcome outcome() {
      return new Outcome.Value(value);
    }
  }
}
