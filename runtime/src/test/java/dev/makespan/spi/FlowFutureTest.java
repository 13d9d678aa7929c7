package dev.makespan.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  /** Told too early it would look for an outcome that isn't there. */
  @Test
  void aListenerIsToldOnceAndNotWhileAnotherThreadIsAboutToComplete() {
    Future future = new Future();
    List<Boolean> done = new ArrayList<>();
    assertTrue(future.whenDone(new FlowFuture.Listener() {
      @Override
      public void done() {
        done.add(future.isDone());
      }
    }));
    RuntimeException thrown = new RuntimeException() {
      private static final long serialVersionUID = 1L;

      @Override
      public String toString() {
        future.fails(new IllegalStateException("the other thread's"));
        return "text";
      }
    };

    future.fails(thrown);

    assertEquals(List.of(true), done);
    assertSame(thrown, future.exceptionNow());
  }

  /** Else it could never complete, as the run must when it is given up. */
  @Test
  void canFailAgainWhereTheStackHadNoRoomToFail() {
    boolean unfinished = false;
    for (int room = 0; room < 400; room++) {
      Future future = new Future();
      fails(future, room);
      unfinished |= !future.isDone();
      future.fails(new IllegalStateException("again"));
      assertTrue(future.isDone(), "with room for " + room + " frames");
    }
    assertTrue(unfinished, "there was always room");
  }

  /** Fails a future so many frames above the end of the stack; returns how many are below. */
  private static int fails(Future future, int room) {
    int below;
    try {
      below = fails(future, room);
    } catch (StackOverflowError end) {
      below = 0;
    }
    if (below == room) {
      try {
        future.fails(new IllegalStateException("first"));
      } catch (StackOverflowError noRoom) {
        // That is the point.
      }
    }
    return below + 1;
  }
}
