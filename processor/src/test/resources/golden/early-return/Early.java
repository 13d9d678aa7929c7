package demo;

import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

public final class Early {
  static final Queue<String> LOG = new ConcurrentLinkedQueue<>();

  @Task
  static Integer find(int key) {
    LOG.add("find " + key);
    return key > 100 ? null : key;
  }

  @Task
  static int half(int number) {
    LOG.add("half " + number);
    return number / 2;
  }

  @Task
  static void store(int number) {
    LOG.add("store " + number);
  }

  @Workflow
  static int first(int key) {
    Integer found = find(key);
    if (found == null) {
      return -1;
    }
    if (found > 50) {
      int halved = half(found);
      if (halved > 40) {
        return halved;
      }
      store(halved);
    }
    if (found == 0) return half(1);
    store(found);
    return half(found);
  }

  @Workflow
  static long both(int key) {
    if (key > 10) {
      return half(key);
    } else {
      if (key > 5) {
        return 3;
      } else {
        return half(key + 1);
      }
    }
  }

  @Workflow
  static void nothing(int key) {
    if (key > 10) {
      return;
    }
    if (key > 5) {
      store(key);
      return;
    } else {
      store(1);
    }
    store(key + 1);
  }

  @Workflow
  static List<Integer> constant(int key) {
    if (true) {
      return List.of(half(key));
    }
    return List.of();
  }
}
