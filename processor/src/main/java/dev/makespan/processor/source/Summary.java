package dev.makespan.processor.source;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The first sentence of a Javadoc comment. */
final class Summary {
  private static final Pattern END = Pattern.compile("(?<=[.!?])\\s");
  private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^\\s*@");
  private static final Pattern PARAGRAPH = Pattern.compile("(?i)<p>|\\R\\s*\\R");
  private static final Pattern LINK = Pattern.compile("\\{@link(?:plain)?\\s+");

  private Summary() {}

  /** The sentence on one line; links become code, because they may not resolve in another file. */
  static String of(@Nullable String comment) {
    if (comment == null) {
      return "";
    }
    String text = BLOCK_TAG.split(comment, 2)[0];
    text = PARAGRAPH.split(text.strip(), 2)[0].strip();
    text = END.split(text, 2)[0].replaceAll("\\s+", " ");
    return LINK.matcher(text).replaceAll("{@code ");
  }
}
