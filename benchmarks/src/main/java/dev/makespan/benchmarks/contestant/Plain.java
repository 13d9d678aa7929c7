package dev.makespan.benchmarks.contestant;

import dev.makespan.benchmarks.Contestant;
import dev.makespan.benchmarks.Workload;
import dev.makespan.benchmarks.workload.Chain;
import dev.makespan.benchmarks.workload.Diamond;
import dev.makespan.benchmarks.workload.Elements;
import dev.makespan.benchmarks.workload.Independent;
import dev.makespan.benchmarks.workload.Nested;
import dev.makespan.benchmarks.workload.Sleeps;
import java.util.List;

/** The methods called as they are: sequential Java on the caller's thread. */
public final class Plain implements Contestant {
  @Override
  public String name() {
    return Contestants.PLAIN;
  }

  /** Not the hundred sleeps: it would take ten seconds to say what is known. */
  @Override
  public boolean takes(Workload workload) {
    return workload != Workload.HUNDRED;
  }

  @Override
  public long chain(long value) {
    return Chain.chain(value);
  }

  @Override
  public long diamond(long value) {
    return Diamond.diamond(value);
  }

  @Override
  public long independent(List<Long> values) {
    return Independent.sumOfAll(values);
  }

  @Override
  public List<Integer> nested(List<Integer> values, int chunk) {
    return Nested.multiWf(values, chunk);
  }

  @Override
  public List<Integer> elements(List<Integer> values) {
    return Elements.elements(values);
  }

  @Override
  public int three(int first, int second, int third) throws InterruptedException {
    return Sleeps.three(first, second, third);
  }

  @Override
  public List<Integer> hundred(List<Integer> millis) throws InterruptedException {
    return Sleeps.hundred(millis);
  }
}
