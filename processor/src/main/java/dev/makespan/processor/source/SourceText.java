package dev.makespan.processor.source;

import java.util.regex.Pattern;

/**
 * Source text on its way into another file: comments go, line breaks outside text blocks become
 * spaces.
 */
final class SourceText {
  private static final String TEXT_BLOCK = "\"\"\"";
  private static final Pattern TRAILING_SPACE = Pattern.compile("[ \\t\\f]+\n");

  private final String source;
  private final StringBuilder out = new StringBuilder();
  private int at;

  private SourceText(String source) {
    this.source = source;
  }

  /** Tidies text that begins and ends between tokens. */
  static String tidy(String source) {
    SourceText text = new SourceText(decoded(source));
    text.run();
    return text.out.toString();
  }

  private void run() {
    while (at < source.length()) {
      char c = source.charAt(at);
      if (source.startsWith("//", at)) {
        int end = source.indexOf('\n', at);
        at = end < 0 ? source.length() : end;
      } else if (source.startsWith("/*", at)) {
        int end = source.indexOf("*/", at + 2);
        at = end < 0 ? source.length() : end + 2;
        space();
      } else if (source.startsWith(TEXT_BLOCK, at)) {
        literal(TEXT_BLOCK);
      } else if (c == '"' || c == '\'') {
        literal(String.valueOf(c));
      } else if (Character.isWhitespace(c)) {
        space();
        at++;
      } else {
        out.append(c);
        at++;
      }
    }
  }

  private void space() {
    if (out.isEmpty() || out.charAt(out.length() - 1) != ' ') {
      out.append(' ');
    }
  }

  private void literal(String quote) {
    int end = at + quote.length();
    while (end < source.length() && !source.startsWith(quote, end)) {
      end += source.charAt(end) == '\\' ? 2 : 1;
    }
    end = Math.min(end + quote.length(), source.length());
    String text = source.substring(at, end).replace("\r\n", "\n");
    // No part of a text block's value, but the compiler warns of it.
    out.append(text.contains("\n") ? TRAILING_SPACE.matcher(text).replaceAll("\n") : text);
    at = end;
  }

  /**
   * Translates Unicode escapes of ASCII characters, which may stand for quotes and comment marks.
   * Others stay.
   */
  private static String decoded(String source) {
    if (!source.contains("\\u")) {
      return source;
    }
    StringBuilder decoded = new StringBuilder();
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c != '\\' || i + 1 == source.length()) {
        decoded.append(c);
      } else if (source.charAt(i + 1) != 'u') {
        decoded.append(c).append(source.charAt(++i));
      } else {
        int digits = i + 1;
        while (digits < source.length() && source.charAt(digits) == 'u') {
          digits++;
        }
        char value = (char) Integer.parseInt(source.substring(digits, digits + 4), 16);
        boolean keep = value >= 0x80 || value == '\\';
        decoded.append(keep ? source.substring(i, digits + 4) : String.valueOf(value));
        i = digits + 3;
      }
    }
    return decoded.toString();
  }
}
