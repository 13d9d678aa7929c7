package dev.makespan.benchmarks.fork;

import dev.makespan.benchmarks.Options;
import dev.makespan.benchmarks.Statistics;
import dev.makespan.benchmarks.contestant.ColdStart;
import java.io.File;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The program: W8, a fresh JVM that runs W2 once and ends, for each contestant and for nothing at
 * all, in rounds of random order. Prints the time over that of the empty one of the same round.
 *
 * <p>A contestant's class path has its own jars alone, so that nobody searches those of others.
 *
 * <p>Options, each as {@code key=value}: {@code contestants}, {@code forks} (of each; default 41),
 * {@code warmup} (of each before those that count, for the caches of the disk; default 2),
 * {@code flags} (of the JVM, with commas), {@code seed}.
 */
public final class ColdStarts {
  private static final Set<String> KEYS = Set.of("contestants", "forks", "warmup", "flags", "seed");

  /** For each contestant, what the names of its jars contain. */
  private static final Map<String, List<String>> JARS = new LinkedHashMap<>();

  static {
    JARS.put("plain", List.of());
    JARS.put("cf-pool", List.of());
    JARS.put("dagger", List.of("dagger", "guava", "failureaccess", "inject"));
    JARS.put("reactor", List.of("reactor", "reactive-streams"));
    JARS.put("rxjava", List.of("rxjava", "reactive-streams"));
    JARS.put("parseq", List.of("parseq", "slf4j", "jackson"));
    JARS.put("makespan", List.of("makespan-runtime", "runtime" + File.separator, "jspecify"));
  }

  private ColdStarts() {}

  public static void main(String[] args) throws Exception {
    run(args, System.out);
  }

  /** Runs the program. */
  static void run(String[] args, PrintStream out) throws Exception {
    Options options = new Options(args, KEYS);
    List<Starts> all = new ArrayList<>();
    all.add(new Starts(ColdStart.EMPTY));
    for (String name : options.list("contestants", List.copyOf(JARS.keySet()))) {
      all.add(new Starts(name));
    }
    Random random = new Random(options.number("seed", 1));
    int forks = options.number("forks", 41);
    for (int round = -options.number("warmup", 2); round < forks; round++) {
      List<Starts> order = new ArrayList<>(all);
      Collections.shuffle(order, random);
      for (Starts starts : order) {
        Fork fork = Fork.of(
            options.list("flags", List.of()), classPath(starts.name), ColdStart.class, starts.name);
        if (fork.exit() != 0) {
          throw new IllegalStateException(starts.name + " ended with " + fork);
        }
        if (round >= 0) {
          starts.millis.add(fork.nanos() / 1e6);
        }
      }
    }
    print(all, out);
  }

  private static String classPath(String name) {
    List<String> wanted = JARS.getOrDefault(name, List.of());
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.contains("benchmarks") || wanted.stream().anyMatch(entry::contains))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static void print(List<Starts> all, PrintStream out) {
    List<Double> empty = all.get(0).millis;
    out.println("| | time of the JVM | over the empty one |");
    out.println("|---|---:|---:|");
    for (Starts starts : all) {
      double[] total = new double[empty.size()];
      double[] over = new double[empty.size()];
      for (int i = 0; i < over.length; i++) {
        total[i] = starts.millis.get(i);
        over[i] = total[i] - empty.get(i);
      }
      out.println("| " + starts.name + " | " + cell(total) + " | " + cell(over) + " |");
    }
  }

  private static String cell(double[] millis) {
    Statistics spread = Statistics.of(millis);
    return String.format(
        Locale.ROOT, "%.1f ms [%.1f–%.1f]", spread.median(), spread.low(), spread.high());
  }

  private record Starts(String name, List<Double> millis) {
    Starts(String name) {
      this(name, new ArrayList<>());
    }
  }
}
