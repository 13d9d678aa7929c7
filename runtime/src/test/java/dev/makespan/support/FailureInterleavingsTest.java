package dev.makespan.support;

import dev.makespan.interleaving.Interleavings;
import dev.makespan.interleaving.Race;
import dev.makespan.interleaving.SeededBug;
import dev.makespan.spi.TaskCall;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The user's objects that several threads come across: an exception, a stage. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FailureInterleavingsTest {
  @Test
  void anExceptionThatTwoCallsThrowHasTheLevelsOfBoth() {
    Interleavings.hold(TwoFailures.class);
  }

  @Test
  void aStageThatCompletesTwiceIsToldOnce() {
    Interleavings.hold(TwoCompletions.class);
  }

  @Test
  void aLevelThatIsAddedWithoutTheLockIsFound() {
    Interleavings.find(SeededBug.unlocked(TraceWriter.class, "add"), TwoFailures.class, "levels");
  }

  @Test
  void aStageThatIsToldCarelesslyIsFound() {
    Interleavings.find(
        SeededBug.carelessSwap(PendingStage.class, "lambda$whenOver$0"),
        TwoCompletions.class,
        "2 times");
  }

  static final class TwoFailures extends Race {
    @Override
    public void run() {
      UncalledMethods methods = new UncalledMethods();
      Throwable thrown = new IllegalStateException();
      thrown.setStackTrace(new StackTraceElement[] {new StackTraceElement("User", "task", "", 1)});
      Failure one = new Failure(thrown);
      Failure other = new Failure(thrown);
      race(
          () -> one.passes(new Level(methods.task("one"), 1)),
          () -> other.passes(new Level(methods.task("other"), 2)));
      int levels = levels(thrown);
      for (Throwable kept : thrown.getSuppressed()) {
        levels += levels(kept);
      }
      verify(levels == 2, "has " + levels + " levels");
    }

    private static int levels(Throwable carrier) {
      int levels = 0;
      for (StackTraceElement frame : carrier.getStackTrace()) {
        levels += Level.isLevel(frame) ? 1 : 0;
      }
      return levels;
    }
  }

  /** Completes as often as it likes. */
  private static final class OddStage extends CompletableFuture<Object> {
    private @Nullable BiConsumer<? super Object, ? super Throwable> told;

    @Override
    public CompletableFuture<Object> whenComplete(
        BiConsumer<? super Object, ? super Throwable> action) {
      told = action;
      return this;
    }

    void completes(Object value) {
      told.accept(value, null);
    }
  }

  static final class TwoCompletions extends Race {
    @Override
    public void run() {
      OddStage stage = new OddStage();
      PendingStage pending = (PendingStage) PendingStage.of(stage);
      AtomicInteger told = new AtomicInteger();
      TaskCall.End<Object> end = (value, thrown) -> told.incrementAndGet();
      pending.whenOver(end);
      race(() -> stage.completes(1), () -> stage.completes(2));
      verify(told.get() == 1, "told " + told.get() + " times");
    }
  }
}
