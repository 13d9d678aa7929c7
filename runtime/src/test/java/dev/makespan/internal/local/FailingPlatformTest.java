package dev.makespan.internal.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.Run;
import dev.makespan.Runner;
import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import dev.makespan.support.Caller;
import dev.makespan.support.Nodes;
import dev.makespan.support.Step;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A machine that once lacks the memory for what the engine asks of it, or a thread. */
class FailingPlatformTest {
  private static final int MOST_CALLS = 60;

  private final OutOfMemoryError noMemory = new OutOfMemoryError("thrown by the test");
  private final RejectedExecutionException noThread = new RejectedExecutionException("none");

  @ParameterizedTest
  @CsvSource({"execute,true", "execute,false", "soon,true", "schedule,true", "goesOn,true"})
  void hangsNoRun(String method, boolean isError) throws Exception {
    int failed = 0;
    for (int failing = 1; failing <= MOST_CALLS; failing++) {
      AtomicInteger calls = new AtomicInteger();
      Platform platform = failing(method, failing, isError ? noMemory : noThread, calls);
      LocalEngine engine = new LocalEngine(platform, Map.of("pool", 1));
      Program program = new Program(Caller.on(Runner.on(engine)));
      try {
        List<Run<Integer>> runs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
          runs.add(program.start(1_000 * i));
        }
        for (int i = 0; i < 3; i++) {
          failed += ended(runs.get(i), 1_000 * i + 106) ? 0 : 1;
        }
      } catch (OutOfMemoryError | RejectedExecutionException beforeThereWasARun) {
        failed++;
      }
      CompletableFuture.runAsync(engine::closeNow).get(20, TimeUnit.SECONDS);
    }
    assertTrue(failed > 0 || method.equals("soon") || method.equals("goesOn"), "nothing failed");
  }

  /** Whether the run has a value; else it has failed as the platform did. */
  private boolean ended(Run<Integer> run, int value) throws Exception {
    CompletableFuture<@Nullable Throwable> outcome = new CompletableFuture<>();
    var unused = run.handle((any, thrown) -> outcome.complete(thrown));
    if (outcome.get(20, TimeUnit.SECONDS) == null) {
      assertEquals(value, run.get());
      return true;
    }
    try {
      throw new AssertionError(run.get());
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof Error) {
        assertSame(noMemory, cause);
      } else {
        assertInstanceOf(RejectedExecutionException.class, cause);
      }
    }
    run.ended().toCompletableFuture().get(20, TimeUnit.SECONDS);
    return false;
  }

  private static Platform failing(
      String method, int failing, Throwable thrown, AtomicInteger calls) {
    Platform real = new SystemPlatform(null);
    return (Platform) Proxy.newProxyInstance(
        Platform.class.getClassLoader(), new Class<?>[] {Platform.class}, (proxy, called, in) -> {
          if (called.getName().equals(method) && calls.incrementAndGet() == failing) {
            throw thrown;
          }
          try {
            return called.invoke(real, in);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  /** A map, a task that has a time limit and a pool and fails at first, and a dynamic. */
  private static final class Program extends Nodes {
    private static final int NEXT = 0;
    private static final int DYNAMIC = 1;
    private static final int SHAKY = 2;
    private static final int FLOW = 3;

    private final Caller caller;
    private final Set<Object> tries = ConcurrentHashMap.newKeySet();
    private final TaskDef<Integer> next = task(NEXT, "next", 1);
    private final TaskDef<Integer> dynamic = dynamic(DYNAMIC, "dynamic", 1);
    private final TaskDef<Integer> tried = this.<Integer>task(SHAKY, "shaky", 1)
        .retries(1)
        .backoff(1, 1)
        .timeout(60_000)
        .pool("pool");

    Program(Caller caller) {
      super(Program.class, "Program.java");
      this.caller = caller;
    }

    Run<Integer> start(int from) {
      return caller.run(this.<Integer>workflow(FLOW, "flow", 1), from);
    }

    @Override
    protected @Nullable Object call(int node, @Nullable Object[] in) {
      if (node == DYNAMIC) {
        Caller joined = Caller.current();
        List<Run<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
          calls.add(joined.run(i % 10 == 0 ? tried : next, (Integer) in[0] + 99 + i));
        }
        calls.forEach(Run::join);
        return calls.get(0).join();
      }
      if (node == SHAKY && tries.add(in[0])) {
        throw new IllegalStateException("at first");
      }
      return 1 + (Integer) in[0];
    }

    @Override
    protected Step<Integer> wire(int node, Body body, @Nullable Object[] in) {
      Step<List<Integer>> all = body.map(next, 1, List.of(1, 2, 3, 4, 5), Body.ELEMENT);
      Step<Integer> beside = body.call(tried, 2, in[0]);
      Step<Integer> last = body.call(dynamic, 3, beside);
      return body.eval("sum", 4, () -> all.value().get(3) + last.value(), all, last);
    }
  }
}
