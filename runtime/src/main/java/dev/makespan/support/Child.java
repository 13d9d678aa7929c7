package dev.makespan.support;

import dev.makespan.spi.TaskDef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call of a dynamic that can be executed on one thread, call after call, in a turn. */
final class Child implements Part {
  private final Children all;
  private final TaskDef<?> def;
  private final @Nullable Object[] in;
  private final CallSite site;
  private final @Nullable PathLink before;
  private final LiveRun<?> call;

  /** Guarded by the lock of all. */
  State state = State.WAITING;

  /** What executes it while it runs in a turn; guarded by the lock of all. */
  @Nullable ChildLane lane;

  /** What it goes on as when it can't go on in the turn; guarded by the lock of all. */
  @Nullable BodyFrame body;

  enum State {
    WAITING,
    RUNNING,
    /** It has begun in a turn, and is a part of its own now. */
    SPILLED,
    ENDED
  }

  Child(
      Children all,
      TaskDef<?> def,
      @Nullable Object[] in,
      CallSite site,
      @Nullable PathLink before,
      LiveRun<?> call) {
    this.all = all;
    this.def = def;
    this.in = in;
    this.site = site;
    this.before = before;
    this.call = call;
  }

  TaskDef<?> def() {
    return def;
  }

  @Nullable Object[] in() {
    return in;
  }

  CallSite site() {
    return site;
  }

  @Nullable PathLink before() {
    return before;
  }

  /** The future of it. */
  LiveRun<?> call() {
    return call;
  }

  /** How long its method took lately. */
  Pace pace() {
    return ((Nodes) def.body()).pace(def.number());
  }

  /** Whether it is one of these that a waiting body may execute. */
  boolean isOf(Children others) {
    return all == others;
  }

  @Override
  public void start() {
    all.add(this);
  }

  @Override
  public List<Part> stopping() {
    return all.stop(this);
  }
}
