package dev.makespan.internal.local.sim;

/** A value of which nothing can be asked but its number. */
final class Spiteful {
  private final long number;

  Spiteful(long number) {
    this.number = number;
  }

  long number() {
    return number;
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
