package demo;

import dev.makespan.testing.Equivalence;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

public final class Cases {
  public static void run() throws IOException {
    RequestsFlow flow = new RequestsFlow();
    List<Integer> values = List.of(1, 2, 3);
    Equivalence.assertSame(() -> Requests.locals(4), () -> flow.locals(4));
    Equivalence.assertSame(() -> Requests.expression(4), () -> flow.expression(4));
    Equivalence.assertSame(() -> Requests.passed(4), () -> flow.passed(4));
    Equivalence.assertSame(() -> Requests.asked("a"), () -> flow.asked("a"));
    Equivalence.assertSame(() -> Requests.asked(""), () -> flow.asked(""));
    Equivalence.assertSame(() -> Requests.mapped(values), () -> flow.mapped(values));
    Equivalence.assertSame(() -> Requests.mapTask(values), () -> flow.mapTask(values));
    Equivalence.assertSame(() -> Requests.bodies(values), () -> flow.bodies(values));
    Equivalence.assertSame(() -> Requests.some(values), () -> flow.some(values));
    Equivalence.assertSame(() -> Requests.streamed(values), () -> flow.streamed(values));
    Equivalence.assertSame(() -> Requests.conditional(4), () -> flow.conditional(4));
    Equivalence.assertSame(() -> Requests.conditional(0), () -> flow.conditional(0));
    Equivalence.assertSame(() -> Requests.unused(4), () -> flow.unused(4));
    Equivalence.assertSame(() -> Requests.dynamic(4), () -> flow.dynamic(4));
    Equivalence.assertSame(
        () -> Requests.whole(4).join(),
        () -> flow.whole(4).thenApply(CompletableFuture::join));
    twins(flow);
    plain(flow.blocking());
  }

  /** A twin gives what the task's stage gives, not a future of a future. */
  private static void twins(RequestsFlow flow) {
    CompletableFuture<Integer> request = flow.request(4);
    CompletableFuture<String> ask = flow.ask("a");
    CompletableFuture<List<Integer>> each = flow.each(List.of(1, 2), 3);
    CompletableFuture<Void> store = flow.store(4);
    CompletableFuture<Number> number = flow.number(4).thenApply(value -> value);
    CompletableFuture<Object> object = flow.object(4);
    equal(5, request.join());
    equal("a!", ask.join());
    equal(List.of(4, 5), each.join());
    equal(true, store.join() == null);
    equal(4, number.join());
    equal(4, object.join());
  }

  /** A blocking twin gives what the plain call gives. */
  private static void plain(RequestsFlow.Blocking flow) throws IOException {
    CompletableFuture<Integer> request = flow.request(4);
    CompletionStage<String> ask = flow.ask("a");
    List<CompletionStage<Integer>> each = flow.each(List.of(1, 2), 3);
    CompletableFuture<? extends Number> number = flow.number(4);
    CompletionStage<? super Integer> object = flow.object(4);
    equal(5, request.getNow(0));
    equal("a!", ask.toCompletableFuture().getNow(""));
    equal(5, each.get(1).toCompletableFuture().getNow(0));
    equal(true, number.isDone());
    equal(true, object.toCompletableFuture().isDone());
    equal(true, flow.ask("").toCompletableFuture().isCompletedExceptionally());
  }

  private static void equal(Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError(actual + " instead of " + expected);
    }
  }
}
