package dev.makespan.processor.fuzz;

import dev.makespan.Makespan;
import dev.makespan.Runner;
import dev.makespan.event.Recording;
import dev.makespan.internal.local.VirtualEngine;
import dev.makespan.processor.reference.Code;
import dev.makespan.processor.reference.Interpreted;
import dev.makespan.processor.reference.Logs;
import dev.makespan.spi.FlowFuture;
import dev.makespan.spi.RunnerSettings;
import dev.makespan.testing.Equivalence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs a compiled program in three ways, with all its inputs, and compares: the plain call, the
 * reference interpreter, and the generated class with few and many slots.
 */
final class Judge {
  private static final int MANY = 25;
  private static final int[] SLOTS = {1, 2, MANY};
  private static final Runner UNUSED = Runner.builder().build();

  private final ArrayDeque<VirtualThread> threads;
  private final Interpreted interpreted;
  private final Method plain;
  private final Method flow;
  private final int inputs;
  private final boolean isTimed;

  /**
   * For one program of a batch.
   *
   * @param threads idle threads of earlier programs
   */
  Judge(
      SourceProgram program,
      List<Code> codes,
      ClassLoader loader,
      ArrayDeque<VirtualThread> threads)
      throws ReflectiveOperationException {
    this.threads = threads;
    this.isTimed = program.isTimed();
    List<Code> own = codes.stream()
        .filter(code -> code.graph().packageName().equals(program.packageName()))
        .toList();
    this.interpreted = new Interpreted(own, loader);
    Class<?> entry = loader.loadClass(program.packageName() + ".Entry");
    this.plain = entry.getMethod("plain", int.class);
    this.flow = entry.getMethod("flow", Runner.class, int.class);
    this.inputs = (int) entry.getMethod("inputs").invoke(null);
  }

  /** How a run ended. */
  private record End(@Nullable Object value, @Nullable Throwable thrown) {
    static End of(Recorder.Code<?> code) {
      try {
        return new End(code.run(), null);
      } catch (Throwable thrown) {
        return new End(null, thrown);
      }
    }

    @Nullable Object get() throws Exception {
      if (thrown instanceof Error error) {
        throw error;
      } else if (thrown != null) {
        throw (Exception) thrown;
      }
      return value;
    }
  }

  /** Something that a run did otherwise than it should. */
  static final class Difference extends Exception {
    private static final long serialVersionUID = 1;

    Difference(String way, String what) {
      super(way + ": " + what);
    }
  }

  /** Runs it with schedules that the seed chooses; returns the first difference, or null. */
  @Nullable String difference(long seed) {
    for (int input = 0; input < inputs; input++) {
      try {
        judge(input, seed * 31 + input);
      } catch (Difference difference) {
        return "input " + input + ", " + difference.getMessage();
      } catch (Throwable crash) {
        java.io.StringWriter trace = new java.io.StringWriter();
        crash.printStackTrace(new java.io.PrintWriter(trace));
        return "input " + input + ", " + trace;
      }
    }
    return null;
  }

  private void judge(int input, long seed) throws Exception {
    Recorder plainly = new Recorder(false, seed);
    End expected = End.of(() -> plainly.during(() -> invoke(plain, input)));
    Recorder least = new Recorder(false, seed);
    End inOrder = interpret(least, () -> interpreted.inOrder(true, () -> start(UNUSED, input)));
    compare("interpreter", expected, inOrder);
    List<String> events = Logs.events(plainly.calls());
    if (!events.equals(Logs.events(least.calls()))) {
      throw new Difference(
          "interpreter", "did " + Logs.events(least.calls()) + ", the plain call " + events);
    }
    Recorder most = new Recorder(false, seed);
    interpret(most, () -> interpreted.inOrder(false, () -> start(UNUSED, input)));
    Recorder shuffled = new Recorder(false, seed);
    End other = interpret(shuffled, () -> interpreted.shuffled(seed, () -> start(UNUSED, input)));
    compare("shuffled interpreter", expected, other);
    compareCalls("shuffled interpreter", least, most, shuffled);
    for (int slots : SLOTS) {
      long schedule = seed * 31 + slots;
      // Half of them with tasks that take alike, where most is undecided.
      long durations = (schedule & 1) == 0 ? 0 : schedule;
      Random random = new Random(Probe.mixed(schedule));
      judge("flow with " + slots, input, slots, random, durations, expected, plainly, least, most);
    }
  }

  private static End interpret(Recorder recorder, Recorder.Code<CompletionStage<?>> twin) {
    return End.of(() -> Makespan.join(recorder.during(twin)));
  }

  private void judge(
      String way,
      int input,
      int slots,
      Random random,
      long durations,
      End expected,
      Recorder plainly,
      Recorder least,
      Recorder most)
      throws Exception {
    Recorder recorder = new Recorder(true, durations);
    VirtualTime time = new VirtualTime(random, threads, recorder);
    Runner runner = Runner.on(
        VirtualEngine.on(time),
        new RunnerSettings(
            slots, Map.of(), List.of(), Recording.DEFAULT, List.of(), List.of(), true, null));
    End[] started = new End[1];
    String wrong = time.run(() -> started[0] = End.of(() -> start(runner, input)));
    if (wrong != null) {
      throw new Difference(way, wrong);
    }
    if (!(started[0].get() instanceof FlowFuture<?> future) || !future.isDone()) {
      throw new Difference(way, "the run doesn't end");
    }
    compare(way, expected, End.of(() -> Makespan.join(future)));
    compareCalls(way, least, most, recorder);
    if (recorder.mostRunning() > slots) {
      throw new Difference(way, recorder.mostRunning() + " tasks run at once");
    }
    Throwable failure = future.failure();
    if (failure != null) {
      compareFailure(way, failure, plainly, recorder, expected);
    }
    if (failure == null) {
      compareTime(way, slots, durations, most, true, time.now());
    } else if (most.tasks().size() <= slots) {
      // What runs below the failing call takes no slots from what runs above it.
      compareTime(way, slots, durations, least, false, time.now());
    }
  }

  private static void compare(String way, End expected, End actual) throws Difference {
    try {
      Equivalence.assertSame(expected::get, () -> {
        CompletableFuture<@Nullable Object> future = new CompletableFuture<>();
        if (actual.thrown() == null) {
          future.complete(actual.value());
        } else {
          future.completeExceptionally(actual.thrown());
        }
        return future;
      });
    } catch (AssertionError differs) {
      String where = actual.thrown() == null
          ? ""
          : Stream.of(actual.thrown().getStackTrace())
              .limit(5)
              .map(frame -> "\n  at " + frame)
              .collect(Collectors.joining());
      throw new Difference(way, differs.getMessage() + where);
    }
  }

  /** Each call is made at least as often as the rules demand, and at most as they allow. */
  private static void compareCalls(String way, Recorder least, Recorder most, Recorder actual)
      throws Difference {
    Map<String, Integer> calls = Logs.counts(actual.calls());
    Map<String, Integer> atLeast = Logs.counts(least.calls());
    Map<String, Integer> atMost = Logs.counts(most.calls());
    if (!Logs.contains(calls, atLeast)) {
      throw new Difference(way, "lacks some of " + beyond(atLeast, calls));
    }
    if (!Logs.contains(atMost, calls)) {
      throw new Difference(way, "calls more than it may: " + beyond(calls, atMost));
    }
    List<String> disorder = Logs.disorder(most.calls(), actual.calls());
    if (!disorder.isEmpty()) {
      throw new Difference(way, String.join("; ", disorder));
    }
  }

  /** What there is more often in one than in the other, and how often in both. */
  private static Map<String, String> beyond(Map<String, Integer> all, Map<String, Integer> some) {
    Map<String, String> beyond = new TreeMap<>();
    all.forEach((key, count) -> {
      int other = some.getOrDefault(key, 0);
      if (count > other) {
        beyond.put(key, count + " and not " + other);
      }
    });
    return beyond;
  }

  /** The failure is the instance that was thrown, and none is of the runtime's own making. */
  private static void compareFailure(
      String way, Throwable failure, Recorder plainly, Recorder recorder, End expected)
      throws Difference {
    if (plainly.thrown().contains(expected.thrown()) && !recorder.thrown().contains(failure)) {
      throw new Difference(way, "failed with another instance than was thrown: " + failure);
    }
    for (Throwable suppressed : failure.getSuppressed()) {
      if (suppressed instanceof InterruptedException) {
        throw new Difference(way, "suppressed an interruption of its own: " + suppressed);
      }
    }
  }

  private void compareTime(
      String way, int slots, long durations, Recorder calls, boolean succeeds, long actual)
      throws Difference {
    Timing timing = Timing.of(calls.calls(), calls.tasks(), durations);
    long latest = timing.latest(slots);
    if (isTimed && latest >= 0 && actual > latest) {
      throw new Difference(
          way, "took " + actual / 1e9 + " s, where " + latest / 1e9 + " s are enough");
    }
    if (succeeds && actual < timing.path()) {
      throw new Difference(
          way, "took " + actual / 1e9 + " s, where the longest path takes " + timing.path() / 1e9);
    }
  }

  private CompletionStage<?> start(Runner runner, int input) throws Exception {
    return (CompletionStage<?>) Objects.requireNonNull(invoke(flow, runner, input));
  }

  private static @Nullable Object invoke(Method method, @Nullable Object... in) throws Exception {
    try {
      return method.invoke(null, in);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (Exception) e.getCause();
    }
  }
}
