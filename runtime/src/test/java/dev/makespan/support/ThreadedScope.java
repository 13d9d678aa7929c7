package dev.makespan.support;

import dev.makespan.interleaving.Race;
import dev.makespan.spi.TaskCall;
import java.util.ArrayDeque;

/**
 * A scope that executes each call on a thread of its own, as an engine may at worst: at once, or as
 * soon as there is a slot for one that waits for it. Nothing is tried again, interrupted or timed.
 */
class ThreadedScope extends IdleScope {
  private final int slots;

  /** Whether the test has stopped all, and that has returned. */
  volatile boolean allStopped;

  private volatile boolean goesOn;

  // Guarded by this.
  private int used;
  private final ArrayDeque<Execution> waiting = new ArrayDeque<>();
  private final ArrayDeque<Race.Racer> threads = new ArrayDeque<>();

  ThreadedScope(int slots) {
    this.slots = slots;
  }

  /** Waits until nothing runs any more; fails if the engine's side of a call has thrown. */
  void await() {
    for (Race.Racer next = next(); next != null; next = next()) {
      next.await();
    }
    Race.verify(used == 0, "a slot isn't given back");
    Race.verify(waiting.isEmpty(), "a call waits for a slot forever");
    Race.verify(!goesOn, "what wasn't stopped goes on");
  }

  private synchronized Race.Racer next() {
    return threads.poll();
  }

  @Override
  public void submit(TaskCall<?> call) {
    Execution execution = new Execution(call);
    call.submitted(execution);
    boolean begins;
    synchronized (this) {
      begins = !call.takesSlot() || take(execution);
      if (!begins) {
        waiting.add(execution);
      }
    }
    if (begins) {
      begin(execution);
    }
  }

  @Override
  public void perform(TaskCall<?> call) {
    Execution execution = new Execution(call);
    call.submitted(execution);
    execution.run();
  }

  private boolean take(Execution execution) {
    if (used == slots || !waiting.isEmpty()) {
      return false;
    }
    used++;
    execution.hasSlot = true;
    return true;
  }

  private void begin(Execution execution) {
    execute(execution::run);
  }

  /** Does something on a thread of its own. */
  final void execute(Runnable job) {
    Race.Racer thread = new Race.Racer(job);
    synchronized (this) {
      threads.add(thread);
    }
    thread.begin();
  }

  private void release(Execution execution) {
    Execution next = null;
    synchronized (this) {
      if (execution.hasSlot) {
        execution.hasSlot = false;
        next = waiting.poll();
        if (next == null) {
          used--;
        } else {
          next.hasSlot = true;
        }
      }
    }
    if (next != null) {
      begin(next);
    }
  }

  @Override
  public int width() {
    return slots;
  }

  @Override
  public Object limit() {
    return this;
  }

  private final class Execution implements TaskCall.Stoppable {
    private final TaskCall<?> call;

    // Guarded by the scope.
    private boolean hasSlot;
    private boolean begun;
    private boolean stopped;

    Execution(TaskCall<?> call) {
      this.call = call;
    }

    void run() {
      synchronized (ThreadedScope.this) {
        if (stopped) {
          return;
        }
        begun = true;
      }
      execute(call);
    }

    private <T> void execute(TaskCall<T> own) {
      T value = null;
      Throwable thrown = null;
      own.started(0);
      try {
        value = own.invoke();
      } catch (Throwable e) {
        thrown = e;
      }
      goesOn |= allStopped && !own.isStopped();
      release(this);
      own.settled(value, thrown, own.isStopped());
      own.ended(0, false);
    }

    @Override
    public void stop() {
      boolean ends;
      boolean again;
      synchronized (ThreadedScope.this) {
        again = stopped;
        stopped = true;
        ends = !begun && !again;
        waiting.remove(this);
      }
      if (ends) {
        release(this);
        call.settled(null, null, true);
        call.ended(0, false);
      } else if (!again) {
        call.interrupting();
      }
    }

    @Override
    public boolean acquire(Object limit) {
      release(this);
      synchronized (ThreadedScope.this) {
        return limit == null || take(this);
      }
    }

    @Override
    public void giveUp() {
      release(this);
    }

    @Override
    public boolean isWanted() {
      synchronized (ThreadedScope.this) {
        return !waiting.isEmpty();
      }
    }
  }
}
