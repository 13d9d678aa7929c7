package dev.makespan.internal.local.sim;

import java.util.ArrayList;
import java.util.List;

/** What happened in a simulation, in order: a hash of it, and the lines themselves when asked. */
public final class Trace {
  private final boolean kept;
  private final List<String> lines = new ArrayList<>();
  private long hash = 17;

  /** @param kept whether to keep the lines */
  public Trace(boolean kept) {
    this.kept = kept;
  }

  void add(long now, String what, Object subject) {
    hash = Mixing.mix(hash, now, what, subject.toString());
    if (kept) {
      lines.add(String.format("%,15d ns  %s %s", now, what, subject));
    }
  }

  /** The same for two traces in which the same things happened at the same times. */
  public long hash() {
    return hash;
  }

  public List<String> lines() {
    return lines;
  }
}
