package dev.makespan.benchmarks;

import dev.makespan.benchmarks.contestant.Plain;
import java.util.Arrays;
import java.util.List;

/** What is run and measured, with its input. */
public enum Workload {
  CHAIN("W1", "chain of 10", 10, 64, c -> c.chain(Inputs.value)),
  DIAMOND("W2", "diamond 1→3→1", 5, 64, c -> c.diamond(Inputs.value)),
  INDEPENDENT("W3", "1,000 independent, then join", 1_001, 16, c -> c.independent(Inputs.THOUSAND)),
  NESTED(
      "W4",
      "nested Flyte seed, 600 elements in chunks of 20",
      1_201,
      16,
      c -> c.nested(Inputs.NESTED, 20)),
  BOUNDED(
      "W5", "10,000 elements, at most 25 at a time", 10_000, 4, c -> c.elements(Inputs.BOUNDED)),
  MILLION(
      "W6",
      "1,000,000 elements, at most 25 at a time",
      1_000_000,
      1,
      c -> c.elements(Inputs.MILLION)),
  SLEEPS("W7", "sleeps of 0.35, 0.30 and 0.30 s", 4, 1, c -> c.three(350, 300, 300)),
  HUNDRED("W7H", "100 sleeps of 0.1 s", 100, 1, c -> c.hundred(Inputs.HUNDRED));

  private final String key;
  private final String title;
  private final int tasks;
  private final int burst;

  @SuppressWarnings("ImmutableEnumChecker") // lambdas that capture nothing
  private final Call call;

  Workload(String key, String title, int tasks, int burst, Call call) {
    this.key = key;
    this.title = title;
    this.tasks = tasks;
    this.burst = burst;
    this.call = call;
  }

  /** What options call it. */
  public String key() {
    return key;
  }

  public String title() {
    return title;
  }

  /** How many calls of tasks one run makes. */
  public int tasks() {
    return tasks;
  }

  /** How many runs are made before their results are checked. */
  int burst() {
    return burst;
  }

  /** Whether one run takes a turn and longer. */
  boolean isLong() {
    return burst == 1;
  }

  /** Whether its time is that of waiting, so that it needs no warm-up. */
  boolean waits() {
    return criticalNanos() > 0;
  }

  /** The longest path of what waits; 0 for what computes. */
  double criticalNanos() {
    return switch (this) {
      case SLEEPS -> 350e6;
      case HUNDRED -> 100e6;
      default -> 0;
    };
  }

  /** Makes the input, so that the first run needn't. */
  public void prepare() {
    Inputs.prepare();
  }

  /** One run. */
  public Object run(Contestant contestant) throws Exception {
    return call.on(contestant);
  }

  /** The workload of a key. */
  public static Workload of(String key) {
    return Arrays.stream(values())
        .filter(workload -> workload.key.equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such workload: " + key + "; there are "
            + Arrays.stream(values()).map(Workload::key).toList()));
  }

  /** What the plain calls return; known without sleeping where they would only sleep. */
  public Object expected() throws Exception {
    return switch (this) {
      case SLEEPS -> 950;
      case HUNDRED -> List.copyOf(Inputs.HUNDRED);
      default -> run(new Plain());
    };
  }

  private interface Call {
    Object on(Contestant contestant) throws Exception;
  }
}
