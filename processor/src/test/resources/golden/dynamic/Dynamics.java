package demo;

import dev.makespan.Dynamic;
import dev.makespan.Makespan;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

final class Dynamics {
  private Dynamics() {}

  @Task
  static int step1(int a) {
    return a + 1;
  }

  @Task
  static int step2(int a) {
    return a + 2;
  }

  @Workflow
  static int core(int a) {
    return step2(step1(a));
  }

  @Task
  static List<Integer> reduce(List<List<Integer>> lists) {
    List<Integer> all = new ArrayList<>();
    lists.forEach(all::addAll);
    return all;
  }

  @Dynamic
  static List<Integer> level2(List<Integer> values) {
    var flow = DynamicsFlow.current();
    List<CompletableFuture<Integer>> results = new ArrayList<>();
    for (int value : values) {
      results.add(flow.core(value));
    }
    return Makespan.all(results).join();
  }

  @Dynamic
  static List<Integer> level1(List<Integer> values, int chunk) {
    var flow = DynamicsFlow.current();
    List<CompletableFuture<List<Integer>>> results = new ArrayList<>();
    for (int i = 0; i < values.size(); i += chunk) {
      results.add(flow.level2(values.subList(i, Math.min(i + chunk, values.size()))));
    }
    return flow.reduce(Makespan.all(results).join()).join();
  }

  @Dynamic
  static int countDown(int from) {
    var flow = DynamicsFlow.current();
    return from == 0 ? 0 : 1 + flow.viaWorkflow(from - 1).join();
  }

  @Workflow
  static int viaWorkflow(int from) {
    return countDown(from);
  }

  @Workflow
  static List<Integer> multi(List<Integer> values, int chunk) {
    return level1(values, chunk);
  }
}
