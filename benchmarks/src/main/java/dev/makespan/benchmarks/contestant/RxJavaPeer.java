package dev.makespan.benchmarks.contestant;

import dev.makespan.benchmarks.Contestant;
import dev.makespan.benchmarks.workload.Chain;
import dev.makespan.benchmarks.workload.Diamond;
import dev.makespan.benchmarks.workload.Elements;
import dev.makespan.benchmarks.workload.Independent;
import dev.makespan.benchmarks.workload.Nested;
import dev.makespan.benchmarks.workload.Sleeps;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * RxJava: calls that compute on {@link Schedulers#computation()}, a thread for each core; a
 * {@link io.reactivex.rxjava3.parallel.ParallelFlowable} for maps, whose elements each write their
 * own place of the result; calls that sleep on {@link Schedulers#io()}.
 */
final class RxJavaPeer implements Contestant {
  @Override
  public String name() {
    return Contestants.RXJAVA;
  }

  @Override
  public long chain(long value) {
    return on(() -> Chain.step(value))
        .map(Chain::step)
        .map(Chain::step)
        .map(Chain::step)
        .map(Chain::step)
        .map(Chain::step)
        .map(Chain::step)
        .map(Chain::step)
        .map(Chain::step)
        .map(Chain::step)
        .blockingGet();
  }

  @Override
  public long diamond(long value) {
    return on(() -> Diamond.source(value))
        .flatMap(source -> Single.zip(
            on(() -> Diamond.left(source)),
            on(() -> Diamond.middle(source)),
            on(() -> Diamond.right(source)),
            Diamond::sink))
        .blockingGet();
  }

  private static Single<Long> on(LongSupplier call) {
    return Single.fromCallable(call::getAsLong).subscribeOn(Schedulers.computation());
  }

  /** The order of the results doesn't matter to their sum. */
  @Override
  public long independent(List<Long> values) {
    return Flowable.fromIterable(values)
        .parallel()
        .runOn(Schedulers.computation())
        .map(Independent::light)
        .sequential()
        .toList()
        .map(Independent::sum)
        .blockingGet();
  }

  @Override
  public List<Integer> nested(List<Integer> values, int chunk) {
    List<List<Integer>> chunks = new ArrayList<>();
    for (int i = 0; i < values.size(); i += chunk) {
      chunks.add(values.subList(i, Math.min(i + chunk, values.size())));
    }
    return Flowable.fromIterable(chunks)
        .concatMapEager(list -> level2(list).toFlowable())
        .toList()
        .map(Nested::reduce)
        .blockingGet();
  }

  private static Single<List<Integer>> level2(List<Integer> values) {
    return Flowable.fromIterable(values)
        .concatMapEager(value -> Single.fromCallable(() -> Nested.step1(value))
            .map(Nested::step2)
            .subscribeOn(Schedulers.computation())
            .toFlowable())
        .toList();
  }

  @Override
  public List<Integer> elements(List<Integer> values) {
    Integer[] results = new Integer[values.size()];
    Flowable.range(0, results.length)
        .parallel(Math.min(Runtime.getRuntime().availableProcessors(), Elements.CONCURRENCY))
        .runOn(Schedulers.computation())
        .doOnNext(i -> results[i] = Elements.element(values.get(i)))
        .sequential()
        .ignoreElements()
        .blockingAwait();
    return Arrays.asList(results);
  }

  @Override
  public int three(int first, int second, int third) {
    return Single.zip(pause(first), pause(second), pause(third), Sleeps::sum).blockingGet();
  }

  @Override
  public List<Integer> hundred(List<Integer> millis) {
    return Flowable.fromIterable(millis)
        .concatMapEager(time -> pause(time).toFlowable())
        .toList()
        .blockingGet();
  }

  private static Single<Integer> pause(int millis) {
    return Single.fromCallable(() -> Sleeps.pause(millis)).subscribeOn(Schedulers.io());
  }
}
