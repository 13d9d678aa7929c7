package dev.makespan.internal.local.sim;

/**
 * What a call gives: a value, an exception, or nothing ever.
 *
 * @param value of a call that returns
 * @param message of the exception of one that fails; null otherwise
 * @param how what kind of exception, where it matters; null otherwise
 * @param hangs whether it never ends
 */
record Result(Object value, String message, Script.Failing how, boolean hangs) {
  static Result of(Object value) {
    return new Result(value, null, null, false);
  }

  static Result failed(String message, Script.Failing how) {
    return new Result(null, message, how, false);
  }

  static Result hanging() {
    return new Result(null, null, null, true);
  }

  boolean isValue() {
    return message == null && !hangs;
  }

  /** Whether it is a failure that a map may tolerate. */
  boolean isTolerable() {
    return message != null && how != Script.Failing.ERROR && how != Script.Failing.INTERRUPTION;
  }

  /** The same as the cause of another exception. An interruption counts also there. */
  Result wrapped() {
    return how == Script.Failing.ERROR ? failed(message, Script.Failing.RUNTIME) : this;
  }

  /** Whether who looks at values and messages sees no difference. */
  boolean looksLike(Result other) {
    return new Result(value, message, null, hangs)
        .equals(new Result(other.value, other.message, null, other.hangs));
  }

  @Override
  public String toString() {
    return hangs ? "hangs" : message != null ? "fails with " + message : "gives " + value;
  }
}
