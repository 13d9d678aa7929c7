package demo;

import dev.makespan.Dynamic;
import dev.makespan.MapTask;
import dev.makespan.Makespan;
import dev.makespan.Options;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

final class Requests {
  private Requests() {}

  @Task
  static CompletableFuture<Integer> request(int value) {
    return CompletableFuture.completedFuture(value + 1);
  }

  @Task(name = "asking", timeout = "5s", retries = 2)
  static CompletionStage<String> ask(String text) throws IOException {
    if (text.isEmpty()) {
      throw new IOException("nothing to ask");
    }
    return CompletableFuture.completedStage(text + "!");
  }

  @MapTask(concurrency = 2)
  static CompletionStage<Integer> each(int value, int more) {
    return CompletableFuture.completedStage(value + more);
  }

  @Task
  static CompletionStage<Void> store(int value) {
    return CompletableFuture.completedStage(null);
  }

  @Task
  static CompletableFuture<? extends Number> number(int value) {
    return CompletableFuture.completedFuture(value);
  }

  @Task
  static CompletionStage<? super Integer> object(int value) {
    return CompletableFuture.<Object>completedFuture(value);
  }

  @Task
  static int waits(CompletableFuture<Integer> first, int second) {
    return first.join() + second;
  }

  @Workflow
  static int locals(int value) {
    CompletableFuture<Integer> first = request(value);
    var second = request(value + 1);
    return first.join() + second.join();
  }

  @Workflow
  static int expression(int value) {
    return request(value).join() + request(value + 1).join();
  }

  @Workflow
  static int passed(int value) {
    return waits(request(value), 3);
  }

  @Workflow
  static String asked(String text) throws IOException {
    @Options(name = "the first", retries = 0)
    CompletionStage<String> first = ask(text);
    return Makespan.join(ask(first.toCompletableFuture().join()));
  }

  @Workflow
  static List<Integer> mapped(List<Integer> values) {
    List<CompletableFuture<Integer>> all = Makespan.map(values, Requests::request);
    return Makespan.join(Makespan.all(all));
  }

  @Workflow
  static int mapTask(List<Integer> values) {
    List<CompletionStage<Integer>> all = Makespan.map(values, value -> each(value, 2));
    return Makespan.all(all).join().size();
  }

  @Workflow
  static List<Integer> bodies(List<Integer> values) {
    return Makespan.map(values, value -> {
      int first = request(value).join();
      return first + request(first).join();
    });
  }

  @Workflow
  static List<Optional<Integer>> some(List<Integer> values) {
    return Makespan.mapSome(0.5, values, value -> Makespan.join(request(value)));
  }

  @Workflow
  static List<Integer> streamed(List<Integer> values) {
    return values.stream().map(Requests::request).map(CompletableFuture::join).toList();
  }

  @Workflow
  static int conditional(int value) {
    return value > 0 ? request(value).join() : 0;
  }

  @Workflow
  static int unused(int value) {
    store(value);
    number(value);
    object(value);
    return value;
  }

  @Workflow
  static CompletableFuture<Integer> whole(int value) {
    return request(value);
  }

  @Dynamic
  static int dynamic(int value) {
    RequestsFlow flow = RequestsFlow.current();
    CompletableFuture<Integer> first = flow.request(value);
    CompletableFuture<List<Integer>> more = flow.each(List.of(1, 2), value);
    return first.join() + more.join().get(1);
  }
}
