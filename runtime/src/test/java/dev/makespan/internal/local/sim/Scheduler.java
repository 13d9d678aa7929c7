package dev.makespan.internal.local.sim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Chooses, by a seed, what runs next: a job that was handed to it, a job that was blocked and can
 * go on, or a timer. One carrier at a time runs, so everything here is used by one thread at a
 * time. The clock moves a little with every choice, and to the next timer when nothing else is
 * left, or when the seed says so.
 */
public final class Scheduler {
  private static final long STEP_NANOS = 1_000;
  private static final int MOST_STEPS = 200_000;

  /** How often the clock jumps, as when the machine was asleep. */
  private static final double JUMP = 0.001;

  private static final int LONGEST_JUMP_SECONDS = 10_000;
  private static final long STUCK_SECONDS = 60;

  private final Random random;
  private final Trace trace;
  private final Checks checks;
  private final double preemption;
  private final double timePasses;
  private final int bias;

  private final List<Job> queue = new ArrayList<>();
  private final List<Carrier> blocked = new ArrayList<>();
  private final List<Carrier> ready = new ArrayList<>();
  private final ArrayDeque<Carrier> idle = new ArrayDeque<>();
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparingLong(Timer::time).thenComparingInt(Timer::tie));
  private final PriorityQueue<Arrival> arrivals =
      new PriorityQueue<>(Comparator.comparingInt(Arrival::step));
  private final List<String> violations = new ArrayList<>();
  private final Carriers pool = Carriers.ofThread();
  private final CountDownLatch end = new CountDownLatch(1);

  private int carriers;
  private int jobs;
  private int steps;
  private long now = 1_000_000_000_000L;

  /** What is called between two steps. */
  interface Checks {
    /** After each step. */
    void step();

    /** When time must pass before anything can go on. */
    void idle();

    /** When nothing is left to do; gives more work and returns true, or ends the simulation. */
    boolean goesOn();
  }

  private record Job(int number, Runnable code) {}

  private record Timer(long time, int tie, Runnable code) {}

  private record Arrival(int step, Runnable code) {}

  /** @param checks what is looked at, and when */
  Scheduler(Random random, Trace trace, Checks checks) {
    this.random = random;
    this.trace = trace;
    this.checks = checks;
    this.preemption = oneOf(0, 0.05, 0.2, 0.5);
    this.timePasses = oneOf(0, 0, 0.01, 0.1);
    this.bias = random.nextInt(4);
  }

  private double oneOf(double... values) {
    return values[random.nextInt(values.length)];
  }

  /** Runs until nothing is left to do. */
  void simulate() {
    dispatch(choose());
    try {
      if (!end.await(STUCK_SECONDS, TimeUnit.SECONDS)) {
        violation("a job doesn't come back: " + Thread.getAllStackTraces());
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Gives the carriers away; those that are blocked for ever are lost. */
  void end() {
    idle.forEach(pool::add);
    idle.clear();
  }

  public long now() {
    return now;
  }

  public Random random() {
    return random;
  }

  public boolean chance(double probability) {
    return probability > 0 && random.nextDouble() < probability;
  }

  /** Whether time passes only when nothing else is left to do. */
  boolean isPatient() {
    return timePasses == 0;
  }

  /** The carriers that wait in the middle of a job. */
  int blockedCarriers() {
    return blocked.size();
  }

  // What jobs call.

  public void execute(Runnable code) {
    queue.add(new Job(++jobs, code));
  }

  /** Has a job executed at a certain step, or when nothing else is left. */
  void arrive(int step, Runnable code) {
    arrivals.add(new Arrival(step, code));
  }

  /** Has a job executed after a delay; the result forgets it. */
  public Runnable schedule(long nanos, Runnable code) {
    Timer timer = new Timer(later(nanos), random.nextInt(), code);
    timers.add(timer);
    return () -> timers.remove(timer);
  }

  private long later(long nanos) {
    return nanos > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + nanos;
  }

  /** Lets others run now and then. Not for code that holds a lock. */
  public void mayYield() {
    if (chance(preemption)) {
      yieldNow();
    }
  }

  /**
   * The same where the engine is about to call user's code, if so it is: an interrupt may come
   * before the code begins.
   */
  public void mayYield(BooleanSupplier starting) {
    if (chance(preemption)) {
      Carrier carrier = Carrier.current();
      boolean starts = starting.getAsBoolean();
      carrier.startingSince =
          !starts ? -1 : carrier.startingSince < 0 ? now : carrier.startingSince;
      yieldNow();
    }
  }

  void yieldNow() {
    Carrier.current().block(new Carrier.Wait(() -> true, 0, false));
  }

  public void await(BooleanSupplier condition) {
    Carrier.current().block(new Carrier.Wait(condition, Long.MAX_VALUE, false));
  }

  /** Waits at most so long, or until an interrupt, which stays set. */
  public void await(BooleanSupplier condition, long nanos) {
    Carrier.current().block(new Carrier.Wait(condition, later(nanos), true));
  }

  /** Sleeps; false if it was interrupted, and the interrupt is then cleared. */
  boolean sleep(long nanos) {
    await(() -> false, nanos);
    return !Thread.interrupted();
  }

  void sleepUninterruptibly(long nanos) {
    Carrier.current().block(new Carrier.Wait(() -> false, later(nanos), false));
  }

  // What carriers call.

  /** Gives the baton away because this carrier blocks; false if it gets it back at once. */
  boolean leave(Carrier carrier) {
    blocked.add(carrier);
    Object next = choose();
    if (next == carrier) {
      return false;
    }
    dispatch(next);
    return true;
  }

  /** Gives this carrier, whose job is done, the next job; false if another one goes on. */
  boolean goOn(Carrier carrier) {
    Object next = choose();
    if (next instanceof Job job) {
      carrier.give(job.code);
      return true;
    }
    idle.push(carrier);
    dispatch(next);
    return false;
  }

  private void dispatch(Object next) {
    if (next instanceof Job job) {
      Carrier carrier = idle.poll();
      if (carrier == null) {
        carrier = pool.take(this, ++carriers);
      }
      carrier.give(job.code);
      carrier.giveBaton();
    } else if (next instanceof Carrier carrier) {
      carrier.giveBaton();
    } else {
      end.countDown();
    }
  }

  private Object choose() {
    while (true) {
      now += STEP_NANOS;
      checks.step();
      if (++steps > MOST_STEPS) {
        violation("no end after " + MOST_STEPS + " steps");
        return null;
      }
      if (timePasses > 0 && chance(JUMP)) {
        now += random.nextInt(LONGEST_JUMP_SECONDS) * 1_000_000_000L;
      }
      takeDue();
      ready.clear();
      for (Carrier carrier : blocked) {
        if (carrier.isReady(now)) {
          ready.add(carrier);
        }
      }
      int choices = queue.size() + ready.size();
      if (choices == 0) {
        checks.idle();
      }
      if ((choices == 0 || chance(timePasses)) && letTimePass()) {
        continue;
      }
      if (choices > 0) {
        return take(number(choices));
      }
      if (!arrivals.isEmpty()) {
        execute(arrivals.poll().code);
      } else if (!checks.goesOn()) {
        return null;
      }
    }
  }

  /** Two seeds in four choose evenly, one prefers what came first, and one what came last. */
  private int number(int choices) {
    if (choices == 1) {
      return 0;
    }
    if (bias >= 2 && random.nextInt(4) != 0) {
      return bias == 2 ? 0 : choices - 1;
    }
    return random.nextInt(choices);
  }

  private Object take(int choice) {
    if (choice < ready.size()) {
      Carrier carrier = ready.get(choice);
      blocked.remove(carrier);
      trace.add(now, "resume", carrier.label());
      return carrier;
    }
    Job job = queue.remove(choice - ready.size());
    trace.add(now, "job", job.number);
    return job;
  }

  private void takeDue() {
    while (!arrivals.isEmpty() && arrivals.peek().step <= steps) {
      execute(arrivals.poll().code);
    }
    while (!timers.isEmpty() && timers.peek().time <= now) {
      execute(timers.poll().code);
    }
  }

  private boolean letTimePass() {
    long next = timers.isEmpty() ? Long.MAX_VALUE : timers.peek().time;
    for (Carrier carrier : blocked) {
      if (carrier.until() > now) {
        next = Math.min(next, carrier.until());
      }
    }
    if (next == Long.MAX_VALUE) {
      return false;
    }
    now = Math.max(now, next);
    return true;
  }

  // What is found wrong.

  public void violation(String what) {
    trace.add(now, "VIOLATION", what);
    violations.add(what);
  }

  void threw(Throwable thrown) {
    java.io.StringWriter text = new java.io.StringWriter();
    thrown.printStackTrace(new java.io.PrintWriter(text));
    violation("a job threw " + text);
  }

  List<String> violations() {
    return violations;
  }

  /** Whether one of the other threads is about to stop calls, and hasn't come to the last one. */
  boolean isStopping() {
    return blocked.stream()
        .flatMap(carrier -> Arrays.stream(carrier.getStackTrace()))
        .anyMatch(frame -> frame.getClassName().equals("dev.makespan.support.Part")
            && frame.getMethodName().equals("stop"));
  }

  void interrupting(Carrier carrier) {
    trace.add(now, "interrupt", carrier.activity == null ? carrier.label() : carrier.activity);
    boolean starting = carrier.startingSince >= 0 || isStarting(carrier);
    if (starting) {
      carrier.interruptedEarly = now;
    }
    if (carrier.activity != null && !isCovered(carrier)) {
      carrier.activity.interrupted(now);
    } else if (!starting && !isBetweenCalls(carrier)) {
      violation("an interrupt hits " + carrier.label() + ", which executes no call");
    }
  }

  /** Whether the engine is about to invoke a call, and stops it on the same thread. */
  private static boolean isStarting(Carrier carrier) {
    return Arrays.stream(carrier.getStackTrace())
        .anyMatch(frame -> frame.getMethodName().equals("entering"));
  }

  /** Whether the engine is at something else there while the body of a dynamic waits. */
  private static boolean isCovered(Carrier carrier) {
    return carrier.activity.mayHelp()
        && Arrays.stream(carrier.getStackTrace())
            .filter(frame -> isBody(frame) || isAttempt(frame))
            .findFirst()
            .filter(Scheduler::isAttempt)
            .isPresent();
  }

  private static boolean isBody(StackTraceElement frame) {
    return frame.getClassName().equals(DynamicMethod.class.getName());
  }

  private static boolean isAttempt(StackTraceElement frame) {
    return frame.getClassName().endsWith(".local.Attempt")
        && frame.getMethodName().equals("perform");
  }

  /** Whether the engine has the thread call several methods in turn, and it is between two. */
  private static boolean isBetweenCalls(Carrier carrier) {
    return Arrays.stream(carrier.getStackTrace())
        .anyMatch(frame -> frame.getClassName().equals("dev.makespan.support.Turn"));
  }
}
