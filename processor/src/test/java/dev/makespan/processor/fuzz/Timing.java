package dev.makespan.processor.fuzz;

import dev.makespan.processor.reference.Interpreted;
import dev.makespan.processor.reference.Log;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How long a run may take on the virtual clock. A run that always starts what may start, as long as
 * there are slots, takes no longer than the sum of all tasks divided among the slots, and the
 * longest path as far as it doesn't run in the others; with enough slots, the longest path.
 *
 * @param path how long the longest path is, in nanoseconds
 * @param sum how long all tasks take together
 * @param tasks how many there are
 */
record Timing(long path, long sum, int tasks) {
  /** More calls would take too long to compare, each with each. */
  private static final int MOST_CALLS = 150;

  /** What the engine may need until another thread helps, for each task. */
  private static final long SUMMONS = 3_000_000;

  /** The least that a run takes that makes an interpreted run's calls. */
  static Timing of(List<Log.Call> calls, Set<Log.Call> tasks, long seed) {
    long sum = 0;
    long path = 0;
    List<Long> ends = new ArrayList<>();
    for (Log.Call call : calls) {
      long duration = tasks.contains(call) ? Recorder.duration(call.toString(), seed) : 0;
      sum += duration;
      long start = 0;
      if (calls.size() <= MOST_CALLS) {
        for (int i = 0; i < ends.size(); i++) {
          if (ends.get(i) > start && Interpreted.isBefore(calls.get(i), call)) {
            start = ends.get(i);
          }
        }
      }
      ends.add(start + duration);
      path = Math.max(path, start + duration);
    }
    return new Timing(calls.size() <= MOST_CALLS ? path : 0, sum, tasks.size());
  }

  /** The longest that it may take with so many slots; negative if that isn't known. */
  long latest(int slots) {
    if (path == 0 && sum > 0) {
      return -1;
    }
    long slack = SUMMONS * (tasks + 5L);
    return slots >= tasks ? path + slack : sum / slots + path - path / slots + slack;
  }
}
