package dev.makespan.event;

/**
 * Is told what happens in the runs of a runner.
 *
 * <p>One method, and a sealed type of events: what listens to all of them, to count, log or store
 * them, needs no method for each; what listens to some picks them by type, and where it switches
 * over the type javac tells it of an event that it has forgotten.
 *
 * <pre>{@code
 * Runner.builder().listener(event -> {
 *   if (event instanceof RunEvent.Retried retried) {
 *     log.warn("{} again after {}", retried.execution().name(), retried.failure());
 *   }
 * })
 * }</pre>
 *
 * <p>Called on the thread on which the event happens, never under a lock of Makespan, at the same
 * time by several threads. {@link RunEvent} says in which order. The run goes on only when the
 * method has returned: what takes long belongs onto a thread of its own. It must leave the thread's
 * interrupt as it is, and must not wait for the run.
 *
 * <p>What it throws, an {@link Error} too, never fails a run. It is logged to the
 * {@link System.Logger} {@code dev.makespan} as a warning: the first time in each run with its
 * stack trace, then once more at the end of the run with the number of times. The thread's handler
 * of uncaught exceptions isn't asked, since programs have it end the process.
 */
@FunctionalInterface
public interface RunListener {
  /** Takes an event. */
  void onEvent(RunEvent event);
}
