package dev.makespan.samples.documents;

import dev.makespan.Run;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The plain call and the flow over the same files: their results, and the shortest time of each.
 *
 * <p>Both are warmed up first, then timed in turn, round for round: the virtual machine compiles
 * all the while, and whichever came last would win. Many files are timed once, for the patience of
 * who waits.
 *
 * @param analysis the result of the flow's fastest run
 * @param run that run
 * @param equal whether all results are equal
 */
record Comparison(
    Analysis analysis,
    Run<Analysis> run,
    boolean equal,
    int rounds,
    Duration plainTime,
    Duration flowTime) {

  private static final int MAX_ROUNDS = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  static Comparison of(List<Path> files) {
    DocumentsFlow flow = new DocumentsFlow();
    Documents.analyzeAll(files);
    flow.analyzeAll(files).join();
    long start = System.nanoTime();
    Comparison best = round(files, flow);
    while (best.rounds < MAX_ROUNDS && System.nanoTime() - start < PATIENCE.toNanos()) {
      best = best.and(round(files, flow));
    }
    return best;
  }

  /** How many times faster the flow is. */
  double speedUp() {
    return (double) plainTime.toNanos() / flowTime.toNanos();
  }

  private static Comparison round(List<Path> files, DocumentsFlow flow) {
    long start = System.nanoTime();
    Analysis plain = Documents.analyzeAll(files);
    Duration plainTime = Duration.ofNanos(System.nanoTime() - start);
    start = System.nanoTime();
    Run<Analysis> run = flow.analyzeAll(files);
    Analysis parallel = run.join();
    Duration flowTime = Duration.ofNanos(System.nanoTime() - start);
    return new Comparison(parallel, run, parallel.equals(plain), 1, plainTime, flowTime);
  }

  private Comparison and(Comparison next) {
    Comparison faster = next.flowTime.compareTo(flowTime) < 0 ? next : this;
    return new Comparison(
        faster.analysis,
        faster.run,
        equal && next.equal && analysis.equals(next.analysis),
        rounds + next.rounds,
        next.plainTime.compareTo(plainTime) < 0 ? next.plainTime : plainTime,
        faster.flowTime);
  }
}
