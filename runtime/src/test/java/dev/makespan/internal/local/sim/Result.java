package dev.makespan.internal.local.sim;

/**
 * What a call gives: a value, an exception, or nothing ever.
 *
 * @param value of a call that returns
 * @param message of the exception of one that fails; null otherwise
 * @param hangs whether it never ends
 */
record Result(Object value, String message, boolean hangs) {
  static Result of(Object value) {
    return new Result(value, null, false);
  }

  static Result failed(String message) {
    return new Result(null, message, false);
  }

  static Result hanging() {
    return new Result(null, null, true);
  }

  boolean isValue() {
    return message == null && !hangs;
  }

  @Override
  public String toString() {
    return hangs ? "hangs" : message != null ? "fails with " + message : "gives " + value;
  }
}
