package dev.makespan.internal.local.sim;

import java.util.NoSuchElementException;

/**
 * How a task behaves.
 *
 * @param yields how often others may run in between
 * @param sleepMillis how long it sleeps, in virtual time
 * @param sleepsEvery it does so for one value in so many
 * @param failsEvery it fails for one value in so many; 0 for none
 * @param failures how many attempts fail then; the next one succeeds
 * @param failure what it throws then
 * @param hangsEvery it waits for an interrupt for one value in so many; 0 for none
 * @param whenInterrupted what it does when it is interrupted while it sleeps or hangs
 * @param ignoresMillis how long it goes on when it ignores its interrupt
 */
record Script(
    int yields,
    long sleepMillis,
    int sleepsEvery,
    int failsEvery,
    int failures,
    Failing failure,
    int hangsEvery,
    Reaction whenInterrupted,
    long ignoresMillis) {
  private static final long MILLI = 1_000_000;

  /** The beginning of every message of a planned failure. */
  static final String MARK = "planned ";

  /** How the message ends about an asynchronous task that returns null. */
  static final String NO_STAGE = "returned null for its stage";

  enum Failing {
    CHECKED,
    RUNTIME,
    ERROR,
    INTERRUPTION,
    SPITEFUL,
    NULL_STAGE
  }

  enum Reaction {
    THROWS,
    RETURNS,
    FAILS,
    IGNORES
  }

  static final Script INSTANT = new Script(0, 0, 1, 0, 0, Failing.RUNTIME, 0, Reaction.THROWS, 0);

  static final class PlannedException extends Exception {
    private static final long serialVersionUID = 1L;

    PlannedException(String message) {
      super(message);
    }
  }

  long sleepNanos(long work) {
    return work % 991 % sleepsEvery == 0 ? sleepMillis * MILLI : 0;
  }

  boolean hangs(long work) {
    return hangsEvery > 0 && work % 1_009 % hangsEvery == 0;
  }

  /** Whether an asynchronous task returns null for its stage. */
  boolean givesNoStage(long work, int attempt) {
    return failure == Failing.NULL_STAGE && fails(work, attempt) && !hangs(work);
  }

  /** What a failure says, as far as it is planned or the plain call's. */
  static String told(Throwable thrown) {
    if (thrown instanceof SpitefulException spiteful) {
      return spiteful.planned();
    }
    String message = thrown.getMessage();
    if (message != null && message.startsWith(MARK)) {
      return message;
    }
    if (thrown instanceof NullPointerException && message != null) {
      return message.endsWith(NO_STAGE) ? MARK + NO_STAGE : MARK + message;
    }
    return thrown.toString();
  }

  private boolean fails(long work, int attempt) {
    return attempt <= failures && failsEvery > 0 && work % 997 % failsEvery == 0;
  }

  private static String message(long work) {
    return MARK + Long.toString(work, 36);
  }

  /** What is left of the script for one attempt of the plain call. */
  Result plain(Plain plain, long work, int attempt) {
    plain.reaches(work);
    if (hangs(work)) {
      return Result.hanging();
    }
    return fails(work, attempt) ? Result.failed(message(work), failure) : Result.of(work);
  }

  /** Executes the script; returns only when it isn't to fail or was interrupted. */
  void play(Place place, long work, int attempt) throws Throwable {
    for (int i = 0; i < yields; i++) {
      place.scheduler().yieldNow();
    }
    long sleep = sleepNanos(work);
    if (sleep > 0 && !place.scheduler().sleep(sleep)) {
      react(place, work);
      return;
    }
    if (hangs(work)) {
      place.scheduler().sleep(Long.MAX_VALUE);
      react(place, work);
      return;
    }
    place.run().completed(work);
    Throwable planned = failure(work, attempt);
    if (planned != null) {
      throw planned;
    }
  }

  /** What an attempt fails with; null if it succeeds. */
  Throwable failure(long work, int attempt) {
    return fails(work, attempt) ? exception(message(work)) : null;
  }

  /** What it fails with if that is its reaction to an interrupt. */
  RuntimeException failureWhenInterrupted(long work) {
    return new IllegalStateException(message(work) + " when interrupted");
  }

  private void react(Place place, long work) throws InterruptedException {
    switch (whenInterrupted) {
      case RETURNS -> {}
      case FAILS -> throw failureWhenInterrupted(work);
      case THROWS -> throw new InterruptedException("by the engine");
      case IGNORES -> {
        place.scheduler().sleepUninterruptibly(ignoresMillis * MILLI);
        throw new InterruptedException("by the engine, long ago");
      }
    }
  }

  private Throwable exception(String message) {
    return switch (failure) {
      case CHECKED -> new PlannedException(message);
      case RUNTIME -> new IllegalArgumentException(message);
      case ERROR -> new AssertionError(message);
      case INTERRUPTION -> new InterruptedException(message);
      case SPITEFUL -> new SpitefulException(message);
      case NULL_STAGE -> new NoSuchElementException(message);
    };
  }
}
