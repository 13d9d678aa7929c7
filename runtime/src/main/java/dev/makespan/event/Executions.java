package dev.makespan.event;

import java.util.List;

/**
 * The executions that a run with {@link Recording#FULL} has kept.
 *
 * <p>Up to {@value #LIMIT} it keeps all. Of more it keeps that many, each with the same
 * probability, whether it came early or late (Vitter's reservoir sampling, algorithm R). Which ones
 * follows from the run's id.
 *
 * @param kept the executions, in the order of their numbers
 * @param total how many there were, also those that weren't kept
 */
public record Executions(List<Execution> kept, long total) {
  /** How many executions of one run are kept. */
  public static final int LIMIT = 100_000;

  /** What a run keeps that wasn't asked to. */
  public static final Executions NONE = new Executions(List.of(), 0);

  /** Copies the list. */
  public Executions {
    kept = List.copyOf(kept);
  }

  /** Whether some executions are missing. */
  public boolean isSampled() {
    return kept.size() < total;
  }
}
