package dev.makespan.event;

import java.util.Locale;

/** How an execution or one of its attempts went. */
public enum TaskOutcome {
  /** It hasn't ended. */
  RUNNING,
  /** It gave a value, or returned. */
  SUCCEEDED,
  /** It threw an exception. */
  FAILED,
  /** It took longer than its timeout. */
  TIMED_OUT,
  /** It was stopped before it gave an outcome that counts: before its start or while it ran. */
  CANCELLED;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The name as texts and JSON show it, such as {@code timed_out}. */
  public String label() {
    return label;
  }
}
