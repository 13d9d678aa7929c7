package demo;

import dev.makespan.Run;
import dev.makespan.testing.Equivalence;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

public final class Cases {
  private interface Plain {
    Object call(Mixed mixed) throws Exception;
  }

  private interface Twin {
    Run<?> call(MixedFlow flow);
  }

  /** What a call gives, and what is noted if it doesn't fail. */
  private static void same(Plain plain, Twin flow) {
    Queue<String> plainLog = new ConcurrentLinkedQueue<>();
    Queue<String> flowLog = new ConcurrentLinkedQueue<>();
    Mixed plainly = new Mixed(plainLog);
    MixedFlow parallel = new MixedFlow(new Mixed(flowLog));
    boolean[] failed = new boolean[1];
    Equivalence.<Object>assertSame(
        () -> {
          try {
            return plain.call(plainly);
          } catch (Exception e) {
            failed[0] = true;
            throw e;
          }
        },
        () -> flow.call(parallel).thenApply(each -> each));
    if (!failed[0]) {
      same(plainLog.stream().sorted().toList(), flowLog.stream().sorted().toList());
    }
  }

  private static void same(Object expected, Object actual) {
    if (!Objects.equals(expected, actual)) {
      throw new AssertionError(expected + " but " + actual);
    }
  }

  private static Object done(Runnable action) {
    action.run();
    return null;
  }

  public static void run() {
    for (int i = -1; i < 11; i++) {
      int n = i;
      same(plain -> Mixed.counted(n), flow -> flow.counted(n));
      same(plain -> Mixed.chosen(n), flow -> flow.chosen(n));
      same(plain -> Mixed.given(n), flow -> flow.given(n));
      same(plain -> plain.atLast(n), flow -> flow.atLast(n));
      same(plain -> Mixed.onlyThrows(n), flow -> flow.onlyThrows(n));
      same(plain -> Mixed.all(n), flow -> flow.all(n));
      same(plain -> Mixed.filled(n), flow -> flow.filled(n));
      same(plain -> Mixed.yielded(n), flow -> flow.yielded(n));
      lists(List.of(n));
      lists(List.of(1, n));
      lists(List.of(n, 1, 2));
    }
    lists(List.of());
    lists(List.of(1, 10, 7, 9));
    lists(List.of(3, 2));
    lists(List.of(0, 1, 10, 11, 12));
  }

  private static void lists(List<Integer> numbers) {
    same(plain -> Mixed.loaded(numbers), flow -> flow.loaded(numbers));
    same(plain -> Mixed.total(numbers), flow -> flow.total(numbers));
    if (numbers.contains(8)) {
      // Other turns may have begun when that one fails.
      Equivalence.assertSame(
          () -> new Mixed(new ConcurrentLinkedQueue<>()).noted(numbers),
          () -> new MixedFlow(new Mixed(new ConcurrentLinkedQueue<>())).noted(numbers));
    } else {
      same(plain -> plain.noted(numbers), flow -> flow.noted(numbers));
    }
    same(plain -> Mixed.first(numbers), flow -> flow.first(numbers));
    for (String how : List.of("each", "notes", "none", "other")) {
      same(plain -> plain.deep(numbers, how), flow -> flow.deep(numbers, how));
    }
    same(plain -> plain.pages(numbers), flow -> flow.pages(numbers));
    same(plain -> Mixed.put(numbers), flow -> flow.put(numbers));
    same(plain -> plain.broken(numbers), flow -> flow.broken(numbers));
    same(plain -> Mixed.mapped(numbers), flow -> flow.mapped(numbers));
    same(plain -> Mixed.streamed(numbers), flow -> flow.streamed(numbers));
    same(plain -> done(() -> plain.each(numbers)), flow -> flow.each(numbers));
    same(plain -> Mixed.ordered(numbers), flow -> flow.ordered(numbers));
  }
}
