package dev.makespan.benchmarks.contestant;

import dev.makespan.Runner;
import dev.makespan.benchmarks.Contestant;
import dev.makespan.benchmarks.workload.Elements;
import dev.makespan.event.Recording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;

/** Who takes part. Each is made when it is asked for, so that nobody's threads are there unused. */
public final class Contestants {
  static final String PLAIN = "plain";
  static final String CALLER_RUNS = "cf-caller-runs";
  static final String POOL = "cf-pool";
  static final String FORK_JOIN = "cf-fork-join";
  static final String VIRTUAL = "cf-virtual";
  static final String STRUCTURED = "structured";
  static final String DAGGER = "dagger";
  static final String REACTOR = "reactor";
  static final String RXJAVA = "rxjava";
  static final String PARSEQ = "parseq";
  static final String MAKESPAN = "makespan";

  private static final Map<String, Supplier<Contestant>> MAKERS = new LinkedHashMap<>();

  static {
    MAKERS.put(PLAIN, Plain::new);
    MAKERS.put(CALLER_RUNS, Contestants::callerRuns);
    MAKERS.put(POOL, () -> pool(POOL, Threads.fixed(POOL, Threads.CORES)));
    MAKERS.put(FORK_JOIN, () -> pool(FORK_JOIN, new ForkJoinPool(Threads.CORES)));
    MAKERS.put(VIRTUAL, Contestants::virtual);
    MAKERS.put(STRUCTURED, Contestants::structured);
    MAKERS.put(DAGGER, () -> new DaggerPeer(Threads.fixed(DAGGER, Threads.CORES)));
    MAKERS.put(REACTOR, ReactorPeer::new);
    MAKERS.put(RXJAVA, RxJavaPeer::new);
    MAKERS.put(PARSEQ, ParSeqPeer::new);
    // Makespan with other settings is one more line here, with a runner of its own.
    MAKERS.put(MAKESPAN, () -> new Generated(MAKESPAN, Runner.shared()));
    MAKERS.put(
        MAKESPAN + "-blocking",
        () -> new GeneratedBlocking(MAKESPAN + "-blocking", Runner.shared()));
    MAKERS.put(
        MAKESPAN + "-unhelped",
        () -> new GeneratedBlocking(
            MAKESPAN + "-unhelped", Runner.builder().helping(false).build()));
    MAKERS.put(
        MAKESPAN + "-full",
        () -> new GeneratedBlocking(
            MAKESPAN + "-full", Runner.builder().recording(Recording.FULL).build()));
  }

  private Contestants() {}

  /** The names of all, also of those that this JVM can't have. */
  public static List<String> names() {
    return List.copyOf(MAKERS.keySet());
  }

  /**
   * Makes a contestant.
   *
   * @throws UnsupportedOperationException if this JVM can't have it; the message says why
   * @throws IllegalArgumentException if there is none of that name
   */
  public static Contestant named(String name) {
    Supplier<Contestant> maker = MAKERS.get(name);
    if (maker == null) {
      throw new IllegalArgumentException("no such contestant: " + name + "; there are " + names());
    }
    return maker.get();
  }

  private static Contestant callerRuns() {
    Executor caller = Runnable::run;
    return new Futures(CALLER_RUNS, caller, caller, true);
  }

  private static Contestant pool(String name, Executor executor) {
    return new Futures(
        name, executor, Threads.growing(name + "-sleeper"), Threads.CORES <= Elements.CONCURRENCY);
  }

  private static Contestant virtual() {
    ExecutorService executor = Threads.virtual();
    return new Futures(VIRTUAL, executor, executor, false);
  }

  private static Contestant structured() {
    try {
      return Class.forName("dev.makespan.benchmarks.contestant.Structured")
          .asSubclass(Contestant.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ClassNotFoundException e) {
      throw new UnsupportedOperationException("was left out by the build, which needs JDK 25", e);
    } catch (UnsupportedClassVersionError e) {
      throw new UnsupportedOperationException("needs JDK 25 and --enable-preview", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
