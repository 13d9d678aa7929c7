package dev.makespan.event;

/** How much a run keeps for its {@link RunReport}. */
public enum Recording {
  /**
   * Figures of each call site: counts, first start, last end, the sum of the times, and of the
   * waits for pools and because of back-offs.
   */
  DEFAULT,

  /**
   * Also each execution with its attempts, its thread and what it waited for, and of each call site
   * why it waited. Of more than {@value Executions#LIMIT} executions a sample is kept, as
   * {@link Executions} says; the figures of the call sites are exact then as well.
   */
  FULL
}
