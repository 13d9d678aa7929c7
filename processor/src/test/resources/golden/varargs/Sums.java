package demo;

import dev.makespan.Dynamic;
import dev.makespan.MapTask;
import dev.makespan.Makespan;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.Arrays;
import java.util.List;

final class Sums {
  private Sums() {}

  @Task
  static int sum(int... xs) {
    return Arrays.stream(xs).sum();
  }

  @Task
  static String join(String separator, Object... parts) {
    return String.join(separator, Arrays.stream(parts).map(String::valueOf).toList());
  }

  @MapTask
  static int scale(int x, int... factors) {
    int scaled = x;
    for (int factor : factors) {
      scaled *= factor;
    }
    return scaled;
  }

  @Workflow
  static String all(int... xs) {
    int none = sum();
    int two = sum(none, 2);
    int given = sum(xs);
    return join("-", none, two, given, "x");
  }

  @Workflow
  static List<Integer> scaled(List<Integer> xs) {
    return Makespan.map(xs, x -> scale(x, 2, xs.size()));
  }

  @Dynamic
  static String again(int... xs) {
    SumsFlow flow = SumsFlow.current();
    return flow.all(xs).join() + flow.all(1, 2).join() + flow.scale(List.of(1), 2, 3).join();
  }
}
