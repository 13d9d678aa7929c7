package dev.makespan.testing;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The message of a {@link NullPointerException} that no program wrote, but the JVM, as JEP 358
 * describes it ("Helpful NullPointerExceptions").
 */
final class NullMessage {
  private static final String ARRAY =
      "(byte/boolean|char|short|int|long|float|double|object) array";

  private static final String ACTION = "Cannot (invoke \"[^\"]+\""
      + "|(read|assign) field \"[^\"]+\""
      + "|read the array length"
      + "|load from " + ARRAY
      + "|store to " + ARRAY
      + "|throw exception"
      + "|(enter|exit) synchronized block)";

  /** Left out where the JVM can't tell. */
  private static final String CAUSE = " because (the return value of )?\"[^\"]+\" is null";

  private static final Pattern HELPFUL = Pattern.compile(ACTION + "(" + CAUSE + ")?");

  /** What a flow says where the plain call unboxes an argument. */
  private static final String UNBOXED = "null for a parameter of a primitive type";

  private NullMessage() {}

  /**
   * Whether the JVM may have made it. It may have made none: it is told not to, or has compiled the
   * code and throws an exception that it keeps ready.
   */
  static boolean mayBeMadeUp(Throwable thrown) {
    return thrown.getClass() == NullPointerException.class && isMadeUp(thrown.getMessage());
  }

  private static boolean isMadeUp(@Nullable String message) {
    return message == null
        || message.equals(UNBOXED)
        || HELPFUL.matcher(message).matches();
  }
}
