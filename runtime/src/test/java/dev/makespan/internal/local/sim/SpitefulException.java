package dev.makespan.internal.local.sim;

/** An exception of which nothing can be asked. */
final class SpitefulException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String planned;

  SpitefulException(String planned) {
    this.planned = planned;
  }

  String planned() {
    return planned;
  }

  @Override
  public String getMessage() {
    throw new IllegalStateException("spiteful");
  }

  @Override
  public String toString() {
    throw new IllegalStateException("spiteful");
  }

  @Override
  public int hashCode() {
    throw new IllegalStateException("spiteful");
  }

  @Override
  public boolean equals(Object other) {
    throw new IllegalStateException("spiteful");
  }
}
