package dev.makespan.support;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step that executes nothing: it ends as soon as it may start, with a value or a failure that is
 * at hand.
 */
final class Instant implements Part {
  private final RunInfo run;
  private final CallSite site;
  private final @Nullable PathLink before;
  private final Ending ending;
  private final @Nullable Object value;
  private final @Nullable Failure failure;

  Instant(
      RunInfo run,
      CallSite site,
      @Nullable PathLink before,
      Ending ending,
      @Nullable Object value,
      @Nullable Failure failure) {
    this.run = run;
    this.site = site;
    this.before = before;
    this.ending = ending;
    this.value = value;
    this.failure = failure;
  }

  @Override
  public void start() {
    long now = run.scope().nanoTime();
    site.started(now);
    site.ended(now, 0, failure != null);
    if (failure != null) {
      ending.failing(failure);
    }
    ending.ended(new Outcome(value, failure, false, before));
  }

  @Override
  public List<Part> stopping() {
    // It doesn't last.
    return List.of();
  }
}
