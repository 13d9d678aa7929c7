package dev.makespan.samples.seeds.flyte;

import dev.makespan.Dynamic;
import dev.makespan.Makespan;
import dev.makespan.Run;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Nested dynamics: a list, its chunks, and a workflow of two steps for each element. */
final class Nested {
  private Nested() {}

  @Task
  static int step1(int a) {
    return a + 1;
  }

  @Task
  static int step2(int a) {
    return a + 2;
  }

  @Workflow
  static int coreWf(int a) {
    return step2(step1(a));
  }

  @Dynamic
  static List<Integer> level2(List<Integer> list) {
    NestedFlow flow = NestedFlow.current();
    List<Run<Integer>> results = new ArrayList<>();
    for (int a : list) {
      results.add(flow.coreWf(a));
    }
    return Makespan.all(results).join();
  }

  @Task
  static List<Integer> reduce(List<List<Integer>> lists) {
    return lists.stream().flatMap(List::stream).toList();
  }

  @Dynamic
  static List<Integer> level1(List<Integer> list, int chunk) {
    NestedFlow flow = NestedFlow.current();
    List<CompletableFuture<List<Integer>>> results = new ArrayList<>();
    for (int i = 0; i < list.size(); i += chunk) {
      results.add(flow.level2(list.subList(i, Math.min(i + chunk, list.size()))));
    }
    return flow.reduce(Makespan.all(results).join()).join();
  }

  @Workflow
  static List<Integer> multiWf(List<Integer> list, int chunk) {
    return level1(list, chunk);
  }
}
