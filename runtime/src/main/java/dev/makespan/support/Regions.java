package dev.makespan.support;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The try blocks of one execution of a body, by position. Guarded by the lock of its steps. */
final class Regions {
  private final int from;
  private final boolean cancelAll;

  /** For each step from a position on, the innermost block that it stands in; null for the body. */
  private final List<@Nullable Region> blocks = new ArrayList<>();

  /** For each of them the block that it closes. */
  private final List<@Nullable Region> closed = new ArrayList<>();

  private final List<Region> outer = new ArrayList<>(1);
  private @Nullable Region open;
  private @Nullable Region closing;

  /** @param from the position of the next step */
  Regions(int from, boolean cancelAll) {
    this.from = from;
    this.cancelAll = cancelAll;
  }

  // While they are wired.

  /** Begins a block, with the next step. */
  Region begin(int position, @Nullable Region pending) {
    Region begun = new Region(open, position, cancelAll, pending);
    open = begun;
    return begun;
  }

  /**
   * Ends the innermost block: the step that is added next closes it.
   *
   * @param decides whether that step decides what comes of its failures
   */
  void end(boolean decides) {
    Region ended = open;
    if (ended == null) {
      throw new IllegalStateException("no try block is open");
    }
    open = ended.around;
    closing = ended;
    if (decides && open != null) {
      open.add(ended);
    } else if (decides) {
      outer.add(ended);
    }
  }

  /** Has a block begin with the step that closes the one before. */
  Region endAndBegin(int position) {
    end(false);
    Region before = closing;
    Region begun = begin(position, before);
    closing = before;
    return begun;
  }

  /** Adds a step; returns the block that it closes. */
  @Nullable Region add(Step<?> step) {
    Region closes = closing;
    blocks.add(open);
    closed.add(closes);
    closing = null;
    if (closes != null) {
      closes.closes(step);
    }
    return closes;
  }

  // While they run.

  /** The innermost block that a step stands in. */
  @Nullable Region around(Step<?> step) {
    return step.position < from ? null : blocks.get(step.position - from);
  }

  /** The block that a step closes. */
  @Nullable Region closedBy(Step<?> step) {
    return step.position < from ? null : closed.get(step.position - from);
  }

  /** The failure that a catch has taken, by its exception; null if none has. */
  @Nullable Failure caught(Object exception) {
    for (Region block : closed) {
      if (block != null && block.isCaught() && block.caught().thrown() == exception) {
        return block.caught();
      }
    }
    return null;
  }

  /** Those that stand in no other one. */
  List<Region> outer() {
    return outer;
  }

  /** Notes that a step waits or runs. */
  void entered(Step<?> step) {
    for (Region each = around(step); each != null; each = each.around) {
      each.unended++;
    }
  }

  /**
   * Notes that a step has ended in whatever way.
   *
   * @param ready gets the steps that close what has ended by that
   */
  void left(Step<?> step, List<Step<?>> ready) {
    for (Region each = around(step); each != null; each = each.around) {
      each.unended--;
      Step<?> waiting = each.closing();
      if (waiting == null) {
        continue;
      }
      Step.Waiting own = waiting.waiting();
      own.base = PathLink.longer(own.base, step.path);
      boolean isReady = each.unended == 0 && !each.held && --own.waits == 0;
      if (isReady && waiting.state == Step.State.WAITING) {
        own.lastInput = step.site();
        waiting.state = Step.State.STARTED;
        ready.add(waiting);
      }
    }
  }

  /**
   * Notes that a step was stopped. Unless a failure in a block stopped it, the whole run is
   * stopped, and no block that it stands in is decided any more; then this is true.
   */
  boolean holds(Step<?> step) {
    for (Region each = around(step); each != null; each = each.around) {
      if (step.position > each.cutoff) {
        return false;
      }
    }
    for (Region each = around(step); each != null; each = each.around) {
      each.held = true;
    }
    return true;
  }
}
