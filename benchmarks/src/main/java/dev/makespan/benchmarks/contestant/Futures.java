package dev.makespan.benchmarks.contestant;

import dev.makespan.benchmarks.Contestant;
import dev.makespan.benchmarks.Workload;
import dev.makespan.benchmarks.workload.Chain;
import dev.makespan.benchmarks.workload.Diamond;
import dev.makespan.benchmarks.workload.Elements;
import dev.makespan.benchmarks.workload.Independent;
import dev.makespan.benchmarks.workload.Nested;
import dev.makespan.benchmarks.workload.Sleeps;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * {@link CompletableFuture} by hand, on one executor: an asynchronous stage where calls may run
 * side by side, a dependent one where a call needs the result of one other.
 */
final class Futures implements Contestant {
  private final String name;
  private final Executor executor;
  private final Executor sleepers;
  private final boolean bounded;

  /**
   * @param executor for the calls that compute
   * @param sleepers for the calls that sleep
   * @param bounded whether the executor itself runs at most {@link Elements#CONCURRENCY} calls
   */
  Futures(String name, Executor executor, Executor sleepers, boolean bounded) {
    this.name = name;
    this.executor = executor;
    this.sleepers = sleepers;
    this.bounded = bounded;
  }

  @Override
  public String name() {
    return name;
  }

  /** Not the hundred sleeps on the caller's thread, as for {@link Plain}. */
  @Override
  public boolean takes(Workload workload) {
    return workload != Workload.HUNDRED || !name.equals(Contestants.CALLER_RUNS);
  }

  @Override
  public long chain(long value) {
    return CompletableFuture.supplyAsync(() -> Chain.step(value), executor)
        .thenApply(Chain::step)
        .thenApply(Chain::step)
        .thenApply(Chain::step)
        .thenApply(Chain::step)
        .thenApply(Chain::step)
        .thenApply(Chain::step)
        .thenApply(Chain::step)
        .thenApply(Chain::step)
        .thenApply(Chain::step)
        .join();
  }

  @Override
  public long diamond(long value) {
    CompletableFuture<Long> source =
        CompletableFuture.supplyAsync(() -> Diamond.source(value), executor);
    CompletableFuture<Long> left = source.thenApplyAsync(Diamond::left, executor);
    CompletableFuture<Long> middle = source.thenApplyAsync(Diamond::middle, executor);
    CompletableFuture<Long> right = source.thenApplyAsync(Diamond::right, executor);
    return CompletableFuture.allOf(left, middle, right)
        .thenApply(done -> Diamond.sink(left.join(), middle.join(), right.join()))
        .join();
  }

  @Override
  public long independent(List<Long> values) {
    List<CompletableFuture<Long>> results = new ArrayList<>(values.size());
    for (Long value : values) {
      results.add(CompletableFuture.supplyAsync(() -> Independent.light(value), executor));
    }
    return all(results).thenApply(Independent::sum).join();
  }

  @Override
  public List<Integer> nested(List<Integer> values, int chunk) {
    List<CompletableFuture<List<Integer>>> results = new ArrayList<>();
    for (int i = 0; i < values.size(); i += chunk) {
      List<Integer> part = values.subList(i, Math.min(i + chunk, values.size()));
      results.add(CompletableFuture.completedFuture(part).thenComposeAsync(this::level2, executor));
    }
    return all(results).thenApply(Nested::reduce).join();
  }

  private CompletableFuture<List<Integer>> level2(List<Integer> values) {
    List<CompletableFuture<Integer>> results = new ArrayList<>(values.size());
    for (Integer value : values) {
      results.add(CompletableFuture.supplyAsync(() -> Nested.step1(value), executor)
          .thenApply(Nested::step2));
    }
    return all(results);
  }

  @Override
  public List<Integer> elements(List<Integer> values) {
    Semaphore permits = bounded ? null : new Semaphore(Elements.CONCURRENCY);
    List<CompletableFuture<Integer>> results = new ArrayList<>(values.size());
    for (Integer value : values) {
      results.add(CompletableFuture.supplyAsync(() -> element(value, permits), executor));
    }
    return all(results).join();
  }

  private static int element(int value, @Nullable Semaphore permits) {
    if (permits == null) {
      return Elements.element(value);
    }
    permits.acquireUninterruptibly();
    try {
      return Elements.element(value);
    } finally {
      permits.release();
    }
  }

  @Override
  public int three(int first, int second, int third) {
    CompletableFuture<Integer> a = CompletableFuture.supplyAsync(() -> pause(first), sleepers);
    CompletableFuture<Integer> b = CompletableFuture.supplyAsync(() -> pause(second), sleepers);
    CompletableFuture<Integer> c = CompletableFuture.supplyAsync(() -> pause(third), sleepers);
    return CompletableFuture.allOf(a, b, c)
        .thenApply(done -> Sleeps.sum(a.join(), b.join(), c.join()))
        .join();
  }

  @Override
  public List<Integer> hundred(List<Integer> millis) {
    List<CompletableFuture<Integer>> results = new ArrayList<>(millis.size());
    for (Integer time : millis) {
      results.add(CompletableFuture.supplyAsync(() -> pause(time), sleepers));
    }
    return all(results).join();
  }

  private static int pause(int millis) {
    try {
      return Sleeps.pause(millis);
    } catch (InterruptedException e) {
      throw new CompletionException(e);
    }
  }

  private static <T> CompletableFuture<List<T>> all(List<CompletableFuture<T>> futures) {
    return CompletableFuture.allOf(futures.toArray(new CompletableFuture<?>[0])).thenApply(done -> {
      List<T> results = new ArrayList<>(futures.size());
      for (CompletableFuture<T> future : futures) {
        results.add(future.join());
      }
      return results;
    });
  }
}
