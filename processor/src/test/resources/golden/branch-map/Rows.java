package demo;

import dev.makespan.Makespan;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.List;

public final class Rows {
  @Task
  static int one(int x) {
    return x + 1;
  }

  @Task
  static boolean isBig(int x) {
    return x > 3;
  }

  @Task
  static void check(int x) {
    if (x == 7) {
      throw new IllegalStateException("seven");
    }
  }

  @Workflow
  static List<Integer> rows(List<Integer> in, int limit) {
    int start;
    if (isBig(limit)) start = one(limit);
    else start = 0;
    return Makespan.map(in, x -> {
      if (x < start) {
        return -1;
      }
      Integer value;
      if (isBig(x)) {
        check(x);
        value = one(x);
      } else {
        value = x == limit ? one(start) : x;
      }
      if (value % 2 == 0) {
        return value;
      }
      return one(value);
    });
  }

  @Workflow
  static int sum(List<Integer> in) {
    if (in.isEmpty()) {
      return 0;
    } else {
      List<Integer> all = Makespan.map(in, x -> isBig(x) ? one(x) : 0);
      int size = Makespan.map(in, x -> {
        if (isBig(x)) return one(x);
        else return x * 2;
      }).size();
      return all.stream().mapToInt(x -> x).sum() + size;
    }
  }
}
