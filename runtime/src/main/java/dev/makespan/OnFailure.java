package dev.makespan;

/** What the failure of one call does to the other calls of a {@link Workflow}. */
public enum OnFailure {
  /**
   * Only what is written below the failing call is cancelled: what is written above goes on, and
   * its failure would win. So the exception is the one that the plain call throws.
   */
  CANCEL_BELOW,

  /**
   * The first failure, in time, cancels everything else in the workflow and is the workflow's own.
   * It comes sooner, but may be another one than the plain call's.
   */
  CANCEL_ALL
}
