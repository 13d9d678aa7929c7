package dev.makespan.samples.seeds.flyte;

import dev.makespan.Dynamic;
import dev.makespan.Makespan;
import dev.makespan.MapTask;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Mixed parallelism: a dynamic for the chunks of a list, and a map task for their elements. */
final class Mixed {
  private Mixed() {}

  @MapTask
  static int mappable(int a) {
    return a + 2;
  }

  @Workflow
  static List<Integer> level2(List<Integer> list) {
    return list.stream().map(Mixed::mappable).toList();
  }

  @Task
  static List<Integer> reduce(List<List<Integer>> lists) {
    return lists.stream().flatMap(List::stream).toList();
  }

  @Dynamic
  static List<Integer> level1(List<Integer> list, int chunk) {
    MixedFlow flow = MixedFlow.current();
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
