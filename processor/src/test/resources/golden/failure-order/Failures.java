package demo;

import dev.makespan.Task;
import dev.makespan.Workflow;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;

public final class Failures {
  static final Queue<String> STARTED = new ConcurrentLinkedQueue<>();

  @Task
  static int load(int id) throws IOException {
    if (id < 0) {
      throw new IOException("no item " + id);
    }
    return id;
  }

  @Task
  static int price(int item) {
    STARTED.add("price");
    return 3 * item;
  }

  @Task
  static int stock(int item) {
    STARTED.add("stock");
    return item % 5;
  }

  /** Fails when the later failure has been dealt with. */
  @Task
  static int early(Gates gates) throws IOException, InterruptedException {
    gates.lateHasFailed().await();
    throw new IOException("early");
  }

  @Task
  static int late(Gates gates) throws TimeoutException, InterruptedException {
    gates.witnessRuns().await();
    throw new TimeoutException("late");
  }

  /** Stands below the later failure, whose first sign is that this one is interrupted. */
  @Task
  static int witness(Gates gates) {
    gates.witnessRuns().countDown();
    try {
      gates.never().await();
    } catch (InterruptedException e) {
      gates.lateHasFailed().countDown();
    }
    return 0;
  }

  @Task
  static int failing(Gates gates) throws IOException, InterruptedException {
    gates.witnessRuns().await();
    throw new IOException("failing");
  }

  @Task
  static int interrupted(Gates gates) throws InterruptedException {
    gates.witnessRuns().countDown();
    gates.never().await();
    return 0;
  }

  @Task
  static int result(Gates gates) {
    gates.witnessRuns().countDown();
    return 1;
  }

  @Workflow
  static int failingInput(int id) throws IOException {
    int item = load(id);
    int price = price(item);
    int stock = stock(item);
    return price * stock;
  }

  @Workflow
  static int independent(int a, int b, int c) throws IOException {
    int first = load(a);
    int second = load(b);
    int third = load(c);
    return first + second + third;
  }

  @Workflow
  static int laterFailsFirst(Gates gates) throws Exception {
    int early = early(gates);
    int late = late(gates);
    int witness = witness(gates);
    return early + late + witness;
  }

  @Workflow
  static int earlierFailsFirst(Gates gates) throws Exception {
    int failing = failing(gates);
    int interrupted = interrupted(gates);
    return failing + interrupted;
  }

  @Workflow
  static int unusedFailsLast(Gates gates) throws Exception {
    failing(gates);
    return result(gates);
  }
}
