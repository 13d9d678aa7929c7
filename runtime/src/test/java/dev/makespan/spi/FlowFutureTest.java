package dev.makespan.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowFutureTest {
  private static final class Future extends FlowFuture<Integer> {
    Future() {
      super(new NoHost());
    }

    @Override
    protected void stop() {}

    void fails(Throwable thrown) {
      finish(null, thrown);
    }
  }

  private static final class NoHost implements FlowFuture.Host {
    @Override
    public RunScope scope() {
      throw new AssertionError("nobody waits");
    }

    @Override
    public void derived(FlowFuture<?> stage) {}

    @Override
    public void joined(FlowFuture<?> future) {}
  }

  /** It is asked for its text while one thread completes the future; another one may look then. */
  @Test
  void aFailureThatIsOnItsWayCountsAsUnseen() {
    Future future = new Future();
    List<Boolean> unseen = new ArrayList<>();
    RuntimeException thrown = new RuntimeException() {
      private static final long serialVersionUID = 1L;

      @Override
      public String toString() {
        unseen.add(future.failedUnseen());
        return "text";
      }
    };

    future.fails(thrown);

    assertEquals(true, unseen.get(0));
    assertSame(thrown, future.exceptionNow());
    assertEquals(false, future.failedUnseen());
  }
}
