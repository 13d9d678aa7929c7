package dev.makespan.internal.local.sim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pools of a simulated engine as the user's code sees them. */
public final class Pools {
  /** How many places there are. */
  public static final Map<String, Integer> PLACES = Map.of("one", 1, "two", 2);

  private final Scheduler scheduler;
  private final Map<String, List<Activity>> active = new LinkedHashMap<>();

  Pools(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /** A task begins, maybe in a pool. */
  void begin(String pool, Activity activity) {
    if (!pool.isEmpty()) {
      List<Activity> inside = active.computeIfAbsent(pool, name -> new ArrayList<>());
      inside.add(activity);
      long now = scheduler.now();
      long count = inside.stream().filter(each -> !each.mayBeGivenUp(now)).count();
      if (count > PLACES.get(pool)) {
        scheduler.violation(count + " tasks in pool " + pool + ": " + inside);
      }
    }
  }

  void end(String pool, Activity activity) {
    if (!pool.isEmpty()) {
      active.get(pool).remove(activity);
    }
  }
}
