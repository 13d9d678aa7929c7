package dev.makespan.processor.mutation;

import dev.makespan.processor.MakespanProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Judges many seeds. What is done is noted in a file, so that the next start goes on behind it; to
 * be run in the directory {@code processor}, whose test resources it changes:
 *
 * <pre>
 *   (cd processor; mvn -q test-compile exec:java@invalid-campaign -Dexec.args="--from 1 --count 100000")
 * </pre>
 *
 * <p>Each line of the file is {@code done FIRST LAST SECONDS} or {@code finding SEED TEXT}. It is
 * {@code target/invalid-campaign-17.txt}, with the JDK's number, unless {@code --file} says another
 * one. {@code --reports N} shrinks and prints the first N kinds of findings. A seed is replayed by
 * {@code -Dtest=InvalidProgramsTest -Dmakespan.mutant=SEED}.
 */
final class MutationCampaign {
  private static final int BLOCK = 40;

  private final Path file;
  private final int reports;
  private final MutationFuzzer fuzzer = new MutationFuzzer(MakespanProcessor::new);
  private final Map<String, Integer> kinds = new HashMap<>();

  /** Seeds that follow each other, with the last. */
  private record Range(long first, long last) {
    boolean isIn(Range other) {
      return other.first <= first && last <= other.last;
    }
  }

  MutationCampaign(Path file, int reports) {
    this.file = file;
    this.reports = reports;
  }

  /** Judges what the arguments say; ends the JVM with 1 if something is found. */
  public static void main(String... arguments) throws IOException {
    Map<String, String> options = new TreeMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i], arguments[i + 1]);
    }
    long from = Long.parseLong(options.getOrDefault("--from", "1"));
    long count = Long.parseLong(options.getOrDefault("--count", "100000"));
    Path file = Path.of(options.getOrDefault(
        "--file", "target/invalid-campaign-" + Runtime.version().feature() + ".txt"));
    int reports = Integer.parseInt(options.getOrDefault("--reports", "5"));
    if (new MutationCampaign(file, reports).judge(from, count) > 0) {
      System.exit(1);
    }
  }

  /** Judges the blocks of seeds that aren't done yet; returns how many programs show a fault. */
  long judge(long from, long count) throws IOException {
    List<Range> done = doneBefore();
    long begin = System.nanoTime();
    long found = 0;
    for (long first = from; first < from + count; first += BLOCK) {
      int size = (int) Math.min(BLOCK, from + count - first);
      Range block = new Range(first, first + size - 1);
      if (done.stream().anyMatch(block::isIn)) {
        continue;
      }
      long start = System.nanoTime();
      for (MutationFuzzer.Hit hit : fuzzer.look(first, size)) {
        found++;
        note(hit);
      }
      write(
          "done " + first + " " + block.last() + " " + (System.nanoTime() - start) / 1_000_000_000);
      if ((first - from) / BLOCK % 25 == 0) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
            "%d, %.1f a second, %d with findings; %s%n",
            block.last(), fuzzer.figures().programs / seconds, found, fuzzer.figures());
      }
    }
    System.out.printf("%d with findings; %s%n", found, fuzzer.figures());
    return found;
  }

  private void note(MutationFuzzer.Hit hit) throws IOException {
    Finding first = hit.findings().get(0);
    write("finding " + hit.seed() + " " + first.toString().replace('\n', ' '));
    if (kinds.merge(first.kind(), 1, Integer::sum) == 1 && kinds.size() <= reports) {
      System.out.println(Report.of(fuzzer, hit));
    }
  }

  private List<Range> doneBefore() throws IOException {
    List<Range> done = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        String[] words = line.split(" ");
        if (words[0].equals("done")) {
          done.add(new Range(Long.parseLong(words[1]), Long.parseLong(words[2])));
        }
      }
    }
    return done;
  }

  private void write(String line) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
