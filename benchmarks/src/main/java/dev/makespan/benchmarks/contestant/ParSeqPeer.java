package dev.makespan.benchmarks.contestant;

import com.linkedin.parseq.Engine;
import com.linkedin.parseq.EngineBuilder;
import com.linkedin.parseq.Task;
import dev.makespan.benchmarks.Contestant;
import dev.makespan.benchmarks.workload.Chain;
import dev.makespan.benchmarks.workload.Diamond;
import dev.makespan.benchmarks.workload.Elements;
import dev.makespan.benchmarks.workload.Independent;
import dev.makespan.benchmarks.workload.Nested;
import dev.makespan.benchmarks.workload.Sleeps;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * ParSeq: an engine on a thread for each core. A plan executes its tasks one at a time, by design,
 * so calls that compute don't run side by side; calls that sleep are blocking tasks on threads of
 * their own.
 */
final class ParSeqPeer implements Contestant {
  private final Engine engine = new EngineBuilder()
      .setTaskExecutor(Threads.fixed("parseq", Threads.CORES))
      .setTimerScheduler(
          Executors.newSingleThreadScheduledExecutor(Threads.daemons("parseq-timer")))
      .build();
  private final ExecutorService sleepers = Threads.growing("parseq-sleeper");

  @Override
  public String name() {
    return Contestants.PARSEQ;
  }

  @Override
  public long chain(long value) throws InterruptedException {
    return result(Task.callable("step", () -> Chain.step(value))
        .map("step", Chain::step)
        .map("step", Chain::step)
        .map("step", Chain::step)
        .map("step", Chain::step)
        .map("step", Chain::step)
        .map("step", Chain::step)
        .map("step", Chain::step)
        .map("step", Chain::step)
        .map("step", Chain::step));
  }

  @Override
  public long diamond(long value) throws InterruptedException {
    return result(Task.callable("source", () -> Diamond.source(value))
        .flatMap(
            "three",
            source -> Task.par(
                    Task.callable("left", () -> Diamond.left(source)),
                    Task.callable("middle", () -> Diamond.middle(source)),
                    Task.callable("right", () -> Diamond.right(source)))
                .map("sink", Diamond::sink)));
  }

  @Override
  public long independent(List<Long> values) throws InterruptedException {
    List<Task<Long>> tasks = new ArrayList<>(values.size());
    for (Long value : values) {
      tasks.add(Task.callable("light", () -> Independent.light(value)));
    }
    return result(Task.par(tasks).map("sum", Independent::sum));
  }

  @Override
  public List<Integer> nested(List<Integer> values, int chunk) throws InterruptedException {
    List<Task<List<Integer>>> tasks = new ArrayList<>();
    for (int i = 0; i < values.size(); i += chunk) {
      tasks.add(level2(values.subList(i, Math.min(i + chunk, values.size()))));
    }
    return result(Task.par(tasks).map("reduce", Nested::reduce));
  }

  private static Task<List<Integer>> level2(List<Integer> values) {
    List<Task<Integer>> tasks = new ArrayList<>(values.size());
    for (Integer value : values) {
      tasks.add(Task.callable("step1", () -> Nested.step1(value)).map("step2", Nested::step2));
    }
    return Task.par(tasks);
  }

  @Override
  public List<Integer> elements(List<Integer> values) throws InterruptedException {
    List<Task<Integer>> tasks = new ArrayList<>(values.size());
    for (Integer value : values) {
      tasks.add(Task.callable("element", () -> Elements.element(value)));
    }
    return result(Task.par(tasks));
  }

  @Override
  public int three(int first, int second, int third) throws InterruptedException {
    return result(Task.par(pause(first), pause(second), pause(third)).map("sum", Sleeps::sum));
  }

  @Override
  public List<Integer> hundred(List<Integer> millis) throws InterruptedException {
    return result(Task.par(millis.stream().map(this::pause).toList()));
  }

  private Task<Integer> pause(int millis) {
    return Task.blocking("pause", () -> Sleeps.pause(millis), sleepers);
  }

  private <T> T result(Task<T> task) throws InterruptedException {
    engine.run(task);
    task.await();
    return task.get();
  }
}
