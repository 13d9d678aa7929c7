package dev.makespan.benchmarks;

import dev.makespan.benchmarks.contestant.Contestants;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * The program: all contestants in one JVM, in rounds. In each round everybody has one short turn,
 * in random order, so that what else the machine does falls on all alike; ratios are taken round by
 * round. Prints a table for each workload and mode.
 *
 * <p>Options, each as {@code key=value}:
 *
 * <ul>
 *   <li>{@code workloads}: their keys, with commas. Default: all.
 *   <li>{@code contestants}: their names. Default: all that this JVM has.
 *   <li>{@code modes}: {@code lone}, {@code busy}. Default: both; workloads that take long have
 *       one.
 *   <li>{@code baselines}: the contestants whose time the others are divided by. Default:
 *       {@code makespan,plain}.
 *   <li>{@code rounds}, {@code warmup}: how many count, and how many before them don't. Default: 31
 *       and 10; at most 11 count where a run takes long. Turns of the warm-up are longer.
 *   <li>{@code slice}: how long a turn lasts, in milliseconds. Default: 20.
 *   <li>{@code seed}: of the order of turns. Default: 1.
 * </ul>
 */
public final class Turns {
  private static final Set<String> KEYS =
      Set.of("workloads", "contestants", "modes", "baselines", "rounds", "warmup", "slice", "seed");
  /** How much longer a turn of the warm-up is. */
  private static final int WARM_UP = 5;

  private static final int LONG_ROUNDS = 11;

  private final Options options;
  private final List<Contestant> contestants;
  private final Random random;

  private Turns(Options options, List<Contestant> contestants) {
    this.options = options;
    this.contestants = contestants;
    this.random = new Random(options.number("seed", 1));
  }

  public static void main(String[] args) throws Exception {
    run(args, System.out);
  }

  /** Runs the program. */
  static void run(String[] args, PrintStream out) throws Exception {
    Options options = new Options(args, KEYS);
    out.printf(
        Locale.ROOT,
        "JDK %s, %d processors, heap of %d MB; median [quartiles]%n",
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20);
    List<Contestant> contestants = new ArrayList<>();
    for (String name : options.list("contestants", Contestants.names())) {
      try {
        contestants.add(Contestants.named(name));
      } catch (UnsupportedOperationException e) {
        out.println("Absent: " + name + ", " + e.getMessage());
      }
    }
    Turns turns = new Turns(options, contestants);
    List<String> keys = options.list(
        "workloads", Arrays.stream(Workload.values()).map(Workload::key).toList());
    for (String key : keys) {
      turns.run(Workload.of(key), out);
    }
  }

  private void run(Workload workload, PrintStream out) throws Exception {
    for (String name : options.list("modes", List.of("lone", "busy"))) {
      Mode mode = Mode.valueOf(name.toUpperCase(Locale.ROOT));
      if (mode == Mode.LONE && workload.isLong()) {
        continue;
      }
      out.printf(
          Locale.ROOT, "%n### %s: %s, %s%n%n", workload.key(), workload.title(), mode.title());
      out.print(rounds(workload, mode).table());
      out.flush();
    }
  }

  private Results rounds(Workload workload, Mode mode) throws Exception {
    Object expected = workload.expected();
    List<Contestant> left = new ArrayList<>(
        contestants.stream().filter(each -> each.takes(workload)).toList());
    Results results =
        new Results(workload, left, options.list("baselines", List.of("makespan", "plain")));
    int warmup = workload.waits() ? 1 : options.number("warmup", 10);
    int rounds = options.number("rounds", 31);
    rounds = workload.isLong() ? Math.min(rounds, LONG_ROUNDS) : rounds;
    long slice = options.number("slice", 20) * 1_000_000L;
    for (int round = -warmup; round < rounds; round++) {
      List<Contestant> order = new ArrayList<>(left);
      Collections.shuffle(order, random);
      for (Contestant contestant : order) {
        try {
          Turn turn =
              Turn.take(contestant, workload, expected, mode, round < 0 ? WARM_UP * slice : slice);
          if (round >= 0) {
            results.add(contestant, turn);
          }
        } catch (Exception | OutOfMemoryError failure) {
          left.remove(contestant);
          results.fail(contestant, failure);
        }
      }
    }
    return results;
  }
}
