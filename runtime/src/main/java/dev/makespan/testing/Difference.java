package dev.makespan.testing;

import org.jspecify.annotations.Nullable;

/** That two values aren't equal, or that nobody can tell. Its text is made when it is asked for. */
final class Difference extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Pair pair;
  private final @Nullable String why;

  private Difference(Pair pair, @Nullable String why) {
    super(null, null, false, false);
    this.pair = pair;
    this.why = why;
  }

  static Difference of(Pair pair) {
    return new Difference(pair, null);
  }

  /** The values may be equal, but can't be compared. */
  static Difference unknown(Pair pair, String why) {
    return new Difference(pair, why);
  }

  @Override
  public String getMessage() {
    String where = pair.place().prefix();
    String expected = ValueText.withClass(pair.expected());
    String actual = ValueText.withClass(pair.actual());
    return why == null
        ? where + "expected " + expected + ", got " + actual
        : where + "can't compare " + expected + " with " + actual + ": " + why;
  }
}
