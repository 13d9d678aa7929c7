package dev.makespan.support;

import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskDef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far one execution of a body is wired: where the step goes that is added next.
 *
 * <p>As long as the steps are alone, the {@link Stretch} executes each of them at once. From the
 * first one on that isn't, they go to the {@link Steps} of the {@link BodyFrame}, with the branches
 * that they stand in. The frame keeps those, since whoever stops the body has to see them.
 *
 * <p>Used by the thread that wires the body, and then by the one that ends it.
 */
abstract class BodyWiring {
  final RunInfo run;
  final RunScope scope;
  final CallSite site;
  final TaskDef<?> def;
  final BodyFrame frame;

  /** What the steps wait for; null if that is to be found. */
  private @Nullable BodyShape shape;

  private @Nullable Stretch stretch;
  private @Nullable PathLink before;

  /** The position of the next step. */
  private int size;

  private @Nullable Branches branches;
  private List<Step<?>> after = List.of();

  /** A workflow that has begun in the stretch, and goes on when all steps are added. */
  private @Nullable BodyFrame within;

  private List<Exit> exits = List.of();
  private @Nullable Step<?> result;
  private @Nullable Failure broken;

  /** An early return: the step that says whether it was taken, and the value. */
  private record Exit(Step<?> step, @Nullable Object value) {}

  BodyWiring(BodyFrame frame, RunInfo run, RunScope scope, CallSite site, TaskDef<?> def) {
    this.frame = frame;
    this.run = run;
    this.scope = scope;
    this.site = site;
    this.def = def;
  }

  /**
   * Begins with the first step. May begin again when all was added and {@link #isWhole}.
   *
   * @param chain what was executed before the call
   */
  final void begin(@Nullable PathLink chain, Turn turn, int bodiesAround) {
    before = chain;
    size = 0;
    // A step that was executed while it was added hasn't used it up.
    after = List.of();
    result = null;
    BodyShape known = frame.place().shape();
    shape = known;
    if (known != null) {
      site.shape(known);
      if (stretch != null) {
        stretch.again(chain);
      } else if (known.isAlone(0)) {
        stretch = new Stretch(this, turn, scope, site, known, chain, bodiesAround);
      }
    }
  }

  // Of use to its steps.

  final Level level(int line) {
    return new Level(def, line);
  }

  /** The generated class whose frames lead to the body's expressions. */
  final Class<?> generated() {
    return def.body().getClass().getNestHost();
  }

  /** What was executed before a step. */
  final @Nullable PathLink before(Step<?> step) {
    return PathLink.longer(before, step.base());
  }

  /** What stands for an argument of a step: the value of a step of this body, or itself. */
  final @Nullable Object valueOf(@Nullable Object argument) {
    return argument instanceof Step<?> input && input.body == frame ? input.value() : argument;
  }

  /** Puts the values of steps in their places. */
  final @Nullable Object[] valuesOf(@Nullable Object[] in) {
    for (int i = 0; i < in.length; i++) {
      if (in[i] instanceof Step<?> input && input.body == frame) {
        in[i] = input.value();
      }
    }
    return in;
  }

  // Where steps go.

  /** The position of the next step. */
  final int size() {
    return size;
  }

  /** Executes a call at once, as the next step; null if it has to be added. */
  final <R extends @Nullable Object> @Nullable Step<R> callAtOnce(
      TaskDef<R> callee, int line, @Nullable Object[] in, boolean isFence) {
    if (stretch == null || !isPlain()) {
      return null;
    }
    Step<R> ended = stretch.call(size, callee, line, in, isFence);
    if (ended != null) {
      size++;
    }
    return ended;
  }

  /** Evaluates a pure expression at once, as the next step; null if it has to be added. */
  final <R extends @Nullable Object> @Nullable Step<R> evalAtOnce(
      String name, int line, Expression<R> expression) {
    if (stretch == null || !isPlain()) {
      return null;
    }
    Step<R> ended = stretch.eval(size, name, line, expression);
    if (ended != null) {
      size++;
    }
    return ended;
  }

  /** Whether the next step stands in no branch. */
  private boolean isPlain() {
    return branches == null || branches.guards().isEmpty();
  }

  /** Adds the next step, which runs when its inputs are ready. */
  final <R extends @Nullable Object> Step<R> add(
      CallSite at, Step.Maker maker, @Nullable Object[] in, boolean isFence) {
    if (isDead()) {
      return dropped();
    }
    Step<R> step = new Step<>(frame, size, at, maker);
    List<Guard> guards = branches == null ? List.of() : branches.guards();
    steps().add(step, in, after, guards, isFence);
    size++;
    after = List.of();
    return step;
  }

  /** Passes over the next step, since what is added is dropped. */
  final <R extends @Nullable Object> Step<R> dropped() {
    return Step.ended(frame, size++, null, null);
  }

  /**
   * The failure of a {@code throw}. What a catch of this body has taken is thrown again as it is;
   * anything else is new here.
   */
  final Failure thrown(@Nullable Object exception, int line) {
    if (exception == null) {
      return Failure.ofNull("what is thrown", level(line));
    }
    Steps open = frame.steps();
    Failure caught = open == null ? null : open.caught(exception);
    if (caught != null) {
      return caught;
    }
    Failure failure = new Failure((Throwable) exception);
    failure.cutBelow(generated());
    failure.passes(level(line));
    return failure;
  }

  /** Adds the call of a workflow which has begun in this one's turn and goes on beside it. */
  final void addRunning(Step<?> step, BodyFrame body, boolean isFence) {
    within = body;
    if (!steps().addRunning(step, body, isFence)) {
      Part.stop(List.of(body));
    }
  }

  /** The state machine for the steps from the next one on. */
  final Steps steps() {
    Steps known = frame.steps();
    if (known != null) {
      return known;
    }
    Steps made = frame.spills(size, shape == null ? new BodyShape.Builder() : null);
    if (stretch != null) {
      stretch.end();
    }
    return made;
  }

  /** Lets the next step wait for others whose values it doesn't use. */
  final void waitFor(List<Step<?>> others) {
    after = others;
  }

  /** The branches that the next step stands in. */
  final Branches branches() {
    if (branches == null) {
      branches = new Branches();
    }
    return branches;
  }

  /** Whether what is added is dropped. It doesn't begin inside a branch. */
  final boolean isDead() {
    return stretch != null && stretch.isDead();
  }

  // What comes of them.

  /** Notes an early return. */
  final void exits(Step<?> step, @Nullable Object value) {
    if (exits.isEmpty()) {
      exits = new ArrayList<>(2);
    }
    exits.add(new Exit(step, value));
  }

  /** Notes the step whose value is the body's, unless it returns early; null if it has none. */
  final void returns(@Nullable Step<?> last) {
    result = last;
  }

  /** Notes why not all steps could be added. */
  final void breaks(Failure failure) {
    broken = failure;
  }

  /** Says that all steps are added, or as many as could be; returns what is to be launched. */
  final Steps.Change added(Steps open) {
    BodyShape found = broken == null ? open.shape() : null;
    if (found != null) {
      frame.place().found(found);
      site.shape(found);
    }
    Steps.Change change = open.wired(broken);
    if (within != null) {
      within.goOn();
      within = null;
    }
    return change;
  }

  /** Whether each step that was added has ended with a value at once; holds while none waits. */
  final boolean isWhole() {
    return stretch != null && stretch.isWhole() && broken == null;
  }

  /** The longest chain of executions up to the end of the stretch. */
  final @Nullable PathLink path() {
    return stretch == null ? before : stretch.path();
  }

  /** How all ended if no step had to wait. */
  final Steps.End endAtOnce(boolean early) {
    List<Failure> failures = new ArrayList<>(0);
    Failure failed = stretch == null ? null : stretch.failure();
    if (failed != null) {
      failures.add(failed);
    }
    if (broken != null) {
      failures.add(broken);
    }
    return new Steps.End(failures, early, path());
  }

  /** What the body returns, when all steps have ended. */
  final @Nullable Object returned() {
    for (Exit exit : exits) {
      if (!exit.step().skipped) {
        return valueOf(exit.value());
      }
    }
    Step<?> last = result;
    return last == null ? null : last.value();
  }
}
