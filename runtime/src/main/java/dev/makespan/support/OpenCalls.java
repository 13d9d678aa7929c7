package dev.makespan.support;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a dynamic that have not ended, in the order in which they were made. Guarded by the
 * lock of the dynamic.
 */
final class OpenCalls {
  private int made;

  /** Knows the one before it, and so on. */
  private @Nullable LiveRun<?> newest;

  /** Adds a call, and gives it its number. */
  void add(LiveRun<?> call) {
    call.number = made++;
    call.older = newest;
    if (newest != null) {
      newest.newer = call;
    }
    newest = call;
  }

  void remove(LiveRun<?> call) {
    if (call.newer != null) {
      call.newer.older = call.older;
    } else {
      newest = call.older;
    }
    if (call.older != null) {
      call.older.newer = call.newer;
    }
    call.newer = null;
    call.older = null;
  }

  /** All of them, the oldest first. */
  List<LiveRun<?>> all() {
    List<LiveRun<?>> all = new ArrayList<>();
    for (LiveRun<?> call = newest; call != null; call = call.older) {
      all.add(call);
    }
    Collections.reverse(all);
    return all;
  }
}
