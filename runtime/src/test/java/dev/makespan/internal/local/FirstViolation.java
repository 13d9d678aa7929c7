package dev.makespan.internal.local;

import dev.makespan.internal.local.sim.Carriers;
import dev.makespan.internal.local.sim.Simulation;

/** Looks for a seed with a violation; a {@link Mutant} has it loaded with its own classes. */
final class FirstViolation {
  private FirstViolation() {}

  /**
   * The seed and what was found; empty if none of the seeds has a violation.
   *
   * @param first the seed to begin with; those from 1 to that one come last
   * @param count how many there are, from 1 on
   */
  static String find(long first, long count) {
    try {
      for (long i = 0; i < count; i++) {
        long seed = 1 + (first - 1 + i) % count;
        Simulation.Findings findings = Simulation.of(seed, false, SimulatedEngine::new);
        if (!findings.violations().isEmpty()) {
          return "seed " + seed + ": " + findings.violations();
        }
      }
      return "";
    } finally {
      Carriers.end();
    }
  }
}
