package demo;

import dev.makespan.Task;
import dev.makespan.Workflow;

/** A class. */
public final class Documented {
  private Documented() {}

  /**
   * Doubles {@code $value}, as in {@link Documented#twice}. More follows here.
   *
   * @param value a number
   */
  @Task
  public static int twice(int value) {
    return 2 * value;
  }

  /** Costs $L and 100 % of &lt;it&gt;. */
  @Workflow
  public static int fourTimes(int value) {
    return twice(twice(value));
  }
}
