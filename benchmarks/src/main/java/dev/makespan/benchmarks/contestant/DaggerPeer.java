package dev.makespan.benchmarks.contestant;

import dev.makespan.benchmarks.Contestant;
import dev.makespan.benchmarks.Workload;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

/**
 * Dagger's producers, on a pool of the cores: the graph is known at compile time, a component is
 * one run of it. The number of calls is fixed, so it takes part in W1 and W2 alone.
 */
final class DaggerPeer implements Contestant {
  private final Executor executor;

  DaggerPeer(Executor executor) {
    this.executor = executor;
  }

  @Override
  public String name() {
    return Contestants.DAGGER;
  }

  @Override
  public boolean takes(Workload workload) {
    return workload == Workload.CHAIN || workload == Workload.DIAMOND;
  }

  @Override
  public long chain(long value) throws InterruptedException, ExecutionException {
    return DaggerProducedChain.factory().create(executor, value).result().get();
  }

  @Override
  public long diamond(long value) throws InterruptedException, ExecutionException {
    return DaggerProducedDiamond.factory().create(executor, value).result().get();
  }

  @Override
  public long independent(List<Long> values) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Integer> nested(List<Integer> values, int chunk) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Integer> elements(List<Integer> values) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int three(int first, int second, int third) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Integer> hundred(List<Integer> millis) {
    throw new UnsupportedOperationException();
  }
}
