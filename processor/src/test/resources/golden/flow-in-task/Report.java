package demo;

import dev.makespan.Makespan;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.io.IOException;
import java.util.List;

public final class Report {

  @Task
  static int line(int number) throws IOException {
    if (number < 0) {
      throw new IOException("line " + number);
    }
    return number * number;
  }

  @Workflow
  static List<Integer> lines(List<Integer> numbers) throws IOException {
    return Makespan.map(numbers, Report::line);
  }

  /** Holds the only slot while a run of its own needs slots. */
  @Task
  static int page(List<Integer> numbers) throws IOException {
    return sum(new ReportFlow().blocking().lines(numbers));
  }

  /** As a dynamic would, which in a task starts a run, too. */
  @Task
  static int pageOfCurrent(List<Integer> numbers) throws IOException {
    return sum(ReportFlow.current().blocking().lines(numbers));
  }

  private static int sum(List<Integer> numbers) {
    return numbers.stream().mapToInt(number -> number).sum();
  }

  @Workflow(maxParallelism = 1)
  static int pages(List<Integer> one, List<Integer> other) throws IOException {
    int first = page(one);
    int second = pageOfCurrent(other);
    return first - second;
  }
}
