package dev.makespan.benchmarks.contestant;

import dev.makespan.benchmarks.Contestant;
import dev.makespan.benchmarks.workload.Chain;
import dev.makespan.benchmarks.workload.Diamond;
import dev.makespan.benchmarks.workload.Elements;
import dev.makespan.benchmarks.workload.Independent;
import dev.makespan.benchmarks.workload.Nested;
import dev.makespan.benchmarks.workload.Sleeps;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;

/**
 * {@link StructuredTaskScope}: what may run side by side is forked, all else is straight-line code.
 * A chain is one subtask.
 */
final class Structured implements Contestant {
  @Override
  public String name() {
    return Contestants.STRUCTURED;
  }

  @Override
  public long chain(long value) throws InterruptedException {
    try (var scope = StructuredTaskScope.open()) {
      Subtask<Long> result = scope.fork(() -> Chain.chain(value));
      scope.join();
      return result.get();
    }
  }

  @Override
  public long diamond(long value) throws InterruptedException {
    long source = Diamond.source(value);
    try (var scope = StructuredTaskScope.open()) {
      Subtask<Long> left = scope.fork(() -> Diamond.left(source));
      Subtask<Long> middle = scope.fork(() -> Diamond.middle(source));
      Subtask<Long> right = scope.fork(() -> Diamond.right(source));
      scope.join();
      return Diamond.sink(left.get(), middle.get(), right.get());
    }
  }

  @Override
  public long independent(List<Long> values) throws InterruptedException {
    try (var scope = StructuredTaskScope.open(Joiner.<Long>allSuccessfulOrThrow())) {
      for (Long value : values) {
        scope.fork(() -> Independent.light(value));
      }
      return Independent.sum(scope.join().map(Subtask::get).toList());
    }
  }

  @Override
  public List<Integer> nested(List<Integer> values, int chunk) throws InterruptedException {
    try (var scope = StructuredTaskScope.open(Joiner.<List<Integer>>allSuccessfulOrThrow())) {
      for (int i = 0; i < values.size(); i += chunk) {
        List<Integer> part = values.subList(i, Math.min(i + chunk, values.size()));
        scope.fork(() -> level2(part));
      }
      return Nested.reduce(scope.join().map(Subtask::get).toList());
    }
  }

  private static List<Integer> level2(List<Integer> values) throws InterruptedException {
    try (var scope = StructuredTaskScope.open(Joiner.<Integer>allSuccessfulOrThrow())) {
      for (Integer value : values) {
        scope.fork(() -> Nested.step2(Nested.step1(value)));
      }
      return scope.join().map(Subtask::get).toList();
    }
  }

  @Override
  public List<Integer> elements(List<Integer> values) throws InterruptedException {
    Semaphore permits = new Semaphore(Elements.CONCURRENCY);
    try (var scope = StructuredTaskScope.open(Joiner.<Integer>allSuccessfulOrThrow())) {
      for (Integer value : values) {
        scope.fork(() -> {
          permits.acquire();
          try {
            return Elements.element(value);
          } finally {
            permits.release();
          }
        });
      }
      return scope.join().map(Subtask::get).toList();
    }
  }

  @Override
  public int three(int first, int second, int third) throws InterruptedException {
    try (var scope = StructuredTaskScope.open()) {
      Subtask<Integer> a = scope.fork(() -> Sleeps.pause(first));
      Subtask<Integer> b = scope.fork(() -> Sleeps.pause(second));
      Subtask<Integer> c = scope.fork(() -> Sleeps.pause(third));
      scope.join();
      return Sleeps.sum(a.get(), b.get(), c.get());
    }
  }

  @Override
  public List<Integer> hundred(List<Integer> millis) throws InterruptedException {
    try (var scope = StructuredTaskScope.open(Joiner.<Integer>allSuccessfulOrThrow())) {
      for (Integer time : millis) {
        scope.fork(() -> Sleeps.pause(time));
      }
      return scope.join().map(Subtask::get).toList();
    }
  }
}
