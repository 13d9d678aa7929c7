package dev.makespan.processor.emit;

import java.nio.charset.StandardCharsets;

/**
 * Java text with escapes for what isn't ASCII.
 *
 * <p>The compiler writes a generated file in the encoding of its sources, and tells nobody which
 * that is. What the encoding doesn't have becomes a question mark, without a word.
 */
final class Ascii {
  private Ascii() {}

  static String of(String text) {
    if (isAscii(text)) {
      return text;
    }
    StringBuilder escaped = new StringBuilder(text.length());
    text.chars().forEach(character -> {
      if (character < 0x80) {
        escaped.append((char) character);
      } else {
        escaped.append(String.format("\\u%04x", character));
      }
    });
    return escaped.toString();
  }

  /** Other characters take more than one byte. */
  private static boolean isAscii(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length == text.length();
  }
}
