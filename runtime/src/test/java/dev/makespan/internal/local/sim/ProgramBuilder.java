package dev.makespan.internal.local.sim;

import dev.makespan.spi.TaskDef;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes random programs. */
final class ProgramBuilder {
  /** How deep methods call each other. */
  static final int DEPTH = 3;

  private static final int MANY = 1_000;

  /** A time limit that a program that ends at all never comes to. */
  private static final long NEVER = 1_000_000_000;

  private final Random random;
  private final boolean patient;
  private final boolean timeouts;
  private final double failing;
  private final double hanging;
  private final boolean roomy;
  private final boolean pooled;
  private final Program program = new Program();
  private int left;

  /**
   * @param patient whether time passes only when nothing else is left to do
   * @param timeouts whether tasks and workflows may have a time limit, and a failure may cancel all
   * @param size about how many calls the text of the program may have
   */
  ProgramBuilder(Random random, boolean patient, boolean timeouts, int size) {
    this.random = random;
    this.patient = patient;
    this.timeouts = timeouts;
    this.left = size;
    this.failing = random.nextInt(3) == 0 ? 0 : 0.1;
    this.hanging = random.nextInt(3) == 0 ? 0.1 : 0;
    this.roomy = random.nextInt(4) == 0;
    this.pooled = !roomy && random.nextBoolean();
  }

  /** Whether some task may hang. */
  boolean mayHang() {
    return hanging > 0;
  }

  /** Whether a task that hangs may keep a slot from one that would have it stopped. */
  boolean mayStarve() {
    return hanging > 0 && !roomy;
  }

  /** Whether tasks of other runs may keep places that it needs. */
  boolean isPooled() {
    return pooled;
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private int oneOf(int... values) {
    return values[random.nextInt(values.length)];
  }

  /** What a run is started with. */
  Method root() {
    return switch (roomy ? 11 : random.nextInt(12)) {
      case 0 -> task(0, false);
      case 1, 2 -> dynamic(DEPTH - 1, false);
      default -> workflow(DEPTH, false);
    };
  }

  Method method(int depth, boolean isVoid) {
    left--;
    int kind = depth == 0 || left < 0 ? 0 : random.nextInt(10);
    if (kind < 6) {
      return task(depth, isVoid);
    }
    return kind < 8 ? workflow(depth - 1, isVoid) : dynamic(depth - 1, isVoid);
  }

  private Method task(int depth, boolean isVoid) {
    WorkflowMethod started = depth > 0 && left > 0 && chance(0.05) ? workflow(0, false) : null;
    int number = program.reserve();
    return program.task(
        new TaskMethod(number, isVoid, script(true), started, gives()),
        def -> settings(def, isVoid, started != null));
  }

  private TaskMethod.Gives gives() {
    return chance(0.8) ? TaskMethod.Gives.NUMBER : TaskMethod.Gives.values()[random.nextInt(3)];
  }

  Method mapTask() {
    TaskMethod method = new TaskMethod(program.reserve(), false, script(true), null, gives());
    int concurrency = limit(0, 1, 2, 3);
    return program.mapTask(method, def -> settings(def, false, false).concurrency(concurrency));
  }

  private TaskDef<Object> settings(TaskDef<Object> def, boolean isVoid, boolean starts) {
    TaskDef<Object> set = def.timeout(timeout());
    if (chance(0.3)) {
      set = set.retries(oneOf(1, 1, 2, 3)).backoff(oneOf(0, 1, 50, 400), oneOf(0, 1, 100, 5_000));
    }
    // Who waits for a run of its own would hold the place that it may need.
    if (pooled && !starts && chance(0.3)) {
      set = set.pool(chance(0.5) ? "one" : "two");
    }
    return !isVoid && !starts && chance(0.15) ? set.asynchronous() : set;
  }

  private int limit(int... limits) {
    int limit = oneOf(limits);
    return roomy ? 0 : limit;
  }

  private long timeout() {
    return timeouts && chance(0.3) ? oneOf(1, 50, 300, 2_000) : 0;
  }

  Script script(boolean task) {
    if (!task && chance(0.7)) {
      return Script.INSTANT;
    }
    return new Script(
        oneOf(0, 0, 1, 2),
        task ? oneOf(0, 0, 1, 10, 300) : oneOf(0, 0, 0, 1, 10),
        oneOf(1, 1, 2, 7),
        chance(failing) ? oneOf(1, 1, 2, 3) : 0,
        task ? oneOf(1, 1, 2, MANY) : MANY,
        Script.Failing.values()[random.nextInt(6)],
        task && chance(hanging) ? oneOf(1, 2, 3) : 0,
        Script.Reaction.values()[random.nextInt(4)],
        oneOf(10, 500, 1_500, 4_000));
  }

  /** A number for something that isn't called by it. */
  int number() {
    return program.reserve();
  }

  private WorkflowMethod workflow(int depth, boolean isVoid) {
    BodyPlan body = new BodyBuilder(this, random, depth, false).body(1 + random.nextInt(6));
    int number = program.reserve();
    return program.workflow(
        new WorkflowMethod(number, isVoid, limit(0, 1, 1, 2, 3, 25), body), this::settings);
  }

  private TaskDef<Object> settings(TaskDef<Object> def) {
    if (timeouts) {
      TaskDef<Object> timed = chance(0.2) ? def.timeout(oneOf(1, 50, 300, 2_000)) : def;
      return random.nextBoolean() ? timed.cancelAll() : timed;
    }
    // A task of another run that hangs may keep a place for ever.
    return patient && !mayHang() && !pooled && chance(0.1) ? def.timeout(NEVER) : def;
  }

  /** What a map does with each element. */
  WorkflowMethod element(int depth, boolean isVoid) {
    BodyPlan body = new BodyBuilder(this, random, depth, true).body(1 + random.nextInt(2));
    return new WorkflowMethod(program.reserve(), isVoid, 0, body);
  }

  private Method dynamic(int depth, boolean isVoid) {
    List<Action> actions = new ArrayList<>();
    int calls = 0;
    int doomed = 0;
    List<Integer> alive = new ArrayList<>();
    for (int i = 1 + random.nextInt(7); i > 0; i--) {
      if (calls + doomed == 0 || chance(0.4)) {
        boolean dooms = chance(0.15);
        if (dooms) {
          alive.add(doomed++);
        } else {
          calls++;
        }
        actions.add(started(depth, dooms));
      } else if (!alive.isEmpty() && chance(0.4)) {
        actions.add(ended(alive.remove(random.nextInt(alive.size()))));
      } else if (calls > 0) {
        actions.add(looked(random.nextInt(calls)));
      }
    }
    for (int each : alive) {
      actions.add(ended(each));
    }
    return program.dynamic(new DynamicMethod(program.reserve(), isVoid, actions));
  }

  private Action started(int depth, boolean doomed) {
    return switch (random.nextInt(8)) {
      case 0 -> new Action(Action.Kind.RECURSE, null, doomed, 0);
      case 1 -> new Action(Action.Kind.MAP, mapTask(), doomed, 0);
      default -> new Action(Action.Kind.CALL, method(depth, chance(0.1)), doomed, 0);
    };
  }

  private Action ended(int target) {
    Action.Kind kind = chance(0.7) ? Action.Kind.CANCEL : Action.Kind.COMPLETE;
    return new Action(kind, null, true, target);
  }

  private Action looked(int target) {
    Action.Kind kind = Action.Kind.values()[3 + random.nextInt(7)];
    return new Action(kind, null, false, target);
  }
}
