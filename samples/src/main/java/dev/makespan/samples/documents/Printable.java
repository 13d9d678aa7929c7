package dev.makespan.samples.documents;

/**
 * Foreign text as it may go to a terminal: names of files, and what stands in them, can hold
 * characters that move the cursor, colour the screen or turn the line around.
 */
final class Printable {

  private Printable() {}

  /**
   * The text with each control, format and broken character as an escape, such as {@code \\u001B}.
   */
  static String of(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints().forEach(c -> {
      if (isPrintable(c)) {
        printable.appendCodePoint(c);
      } else {
        printable.append(String.format(c > 0xFFFF ? "\\u{%X}" : "\\u%04X", c));
      }
    });
    return printable.toString();
  }

  /** The same, at most that many characters of it; then an ellipsis tells that there were more. */
  static String of(String text, int length) {
    if (text.codePointCount(0, text.length()) <= length) {
      return of(text);
    }
    return of(text.substring(0, text.offsetByCodePoints(0, length - 1))) + "…";
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE -> false;
      default -> true;
    };
  }
}
