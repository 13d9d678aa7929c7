package dev.makespan.processor.problem;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be wrong in the settings of an annotation, with the cures. */
public final class SettingProblems {
  private SettingProblems() {}

  /** A malformed duration. */
  public static Problem duration(Place place, String option, String text) {
    return new Problem(
        Code.DURATION,
        place,
        option + " = \"" + text + "\" is no duration.",
        "Write a positive whole number with ms, s, m or h, such as \"" + nearest(text) + "\".");
  }

  /** A negative limit. */
  public static Problem negative(Place place, String option, int number) {
    return negative(place, option, number, "no limit");
  }

  /** A negative number of retries. */
  public static Problem negativeRetries(Place place, int number) {
    return negative(place, "retries", number, "none");
  }

  private static Problem negative(Place place, String option, int number, String zero) {
    return new Problem(
        Code.NEGATIVE,
        place,
        option + " = " + number + " is negative.",
        "Write a positive number, or 0 for " + zero + ".");
  }

  /** Settings of retries where there are none. */
  public static Problem withoutRetries(Place place, String options) {
    return new Problem(
        Code.RETRY_SETTING,
        place,
        "Nothing is tried again, so " + options + " would mean nothing.",
        "Set retries to 1 or more, or remove " + options + ".");
  }

  /** A longest wait that is shorter than the first one; each is followed by "by default", if so. */
  public static Problem backoff(Place place, String max, String first, String missing) {
    return new Problem(
        Code.BACKOFF,
        place,
        "The longest wait, maxBackoff = " + max + ", is shorter than the first one, backoff = "
            + first + ".",
        missing.isEmpty()
            ? "Make maxBackoff as long as backoff, or longer."
            : "Set " + missing + " as well.");
  }

  /** An exception that is to be retried and never to be retried. */
  public static Problem retryOn(Place place, CharSequence type, CharSequence never) {
    return new Problem(
        Code.RETRY_ON,
        place,
        "retryOn has " + type + ", but neverRetryOn has "
            + (type.toString().contentEquals(never) ? "it, too." : never + ", which covers it."),
        "Remove one of them.");
  }

  /** That every exception is never to be retried, where none is named that is. */
  public static Problem neverRetryOn(Place place, CharSequence never, int retries) {
    return new Problem(
        Code.RETRY_ON,
        place,
        "Nothing is tried again, though retries = " + retries + ": neverRetryOn has every "
            + (never.toString().equals("Exception") ? "exception." : never + "."),
        "Name only the exceptions that aren't worth another attempt, or remove retries.");
  }

  /** A pool without a name. */
  public static Problem pool(Place place) {
    return new Problem(
        Code.POOL,
        place,
        "This is no name of a pool.",
        "Write a name that the Runner has a pool for, or remove it.");
  }

  /** A duration that may have been meant. */
  private static String nearest(String text) {
    String compact = text.replaceAll("[\\s_]", "").toLowerCase(Locale.ROOT);
    Matcher matcher = Pattern.compile("([1-9][0-9]{0,8})(ms|milli.*|s|sec.*|m|min.*|h|hour.*)")
        .matcher(compact);
    if (!matcher.matches()) {
      return "30s";
    }
    String unit = matcher.group(2);
    return matcher.group(1)
        + (unit.startsWith("ms") || unit.startsWith("milli") ? "ms" : unit.substring(0, 1));
  }
}
