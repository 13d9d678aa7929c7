package dev.makespan.processor.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** What the rules demand of the logs of one comparison. Each check returns what is wrong. */
public final class Logs {
  /** More calls are compared as sets only: their order is checked in smaller runs. */
  private static final int MOST_ORDERED = 300;

  private Logs() {}

  /** All starts and ends in the order of time. */
  public static List<String> events(List<Log.Call> calls) {
    TreeMap<Integer, String> events = new TreeMap<>();
    for (Log.Call call : calls) {
      if (!call.isWorkflow()) {
        events.put(call.start(), "start " + call.key());
        events.put(call.end(), "end " + call.key());
      }
    }
    return List.copyOf(events.values());
  }

  /** How often each method was called with each arguments. */
  public static Map<String, Integer> counts(List<Log.Call> calls) {
    Map<String, Integer> counts = new TreeMap<>();
    calls.forEach(call -> counts.merge(call.key(), 1, Integer::sum));
    return counts;
  }

  /** Whether nothing is called more often in one than in the other. */
  public static boolean contains(Map<String, Integer> all, Map<String, Integer> some) {
    return some.entrySet().stream()
        .allMatch(call -> call.getValue() <= all.getOrDefault(call.getKey(), 0));
  }

  /**
   * Whether a log keeps the order that the rules demand.
   *
   * <p>A log of the generated class doesn't tell which call of a method is which if their arguments
   * are alike. So this counts: of the calls that are alike, each in the interpreter's log has a
   * number of others, of every kind, that it waits for. The one that starts first in the other log
   * must have at least the least of these numbers behind it, the next the next, and so on. That
   * holds in every log that keeps the order, whichever call is which.
   *
   * @param expected a log of the interpreter with at least the calls of the other one
   */
  public static List<String> disorder(List<Log.Call> expected, List<Log.Call> actual) {
    List<String> wrong = new ArrayList<>();
    if (expected.size() > MOST_ORDERED) {
      return wrong;
    }
    Map<String, List<Log.Call>> known = byKey(expected);
    Map<String, List<Log.Call>> found = byKey(actual);
    found.forEach((key, calls) -> known.forEach((other, others) -> {
      boolean whole = found.getOrDefault(other, List.of()).size() >= others.size();
      int[] waits = sorted(known.getOrDefault(key, List.of()), call -> waits(call, others, whole));
      int[] ended = sorted(calls, call -> ended(found.getOrDefault(other, List.of()), call));
      for (int i = 0; i < Math.min(waits.length, ended.length); i++) {
        if (ended[i] < waits[i]) {
          wrong.add(key + " starts before " + other + " has ended");
        }
      }
    }));
    return wrong;
  }

  private static Map<String, List<Log.Call>> byKey(List<Log.Call> calls) {
    Map<String, List<Log.Call>> alike = new HashMap<>();
    calls.forEach(
        call -> alike.computeIfAbsent(call.key(), key -> new ArrayList<>()).add(call));
    return alike;
  }

  /**
   * For how many of others a call waits.
   *
   * @param whole whether all of them ran; else those don't count that a failure may have dropped in
   *     a try block
   */
  private static int waits(Log.Call call, List<Log.Call> others, boolean whole) {
    Place place = Objects.requireNonNull(call.place());
    return (int) others.stream()
        .map(other -> Objects.requireNonNull(other.place()))
        .filter(other -> other.isBefore(place) && (whole || !other.mayBeLacking(place)))
        .count();
  }

  /** How many of others have ended when a call starts. */
  private static int ended(List<Log.Call> others, Log.Call call) {
    return (int) others.stream().filter(other -> other.end() < call.start()).count();
  }

  private static int[] sorted(List<Log.Call> calls, ToIntFunction<Log.Call> number) {
    return calls.stream().mapToInt(number).sorted().toArray();
  }
}
