package dev.makespan.internal.local.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes the body of one random dynamic. */
final class DynamicBuilder {
  /** How often it calls a method again at once, at most. */
  private static final int LONGEST_BURST = 6;

  /** How many calls the text of a method may have that is called again. */
  private static final int MOST_REPEATED = 6;

  private final ProgramBuilder program;
  private final Random random;
  private final int depth;
  private final List<Action> actions = new ArrayList<>();
  private final List<Repeated> repeated = new ArrayList<>();
  private int calls;
  private int doomed;
  private final List<Integer> alive = new ArrayList<>();

  /**
   * What may be called again.
   *
   * @param size how many calls its text has, with its own
   */
  private record Repeated(Method callee, int size) {}

  DynamicBuilder(ProgramBuilder program, Random random, int depth) {
    this.program = program;
    this.random = random;
    this.depth = depth;
  }

  List<Action> body(int count) {
    for (int i = count; i > 0; i--) {
      if (calls + doomed == 0 || chance(0.4)) {
        calls();
      } else if (!alive.isEmpty() && chance(0.4)) {
        actions.add(ended(alive.remove(random.nextInt(alive.size()))));
      } else if (calls > 0) {
        actions.add(looked(random.nextInt(calls)));
      }
    }
    for (int each : alive) {
      actions.add(ended(each));
    }
    return actions;
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** Adds a call, or the calls of a burst. */
  private void calls() {
    if (!repeated.isEmpty() && chance(0.35)) {
      burst();
      return;
    }
    switch (random.nextInt(8)) {
      case 0 -> add(Action.Kind.RECURSE, null);
      case 1 -> add(Action.Kind.MAP, program.mapTask());
      default -> add(Action.Kind.CALL, callee());
    }
  }

  private void add(Action.Kind kind, Method callee) {
    boolean dooms = chance(0.15);
    if (dooms) {
      alive.add(doomed++);
    } else {
      calls++;
    }
    actions.add(new Action(kind, callee, dooms, 0));
  }

  private Method callee() {
    int before = program.left();
    boolean isVoid = chance(0.1);
    Method callee = chance(0.25) ? program.chain(depth, isVoid) : program.method(depth, isVoid);
    int size = before - program.left();
    if (size <= MOST_REPEATED) {
      repeated.add(new Repeated(callee, size));
    }
    return callee;
  }

  /** Calls methods again that were called before, mostly one. */
  private void burst() {
    boolean mixed = chance(0.5);
    Repeated again = anyRepeated();
    for (int i = chance(0.4) ? 1 : 1 + random.nextInt(LONGEST_BURST); i > 0; i--) {
      add(Action.Kind.CALL, again.callee());
      program.spend(again.size());
      if (program.left() < 0) {
        return;
      }
      if (mixed) {
        again = anyRepeated();
      }
    }
  }

  private Repeated anyRepeated() {
    return repeated.get(random.nextInt(repeated.size()));
  }

  private Action ended(int target) {
    Action.Kind kind = chance(0.7) ? Action.Kind.CANCEL : Action.Kind.COMPLETE;
    return new Action(kind, null, true, target);
  }

  private Action looked(int target) {
    Action.Kind kind = Action.Kind.values()[3 + random.nextInt(8)];
    return new Action(kind, null, false, target);
  }
}
