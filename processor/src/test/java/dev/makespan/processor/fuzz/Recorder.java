package dev.makespan.processor.fuzz;

import dev.makespan.processor.reference.Log;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the user code of one run told. Used by one thread at a time. */
final class Recorder {
  private static final ThreadLocal<@Nullable Recorder> OF_THREAD = new ThreadLocal<>();

  /** A task takes so many units at most. */
  private static final int LONGEST = 4;

  static final long UNIT = 1_000_000_000L;

  private final boolean isFlow;
  private final long seed;
  private final List<Log.Call> calls = new ArrayList<>();
  private final Set<Log.Call> tasks = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Throwable> thrown = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<String, Integer> attempts = new HashMap<>();
  private int running;
  private int mostRunning;

  /**
   * Records one run.
   *
   * @param isFlow whether time passes in tasks, and attempts of theirs fail
   * @param seed how much
   */
  Recorder(boolean isFlow, long seed) {
    this.isFlow = isFlow;
    this.seed = seed;
  }

  /** The one for the code on this thread. */
  static Recorder current() {
    if (Thread.currentThread() instanceof VirtualThread thread) {
      return thread.time().recorder();
    }
    Recorder recorder = OF_THREAD.get();
    if (recorder == null) {
      throw new IllegalStateException("nothing is recorded on " + Thread.currentThread());
    }
    return recorder;
  }

  /** Some code that may throw anything. */
  interface Code<T extends @Nullable Object> {
    T run() throws Exception;
  }

  /** Records what this thread does meanwhile. */
  <T extends @Nullable Object> T during(Code<T> code) throws Exception {
    Recorder before = OF_THREAD.get();
    OF_THREAD.set(this);
    try {
      return code.run();
    } finally {
      OF_THREAD.set(before);
    }
  }

  /** How long a call takes, in nanoseconds. */
  static long duration(String key, long seed) {
    return seed == 0
        ? UNIT
        : (1 + Math.floorMod(Probe.mixed(key.hashCode() * 31L + seed), LONGEST)) * UNIT;
  }

  /** Something begins: a task, or what takes no time. */
  Log.Call begin(String method, String key, boolean isTask) {
    Log.Call call = Log.call(method, key);
    calls.add(call);
    if (isTask) {
      tasks.add(call);
    }
    return call;
  }

  /** Whether this attempt of a call fails, of which the first ones do. */
  boolean fails(String key, int first) {
    return isFlow && attempts.merge(key, 1, Integer::sum) <= first;
  }

  /** Forgets an attempt that failed on the way. */
  void forget(Log.Call call) {
    calls.removeIf(each -> each == call);
    tasks.remove(call);
  }

  /** Lets the time of a call pass. */
  void spend(String key) throws InterruptedException {
    if (isFlow) {
      running++;
      mostRunning = Math.max(mostRunning, running);
      VirtualThread.current().time().spend(duration(key, seed));
      running--;
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted: " + key);
      }
    }
  }

  void threw(Throwable exception) {
    thrown.add(exception);
  }

  List<Log.Call> calls() {
    return calls;
  }

  /** The calls that take time. */
  Set<Log.Call> tasks() {
    return tasks;
  }

  /** What the user code threw. */
  Set<Throwable> thrown() {
    return thrown;
  }

  /** How many tasks ran at once, at most. */
  int mostRunning() {
    return mostRunning;
  }
}
