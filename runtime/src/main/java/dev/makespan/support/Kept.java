package dev.makespan.support;

import dev.makespan.event.Execution;

/** An execution that {@link dev.makespan.event.Recording#FULL} may keep. */
interface Kept {
  CallSite site();

  /** What is known by now, with times from the given one on. */
  Execution execution(long from);
}
