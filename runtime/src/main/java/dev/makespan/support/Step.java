package dev.makespan.support;

import dev.makespan.event.RunGraph;
import dev.makespan.spi.NodeKind;
import dev.makespan.spi.TaskDef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a workflow's body, as a handle for the steps that use its value.
 *
 * <p>States, guarded by the lock of the {@link Steps}: waiting for inputs, started, ended. A step
 * that is dropped ends without having started.
 *
 * @param <T> the type of its value; {@link Void} if it has none
 */
public final class Step<T extends @Nullable Object> implements Ending {
  enum State {
    WAITING,
    STARTED,
    ENDED
  }

  final BodyFrame body;
  final int position;

  /** Guarded by the lock of the steps. */
  State state = State.WAITING;

  /** Whether it ended without having started since it stands in a branch that wasn't taken. */
  boolean skipped;

  /** Whether those that wait for it know how it has ended. Guarded by the lock of the steps. */
  boolean told;

  // Written before the step ends, read after it.
  @Nullable PathLink path;

  private @Nullable Object value;

  private final @Nullable Waiting waiting;

  /** What a step needs that doesn't run at once. */
  static final class Waiting {
    final CallSite site;

    // Guarded by the lock of the steps.
    int waits;

    /** The longest chain among the inputs that have ended. */
    @Nullable PathLink base;

    /** What ended last of all that it waited for; null if it waited for nothing. */
    @Nullable CallSite lastInput;

    /** What goes on when this step has ended with a value, or is skipped. */
    List<Step<?>> dependents = List.of();

    /** What goes on or is skipped by how this step has ended; empty but for decisions and exits. */
    List<Guarded> guarded = List.of();

    /** Set before the step starts; forgotten when it has ended. */
    private volatile @Nullable Part part;

    private volatile boolean stopped;

    private @Nullable Maker maker;

    // Of use to the launching thread only; another one never finds itself there.
    private @Nullable Thread launching;
    private List<Step<?>> left = List.of();

    Waiting(CallSite site, @Nullable Maker maker) {
      this.site = site;
      this.maker = maker;
    }

    void addDependent(Step<?> step) {
      if (dependents.isEmpty()) {
        dependents = new ArrayList<>(2);
      }
      dependents.add(step);
    }
  }

  /** A step that runs only if another one ended in one way. */
  record Guarded(Step<?> step, Guard.Way way) {}

  /** Makes the part from the values of the inputs, when they are ready. */
  interface Maker {
    Part make(Step<?> step);
  }

  /** A step that runs when its inputs are ready. */
  Step(BodyFrame body, int position, CallSite site, @Nullable Maker maker) {
    this.body = body;
    this.position = position;
    this.waiting = new Waiting(site, maker);
  }

  private Step(@Nullable Object value, @Nullable PathLink path, BodyFrame body, int position) {
    this.body = body;
    this.position = position;
    this.state = State.ENDED;
    this.value = value;
    this.path = path;
    this.waiting = null;
  }

  /** A step that has ended. */
  static <R extends @Nullable Object> Step<R> ended(
      BodyFrame body, int position, @Nullable Object value, @Nullable PathLink path) {
    return new Step<>(value, path, body, position);
  }

  /** Only for a step that doesn't run at once. */
  Waiting waiting() {
    Waiting own = waiting;
    if (own == null) {
      throw new IllegalStateException("the step has ended");
    }
    return own;
  }

  /** What was executed before it could start. */
  @Nullable PathLink base() {
    return waiting().base;
  }

  CallSite site() {
    return waiting().site;
  }

  /** A step that is under way already, and waits for nothing. */
  void underWay(Part part) {
    state = State.STARTED;
    waiting().maker = null;
    waiting().part = part;
  }

  /** The value. Only for expressions that wait for this step. */
  // NullAway: null where T is nullable, which the wiring knows and the field doesn't.
  @SuppressWarnings({"unchecked", "NullAway"})
  public T value() {
    return (T) value;
  }

  /** Starts steps, and in turn those that got ready since one of them ended at once. */
  static void launch(List<Step<?>> ready) {
    if (ready.isEmpty()) {
      return;
    }
    ArrayDeque<Step<?>> open = new ArrayDeque<>(ready.size() + 1);
    addEach(ready, open);
    for (Step<?> next = open.poll(); next != null; next = open.poll()) {
      addEach(next.launch(), open);
    }
  }

  /** As {@code addAll}, which uses a lambda. */
  private static void addEach(List<Step<?>> ready, ArrayDeque<Step<?>> open) {
    for (Step<?> step : ready) {
      open.add(step);
    }
  }

  /**
   * Begins; the body calls it once, without its lock.
   *
   * @return what got ready by the end of this step, if it ended on this thread meanwhile
   */
  private List<Step<?>> launch() {
    Waiting own = waiting();
    Maker make = own.maker;
    own.maker = null;
    if (make == null) {
      throw new IllegalStateException("a step starts twice");
    }
    Part made = make.make(this);
    own.part = made;
    if (own.stopped) {
      Part.stop(List.of(made));
    }
    own.launching = Thread.currentThread();
    made.start();
    own.launching = null;
    return own.left;
  }

  /**
   * Leaves what got ready by the end of this step to the thread that launches it, if that is this
   * one: a chain of steps that end at once must not nest as deep as it is long.
   */
  boolean leave(List<Step<?>> ready) {
    if (waiting().launching != Thread.currentThread()) {
      return false;
    }
    waiting().left = ready;
    return true;
  }

  /** Asks for an early end; the body calls it without its lock. Returns what is to be stopped. */
  List<Part> stopping() {
    Waiting own = waiting();
    own.stopped = true;
    Part current = own.part;
    return current == null ? List.of() : List.of(current);
  }

  @Override
  public @Nullable Ending outer() {
    return body.ending();
  }

  @Override
  public void failing(Failure failure) {
    body.failing(this, failure);
  }

  @Override
  public void ended(Outcome outcome) {
    waiting().part = null;
    value = outcome.value();
    path = outcome.path();
    body.ended(this, outcome);
  }

  @Override
  public int depth() {
    return body.depth();
  }

  static RunGraph.Kind kindOf(TaskDef<?> def) {
    // A switch would bring a class of its own.
    if (def.kind() == NodeKind.WORKFLOW) {
      return RunGraph.Kind.WORKFLOW;
    }
    return def.kind() == NodeKind.DYNAMIC ? RunGraph.Kind.DYNAMIC : RunGraph.Kind.TASK;
  }
}
