package demo;

import dev.makespan.Makespan;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

final class Parts {
  private Parts() {}

  record Page(int number, String text) {}

  @Task
  static Page load(int number) {
    if (number % 13 == 0) {
      throw new IllegalArgumentException("no page " + number);
    }
    return new Page(number, "page " + number);
  }

  @Task
  static int words(Page page) {
    return page.text().split(" ").length + page.number() % 3;
  }

  @Task
  static Integer boxed(int number) {
    return number % 7 == 0 ? null : (Integer) (2 * number);
  }

  @Workflow
  static List<Page> counted(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> load(i)).toList();
  }

  @Workflow
  static List<Page> chosen(List<Integer> numbers) {
    return numbers.stream()
        .filter(number -> number > 0)
        .distinct()
        .sorted(Comparator.reverseOrder())
        .map(Parts::load)
        .filter(page -> page.number() != 3)
        .toList();
  }

  @Workflow
  static int total(List<Integer> numbers) {
    return numbers.stream().map(Parts::load).mapToInt(page -> words(page)).sum() + 1;
  }

  @Workflow
  static long doubled(List<Integer> numbers) {
    return numbers.stream().mapToLong(Parts::boxed).filter(each -> each > 4).count();
  }

  @Workflow
  static Map<Boolean, String> joined(List<Integer> numbers) {
    return numbers.stream()
        .map(number -> load(number))
        .collect(Collectors.groupingBy(
            page -> page.number() > 3, Collectors.mapping(Page::text, Collectors.joining(","))));
  }

  @Workflow
  static List<List<Integer>> rows(List<Integer> numbers, int columns) {
    return Makespan.map(
        numbers,
        number -> Makespan.map(
            IntStream.range(0, columns).boxed().toList(), column -> words(load(number + column))));
  }

  @Workflow
  static List<Integer> best(List<Integer> numbers, int columns) {
    return numbers.stream()
        .map(number -> IntStream.rangeClosed(1, columns)
            .mapToObj(column -> load(number * column))
            .mapToInt(page -> words(page))
            .max()
            .orElse(0))
        .toList();
  }
}
