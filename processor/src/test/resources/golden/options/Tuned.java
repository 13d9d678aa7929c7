package demo;

import dev.makespan.After;
import dev.makespan.MapTask;
import dev.makespan.Makespan;
import dev.makespan.Options;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.List;
import java.util.concurrent.CountDownLatch;

final class Tuned {
  static final String LONG = "2h";

  private Tuned() {}

  @Task(name = "writing", timeout = "5s")
  static int write(int value) {
    return value + 1;
  }

  @MapTask(concurrency = 2)
  static int each(int value, int more) {
    return value + more;
  }

  @Task
  static int hang(int value) throws InterruptedException {
    new CountDownLatch(1).await(); // until the time limit interrupts it
    return value;
  }

  @Workflow
  static int named(int value) {
    @Options(name = "a \"first\" draft")
    int draft = write(value);
    int text = write(draft);
    return text;
  }

  @Workflow
  static long both(int value) {
    @Options(name = "draft", timeout = LONG)
    long draft = write(value + 1);
    @After("draft")
    @Options(timeout = "30s")
    var text = write(value);
    return draft + text;
  }

  @Workflow
  static List<Integer> mapped(List<Integer> values) {
    @Options(name = "several", timeout = "9s")
    List<Integer> all = Makespan.map(values, value -> each(value, 2));
    return all;
  }

  @Workflow
  static List<List<Integer>> inside(List<List<Integer>> values) {
    return Makespan.map(values, Tuned::mapped);
  }

  @Workflow
  static int late(int value) throws InterruptedException {
    @Options(timeout = "50ms")
    int result = hang(value);
    return result;
  }
}
