package dev.makespan.benchmarks.fork;

import dev.makespan.benchmarks.Options;
import dev.makespan.benchmarks.Statistics;
import dev.makespan.benchmarks.contestant.Contestants;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The program: W6, one run in each of many fresh JVMs, with heaps of several sizes, in random
 * order. Prints the median time and quartiles for each contestant and heap, or how it failed.
 *
 * <p>Options, each as {@code key=value}: {@code heaps} (for {@code -Xmx}; default
 * {@code 64m,128m,256m,1g}), {@code contestants}, {@code forks} (of each; default 7),
 * {@code warmup} (runs of W5 before; default 0), {@code flags} (of the JVM, with commas),
 * {@code seed}.
 */
public final class Heaps {
  private static final Set<String> KEYS =
      Set.of("heaps", "contestants", "forks", "warmup", "flags", "seed");

  private Heaps() {}

  public static void main(String[] args) throws Exception {
    run(args, System.out);
  }

  /** Runs the program. */
  static void run(String[] args, PrintStream out) throws Exception {
    Options options = new Options(args, KEYS);
    List<String> heaps = options.list("heaps", List.of("64m", "128m", "256m", "1g"));
    // Dagger has no answer to W6.
    List<String> contestants = options.list(
        "contestants",
        Contestants.names().stream().filter(name -> !name.equals("dagger")).toList());
    int forks = options.number("forks", 7);
    List<Shot> shots = new ArrayList<>();
    for (String contestant : contestants) {
      for (String heap : heaps) {
        shots.addAll(Collections.nCopies(forks, new Shot(contestant, heap)));
      }
    }
    Collections.shuffle(shots, new Random(options.number("seed", 1)));
    Map<Shot, List<String>> outputs = new LinkedHashMap<>();
    for (Shot shot : shots) {
      outputs
          .computeIfAbsent(shot, same -> new ArrayList<>())
          .add(shot.fire(options.list("flags", List.of()), options.number("warmup", 0)));
    }
    print(contestants, heaps, outputs, out);
  }

  private static void print(
      List<String> contestants,
      List<String> heaps,
      Map<Shot, List<String>> outputs,
      PrintStream out) {
    out.println("| | " + String.join(" | ", heaps) + " |");
    out.println("|---" + "|---:".repeat(heaps.size()) + "|");
    for (String contestant : contestants) {
      StringBuilder row = new StringBuilder("| ").append(contestant);
      for (String heap : heaps) {
        row.append(" | ").append(cell(outputs.getOrDefault(new Shot(contestant, heap), List.of())));
      }
      out.println(row.append(" |"));
    }
  }

  /** One failure makes a heap too small. */
  private static String cell(List<String> outputs) {
    for (String output : outputs) {
      if (output.contains("OutOfMemoryError")) {
        return "out of memory";
      }
      if (!output.matches("\\d+")) {
        return output.lines().findFirst().orElse("no output");
      }
    }
    Statistics millis = Statistics.of(
        outputs.stream().mapToDouble(nanos -> Long.parseLong(nanos) / 1e6).toArray());
    return String.format(
        Locale.ROOT, "%.0f ms [%.0f–%.0f]", millis.median(), millis.low(), millis.high());
  }

  private record Shot(String contestant, String heap) {
    String fire(List<String> flags, int warmup) throws Exception {
      List<String> all = new ArrayList<>(flags);
      all.addAll(List.of("--enable-preview", "-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError"));
      return Fork.of(
              all,
              System.getProperty("java.class.path"),
              OneShot.class,
              contestant,
              String.valueOf(warmup))
          .output();
    }
  }
}
