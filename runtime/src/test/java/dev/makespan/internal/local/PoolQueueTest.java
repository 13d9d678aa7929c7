package dev.makespan.internal.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskCall;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Who gets a place in a pool, on one thread, where the order of all is known. */
class PoolQueueTest {
  private final ArrayDeque<Runnable> jobs = new ArrayDeque<>();
  private final ArrayDeque<Runnable> timers = new ArrayDeque<>();
  private final List<String> invoked = new ArrayList<>();
  private long clock;
  private final LocalEngine engine = new LocalEngine(new OneThread(), Map.of("db", 1));

  @Test
  void servesTheRunsInTheOrderInWhichTheyCame() {
    for (int i = 0; i < 5; i++) {
      run(1).submit(new Call("task" + i, "db"));
    }
    runJobs();
    assertEquals(List.of("task0", "task1", "task2", "task3", "task4"), invoked);
    assertEquals(1, pool().free());
  }

  @Test
  void passesOverARunWhoseSlotsAreTakenAndKeepsItsTurn() {
    Call holder = new Call("holder", "db").pending();
    run(1).submit(holder);
    runJobs();
    RunScope narrow = run(1);
    narrow.submit(new Call("first", "db"));
    run(1).submit(new Call("second", "db"));
    run(1).submit(new Call("third", "db"));
    // It has no place, so its slot goes to another one.
    Call busy = new Call("busy", "").pending();
    narrow.submit(busy);
    runJobs();
    holder.complete();
    // The second one has the place now.
    busy.complete();
    runJobs();

    assertEquals(List.of("holder", "busy", "second", "first", "third"), invoked);
    assertEquals(1, pool().free());
  }

  @Test
  void comesBackBeforeThoseThatWaitForTheSlotsOfItsRun() {
    Call holder = new Call("holder", "db").pending();
    run(1).submit(holder);
    RunScope narrow = run(1);
    narrow.submit(new Call("pooled", "db"));
    Call busy = new Call("busy", "").pending();
    narrow.submit(busy);
    narrow.submit(new Call("last", ""));
    runJobs();
    holder.complete();
    runJobs();
    assertEquals(List.of("holder", "busy"), invoked);
    assertEquals(1, pool().free());
    busy.complete();
    runJobs();

    assertEquals(List.of("holder", "busy", "pooled", "last"), invoked);
  }

  @Test
  void forgetsThoseThatAreStopped() {
    Call holder = new Call("holder", "db").pending();
    run(1).submit(holder);
    List<Call> waiting = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      waiting.add(new Call("task" + i, "db"));
      run(1).submit(waiting.get(i));
    }
    waiting.get(0).stop();
    waiting.get(2).stop();
    assertEquals(2, pool().waiting());
    runJobs();
    holder.complete();
    runJobs();

    assertEquals(List.of("holder", "task1", "task3"), invoked);
    assertEquals(1, pool().free());
  }

  @Test
  void aCallThatIsStoppedWhileItIsToldOfARetryIsNotTriedAgain() {
    List<String> told = new ArrayList<>();
    run(1).submit(new Call("failing", "db") {
      @Override
      public Object invoke() {
        super.invoke();
        throw new IllegalStateException();
      }

      @Override
      public boolean retries(Throwable failure) {
        return true;
      }

      @Override
      public long retrying(long nanoTime, boolean overrun, RandomGenerator random) {
        stop();
        told.add("retrying");
        return 0;
      }

      @Override
      public void settled(Object value, Throwable failure, boolean stopped) {
        told.add("settled " + stopped);
      }

      @Override
      public void ended(long nanoTime, boolean overrun) {
        told.add("ended");
      }
    });
    runJobs();

    assertEquals(List.of("failing"), invoked);
    assertEquals(List.of("retrying", "settled true", "ended"), told);
    assertEquals(1, pool().free());
  }

  @Test
  void tellsHowLongACallHasWaitedForItsPlaceButNotForItsSlot() {
    Call holder = new Call("holder", "db").pending();
    run(1).submit(holder);
    RunScope narrow = run(1);
    Told waiting = new Told("waiting", "db");
    narrow.submit(waiting);
    Call busy = new Call("busy", "").pending();
    narrow.submit(busy);
    Call next = new Call("next", "db").pending();
    run(1).submit(next);
    runJobs();
    clock = 15;
    // The place is offered to the one that waits, has no slot for it, and goes to the next.
    holder.complete();
    runJobs();
    clock = 40;
    // It has a slot now, but no place again.
    busy.complete();
    runJobs();
    clock = 47;
    next.complete();
    runJobs();

    assertEquals(List.of("holder", "busy", "next", "waiting"), invoked);
    assertEquals(List.of("waited 22", "started 47", "settled"), waiting.told);
  }

  @Test
  void tellsACallThatIsStoppedHowLongItHasWaitedForItsPlace() {
    run(1).submit(new Call("holder", "db").pending());
    Told waiting = new Told("waiting", "db");
    run(1).submit(waiting);
    runJobs();
    clock = 15;
    waiting.stop();

    assertEquals(List.of("waited 15", "stopped"), waiting.told);
  }

  @Test
  void tellsNothingOfAPlaceThatWasFree() {
    Told quick = new Told("quick", "db");
    run(1).submit(quick);
    clock = 15;
    runJobs();

    assertEquals(List.of("started 15", "settled"), quick.told);
  }

  @Test
  void tellsBeforeEachAttemptHowLongThatHasWaitedForItsPlace() {
    Call holder = new Call("holder", "db").pending();
    run(1).submit(holder);
    Told failing = new Told("failing", "db") {
      private int attempts;

      @Override
      public Object invoke() {
        super.invoke();
        attempts++;
        if (attempts == 1) {
          throw new IllegalStateException();
        }
        return 1;
      }

      @Override
      public boolean retries(Throwable failure) {
        return true;
      }

      @Override
      public long retrying(long nanoTime, boolean overrun, RandomGenerator random) {
        return 1_000;
      }
    };
    run(1).submit(failing);
    runJobs();
    clock = 5;
    holder.complete();
    runJobs();
    Call other = new Call("other", "db").pending();
    run(1).submit(other);
    runJobs();
    clock = 20;
    timers.remove().run();
    runJobs();
    clock = 32;
    other.complete();
    runJobs();

    assertEquals(
        List.of("waited 5", "started 5", "waited 12", "started 32", "settled"), failing.told);
  }

  /** The run that gives the place back can go on. */
  @Test
  void aRunThatLacksMemoryForItsPlaceIsTheOneToBeGivenUp() {
    OutOfMemoryError noMemory = new OutOfMemoryError("thrown by the test");
    List<String> broken = new ArrayList<>();
    Told holder = new Told("holder", "db") {
      @Override
      public void broken(Throwable why) {
        broken.add("holder");
      }
    };
    holder.pending();
    run(1).submit(holder);
    Call unlucky = new Call("unlucky", "db") {
      @Override
      public boolean isPatient() {
        throw noMemory;
      }

      @Override
      public void broken(Throwable why) {
        assertSame(noMemory, why);
        broken.add("unlucky");
      }
    };
    run(1).submit(unlucky);
    run(1).submit(new Call("next", "db"));
    runJobs();
    holder.complete();
    runJobs();
    assertEquals(List.of("unlucky"), broken);
    assertEquals(List.of("started 0", "settled"), holder.told);
    // As the run does that is given up.
    unlucky.stop();
    runJobs();

    assertEquals(List.of("holder", "next"), invoked);
    assertEquals(1, pool().free());
  }

  private RunScope run(int slots) {
    return engine.open("run", slots, () -> {});
  }

  private Pool pool() {
    return engine.pools().get("db");
  }

  private void runJobs() {
    for (Runnable job = jobs.poll(); job != null; job = jobs.poll()) {
      job.run();
    }
  }

  /** Notes that it was invoked; may last until the test completes it. */
  private class Call extends BareCall implements TaskCall.Pending<Object> {
    private final String name;
    private final String pool;
    private boolean pends;
    private End<Object> end;

    Call(String name, String pool) {
      this.name = name;
      this.pool = pool;
    }

    Call pending() {
      pends = true;
      return this;
    }

    void complete() {
      end.over(1, null);
    }

    @Override
    public boolean takesSlot() {
      return true;
    }

    @Override
    public String pool() {
      return pool;
    }

    @Override
    public Object invoke() {
      invoked.add(name);
      return 1;
    }

    @Override
    public Pending<Object> pending(Object returned) {
      return pends ? this : null;
    }

    @Override
    public void whenOver(End<Object> told) {
      end = told;
    }

    @Override
    public void cancel() {}

    @Override
    public void forget() {}
  }

  /** Notes what it is told, and how long it waited for its place. */
  private class Told extends Call {
    private final List<String> told = new ArrayList<>();

    Told(String name, String pool) {
      super(name, pool);
    }

    @Override
    public void waitedForPlace(long nanos) {
      told.add("waited " + nanos);
    }

    @Override
    public void started(long nanoTime) {
      told.add("started " + nanoTime);
    }

    @Override
    public void settled(Object value, Throwable failure, boolean stopped) {
      told.add(stopped ? "stopped" : "settled");
    }
  }

  /** Queues all jobs for the test's own thread. */
  private final class OneThread extends BarePlatform {
    @Override
    public void execute(Runnable job) {
      jobs.add(job);
    }

    @Override
    public RunScope.Timer schedule(Duration delay, Runnable job) {
      timers.add(job);
      return () -> {};
    }

    @Override
    public long nanoTime() {
      return clock;
    }

    @Override
    public boolean goesOn() {
      return false;
    }
  }
}
