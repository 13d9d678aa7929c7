package dev.makespan.testing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How messages show a value. Values are the user's: their texts may be long or can't be had at all,
 * as those of lists that contain each other.
 */
final class ValueText {
  private static final int LONGEST = 500;

  private ValueText() {}

  /** The value's own text. */
  static String of(@Nullable Object value) {
    try {
      String text =
          value != null && value.getClass().isArray() ? arrayText(value) : String.valueOf(value);
      return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    } catch (RuntimeException | StackOverflowError broken) {
      return "one without a text";
    }
  }

  /** The value's own text and its class. */
  static String withClass(@Nullable Object value) {
    return value == null ? "null" : of(value) + " (" + value.getClass().getTypeName() + ")";
  }

  private static String arrayText(Object array) {
    String inBrackets = Arrays.deepToString(new Object[] {array});
    return inBrackets.substring(1, inBrackets.length() - 1);
  }
}
