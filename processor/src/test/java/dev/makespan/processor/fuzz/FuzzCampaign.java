package dev.makespan.processor.fuzz;

import dev.makespan.processor.MakespanProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Judges the programs of many seeds. What is done is noted in a file, so that the next start goes
 * on behind it:
 *
 * <pre>
 *   mvn -q -pl processor -am test-compile exec:java@fuzz -Dexec.args="--from 1 --count 100000 --threads 2"
 * </pre>
 *
 * <p>Each line of the file is {@code done FIRST LAST SECONDS} or {@code difference SEED TEXT}. It
 * is {@code processor/target/fuzz-campaign-17.txt}, with the JDK's number, unless {@code --file}
 * says another one. {@code --replay SEED} judges one program, shrinks it if it is wrong, and prints
 * it.
 */
final class FuzzCampaign {
  private static final int BLOCK = 500;
  private static final int BATCH = 25;
  private static final int LONGEST_TEXT = 1_000;
  private static final int MOST_SHRINKS = 3_000;

  private final Path file;
  private final Queue<Range> open = new ArrayDeque<>();
  private final Instant begin = Instant.now();
  private long planned;
  private long done;
  private long differences;

  /** Seeds that follow each other, with the last. */
  record Range(long first, long last) {}

  FuzzCampaign(Path file) {
    this.file = file;
  }

  /** Judges what the arguments say; ends the JVM with 1 if something is found. */
  public static void main(String... arguments) throws Exception {
    Map<String, String> options = new TreeMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i], arguments[i + 1]);
    }
    if (options.containsKey("--replay")) {
      System.out.println(replay(Long.parseLong(options.get("--replay"))));
      return;
    }
    long from = Long.parseLong(options.getOrDefault("--from", "1"));
    long count = Long.parseLong(options.getOrDefault("--count", "100000"));
    int threads = Integer.parseInt(options.getOrDefault("--threads", "1"));
    Path file = Path.of(options.getOrDefault(
        "--file", "processor/target/fuzz-campaign-" + Runtime.version().feature() + ".txt"));
    long found = new FuzzCampaign(file).judge(from, count, threads);
    if (found > 0) {
      System.exit(1);
    }
  }

  /** One seed's program, made small if something is wrong with it. */
  private static String replay(long seed) {
    Fuzzer fuzzer = new Fuzzer(MakespanProcessor::new);
    List<Fuzzer.Finding> found = fuzzer.look(seed, 1);
    return found.isEmpty()
        ? ProgramWriter.write(Choices.of(seed), "p0").text() + "// nothing is wrong with it"
        : told(fuzzer, found.get(0), MOST_SHRINKS);
  }

  /** A finding as a small program, and the command that replays it. */
  static String told(Fuzzer fuzzer, Fuzzer.Finding finding, int mostShrinks) {
    Shrinker.Shrunk small = new Shrinker(fuzzer, finding, mostShrinks).shrink();
    return small.program().text()
        + "\nseed " + finding.seed() + ": " + finding.difference()
        + "\nas a small program, above: " + small.difference()
        + "\nmvn -q -pl processor -am test-compile exec:java@fuzz -Dexec.args=\"--replay "
        + finding.seed() + "\"";
  }

  /** Judges the seeds that aren't done yet; returns how many differ. */
  long judge(long from, long count, int threads) throws Exception {
    open.addAll(left(new Range(from, from + count - 1), doneBefore()));
    open.forEach(range -> planned += range.last() - range.first() + 1);
    System.out.printf("%d of %d seeds are left, %s%n", planned, count, file.toAbsolutePath());
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Thread worker = new Thread(this::work, "fuzz-" + i);
      workers.add(worker);
      worker.start();
    }
    for (Thread worker : workers) {
      worker.join();
    }
    System.out.printf("%d differences%n", differences);
    return differences;
  }

  private List<Range> doneBefore() throws IOException {
    List<Range> ranges = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        String[] words = line.split(" ", -1);
        if (words[0].equals("done")) {
          ranges.add(new Range(Long.parseLong(words[1]), Long.parseLong(words[2])));
        }
      }
    }
    return ranges;
  }

  /** What is left of a range, in blocks. */
  static List<Range> left(Range all, List<Range> done) {
    List<Range> sorted = new ArrayList<>(done);
    sorted.sort(Comparator.comparingLong(Range::first));
    List<Range> left = new ArrayList<>();
    long next = all.first();
    for (Range range : sorted) {
      addBlocks(left, next, Math.min(range.first() - 1, all.last()));
      next = Math.max(next, range.last() + 1);
    }
    addBlocks(left, next, all.last());
    return left;
  }

  private static void addBlocks(List<Range> to, long first, long last) {
    for (long next = first; next <= last; next += BLOCK) {
      to.add(new Range(next, Math.min(last, next + BLOCK - 1)));
    }
  }

  private void work() {
    Fuzzer fuzzer = new Fuzzer(MakespanProcessor::new);
    try {
      for (Range range = next(); range != null; range = next()) {
        Instant start = Instant.now();
        for (long seed = range.first(); seed <= range.last(); seed += BATCH) {
          int some = (int) Math.min(BATCH, range.last() - seed + 1);
          for (Fuzzer.Finding each : fuzzer.look(seed, some)) {
            found(each);
          }
        }
        long seconds = Duration.between(start, Instant.now()).toSeconds();
        write("done " + range.first() + " " + range.last() + " " + seconds);
        tell(range, fuzzer);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private synchronized void found(Fuzzer.Finding finding) throws IOException {
    differences++;
    String text = finding.difference().replace('\n', ' ');
    write("difference " + finding.seed() + " "
        + text.substring(0, Math.min(LONGEST_TEXT, text.length())));
  }

  private synchronized @Nullable Range next() {
    return open.poll();
  }

  private synchronized void write(String line) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private synchronized void tell(Range range, Fuzzer fuzzer) {
    done += range.last() - range.first() + 1;
    double seconds = Duration.between(begin, Instant.now()).toMillis() / 1_000.0;
    System.out.printf(
        "%d of %d seeds, %.1f a second, %d differences, refused %s%n",
        done, planned, done / seconds, differences, fuzzer.refused());
  }
}
