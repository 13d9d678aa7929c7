package dev.makespan.support;

import dev.makespan.event.RunGraph;
import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskDef;
import org.jspecify.annotations.Nullable;

/**
 * The first steps of a body as long as each of them is alone: while it runs nothing else of the
 * body can. The thread that wires the body executes them at once, one after the other, and needs no
 * state machine for them. It ends at the first step that something could run beside, or that has to
 * wait for a slot: from there on the {@link Steps} go on.
 *
 * <p>Used by the thread whose {@link Turn} it is, and after its end by the one that ends the body.
 */
final class Stretch {
  /** How many bodies may be executed within each other on one stack. */
  private static final int MOST_WITHIN = 16;

  private final BodyWiring wiring;
  private final Turn turn;
  private final RunScope scope;
  private final CallSite site;
  private final BodyShape shape;
  private final int within;

  private @Nullable PathLink path;
  private @Nullable Failure failure;
  private boolean over;
  private boolean dead;

  Stretch(
      BodyWiring wiring,
      Turn turn,
      RunScope scope,
      CallSite site,
      BodyShape shape,
      @Nullable PathLink before,
      int within) {
    this.wiring = wiring;
    this.turn = turn;
    this.scope = scope;
    this.site = site;
    this.shape = shape;
    this.path = before;
    this.within = within;
  }

  /** Begins again, after each step of the one before has ended with a value. */
  void again(@Nullable PathLink before) {
    path = before;
  }

  /** Whether what is added now is dropped, since a step failed or the body is stopped. */
  boolean isDead() {
    return dead;
  }

  /** Whether every step up to now has ended with a value. */
  boolean isWhole() {
    return !dead;
  }

  /** What failed; null if nothing did. */
  @Nullable Failure failure() {
    return failure;
  }

  @Nullable PathLink path() {
    return path;
  }

  /** From now on steps have to wait. */
  void end() {
    over = true;
  }

  private boolean goesOn(int position) {
    if (over || dead || !shape.isAlone(position)) {
      return false;
    }
    if (turn.isStopped()) {
      dead = true;
      return false;
    }
    return true;
  }

  /** Makes a call; null if that has to wait. */
  <R extends @Nullable Object> @Nullable Step<R> call(
      int position, TaskDef<?> callee, int line, @Nullable Object[] in, boolean isFence) {
    if (!goesOn(position)) {
      return null;
    }
    return switch (callee.kind()) {
      case TASK, MAP_TASK -> task(position, callee, line, in);
      case WORKFLOW -> workflow(position, callee, line, in, isFence);
      case DYNAMIC -> null;
    };
  }

  private <R extends @Nullable Object> @Nullable Step<R> task(
      int position, TaskDef<?> callee, int line, @Nullable Object[] in) {
    if (!callee.policy().isPlain()
        || wiring.run.isWatched()
        || !turn.takeSlot(Parts.scopeOf(callee, scope))) {
      return null;
    }
    CallSite at = site.step(position, callee, Step.kindOf(callee), line);
    Pace pace = ((Nodes) callee.body()).pace(callee.number());
    if (!turn.enter(at, pace.isShort())) {
      dead = true;
      return null;
    }
    Object value = null;
    Throwable thrown = null;
    try {
      value = turn.call(callee, wiring.valuesOf(in));
    } catch (Throwable e) {
      thrown = e;
    }
    if (thrown != null) {
      failed(thrown, callee.body().getClass().getNestHost(), line);
    }
    Step<R> ended = ended(position, at, value, thrown != null);
    turn.pace(pace);
    return ended;
  }

  /** Evaluates a pure expression; null if that has to wait. */
  <R extends @Nullable Object> @Nullable Step<R> eval(
      int position, String name, int line, Expression<R> expression) {
    if (!goesOn(position)) {
      return null;
    }
    if (wiring.run.isWatched()) {
      return null;
    }
    // It may wait for what others do, and doesn't count for the limit.
    turn.releaseSlot();
    CallSite at = site.step(position, name, RunGraph.Kind.EXPRESSION, line);
    if (!turn.enter(at, false)) {
      dead = true;
      return null;
    }
    Object value = null;
    Throwable thrown = null;
    try {
      value = turn.eval(expression);
    } catch (Throwable e) {
      thrown = e;
    }
    if (thrown != null) {
      failed(thrown, wiring.generated(), line);
    }
    return ended(position, at, value, thrown != null);
  }

  private <R extends @Nullable Object> Step<R> ended(
      int position, CallSite at, @Nullable Object value, boolean failed) {
    path = turn.ran(at, path, failed);
    dead |= turn.isStopped();
    return Step.ended(wiring.frame, position, value, path);
  }

  private void failed(Throwable thrown, Class<?> generated, int line) {
    dead = true;
    failure = turn.failure(thrown, generated, wiring.level(line));
  }

  private <R extends @Nullable Object> @Nullable Step<R> workflow(
      int position, TaskDef<?> callee, int line, @Nullable Object[] in, boolean isFence) {
    BodyShape.Place place = ((Nodes) callee.body()).place(callee.number());
    BodyShape inner = place.shape();
    if (inner == null
        || !inner.isAlone(0)
        || within == MOST_WITHIN
        || !callee.policy().isPlain()) {
      return null;
    }
    CallSite at = site.step(position, callee, Step.kindOf(callee), line);
    Step<R> step = new Step<>(wiring.frame, position, at, null);
    BodyFrame body = BodyFrame.ofCall(
        wiring.run,
        scope.inner(callee.maxParallelism()),
        at,
        wiring.level(line),
        path,
        step,
        callee,
        wiring.valuesOf(in));
    body.wire(turn, within + 1);
    if (body.isSpilled()) {
      wiring.addRunning(step, body, isFence);
      return step;
    }
    Outcome outcome = body.endWithin(turn);
    path = outcome.path();
    failure = outcome.failure();
    dead |= !outcome.isValue() || turn.isStopped();
    return Step.ended(wiring.frame, position, outcome.value(), path);
  }
}
