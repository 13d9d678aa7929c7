package dev.makespan.benchmarks.workload;

import dev.makespan.Dynamic;
import dev.makespan.Makespan;
import dev.makespan.Run;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** W4: Flyte's example of nested parallelism, line by line. */
public final class Nested {
  private Nested() {}

  @Task
  public static int step1(int a) {
    return a + 1;
  }

  @Task
  public static int step2(int a) {
    return a + 2;
  }

  @Workflow
  public static int coreWf(int a) {
    return step2(step1(a));
  }

  @Dynamic
  public static List<Integer> level2(List<Integer> list) {
    NestedFlow flow = NestedFlow.current();
    List<Run<Integer>> results = new ArrayList<>();
    for (int a : list) {
      results.add(flow.coreWf(a));
    }
    return Makespan.all(results).join();
  }

  @Task
  public static List<Integer> reduce(List<List<Integer>> lists) {
    List<Integer> flat = new ArrayList<>();
    for (List<Integer> list : lists) {
      flat.addAll(list);
    }
    return flat;
  }

  @Dynamic
  public static List<Integer> level1(List<Integer> list, int chunk) {
    NestedFlow flow = NestedFlow.current();
    List<CompletableFuture<List<Integer>>> results = new ArrayList<>();
    for (int i = 0; i < list.size(); i += chunk) {
      results.add(flow.level2(list.subList(i, Math.min(i + chunk, list.size()))));
    }
    return flow.reduce(Makespan.all(results).join()).join();
  }

  @Workflow
  public static List<Integer> multiWf(List<Integer> list, int chunk) {
    return level1(list, chunk);
  }
}
