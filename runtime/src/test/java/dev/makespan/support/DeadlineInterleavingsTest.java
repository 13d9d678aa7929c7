package dev.makespan.support;

import dev.makespan.interleaving.Interleavings;
import dev.makespan.interleaving.Race;
import dev.makespan.interleaving.SeededBug;
import dev.makespan.spi.TaskDef;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A workflow whose time is over while it ends. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DeadlineInterleavingsTest {
  @Test
  void endsOnceAndAfterItsFailure() {
    Interleavings.hold(EndAndTimeout.class);
  }

  @Test
  void aTimeoutThatIsStillBeingToldAtTheEndIsFound() {
    Interleavings.find(
        SeededBug.unwritten(Deadline.class, "expire", "telling"),
        EndAndTimeout.class,
        "after the end");
  }

  @Test
  void aTimeoutThatDoesNotSeeTheEndIsFound() {
    Interleavings.find(
        SeededBug.unwritten(Deadline.class, "ended", "over"), EndAndTimeout.class, "after the end");
  }

  /** A scope on which each time is over at once, or later. */
  private static final class ImpatientScope extends ThreadedScope {
    ImpatientScope() {
      super(1);
    }

    @Override
    public Timer timer(Duration delay, Runnable job) {
      execute(job);
      return () -> {};
    }
  }

  /** A workflow without steps. */
  private static final class Methods extends Nodes {
    Methods() {
      super(Methods.class, "Methods.java");
    }

    @Override
    protected @Nullable Object call(int node, @Nullable Object[] in) {
      throw new AssertionError("has no task");
    }

    @Override
    protected @Nullable Step<?> wire(int node, Body run, @Nullable Object[] in) {
      return null;
    }
  }

  static final class EndAndTimeout extends Race {
    @Override
    public void run() {
      TaskDef<Void> def = new Methods().<Void>workflow(0, "workflow", 1).timeout(1);
      ImpatientScope scope = new ImpatientScope();
      ToldEnding told = new ToldEnding();
      new RootCall(def, scope, told).part.start();
      scope.await();
      told.verifyOnce("the workflow");
      verify(!told.failedLate, "the failure was told after the end");
      verify(
          told.failed.get() == (told.outcome.failure() == null ? 0 : 1),
          "the failure was told " + told.failed.get() + " times");
    }
  }
}
