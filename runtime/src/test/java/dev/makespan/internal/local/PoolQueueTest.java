package dev.makespan.internal.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskCall;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Who gets a place in a pool, on one thread, where the order of all is known. */
class PoolQueueTest {
  private final ArrayDeque<Runnable> jobs = new ArrayDeque<>();
  private final List<String> invoked = new ArrayList<>();
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

  /** Queues all jobs for the test's own thread. */
  private final class OneThread extends BarePlatform {
    @Override
    public void execute(Runnable job) {
      jobs.add(job);
    }

    @Override
    public boolean goesOn() {
      return false;
    }
  }
}
