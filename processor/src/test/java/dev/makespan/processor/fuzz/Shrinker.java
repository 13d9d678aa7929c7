package dev.makespan.processor.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks for a small program that is wrong in the same way, by making fewer and smaller choices. */
final class Shrinker {
  private static final int BATCH = 12;
  private static final Pattern DETAILS = Pattern.compile("\\(.*?\\)|[0-9]+|\\S*[./]\\S*");
  private static final List<String> KINDS = List.of(
      "took",
      "starts before",
      "threw",
      "gave",
      "lacks",
      "more than it may",
      "instance",
      "wait for ever");

  private final Fuzzer fuzzer;
  private final long seed;
  private int left;
  private int[] best;
  private String difference;

  /**
   * For one finding.
   *
   * @param most how many programs are tried
   */
  Shrinker(Fuzzer fuzzer, Fuzzer.Finding finding, int most) {
    this.fuzzer = fuzzer;
    this.seed = finding.seed();
    this.best = finding.choices();
    this.difference = finding.difference();
    this.left = most;
  }

  /** The program that was found, and what is wrong with it. */
  record Shrunk(SourceProgram program, String difference) {}

  Shrunk shrink() {
    boolean smaller = true;
    while (smaller && left > 0) {
      smaller = false;
      while (left > 0 && improve(deletions())) {
        smaller = true;
      }
      smaller |= improve(zeros());
      smaller |= improve(lower());
    }
    return new Shrunk(write(best), difference);
  }

  private static SourceProgram write(int[] choices) {
    return ProgramWriter.write(Choices.replaying(choices), "p0");
  }

  /** Tries candidates, each against the best one so far; tells whether one was better. */
  private boolean improve(List<int[]> candidates) {
    for (int i = 0; i < candidates.size() && left > 0; i += BATCH) {
      List<int[]> some = candidates.subList(i, Math.min(i + BATCH, candidates.size()));
      List<int[]> chosen = new ArrayList<>();
      List<SourceProgram> programs = new ArrayList<>();
      for (int[] each : some) {
        Choices choices = Choices.replaying(each);
        programs.add(ProgramWriter.write(choices, "p" + programs.size()));
        chosen.add(choices.taken());
      }
      left -= programs.size();
      List<@Nullable String> differences = fuzzer.differences(programs, seed, 0);
      int found = -1;
      for (int j = 0; j < programs.size(); j++) {
        String each = differences.get(j);
        if (each != null
            && kind(each).equals(kind(difference))
            && isSmaller(chosen.get(j), found < 0 ? best : chosen.get(found))) {
          found = j;
        }
      }
      if (found >= 0) {
        best = chosen.get(found);
        difference = String.valueOf(differences.get(found));
        return true;
      }
    }
    return false;
  }

  /** What went wrong, without the values. */
  static String kind(String difference) {
    String way = difference.contains("flow with") ? "flow" : "interpreter";
    if (!difference.startsWith("input ")) {
      return DETAILS.matcher(difference).replaceAll("");
    }
    return way + KINDS.stream().filter(difference::contains).findFirst().orElse("");
  }

  private static boolean isSmaller(int[] one, int[] other) {
    return one.length != other.length
        ? one.length < other.length
        : Arrays.stream(one).asLongStream().sum()
            < Arrays.stream(other).asLongStream().sum();
  }

  private List<int[]> deletions() {
    Choices choices = Choices.replaying(best);
    ProgramWriter.write(choices, "p0");
    List<int[]> all = new ArrayList<>();
    choices.spans().stream()
        .sorted(Comparator.comparingInt(span -> span.from() - span.to()))
        .forEach(span -> {
          // The choice before it is whether there is another part.
          all.add(without(span.from() - 1, span.to()));
          all.add(without(span.from(), span.to()));
        });
    for (int size = 16; size > 0; size /= 2) {
      for (int from = 0; from + size <= best.length; from += size) {
        all.add(without(from, from + size));
      }
    }
    return all;
  }

  private int[] without(int from, int to) {
    int start = Math.max(0, from);
    int[] rest = new int[best.length - (to - start)];
    System.arraycopy(best, 0, rest, 0, start);
    System.arraycopy(best, to, rest, start, best.length - to);
    return rest;
  }

  private List<int[]> zeros() {
    List<int[]> all = new ArrayList<>();
    for (int size = 8; size > 0; size /= 2) {
      for (int from = 0; from + size <= best.length; from += size) {
        int[] changed = best.clone();
        Arrays.fill(changed, from, from + size, 0);
        if (!Arrays.equals(changed, best)) {
          all.add(changed);
        }
      }
    }
    return all;
  }

  private List<int[]> lower() {
    List<int[]> all = new ArrayList<>();
    for (int i = 0; i < best.length; i++) {
      for (int lower : new int[] {best[i] / 2, best[i] - 1}) {
        if (lower >= 0 && lower < best[i]) {
          int[] changed = best.clone();
          changed[i] = lower;
          all.add(changed);
        }
      }
    }
    return all;
  }
}
