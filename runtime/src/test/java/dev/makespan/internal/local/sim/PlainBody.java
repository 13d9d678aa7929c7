package dev.makespan.internal.local.sim;

/** The plain call of one execution of a body. */
final class PlainBody {
  private final Plain plain;
  private final int fuel;
  private final long work;

  /** The values, by position. */
  private final Object[] made;

  private final boolean[] isMade;
  private Result end;

  PlainBody(Plain plain, int fuel, long work, int positions) {
    this.plain = plain;
    this.fuel = fuel;
    this.work = work;
    this.made = new Object[positions];
    this.isMade = new boolean[positions];
  }

  Plain plain() {
    return plain;
  }

  int fuel() {
    return fuel;
  }

  long work() {
    return work;
  }

  Object[] made() {
    return made;
  }

  boolean isMade(int position) {
    return isMade[position];
  }

  Object value(int position) {
    return position < 0 ? work : made[position];
  }

  /** Notes what a step comes to; returns whether it goes on below. */
  boolean makes(int position, Result result) {
    if (!result.isValue()) {
      return ends(result);
    }
    made[position] = result.value();
    isMade[position] = true;
    return true;
  }

  /** Notes how all ends; nothing goes on below. */
  boolean ends(Result result) {
    end = result;
    return false;
  }

  /** How it ended early; null if it didn't. */
  Result end() {
    return end;
  }
}
