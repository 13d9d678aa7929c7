package dev.makespan.internal.local;

import dev.makespan.internal.local.sim.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Simulates many seeds. What is done is noted in a file, so that the next start goes on behind it:
 *
 * <pre>
 *   mvn -q -pl runtime test-compile exec:java@campaign -Dexec.args="--from 1 --count 1000000 --threads 2"
 * </pre>
 *
 * <p>Each line of the file is {@code done FIRST LAST SECONDS} or {@code violation SEED TEXT}; both
 * count as done, and the file may be from any other campaign. It is
 * {@code runtime/target/simulation-campaign-17.txt}, with the JDK's number, unless {@code --file}
 * says another one. A seed is replayed by {@code mvn -q -pl runtime test -Dtest=SimulatorTest
 * -Dmakespan.seed=SEED}.
 */
final class SimulationCampaign {
  private static final int BLOCK = 1_000;
  private static final int LONGEST_TEXT = 1_000;

  private final Path file;
  private final Queue<Range> open = new ArrayDeque<>();
  private final AtomicLong violations = new AtomicLong();
  private final Instant begin = Instant.now();
  private long planned;
  private long done;

  /** Seeds that follow each other, with the last. */
  record Range(long first, long last) {}

  SimulationCampaign(Path file) {
    this.file = file;
  }

  /** Simulates what the arguments say; ends the JVM with 1 if something is found. */
  public static void main(String... arguments) throws Exception {
    Map<String, String> options = new TreeMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i], arguments[i + 1]);
    }
    long from = Long.parseLong(options.getOrDefault("--from", "1"));
    long count = Long.parseLong(options.getOrDefault("--count", "1000000"));
    int threads = Integer.parseInt(options.getOrDefault("--threads", "1"));
    Path file = Path.of(options.getOrDefault(
        "--file", "runtime/target/simulation-campaign-" + Runtime.version().feature() + ".txt"));
    long found = new SimulationCampaign(file).simulate(from, count, threads);
    if (found > 0) {
      System.exit(1);
    }
  }

  /** Simulates the seeds that aren't done yet; returns how many have a violation. */
  long simulate(long from, long count, int threads) throws Exception {
    open.addAll(left(new Range(from, from + count - 1), doneBefore()));
    open.forEach(range -> planned += range.last() - range.first() + 1);
    System.out.printf("%d of %d seeds are left, %s%n", planned, count, file.toAbsolutePath());
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Thread worker = new Thread(this::work, "campaign-" + i);
      workers.add(worker);
      worker.start();
    }
    for (Thread worker : workers) {
      worker.join();
    }
    System.out.printf("%d violations%n", violations.get());
    return violations.get();
  }

  private List<Range> doneBefore() throws IOException {
    List<Range> ranges = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        String[] words = line.split(" ");
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
    sorted.sort((one, other) -> Long.compare(one.first(), other.first()));
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
    try {
      for (Range range = next(); range != null; range = next()) {
        Instant start = Instant.now();
        for (long seed = range.first(); seed <= range.last(); seed++) {
          simulate(seed);
        }
        long seconds = Duration.between(start, Instant.now()).toSeconds();
        write("done " + range.first() + " " + range.last() + " " + seconds);
        tell(range);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void simulate(long seed) throws IOException {
    Simulation.Findings findings = Simulation.of(seed, false, SimulatedEngine::new);
    if (!findings.violations().isEmpty()) {
      violations.incrementAndGet();
      String text = findings.violations().toString().replace('\n', ' ');
      write("violation " + seed + " " + text.substring(0, Math.min(LONGEST_TEXT, text.length())));
    }
  }

  private synchronized Range next() {
    return open.poll();
  }

  private synchronized void write(String line) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private synchronized void tell(Range range) {
    done += range.last() - range.first() + 1;
    double seconds = Duration.between(begin, Instant.now()).toMillis() / 1_000.0;
    System.out.printf(
        "%d of %d seeds, %.0f a second, %d violations%n",
        done, planned, done / seconds, violations.get());
  }
}
