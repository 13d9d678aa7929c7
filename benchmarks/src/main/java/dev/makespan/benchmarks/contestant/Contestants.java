package dev.makespan.benchmarks.contestant;

import dev.makespan.Runner;
import dev.makespan.benchmarks.Contestant;
import dev.makespan.benchmarks.workload.Elements;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** Who takes part on this JVM, and who can't. */
public final class Contestants {
  static final String CALLER_RUNS = "cf-caller-runs";

  private static final int CORES = Runtime.getRuntime().availableProcessors();

  private final List<Contestant> present = new ArrayList<>();
  private final List<String> absent = new ArrayList<>();

  public Contestants() {
    present.add(new Plain());
    addFutures();
    addMakespan();
  }

  public List<Contestant> present() {
    return present;
  }

  /** For each that is missing, its name and why. */
  public List<String> absent() {
    return absent;
  }

  /** Makespan with other settings is one more line here, with another runner. */
  private void addMakespan() {
    present.add(new Generated("makespan", Runner.shared()));
    present.add(new GeneratedBlocking("makespan-blocking", Runner.shared()));
  }

  private void addFutures() {
    Executor caller = Runnable::run;
    present.add(new Futures(CALLER_RUNS, caller, caller, true));
    present.add(new Futures(
        "cf-pool",
        Threads.fixed("cf-pool", CORES),
        Threads.growing("cf-pool-sleeper"),
        CORES <= Elements.CONCURRENCY));
    Threads.virtual()
        .ifPresentOrElse(
            virtual -> present.add(new Futures("cf-virtual", virtual, virtual, false)),
            () -> absent.add("cf-virtual: needs JDK 21"));
  }
}
