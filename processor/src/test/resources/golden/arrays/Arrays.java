package demo;

import dev.makespan.Makespan;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.List;

final class Arrays {
  private Arrays() {}

  @Task
  static String joined(String[] texts) {
    return String.join("+", texts);
  }

  @Task
  static int sum(int[] values) {
    int sum = 0;
    for (int value : values) {
      sum += value;
    }
    return sum;
  }

  @Task
  static Object[] pair(Object left, Object[] right) {
    return new Object[] {left, right.length};
  }

  @Task
  static List<String>[] lists(List<String>[] lists) {
    return lists;
  }

  @Task
  static int length(Object any) {
    return any instanceof Object[] array ? array.length : -1;
  }

  @Workflow
  static String single(String[] texts) {
    return joined(texts);
  }

  @Workflow
  static int whole(String[] texts) {
    return length(texts) + length(null);
  }

  @Workflow
  static int numbers(int[] values) {
    return sum(values) + values.length;
  }

  @Workflow
  static Object[] pairs(String[] texts) {
    return pair(texts[0], texts);
  }

  @Workflow
  static int made(int seed) {
    int[] values = new int[] {seed, seed + 1};
    return sum(values);
  }

  @Workflow
  static List<Integer> mapped(List<String[]> rows) {
    return Makespan.map(rows, Arrays::length);
  }

  @Workflow
  static int generic(List<String>[] lists) {
    return lists(lists).length;
  }
}
