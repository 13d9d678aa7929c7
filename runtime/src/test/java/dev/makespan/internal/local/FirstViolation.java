package dev.makespan.internal.local;

import dev.makespan.internal.local.sim.Carriers;
import dev.makespan.internal.local.sim.Simulation;

/** Looks for a seed with a violation; a {@link Mutant} has it loaded with its own classes. */
final class FirstViolation {
  private FirstViolation() {}

  /** The seed and what was found; empty if none of the seeds up to the last one has a violation. */
  static String find(long last) {
    try {
      for (long seed = 1; seed <= last; seed++) {
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
