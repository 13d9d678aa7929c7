package dev.makespan.support;

import dev.makespan.event.RunEvent;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The events of one execution on their way to the listeners: told in the order in which they were
 * added, by one thread at a time, not under a lock. A thread that adds one while another thread
 * tells leaves it to that. Mostly there is one event at a time, told by the thread that added it.
 *
 * <p>The lock guards all fields; no other lock is taken under it.
 */
final class EventQueue {
  private final Observer observer;
  private final Queue<RunEvent> waiting = new ArrayDeque<>(2);
  private boolean telling;

  EventQueue(Observer observer) {
    this.observer = observer;
  }

  /**
   * Adds an event unless the run is over. Called under the lock of the execution, so in the order
   * in which things happen; {@link #tell} must follow.
   */
  synchronized void add(RunEvent event) {
    if (observer.takes()) {
      waiting.add(event);
    }
  }

  /** Tells what is waiting, unless another thread does; must not be called under a lock. */
  void tell() {
    for (RunEvent event = next(false); event != null; event = next(true)) {
      observer.tell(event);
    }
    observer.tellLast();
  }

  private synchronized @Nullable RunEvent next(boolean mine) {
    if (telling && !mine) {
      return null;
    }
    RunEvent event = waiting.poll();
    telling = event != null;
    return event;
  }
}
