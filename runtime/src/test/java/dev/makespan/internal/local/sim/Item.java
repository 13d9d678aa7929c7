package dev.makespan.internal.local.sim;

import dev.makespan.support.Step;
import java.util.List;

/**
 * What a body is written of. Positions count the steps of the whole body; -1 stands for the value
 * that the body begins with.
 */
sealed interface Item {
  void wire(BodyWiring to);

  /** What it does in the plain call; returns whether that goes on below. */
  boolean plain(PlainBody in);

  /**
   * One step.
   *
   * @param after the steps that it waits for without using their values
   */
  record Single(int position, StepPlan plan, List<Integer> after) implements Item {
    @Override
    public void wire(BodyWiring to) {
      if (!after.isEmpty()) {
        to.run().after(after.stream().map(to::step).toArray(Step<?>[]::new));
      }
      to.made()[position] = plan.add(
          to.run(), to.places().get(position), position + 1, to.fuel(), to.work(), to.made());
    }

    @Override
    public boolean plain(PlainBody in) {
      return in.makes(position, plan.plain(in.plain(), in.fuel(), in.work(), in.made()));
    }
  }

  /** Void calls with no order among them, which are one fence. */
  record Together(List<Single> calls) implements Item {
    @Override
    public void wire(BodyWiring to) {
      to.run().barrier(calls.get(0).position() + 1);
      calls.forEach(call -> call.wire(to));
      to.run().barrier(calls.get(0).position() + 1);
    }

    @Override
    public boolean plain(PlainBody in) {
      return calls.stream().allMatch(call -> call.plain(in));
    }
  }

  /**
   * An {@code if}.
   *
   * @param fences whether it is a fence as a whole
   */
  record Choice(Single condition, Block first, Block second, boolean fences) implements Item {
    @Override
    public void wire(BodyWiring to) {
      int line = condition.position() + 1;
      if (fences) {
        to.run().barrier(line);
      }
      condition.wire(to);
      to.run().when(line, to.step(condition.position()));
      first.wire(to);
      if (!second.items().isEmpty()) {
        to.run().otherwise();
        second.wire(to);
      }
      to.run().end();
      if (fences) {
        to.run().barrier(line);
      }
    }

    @Override
    public boolean plain(PlainBody in) {
      return condition.plain(in)
          && ((Boolean) in.value(condition.position()) ? first : second).plain(in);
    }

    boolean returns() {
      return first.returns() || second.returns();
    }
  }

  /** An assignment, in a branch, of a value from above. */
  record Assign(int position, int value) implements Item {
    @Override
    public void wire(BodyWiring to) {
      to.made()[position] = to.run().assign("x" + position, position + 1, to.argument(value));
    }

    @Override
    public boolean plain(PlainBody in) {
      return in.makes(position, Result.of(in.value(value)));
    }
  }

  /** A local that branches assign: of these steps the one whose branch is taken. */
  record Merge(int position, List<Integer> values) implements Item {
    @Override
    public void wire(BodyWiring to) {
      Step<?>[] steps = values.stream().map(to::step).toArray(Step<?>[]::new);
      to.made()[position] = to.run().either("x" + position, position + 1, steps);
    }

    @Override
    public boolean plain(PlainBody in) {
      int taken = values.stream().filter(in::isMade).findFirst().orElseThrow();
      return in.makes(position, Result.of(in.value(taken)));
    }
  }

  /** An early return. */
  record Return(int value) implements Item {
    @Override
    public void wire(BodyWiring to) {
      to.run().exit(1, to.isVoid() ? null : to.argument(value));
    }

    @Override
    public boolean plain(PlainBody in) {
      return in.ends(Result.of(in.value(value)));
    }
  }
}
