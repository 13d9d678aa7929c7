package demo;

import dev.makespan.Run;
import dev.makespan.testing.Equivalence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

public final class Cases {
  private interface Plain {
    Object call(Actions actions) throws Exception;
  }

  private interface Twin {
    Run<?> call(ActionsFlow flow);
  }

  /** What a call gives, and the log: as a whole, or as a set where its order is free. */
  private static void same(boolean ordered, Plain plain, Twin flow) {
    Queue<String> plainLog = new ConcurrentLinkedQueue<>();
    Queue<String> flowLog = new ConcurrentLinkedQueue<>();
    Actions plainly = new Actions(plainLog);
    ActionsFlow parallel = new ActionsFlow(new Actions(flowLog));
    Equivalence.<Object>assertSame(() -> plain.call(plainly), () -> flow.call(parallel).thenApply(each -> each));
    same(sorted(plainLog), sorted(flowLog));
    same(last(plainLog), last(flowLog));
    if (ordered) {
      same(List.copyOf(plainLog), List.copyOf(flowLog));
    }
  }

  private static void same(Object expected, Object actual) {
    if (!Objects.equals(expected, actual)) {
      throw new AssertionError(expected + " but " + actual);
    }
  }

  private static List<String> sorted(Queue<String> log) {
    return log.stream().sorted().toList();
  }

  private static String last(Queue<String> log) {
    List<String> all = new ArrayList<>(log);
    return all.isEmpty() ? null : all.get(all.size() - 1);
  }

  public static void run() {
    List<String> many = IntStream.range(0, 10_000).mapToObj(each -> "line " + each).toList();
    for (List<String> lines : List.of(List.<String>of(), List.of("one"), many)) {
      same(false, plain -> done(() -> plain.all(lines)), flow -> flow.all(lines));
      same(false, plain -> done(() -> plain.bodies(lines, "!")), flow -> flow.bodies(lines, "!"));
    }
    same(true, plain -> done(() -> plain.all(List.of(""))), flow -> flow.all(List.of("")));
    same(true, plain -> done(() -> plain.all(null)), flow -> flow.all(null));
    same(true, plain -> done(() -> plain.nested(List.of(List.of("a"), List.of()))), flow -> flow.nested(List.of(List.of("a"), List.of())));
    same(true, plain -> done(() -> plain.alone("a")), flow -> flow.alone("a"));
    same(true, plain -> plain.tapped("a"), flow -> flow.tapped("a"));
    Queue<String> log = new ConcurrentLinkedQueue<>();
    Equivalence.assertSame(() -> "<a>3", () -> new ActionsFlow(new Actions(log)).together("a", "b"));
    same(List.of("<a>", "<b>", "closed"), sorted(log));
  }

  private interface Action {
    void run() throws Exception;
  }

  private static Object done(Action action) throws Exception {
    action.run();
    return null;
  }
}
