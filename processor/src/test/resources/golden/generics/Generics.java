package demo;

import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

final class Generics {
  private Generics() {}

  @Task
  static Map<String, List<Integer>> index(List<? extends CharSequence> texts) {
    Map<String, List<Integer>> index = new TreeMap<>();
    for (CharSequence text : texts) {
      index.computeIfAbsent(text.toString(), key -> new ArrayList<>()).add(text.length());
    }
    return index;
  }

  @Task
  static List<?> keys(Map<String, ?> map) {
    return new ArrayList<>(map.keySet());
  }

  @Task
  static int largest(Collection<List<Integer>> lists) {
    return lists.stream().mapToInt(List::size).max().orElse(0);
  }

  @Workflow
  static String describe(List<String> texts) {
    Map<String, List<Integer>> index = index(texts);
    Collection<List<Integer>> values = index.values();
    List<?> keys = keys(index);
    Function<Integer, String> text = number -> number + " of " + keys;
    int largest = largest(values);
    return text.apply(largest);
  }

  @Workflow
  static Collection<? extends Object> wide(Map<String, ?> map) {
    Iterable<?> keys = keys(map);
    return keys(Map.of("keys", keys));
  }
}
