package dev.makespan.benchmarks.contestant;

import dev.makespan.Runner;
import dev.makespan.benchmarks.Contestant;
import dev.makespan.benchmarks.workload.ChainFlow;
import dev.makespan.benchmarks.workload.DiamondFlow;
import dev.makespan.benchmarks.workload.ElementsFlow;
import dev.makespan.benchmarks.workload.IndependentFlow;
import dev.makespan.benchmarks.workload.NestedFlow;
import dev.makespan.benchmarks.workload.SleepsFlow;
import java.util.List;

/** Makespan's generated flows, started and joined: {@code flow.x().join()}. */
final class Generated implements Contestant {
  private final String name;
  private final ChainFlow chain;
  private final DiamondFlow diamond;
  private final IndependentFlow independent;
  private final NestedFlow nested;
  private final ElementsFlow elements;
  private final SleepsFlow sleeps;

  Generated(String name, Runner runner) {
    this.name = name;
    chain = new ChainFlow(runner);
    diamond = new DiamondFlow(runner);
    independent = new IndependentFlow(runner);
    nested = new NestedFlow(runner);
    elements = new ElementsFlow(runner);
    sleeps = new SleepsFlow(runner);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long chain(long value) {
    return chain.chain(value).join();
  }

  @Override
  public long diamond(long value) {
    return diamond.diamond(value).join();
  }

  @Override
  public long independent(List<Long> values) {
    return independent.sumOfAll(values).join();
  }

  @Override
  public List<Integer> nested(List<Integer> values, int chunk) {
    return nested.multiWf(values, chunk).join();
  }

  @Override
  public List<Integer> elements(List<Integer> values) {
    return elements.elements(values).join();
  }

  @Override
  public int three(int first, int second, int third) {
    return sleeps.three(first, second, third).join();
  }

  @Override
  public List<Integer> hundred(List<Integer> millis) {
    return sleeps.hundred(millis).join();
  }
}
