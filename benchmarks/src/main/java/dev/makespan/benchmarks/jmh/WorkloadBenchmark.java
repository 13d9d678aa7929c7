package dev.makespan.benchmarks.jmh;

import dev.makespan.benchmarks.Contestant;
import dev.makespan.benchmarks.Workload;
import dev.makespan.benchmarks.contestant.Contestants;
import dev.makespan.benchmarks.contestant.Plain;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A workload back to back, by each contestant in a JVM of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgsAppend = "--enable-preview")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class WorkloadBenchmark {
  @Param({"W1", "W2", "W3"})
  public String workload = "";

  @Param({"plain", "cf-caller-runs", "cf-pool", "reactor", "rxjava", "parseq", "makespan"})
  public String contestant = "";

  private Workload chosen = Workload.CHAIN;
  private Contestant runner = new Plain();

  /** Makes the contestant, and refuses one with wrong results. */
  @Setup
  public void choose() throws Exception {
    chosen = Workload.of(workload);
    runner = Contestants.named(contestant);
    if (!chosen.expected().equals(run())) {
      throw new AssertionError("another result than the plain call's");
    }
  }

  @Benchmark
  public Object run() throws Exception {
    return chosen.run(runner);
  }
}
