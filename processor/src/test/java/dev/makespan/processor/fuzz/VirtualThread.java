package dev.makespan.processor.fuzz;

import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A thread of a {@link VirtualTime}: it runs while it has the turn. All fields but that are used by
 * the thread that has it, whichever that is.
 */
final class VirtualThread extends Thread {
  private volatile boolean hasTurn;
  private @Nullable VirtualTime time;
  private @Nullable Runnable job;
  private @Nullable BooleanSupplier condition;
  private long until;
  private boolean interruptible;
  private boolean interrupted;

  VirtualThread() {
    super("virtual");
    setDaemon(true);
  }

  static VirtualThread current() {
    return (VirtualThread) Thread.currentThread();
  }

  VirtualTime time() {
    return Objects.requireNonNull(time);
  }

  void serve(VirtualTime by) {
    time = by;
    interrupted = false;
  }

  void give(Runnable next) {
    job = next;
  }

  void giveTurn() {
    hasTurn = true;
    LockSupport.unpark(this);
  }

  boolean isReady(long now) {
    return now >= until
        || (interruptible && interrupted)
        || Objects.requireNonNull(condition).getAsBoolean();
  }

  long until() {
    return until;
  }

  /** Lets others go on until a condition holds, a moment has come, or an interrupt. */
  void block(BooleanSupplier what, long latest, boolean endsByInterrupt) {
    condition = what;
    until = latest;
    interruptible = endsByInterrupt;
    interrupted |= Thread.interrupted();
    if (time().leave(this)) {
      awaitTurn();
    }
    condition = null;
    if (interrupted) {
      interrupted = false;
      super.interrupt();
    }
  }

  private void awaitTurn() {
    while (!hasTurn) {
      LockSupport.park(this);
    }
    hasTurn = false;
  }

  /** Others interrupt only what waits for its turn. */
  @Override
  public void interrupt() {
    if (this == Thread.currentThread()) {
      super.interrupt();
    } else {
      interrupted = true;
    }
  }

  @Override
  @SuppressWarnings("InfiniteLoopStatement") // a daemon
  public void run() {
    awaitTurn();
    while (true) {
      perform();
      if (!time().goOn(this)) {
        awaitTurn();
      }
    }
  }

  private void perform() {
    Runnable current = Objects.requireNonNull(job);
    job = null;
    try {
      current.run();
    } catch (Throwable e) {
      time().failed(e);
    }
    boolean unused = Thread.interrupted();
  }
}
