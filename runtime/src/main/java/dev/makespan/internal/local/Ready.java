package dev.makespan.internal.local;

import dev.makespan.spi.TaskCall;

/** Something that a run can execute now, if a thread takes it. */
interface Ready {
  /** Executes it on this thread, which is the worker's. Must not throw. */
  void execute(Worker worker);

  /** Whether a thread needn't come for it at once, as {@link TaskCall#isPatient}. */
  default boolean isPatient() {
    return false;
  }

  /** Whether nothing is to be executed any more. Called under the lock of the run. */
  default boolean isOver() {
    return false;
  }

  /** Says that no thread can be had for it. Must not throw. */
  void rejected(Throwable why);

  /** Whether it is a part of something that a thread waits for. */
  boolean isPartOf(Object whole);

  /** Whether a thread that only waits for the run may execute it. */
  boolean isHelpable();
}
