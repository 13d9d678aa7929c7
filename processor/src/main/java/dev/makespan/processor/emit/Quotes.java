package dev.makespan.processor.emit;

import java.util.BitSet;

/** Which characters of a line of code stand in a literal. */
final class Quotes {
  static final String TEXT_BLOCK = "\"\"\"";

  private final BitSet quoted = new BitSet();
  private boolean inTextBlock;

  /** Reads a line that begins in a text block or doesn't. */
  Quotes(String line, boolean inTextBlock) {
    this.inTextBlock = inTextBlock;
    int at = 0;
    while (at < line.length()) {
      int end = end(line, at);
      if (end > at) {
        quoted.set(at, end);
      }
      at = Math.max(end, at + 1);
    }
  }

  /** Where the literal ends that goes on here, within the line; here if there is none. */
  private int end(String line, int at) {
    if (inTextBlock) {
      int end = closing(line, at, TEXT_BLOCK);
      inTextBlock = end < 0;
      return inTextBlock ? line.length() : end;
    }
    if (line.startsWith(TEXT_BLOCK, at)) {
      inTextBlock = true;
      return at + TEXT_BLOCK.length();
    }
    char quote = line.charAt(at);
    if (quote != '"' && quote != '\'') {
      return at;
    }
    int end = closing(line, at + 1, String.valueOf(quote));
    return end < 0 ? line.length() : end;
  }

  private static int closing(String line, int from, String quote) {
    for (int at = from; at < line.length(); at++) {
      if (line.charAt(at) == '\\') {
        at++;
      } else if (line.startsWith(quote, at)) {
        return at + quote.length();
      }
    }
    return -1;
  }

  boolean isQuoted(int index) {
    return quoted.get(index);
  }

  /** Whether a text block goes on in the next line. */
  boolean endsInTextBlock() {
    return inTextBlock;
  }
}
