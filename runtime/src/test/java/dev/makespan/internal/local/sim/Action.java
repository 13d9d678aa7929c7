package dev.makespan.internal.local.sim;

/**
 * What the body of a dynamic does next.
 *
 * @param callee what a call calls; null for {@link Kind#RECURSE} and all that isn't a call
 * @param doomed whether a call is one that the body gives up later, without looking at its value
 * @param target which call is meant: one of the doomed ones, or one of the others
 */
record Action(Kind kind, Method callee, boolean doomed, int target) {
  enum Kind {
    CALL,
    MAP,
    RECURSE,
    SLEEP,
    JOIN,
    GET,
    CATCH,
    THEN,
    /** What depends on the call waits for the next one. */
    AWAIT,
    ALL,
    IGNORE,
    CANCEL,
    COMPLETE
  }

  boolean isCall() {
    return kind.compareTo(Kind.SLEEP) < 0;
  }
}
