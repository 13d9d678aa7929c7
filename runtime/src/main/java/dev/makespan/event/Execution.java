package dev.makespan.event;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One execution, as {@link Recording#FULL} keeps it.
 *
 * @param id which one
 * @param queuedAt when it was handed to the engine, from the start of the run: when all that it
 *     waited for had ended. A map hands over no more elements than can get a slot at once, so most
 *     are queued later
 * @param attempts its attempts, in order; empty if none has started
 * @param outcome how it went as a whole
 * @param endedAt when it was over, from the start of the run; null if it isn't
 * @param inputs how long it waited for what it uses or comes after, since the body around it had
 *     begun. A map's element that is one task waits for what the map uses or comes after; one that
 *     is a workflow or several calls has a body of its own
 * @param lastInput the id of the call site among these that ended last; empty if it waited for none
 * @param slot how long it waited for a slot and a thread, before all attempts together; a map's
 *     element that is one task waits for them since the map began
 * @param pool how long it waited for a place in its pool, before all attempts together
 * @param backoff how long it waited between attempts because of their back-off
 */
public record Execution(
    ExecutionId id,
    Duration queuedAt,
    List<Attempt> attempts,
    TaskOutcome outcome,
    @Nullable Duration endedAt,
    Duration inputs,
    String lastInput,
    Duration slot,
    Duration pool,
    Duration backoff) {
  /** Copies the list. */
  public Execution {
    attempts = List.copyOf(attempts);
  }

  /**
   * One attempt.
   *
   * @param number 1 for the first
   * @param startedAt when, from the start of the run
   * @param endedAt when, from the start of the run; null if it still runs
   * @param thread the name of the thread that ran it; of one without a name, as virtual threads
   *     are, a # and its id
   * @param outcome how it went
   * @param failure the text of what it failed with: the class, and the message if it has one; empty
   *     if it didn't
   * @param overrun whether its method was still running at {@code endedAt}
   */
  public record Attempt(
      int number,
      Duration startedAt,
      @Nullable Duration endedAt,
      String thread,
      TaskOutcome outcome,
      String failure,
      boolean overrun) {}
}
