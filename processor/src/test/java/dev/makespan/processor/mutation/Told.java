package dev.makespan.processor.mutation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that the compiler or the processor said.
 *
 * @param file the path, empty if it has no place
 * @param isGenerated whether that file was generated
 * @param key the compiler's own name for it
 * @param position the offset in the file, -1 if there is none
 */
record Told(
    String file,
    boolean isGenerated,
    boolean isError,
    String key,
    long line,
    long position,
    String text) {
  private static final Pattern OURS = Pattern.compile("\\A\\[makespan:([a-z-]+)]");

  /** The code, if the processor said it. */
  Optional<String> code() {
    Matcher ours = OURS.matcher(text);
    return ours.find() ? Optional.of(ours.group(1)) : Optional.empty();
  }

  boolean isOurs() {
    return code().isPresent();
  }

  /** An error of the compiler's own in the user's file. */
  boolean isJavacs() {
    return isError && !isGenerated && !isOurs();
  }

  /** What it is, and on which line. */
  String kindAndLine() {
    return file + ":" + line + " " + key;
  }

  @Override
  public String toString() {
    return (isError ? "error " : "warning ") + file + ":" + line + "@" + position + ": " + text;
  }
}
