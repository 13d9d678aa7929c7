package dev.makespan.support;

import dev.makespan.spi.NodeKind;
import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskDef;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A thread's turn to execute calls of a dynamic one after the other: any of them in their order, or
 * for the body that waits those that it waits for.
 */
final class ChildLane implements Turn.Job {
  private final Children all;
  private final RunScope scope;
  private final Turn turn;

  // Of the body that waits; it waits for no stages if the lane is for any call.
  private final @Nullable List<? extends CompletionStage<?>> stages;
  private final @Nullable CompletableFuture<?> future;
  private int at;

  /** The body that was executed last; it may serve the next call as well. */
  private @Nullable BodyFrame last;

  // Guarded by the lock of all.
  /** What it executes. */
  @Nullable Child current;

  /** Whether it has executed something. */
  boolean begun;

  /** Whether nothing is gained by another thread for those that wait behind the current one. */
  boolean isLast;

  /** Whether it may execute no more: it is stopped for what it executes, or over. */
  boolean dismissed;

  /** Whether it has waited in a stage of a call that has ended; written by its own thread. */
  boolean paused;

  private boolean lacksSlot;

  private ChildLane(
      Children all,
      boolean withSlot,
      boolean patient,
      @Nullable List<? extends CompletionStage<?>> stages,
      int at,
      @Nullable CompletableFuture<?> future) {
    this.all = all;
    this.scope = all.scope();
    this.turn = new Turn(all.run(), scope, withSlot, patient, this);
    this.stages = stages;
    this.at = at;
    this.future = future;
  }

  /**
   * A lane for any call.
   *
   * @param withSlot whether it waits for a slot before it gets a thread
   * @param patient whether it may wait for a thread as long as the body is expected to come first
   */
  static ChildLane ofAny(Children all, boolean withSlot, boolean patient) {
    return new ChildLane(all, withSlot, patient, null, 0, null);
  }

  /** A lane for those of some stages that are calls, until a future is done. */
  static ChildLane ofSome(
      Children all,
      List<? extends CompletionStage<?>> stages,
      int from,
      CompletableFuture<?> future) {
    return new ChildLane(all, false, false, stages, from, future);
  }

  Turn turn() {
    return turn;
  }

  void start() {
    turn.start();
  }

  @Override
  public Ending ending() {
    return all.ending();
  }

  /** Whether it ended because others took its slot or wait for it. */
  boolean lacksSlot() {
    return lacksSlot;
  }

  /** The next call that it may execute, called under the lock of all. */
  @Nullable Child search(ArrayDeque<Child> waiting) {
    if (stages == null || future == null) {
      Child child = waiting.poll();
      while (child != null && child.state != Child.State.WAITING) {
        child = waiting.poll();
      }
      return child;
    }
    while (at < stages.size() && !future.isDone()) {
      CompletionStage<?> stage = stages.get(at++);
      if (stage instanceof LiveRun<?> call
          && call.part() instanceof Child child
          && child.isOf(all)
          && child.state == Child.State.WAITING) {
        return child;
      }
    }
    return null;
  }

  @Override
  public void run(Turn own) {
    boolean goesOn = true;
    while (goesOn && !turn.isStopped()) {
      Child child = all.next(this);
      goesOn = child != null && execute(child);
    }
  }

  @Override
  public void waits() {
    all.pauses(this);
  }

  /** Executes a call; false if the lane must end. */
  private boolean execute(Child child) {
    TaskDef<?> def = child.def();
    turn.isLong(!isLast);
    return def.kind() == NodeKind.WORKFLOW ? workflow(child, def) : task(child, def);
  }

  private boolean task(Child child, TaskDef<?> def) {
    if (!turn.takeSlot(scope)) {
      lacksSlot = true;
      if (!all.putBack(this, child)) {
        ends(child, Children.stopped(child));
      }
      return false;
    }
    Pace pace = child.pace();
    if (!turn.enter(child.site(), pace.isShort())) {
      return ends(child, Children.stopped(child));
    }
    Object value = null;
    Throwable thrown = null;
    try {
      value = turn.call(def, child.in());
    } catch (Throwable e) {
      thrown = e;
    }
    if (turn.isOver()) {
      return false;
    }
    PathLink path = turn.ran(child.site(), child.before(), thrown != null);
    turn.pace(pace);
    Class<?> generated = def.body().getClass().getNestHost();
    Failure failure = thrown == null ? null : turn.failure(thrown, generated, null);
    return ends(child, new Outcome(value, failure, turn.isStopped(), path));
  }

  private boolean workflow(Child child, TaskDef<?> def) {
    long start = turn.now();
    BodyFrame body = body(child, def);
    body.wire(turn, 1);
    if (turn.isOver()) {
      return false;
    }
    if (body.isSpilled()) {
      last = null;
      if (!all.spilled(this, child, body)) {
        Part.stop(List.of(body));
      }
      body.goOn();
      return !turn.isStopped();
    }
    Outcome outcome = body.endWithin(turn);
    child.pace().took(turn.now() - start);
    return ends(child, outcome);
  }

  private BodyFrame body(Child child, TaskDef<?> def) {
    RunScope within = scope.inner(def.maxParallelism());
    BodyFrame body = last;
    if (body == null
        || !body.again(within, child.site(), child.before(), child.call(), child.in())) {
      body = BodyFrame.ofCall(
          all.run(), within, child.site(), null, child.before(), child.call(), def, child.in());
      last = body;
    }
    return body;
  }

  /** Tells the end of a call; false if the lane must end. */
  private boolean ends(Child child, Outcome outcome) {
    if (!all.over(this, child)) {
      return false;
    }
    child.call().ended(outcome, turn.now());
    if (paused) {
      // A stage that depends on it has run, which is no part of the next call.
      long unused = turn.tick();
      all.resumes(this);
    }
    return !turn.isStopped();
  }

  @Override
  public void ended(Turn own, @Nullable Throwable broken, boolean overrun) {
    if (broken != null && begun) {
      own.run().giveUp(broken);
      return;
    }
    Child left = all.left(this);
    if (left != null) {
      // Its method still runs, but nobody waits for it any more.
      left.call().ended(Children.stopped(left));
    }
    all.ended(this, broken);
  }
}
