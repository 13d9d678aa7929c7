package dev.makespan.internal.local.sim;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A thread of the simulator. Of all carriers one holds the baton and runs; the others wait for it,
 * idle or in the middle of a job that blocks.
 *
 * <p>All fields but the baton are used by the carrier that holds it, whoever that is.
 */
public final class Carrier extends Thread {
  private static final StackWalker STACK = StackWalker.getInstance();

  private volatile boolean baton;

  private final ClassLoader home = getContextClassLoader();

  private Scheduler scheduler;
  private String label = "";
  private Runnable job;
  private boolean ends;
  private boolean interrupted;

  /** What the blocked job waits for. */
  private Wait wait;

  /** The user's code that runs here; null for none. */
  Activity activity;

  /**
   * Since when the engine is about to call user's code here, so that an interrupt may come early;
   * negative if it isn't.
   */
  long startingSince = -1;

  /** How many interceptors stand around the code that runs here, and around which attempt. */
  int interceptors;

  int attempt;

  /** What is bound to this thread. */
  Object context;

  /** What failed here last, if nothing has begun since. */
  Place failed;

  /** Whether the thread is a caller's, who waits for a run. */
  boolean isCaller;

  /** Whether the job that runs here completes a stage of the user's. */
  boolean isForeign;

  /** When an interrupt came while it was starting; negative for none. */
  long interruptedEarly = -1;

  /** What a blocked job waits for: a condition, a moment, an interrupt. */
  record Wait(BooleanSupplier condition, long until, boolean interruptible) {}

  Carrier() {
    super("carrier");
    setDaemon(true);
  }

  /** Says for whom it works from now on, and as which one there. */
  void serves(Scheduler by, int number) {
    scheduler = by;
    label = "carrier-" + number;
    activity = null;
    startingSince = -1;
    interruptedEarly = -1;
    isForeign = false;
    interceptors = 0;
    context = null;
    failed = null;
    isCaller = false;
  }

  /** Ends it, who is idle. */
  void end() {
    ends = true;
    giveBaton();
  }

  /** Its name in the trace. */
  String label() {
    return label;
  }

  /** The carrier of the current thread. */
  static Carrier current() {
    return (Carrier) Thread.currentThread();
  }

  /** Whether the job can go on. */
  boolean isReady(long now) {
    return now >= wait.until
        || (wait.interruptible && interrupted)
        || wait.condition.getAsBoolean();
  }

  /** The moment at which the job goes on at the latest. */
  long until() {
    return wait.until;
  }

  void give(Runnable next) {
    job = next;
  }

  void giveBaton() {
    baton = true;
    LockSupport.unpark(this);
  }

  private static boolean isComingBack(StackWalker.StackFrame frame) {
    return frame.getClassName().endsWith(".local.Worker")
        && frame.getMethodName().equals("comeBack");
  }

  private static boolean isAttempt(StackWalker.StackFrame frame) {
    return frame.getClassName().endsWith(".local.Attempt")
        && frame.getMethodName().equals("interrupt");
  }

  private void awaitBaton() {
    while (!baton) {
      LockSupport.park(this);
    }
    baton = false;
  }

  /** Blocks this carrier, which is the current one, until it gets the baton back. */
  void block(Wait what) {
    wait = what;
    interrupted |= Thread.interrupted();
    if (scheduler.leave(this)) {
      awaitBaton();
    }
    wait = null;
    if (interrupted) {
      interrupted = false;
      super.interrupt();
    }
  }

  /** Interrupts itself, as careless user's code does. */
  void interruptSelf() {
    super.interrupt();
  }

  /** Somebody interrupts the blocked thread who isn't the engine. */
  void disturb() {
    interrupted = true;
  }

  /** The engine interrupts under its lock, so the target runs or waits for the baton. */
  @Override
  public void interrupt() {
    if (this != Thread.currentThread()) {
      scheduler.interrupting(this);
      interrupted = true;
      return;
    }
    // Others keep an interrupt by this, such as who waits, and who loads classes.
    if (STACK.walk(frames -> frames.anyMatch(Carrier::isAttempt))) {
      scheduler.interrupting(this);
    } else if (activity != null && STACK.walk(frames -> frames.anyMatch(Carrier::isComingBack))) {
      activity.interruptedMeanwhile();
    }
    super.interrupt();
  }

  @Override
  public void run() {
    awaitBaton();
    while (!ends) {
      perform();
      // The next job runs here if the scheduler chooses to start one.
      if (!scheduler.goOn(this)) {
        awaitBaton();
      }
    }
  }

  // A frame of its own, so that an idle carrier holds nothing of what it did.
  private void perform() {
    Runnable current = job;
    job = null;
    startingSince = -1;
    try {
      current.run();
    } catch (Throwable e) {
      scheduler.threw(e);
    }
    if (Thread.interrupted()) {
      scheduler.violation("a job left an interrupt behind");
    }
    if (getContextClassLoader() != home) {
      scheduler.violation("a job left a class loader behind");
      setContextClassLoader(home);
    }
    if (context != null) {
      scheduler.violation("a job left a context behind: " + context);
    }
    if (activity != null) {
      scheduler.violation("a job left user code behind: " + activity);
    }
  }
}
