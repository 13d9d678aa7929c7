package dev.makespan.benchmarks.contestant;

import dev.makespan.benchmarks.Contestant;
import dev.makespan.benchmarks.workload.Chain;
import dev.makespan.benchmarks.workload.Diamond;
import dev.makespan.benchmarks.workload.Elements;
import dev.makespan.benchmarks.workload.Independent;
import dev.makespan.benchmarks.workload.Nested;
import dev.makespan.benchmarks.workload.Sleeps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Reactor: calls that compute on {@link Schedulers#parallel()}, a thread for each core; a
 * {@link reactor.core.publisher.ParallelFlux} for maps, whose elements each write their own place
 * of the result; calls that sleep on a bounded elastic scheduler of a hundred threads.
 */
final class ReactorPeer implements Contestant {
  @Override
  public String name() {
    return Contestants.REACTOR;
  }

  @Override
  public long chain(long value) {
    return result(on(() -> Chain.step(value))
        .map(Chain::step)
        .map(Chain::step)
        .map(Chain::step)
        .map(Chain::step)
        .map(Chain::step)
        .map(Chain::step)
        .map(Chain::step)
        .map(Chain::step)
        .map(Chain::step));
  }

  @Override
  public long diamond(long value) {
    return result(on(() -> Diamond.source(value))
        .flatMap(source -> Mono.zip(
            on(() -> Diamond.left(source)),
            on(() -> Diamond.middle(source)),
            on(() -> Diamond.right(source))))
        .map(three -> Diamond.sink(three.getT1(), three.getT2(), three.getT3())));
  }

  private static Mono<Long> on(LongSupplier call) {
    return Mono.fromCallable(call::getAsLong).subscribeOn(Schedulers.parallel());
  }

  /** The order of the results doesn't matter to their sum. */
  @Override
  public long independent(List<Long> values) {
    return result(Flux.fromIterable(values)
        .parallel()
        .runOn(Schedulers.parallel())
        .map(Independent::light)
        .sequential()
        .collectList()
        .map(Independent::sum));
  }

  @Override
  public List<Integer> nested(List<Integer> values, int chunk) {
    List<List<Integer>> chunks = new ArrayList<>();
    for (int i = 0; i < values.size(); i += chunk) {
      chunks.add(values.subList(i, Math.min(i + chunk, values.size())));
    }
    return result(Flux.fromIterable(chunks)
        .flatMapSequential(ReactorPeer::level2)
        .collectList()
        .map(Nested::reduce));
  }

  private static Mono<List<Integer>> level2(List<Integer> values) {
    return Flux.fromIterable(values)
        .flatMapSequential(value -> Mono.fromCallable(() -> Nested.step1(value))
            .map(Nested::step2)
            .subscribeOn(Schedulers.parallel()))
        .collectList();
  }

  @Override
  public List<Integer> elements(List<Integer> values) {
    Integer[] results = new Integer[values.size()];
    Flux.range(0, results.length)
        .parallel(Math.min(Schedulers.DEFAULT_POOL_SIZE, Elements.CONCURRENCY))
        .runOn(Schedulers.parallel())
        .doOnNext(i -> results[i] = Elements.element(values.get(i)))
        .then()
        .block();
    return Arrays.asList(results);
  }

  @Override
  public int three(int first, int second, int third) {
    return result(Mono.zip(pause(first), pause(second), pause(third))
        .map(three -> Sleeps.sum(three.getT1(), three.getT2(), three.getT3())));
  }

  @Override
  public List<Integer> hundred(List<Integer> millis) {
    return result(
        Flux.fromIterable(millis).flatMapSequential(ReactorPeer::pause, 100).collectList());
  }

  private static Mono<Integer> pause(int millis) {
    return Mono.fromCallable(() -> Sleeps.pause(millis)).subscribeOn(Sleepers.SCHEDULER);
  }

  private static <T> T result(Mono<T> mono) {
    return mono.blockOptional().orElseThrow();
  }

  private static final class Sleepers {
    static final Scheduler SCHEDULER =
        Schedulers.newBoundedElastic(100, 1_000, "reactor-sleeper", 60, true);

    private Sleepers() {}
  }
}
