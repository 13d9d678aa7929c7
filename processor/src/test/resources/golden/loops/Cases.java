package demo;

import dev.makespan.Run;
import dev.makespan.testing.Equivalence;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

public final class Cases {
  private interface Plain {
    Object call(Looping looping) throws Exception;
  }

  private interface Twin {
    Run<?> call(LoopingFlow flow);
  }

  /** What a call gives, what is logged, and what is logged last. */
  private static void same(Plain plain, Twin flow) {
    Queue<String> plainLog = new ConcurrentLinkedQueue<>();
    Queue<String> flowLog = new ConcurrentLinkedQueue<>();
    Looping plainly = new Looping(plainLog);
    LoopingFlow parallel = new LoopingFlow(new Looping(flowLog));
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
      same(last(plainLog), last(flowLog));
    }
  }

  private static void same(Object expected, Object actual) {
    if (!Objects.equals(expected, actual)) {
      throw new AssertionError(expected + " but " + actual);
    }
  }

  private static String last(Queue<String> log) {
    return log.stream().reduce("", (one, other) -> other.startsWith("begin") || other.equals("end") ? other : "");
  }

  private static Object done(Runnable action) {
    action.run();
    return null;
  }

  public static void run() {
    List<String> many = IntStream.range(0, 3_000).mapToObj(each -> "word" + each % 700).toList();
    for (List<String> words : List.of(List.<String>of(), List.of("one"), List.of("one two", "#", "three four", "eleven"), Arrays.asList("a", "#", null, "b"), Arrays.asList("a", " ", null), many)) {
      same(plain -> Looping.total(words), flow -> flow.total(words));
      same(plain -> Looping.chosen(words, 4), flow -> flow.chosen(words, 4));
      same(plain -> Looping.sizes(words), flow -> flow.sizes(words));
      same(plain -> Looping.mapped(words), flow -> flow.mapped(words));
      same(plain -> plain.both(words, true), flow -> flow.both(words, true));
      same(plain -> plain.both(words, false), flow -> flow.both(words, false));
    }
    same(plain -> Looping.total(null), flow -> flow.total(null));
    same(plain -> done(() -> plain.stored(List.of("one two", "three"))), flow -> flow.stored(List.of("one two", "three")));
    same(plain -> Looping.answers(new int[] {3, 4}), flow -> flow.answers(new int[] {3, 4}));
    same(plain -> Looping.answers(null), flow -> flow.answers(null));
    same(plain -> Looping.unboxed(List.of(2, -1, 5)), flow -> flow.unboxed(List.of(2, -1, 5)));
    same(plain -> Looping.unboxed(Arrays.asList(2, null, 1)), flow -> flow.unboxed(Arrays.asList(2, null, 1)));
    same(plain -> Looping.unboxed(List.of(2, 1)), flow -> flow.unboxed(List.of(2, 1)));
  }
}
