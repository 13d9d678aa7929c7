package dev.makespan.support;

import org.jspecify.annotations.Nullable;

/**
 * What an execution has waited for before it waits for a slot.
 *
 * @param element the index of the element that it is for, of the innermost map around it; -1 for
 *     none
 * @param since since when it waited for its inputs: when the body of its workflow began; the same
 *     as {@code ready} if it waited for none
 * @param lastInput which of them ended last; null if it waited for none
 * @param ready when the last of them had ended. An element of a map may be queued later: the map
 *     lets wait those that can't get a slot
 */
record Awaited(int element, long since, @Nullable CallSite lastInput, long ready) {
  /** Of an execution that waited for nothing. */
  static Awaited nothing(long now) {
    return new Awaited(-1, now, null, now);
  }

  /**
   * Finds it.
   *
   * @param ending who waits for the end of the execution
   * @param now when it is about to be queued
   */
  static Awaited before(Ending ending, long now) {
    int element = -1;
    long ready = now;
    Step<?> step = null;
    // What a dynamic calls waits for nothing, and its elements aren't those of a map around that.
    for (Ending each = ending;
        each != null && !(each instanceof LiveRun<?>) && (step == null || element < 0);
        each = each.outer()) {
      if (each instanceof Step<?> found && step == null) {
        step = found;
      } else if (each instanceof ElementEnding found && element < 0) {
        element = found.index();
        ready = step == null ? found.mapStart() : now;
      }
    }
    if (step == null || step.waiting().lastInput == null) {
      return new Awaited(element, ready, null, ready);
    }
    return new Awaited(element, step.body.startTime(), step.waiting().lastInput, ready);
  }

  /** How long it waited for its inputs. */
  long forInputs() {
    return ready - since;
  }
}
