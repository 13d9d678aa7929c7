package dev.makespan.support;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step that executes nothing: it ends as soon as it may start, with a value that is at hand. */
final class Instant implements Part {
  private final RunInfo run;
  private final CallSite site;
  private final @Nullable PathLink before;
  private final Ending ending;
  private final @Nullable Object value;

  Instant(
      RunInfo run,
      CallSite site,
      @Nullable PathLink before,
      Ending ending,
      @Nullable Object value) {
    this.run = run;
    this.site = site;
    this.before = before;
    this.ending = ending;
    this.value = value;
  }

  @Override
  public void start() {
    long now = run.scope().nanoTime();
    site.started(now);
    site.ended(now, 0, false);
    ending.ended(new Outcome(value, null, false, before));
  }

  @Override
  public List<Part> stopping() {
    // It doesn't last.
    return List.of();
  }
}
