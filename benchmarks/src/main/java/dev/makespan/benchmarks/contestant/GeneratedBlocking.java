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

/** Makespan's generated flows by their plain signatures: {@code flow.blocking().x()}. */
final class GeneratedBlocking implements Contestant {
  private final String name;
  private final ChainFlow.Blocking chain;
  private final DiamondFlow.Blocking diamond;
  private final IndependentFlow.Blocking independent;
  private final NestedFlow.Blocking nested;
  private final ElementsFlow.Blocking elements;
  private final SleepsFlow.Blocking sleeps;

  GeneratedBlocking(String name, Runner runner) {
    this.name = name;
    chain = new ChainFlow(runner).blocking();
    diamond = new DiamondFlow(runner).blocking();
    independent = new IndependentFlow(runner).blocking();
    nested = new NestedFlow(runner).blocking();
    elements = new ElementsFlow(runner).blocking();
    sleeps = new SleepsFlow(runner).blocking();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long chain(long value) {
    return chain.chain(value);
  }

  @Override
  public long diamond(long value) {
    return diamond.diamond(value);
  }

  @Override
  public long independent(List<Long> values) {
    return independent.sumOfAll(values);
  }

  @Override
  public List<Integer> nested(List<Integer> values, int chunk) {
    return nested.multiWf(values, chunk);
  }

  @Override
  public List<Integer> elements(List<Integer> values) {
    return elements.elements(values);
  }

  @Override
  public int three(int first, int second, int third) throws InterruptedException {
    return sleeps.three(first, second, third);
  }

  @Override
  public List<Integer> hundred(List<Integer> millis) throws InterruptedException {
    return sleeps.hundred(millis);
  }
}
