package dev.makespan.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words {@code key=value} of a command line, which may come as one argument or as many. */
public final class Options {
  private final Map<String, String> values = new LinkedHashMap<>();

  /**
   * @throws IllegalArgumentException for a word that isn't {@code key=value} with one of the keys
   */
  public Options(String[] args, Set<String> keys) {
    for (String word : String.join(" ", args).trim().split("\\s+")) {
      if (word.isEmpty()) {
        continue;
      }
      int equals = word.indexOf('=');
      if (equals < 0 || !keys.contains(word.substring(0, equals))) {
        throw new IllegalArgumentException(
            "not an option: " + word + "; there are " + keys + ", each as key=value");
      }
      values.put(word.substring(0, equals), word.substring(equals + 1));
    }
  }

  public int number(String key, int otherwise) {
    return Integer.parseInt(values.getOrDefault(key, String.valueOf(otherwise)));
  }

  /** What stands between commas. */
  public List<String> list(String key, List<String> otherwise) {
    String value = values.get(key);
    return value == null ? otherwise : List.of(value.split(","));
  }
}
