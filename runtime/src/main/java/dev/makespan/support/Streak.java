package dev.makespan.support;

import dev.makespan.event.Execution;
import dev.makespan.event.ExecutionId;
import dev.makespan.event.TaskOutcome;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Executions of a map's elements that followed each other at once on one thread, as
 * {@link dev.makespan.event.Recording#FULL} keeps them: the end of one is the start of the next, so
 * that each costs one look at the clock. None of them waited for a pool or a back-off; each waited
 * for a slot from the begin of the map on.
 *
 * <p>Used by the executing thread until somebody {@linkplain #take takes} it to give it to the
 * {@link Observer}; what is told doesn't change any more then.
 */
final class Streak {
  private final Awaited awaited;
  private final int firstElement;
  private final long startedAt;
  private final String thread;
  private final long threadId;

  private long[] ends = new long[16];
  private int size;
  private boolean overrun;
  private TaskOutcome lastOutcome = TaskOutcome.SUCCEEDED;
  private String failure = "";

  private final AtomicBoolean taken = new AtomicBoolean();

  // Written by who has taken it.
  private int told;
  private String run = "";
  private Observer.@Nullable Place place;
  private long before;

  /**
   * Elements from one on, on this thread.
   *
   * @param awaited what the elements of the map have waited for
   */
  Streak(Awaited awaited, int firstElement, long startedAt) {
    this(
        awaited,
        firstElement,
        startedAt,
        Thread.currentThread().getName(),
        Thread.currentThread().getId());
  }

  private Streak(Awaited awaited, int firstElement, long startedAt, String thread, long threadId) {
    this.awaited = awaited;
    this.firstElement = firstElement;
    this.startedAt = startedAt;
    this.thread = thread;
    this.threadId = threadId;
  }

  /** An element on the same thread that was given up, since it ignored its interrupt. */
  Streak givenUp(int element, long since, long now) {
    Streak one = new Streak(awaited, element, since, thread, threadId);
    one.ended(now);
    one.ended(TaskOutcome.CANCELLED, "");
    one.overrun = true;
    return one;
  }

  /** Whether an element has begun and isn't among those that have ended. */
  boolean isNext(int element) {
    return element == firstElement + size;
  }

  /** The next element has ended. */
  void ended(long now) {
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
    }
    ends[size++] = now;
  }

  /** The one that ended last has failed, or was cancelled. */
  void ended(TaskOutcome outcome, String text) {
    lastOutcome = outcome;
    failure = text;
  }

  /** How many are told. */
  int size() {
    return told;
  }

  /**
   * Whether the caller is the one to give it to the observer: the executing thread, or the one that
   * gives up what still runs there.
   */
  boolean take() {
    if (!taken.compareAndSet(false, true)) {
      return false;
    }
    told = size;
    return true;
  }

  /** Takes numbers for them. */
  void numbered(String runId, Observer.Place at, long firstBefore) {
    run = runId;
    place = at;
    before = firstBefore;
  }

  Observer.Place place() {
    Observer.Place at = place;
    if (at == null) {
      throw new IllegalStateException("not numbered");
    }
    return at;
  }

  /** Tells what they have waited for. */
  void tell(SiteWaits waits) {
    long longest = 0;
    long total = 0;
    for (int i = 0; i < told; i++) {
      longest = startOf(i) - awaited.ready();
      total += longest;
    }
    waits.add(told, awaited, total, longest);
  }

  private long startOf(int index) {
    return index == 0 ? startedAt : ends[index - 1];
  }

  /** How many executions were queued before the first of them. */
  long before() {
    return before;
  }

  /** One of them. */
  Kept element(int index) {
    return new Element(index);
  }

  private final class Element implements Kept {
    private final int index;

    Element(int index) {
      this.index = index;
    }

    @Override
    public CallSite site() {
      return place().site;
    }

    @Override
    public Execution execution(long from) {
      return Streak.this.execution(index, from);
    }
  }

  /** One of them, with times from the given one on. */
  Execution execution(int index, long from) {
    Observer.Place at = place();
    boolean isLast = index == told - 1;
    TaskOutcome outcome = isLast ? lastOutcome : TaskOutcome.SUCCEEDED;
    Duration start = Duration.ofNanos(startOf(index) - from);
    Duration end = Duration.ofNanos(ends[index] - from);
    Execution.Attempt attempt = new Execution.Attempt(
        1,
        start,
        end,
        thread.isEmpty() ? "#" + threadId : thread,
        outcome,
        isLast ? failure : "",
        isLast && overrun);
    ExecutionId id = new ExecutionId(
        run, at.id, at.site.name(), at.site.kind(), before + index + 1, firstElement + index);
    CallSite lastInput = awaited.lastInput();
    return new Execution(
        id,
        start,
        List.of(attempt),
        outcome,
        end,
        Duration.ofNanos(awaited.forInputs()),
        lastInput == null ? "" : lastInput.id(),
        Duration.ofNanos(startOf(index) - awaited.ready()),
        Duration.ZERO,
        Duration.ZERO);
  }
}
