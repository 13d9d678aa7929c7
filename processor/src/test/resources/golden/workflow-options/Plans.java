package demo;

import dev.makespan.Makespan;
import dev.makespan.OnFailure;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.List;
import java.util.concurrent.CountDownLatch;

final class Plans {
  static final String LONG = "2h";

  private Plans() {}

  @Task
  static int one(int value) {
    if (value < 0) {
      throw new IllegalArgumentException("negative");
    }
    return value + 1;
  }

  @Task
  static int hang(CountDownLatch until) throws InterruptedException {
    until.await();
    return 1;
  }

  @Task
  static int check(boolean fails) {
    if (fails) {
      throw new IllegalStateException("failed");
    }
    return 1;
  }

  @Task
  static int sum(int first, int second) {
    return first + second;
  }

  @Workflow(timeout = "50ms")
  static int late(CountDownLatch until) throws InterruptedException {
    return sum(hang(until), 1);
  }

  @Workflow
  static int around(CountDownLatch until) throws InterruptedException {
    return sum(late(until), 1);
  }

  @Workflow(onFailure = OnFailure.CANCEL_ALL)
  static int first(CountDownLatch until, boolean fails) throws InterruptedException {
    int above = hang(until);
    int below = check(fails);
    return sum(above, below);
  }

  @Workflow(timeout = "30s")
  static int timed(int value) {
    return sum(one(value), one(value + 1));
  }

  @Workflow(onFailure = OnFailure.CANCEL_ALL)
  static int quick(int value) {
    return sum(one(value), one(value + 1));
  }

  @Workflow(name = "all of it", timeout = LONG, maxParallelism = 4, onFailure = OnFailure.CANCEL_ALL)
  static int all(int value) {
    int timed = timed(value);
    int quick = quick(value);
    return sum(timed, quick);
  }

  @Workflow(timeout = "2m")
  static List<Integer> mapped(List<Integer> values) {
    return Makespan.map(values, Plans::timed);
  }

  // What equals the default isn't written.
  @Workflow(maxParallelism = 25, onFailure = OnFailure.CANCEL_BELOW)
  static int usual(int value) {
    return sum(one(value), one(value + 1));
  }
}
