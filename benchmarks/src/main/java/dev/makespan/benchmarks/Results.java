package dev.makespan.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The turns of one workload, as a table in Markdown: one row for each contestant. */
final class Results {
  private final Workload workload;
  private final List<String> baselines;
  private final Map<String, List<Turn>> turns = new LinkedHashMap<>();
  private final Map<String, String> failures = new LinkedHashMap<>();

  Results(Workload workload, List<Contestant> contestants, List<String> baselines) {
    this.workload = workload;
    this.baselines = baselines;
    contestants.forEach(each -> turns.put(each.name(), new ArrayList<>()));
  }

  void add(Contestant contestant, Turn turn) {
    List<Turn> own = turns.get(contestant.name());
    if (own != null) {
      own.add(turn);
    }
  }

  /** A contestant that fails is out. */
  void fail(Contestant contestant, Throwable failure) {
    turns.remove(contestant.name());
    failures.put(contestant.name(), failure.toString());
  }

  String table() {
    StringBuilder text = new StringBuilder("| | time of a run |");
    StringBuilder line = new StringBuilder("|---|---:|");
    if (workload.waits()) {
      text.append(" × critical path |");
      line.append("---:|");
    }
    for (String baseline : baselines) {
      text.append(" × ").append(baseline).append(" |");
      line.append("---:|");
    }
    text.append(" B a run | B a task |\n").append(line).append("---:|---:|\n");
    turns.forEach((name, own) -> text.append(row(name, own)));
    failures.forEach((name, failure) ->
        text.append("| ").append(name).append(" | fails: ").append(failure).append(" |\n"));
    return text.toString();
  }

  private String row(String name, List<Turn> own) {
    double bytes =
        Statistics.of(own.stream().mapToDouble(Turn::bytes).toArray()).median();
    StringBuilder row = new StringBuilder("| ").append(name).append(" | ");
    row.append(times(Statistics.of(own.stream().mapToDouble(Turn::nanos).toArray())));
    if (workload.waits()) {
      double[] ratios = own.stream()
          .mapToDouble(turn -> turn.nanos() / workload.criticalNanos())
          .toArray();
      row.append(" | ").append(spread("%.4f", Statistics.of(ratios)));
    }
    for (String baseline : baselines) {
      row.append(" | ").append(ratio(own, turns.get(baseline)));
    }
    return row.append(
            String.format(Locale.ROOT, " | %,.0f | %,.0f |%n", bytes, bytes / workload.tasks()))
        .toString();
  }

  /** Round by round, since what disturbs one turn disturbs its neighbours, too. */
  private static String ratio(List<Turn> own, @Nullable List<Turn> baseline) {
    if (baseline == null || baseline.size() != own.size()) {
      return "";
    }
    double[] ratios = new double[own.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = own.get(i).nanos() / baseline.get(i).nanos();
    }
    Statistics spread = Statistics.of(ratios);
    return spread(spread.median() < 10 ? "%.3f" : "%.1f", spread);
  }

  private static String times(Statistics nanos) {
    double unit = nanos.median() < 1e3 ? 1 : nanos.median() < 1e6 ? 1e3 : 1e6;
    String name = unit == 1 ? "ns" : unit == 1e3 ? "µs" : "ms";
    return spread(
            "%.2f", new Statistics(nanos.low() / unit, nanos.median() / unit, nanos.high() / unit))
        + " " + name;
  }

  private static String spread(String form, Statistics values) {
    String all = form + " [" + form + "–" + form + "]";
    return String.format(Locale.ROOT, all, values.median(), values.low(), values.high());
  }
}
