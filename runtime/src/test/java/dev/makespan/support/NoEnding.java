package dev.makespan.support;

import org.jspecify.annotations.Nullable;

/** Nobody who waits for the end of a part. */
final class NoEnding implements Ending {
  @Override
  public void failing(Failure failure) {}

  @Override
  public void ended(Outcome outcome) {}

  @Override
  public @Nullable Ending outer() {
    return null;
  }

  @Override
  public int depth() {
    return 0;
  }
}
