package dev.makespan.support;

import dev.makespan.spi.NodeKind;
import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskDef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a dynamic that can be executed in turn and haven't begun, in the order in which they
 * were made. {@link ChildLane}s execute them: those of other threads one after the other, that of
 * the body which waits the ones that it waits for.
 *
 * <p>The lock is this object; it guards the state of each {@link Child}, and no code outside this
 * class runs under it.
 */
final class Children {
  private final RunInfo run;
  private final RunScope scope;
  private final DynamicFrame frame;
  private final Ending ending;

  // Guarded by this.
  private final ArrayDeque<Child> waiting = new ArrayDeque<>(8);

  /** The lane that waits for a thread or a slot; one at a time. */
  private @Nullable ChildLane offered;

  /** How many lanes have begun and not ended. */
  private int lanes;

  /**
   * Whether the next lane is to wait in the queue for slots, since there was none for one before.
   */
  private boolean slotFirst;

  /** How long those that wait take most likely. */
  private long expected;

  Children(RunInfo run, RunScope scope, DynamicFrame frame) {
    this.run = run;
    this.scope = scope;
    this.frame = frame;
    this.ending = frame.ending();
  }

  /** Whether calls of a method can be executed in turn, as far as is known. */
  static boolean takes(RunInfo run, TaskDef<?> def) {
    if (run.isWatched() || !def.policy().isPlain() || def.kind() == NodeKind.DYNAMIC) {
      return false;
    }
    if (def.kind() != NodeKind.WORKFLOW) {
      return true;
    }
    BodyShape shape = ((Nodes) def.body()).place(def.number()).shape();
    return shape != null && shape.isStraight();
  }

  RunScope scope() {
    return scope;
  }

  RunInfo run() {
    return run;
  }

  /** Who waits for the end of the dynamic. */
  Ending ending() {
    return ending;
  }

  /** Has a call executed, unless it has been stopped. */
  void add(Child child) {
    ChildLane lane;
    boolean shares;
    synchronized (this) {
      if (child.state != Child.State.WAITING) {
        return;
      }
      forgetTaken();
      waiting.add(child);
      boolean wereShort = Pace.isShort(expected);
      expected += child.pace().expected();
      lane = offer();
      shares = lane == null && wereShort && !Pace.isShort(expected);
    }
    if (lane != null) {
      lane.start();
    } else if (shares) {
      scope.share();
    }
  }

  /** Called under the lock. */
  private void forgetTaken() {
    for (Child first = waiting.peek();
        first != null && first.state != Child.State.WAITING;
        first = waiting.peek()) {
      waiting.remove();
    }
  }

  /** The lane that is to start, if there is work for one; called under the lock. */
  private @Nullable ChildLane offer() {
    if (offered != null || waiting.isEmpty() || lanes >= scope.width()) {
      return null;
    }
    ChildLane lane = ChildLane.ofAny(this, slotFirst, !slotFirst && Pace.isShort(expected));
    offered = lane;
    slotFirst = false;
    return lane;
  }

  /** Says that all has ended, so that no lane is needed any more. */
  void end() {
    ChildLane needless;
    synchronized (this) {
      needless = offered;
    }
    if (needless != null) {
      needless.turn().stop();
    }
  }

  /** Stops a call; returns what is to be stopped for that. */
  List<Part> stop(Child child) {
    List<Part> parts = new ArrayList<>(1);
    boolean ends = false;
    synchronized (this) {
      switch (child.state) {
        case WAITING -> {
          leave(child, Child.State.ENDED);
          ends = true;
        }
        case RUNNING -> {
          ChildLane lane = child.lane;
          if (lane != null) {
            // What stops it mustn't hit the next one.
            lane.dismissed = true;
            parts.add(lane.turn());
          }
        }
        case SPILLED -> {
          if (child.body != null) {
            parts.add(child.body);
          }
        }
        case ENDED -> {}
      }
    }
    if (ends) {
      child.call().ended(stopped(child));
    }
    return parts;
  }

  static Outcome stopped(Child child) {
    return new Outcome(null, null, true, child.before());
  }

  /** It doesn't wait any more, though it may still be in the queue. Called under the lock. */
  private void leave(Child child, Child.State next) {
    child.state = next;
    expected -= child.pace().expected();
    if (expected < 0 || waiting.isEmpty()) {
      // The pace has changed meanwhile.
      expected = 0;
    }
  }

  /**
   * Executes calls on the thread of the body that waits for them, as far as nobody else has begun
   * to.
   *
   * @param from the place of the first one among what the body waits for
   * @param future done when it needs to wait no more
   */
  void help(List<? extends CompletionStage<?>> stages, int from, CompletableFuture<?> future) {
    scope.perform(ChildLane.ofSome(this, stages, from, future).turn());
  }

  // What lanes call.

  /** The next call for a lane; null if there is none, or if it may execute no more. */
  @Nullable Child next(ChildLane lane) {
    Child found;
    ChildLane another = null;
    boolean first;
    synchronized (this) {
      if (offered == lane) {
        offered = null;
      }
      found = lane.dismissed ? null : claim(lane);
      first = found != null && !lane.begun;
      if (first) {
        lane.begun = true;
        lanes++;
        another = offer();
      }
    }
    if (first) {
      frame.hold();
    }
    if (another != null) {
      another.start();
    }
    return found;
  }

  private @Nullable Child claim(ChildLane lane) {
    Child found = lane.search(waiting);
    if (found != null) {
      leave(found, Child.State.RUNNING);
      found.lane = lane;
      lane.current = found;
      lane.isLast = Pace.isShort(expected);
    }
    return found;
  }

  /** Puts back the call that {@link #next} gave; false if it is stopped meanwhile. */
  synchronized boolean putBack(ChildLane lane, Child child) {
    lane.current = null;
    if (lane.dismissed) {
      return false;
    }
    child.state = Child.State.WAITING;
    child.lane = null;
    expected += child.pace().expected();
    waiting.addFirst(child);
    return true;
  }

  /** A call has begun in a lane and is a part of its own now; false if it is to be stopped. */
  synchronized boolean spilled(ChildLane lane, Child child, BodyFrame body) {
    lane.current = null;
    child.state = Child.State.SPILLED;
    child.lane = null;
    child.body = body;
    return !lane.dismissed && !lane.turn().isStopped();
  }

  /** A call that ran in a lane is over; false if it was given up before. */
  synchronized boolean over(ChildLane lane, Child child) {
    if (child.state != Child.State.RUNNING) {
      return false;
    }
    lane.current = null;
    child.state = Child.State.ENDED;
    child.lane = null;
    return true;
  }

  /** The call that a lane has begun and won't end; null if there is none. */
  synchronized @Nullable Child left(ChildLane lane) {
    Child left = lane.current;
    return left != null && over(lane, left) ? left : null;
  }

  /**
   * A lane has ended, or never begun.
   *
   * @param broken why it couldn't begin; null if it could
   */
  void ended(ChildLane lane, @Nullable Throwable broken) {
    boolean cancelled = lane.turn().isStopped();
    List<Child> lost = List.of();
    ChildLane next = null;
    boolean begun;
    synchronized (this) {
      if (offered == lane) {
        offered = null;
      }
      begun = lane.begun;
      if (begun) {
        lanes--;
      }
      slotFirst |= lane.lacksSlot();
      cancelled &= !lane.dismissed;
      lane.dismissed = true;
      if (cancelled || (broken != null && lanes == 0)) {
        // By the run, which starts nothing more, or nobody is there to do it.
        lost = takeAll();
      } else if (broken == null) {
        next = offer();
      }
    }
    for (Child child : lost) {
      child.call().ended(broken == null ? stopped(child) : failed(child, broken));
    }
    if (next != null) {
      next.start();
    }
    if (begun) {
      frame.release();
    }
  }

  private static Outcome failed(Child child, Throwable why) {
    return new Outcome(null, new Failure(why), false, child.before());
  }

  private List<Child> takeAll() {
    List<Child> all = new ArrayList<>();
    for (Child child = waiting.poll(); child != null; child = waiting.poll()) {
      if (child.state == Child.State.WAITING) {
        leave(child, Child.State.ENDED);
        all.add(child);
      }
    }
    return all;
  }
}
