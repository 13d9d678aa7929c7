package demo;

import dev.makespan.MapTask;
import dev.makespan.Makespan;
import dev.makespan.Options;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

final class Retries {
  static final int OFTEN = 7;

  private Retries() {}

  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
  }

  @Deprecated
  static final class Old extends Exception {
    private static final long serialVersionUID = 1L;
  }

  @Task(retries = 3, timeout = "2s")
  static int usual(int value) {
    return value + 1;
  }

  @Task(retries = 1, backoff = "1s")
  static int soon(int value) {
    return value + 2;
  }

  @Task(retries = 1, maxBackoff = "1h")
  static int late(int value) {
    return value + 3;
  }

  @Task(
      name = "of its own",
      retries = 2 + OFTEN,
      backoff = "5ms",
      maxBackoff = "25000h",
      retryOn = {IOException.class, TimeoutException.class},
      neverRetryOn = Refused.class)
  static int all(int value) throws IOException, TimeoutException, Refused {
    return value + 4;
  }

  // What equals the default isn't written.
  @Task(retries = 1, backoff = "100ms", maxBackoff = "30s", retryOn = {}, neverRetryOn = {})
  static int nothing(int value) {
    return value + 5;
  }

  @SuppressWarnings("deprecation")
  @MapTask(retries = 4, retryOn = Old.class, concurrency = 2)
  static int each(int value, int more) {
    return value + more;
  }

  @Task(retries = 2)
  static void store(int value) {}

  @Task(retries = 2, backoff = "1ms", neverRetryOn = Refused.class)
  static int flaky(AtomicInteger calls) throws IOException, Refused {
    int call = calls.incrementAndGet();
    if (call == 10) {
      throw new Refused();
    }
    if (call < 3) {
      throw new IOException("call " + call);
    }
    return call;
  }

  @Workflow
  static int eventually(AtomicInteger calls) throws IOException, Refused {
    return flaky(calls) + 1;
  }

  @Workflow
  static int once(AtomicInteger calls) throws IOException, Refused {
    @Options(retries = 0)
    int value = flaky(calls);
    return value;
  }

  @Workflow
  static int several(int value) throws IOException, TimeoutException, Refused {
    int first = usual(value);
    int second = soon(value);
    int third = late(value);
    @Options(retries = 0)
    int fourth = all(value);
    @Options(name = "again", timeout = "3s", retries = OFTEN)
    int fifth = nothing(value);
    store(fifth);
    return first + second + third + fourth + fifth;
  }

  @Workflow
  static List<Integer> mapped(List<Integer> values) {
    @Options(retries = 5)
    List<Integer> all = Makespan.map(values, value -> each(value, 2));
    return all;
  }
}
