package dev.makespan.support;

import dev.makespan.spi.FlowFuture;
import dev.makespan.spi.RunScope;
import org.jspecify.annotations.Nullable;

/** What a run that was started from outside belongs to: its scope, which it opens and ends. */
final class RootOwner implements LiveRun.Owner, FlowFuture.Host, Runnable {
  private volatile @Nullable LiveRun<?> root;
  private volatile @Nullable RunScope scope;
  private volatile boolean closed;

  /** Cancels the run, since its runner is closed. */
  @Override
  public void run() {
    closed = true;
    LiveRun<?> open = root;
    if (open != null) {
      open.cancel(true);
    }
  }

  void opened(RunScope opened) {
    scope = opened;
  }

  void owns(LiveRun<?> run) {
    root = run;
    if (closed) {
      run.cancel(true);
    }
  }

  @Override
  public RunScope scope() {
    RunScope opened = scope;
    if (opened == null) {
      throw new IllegalStateException("not opened");
    }
    return opened;
  }

  @Override
  public void derived(FlowFuture<?> stage) {}

  @Override
  public void runStages(Runnable completion) {
    RunScope opened = scope;
    if (opened == null) {
      // It has never begun, so no thread is the run's.
      completion.run();
    } else {
      Context.runStages(opened, completion);
    }
  }

  @Override
  public void joined(FlowFuture<?> future) {}

  @Override
  public @Nullable Ending ending() {
    return null;
  }

  @Override
  public int depth() {
    return 0;
  }

  @Override
  public void ended(LiveRun<?> run, Outcome outcome) {
    scope().end();
  }
}
