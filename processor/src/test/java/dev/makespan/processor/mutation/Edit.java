package dev.makespan.processor.mutation;

import java.util.Set;

/**
 * One change to a file of a program.
 *
 * @param rule what kind of change it is
 * @param start the offset of what is replaced
 * @param end the offset behind it
 * @param text what stands there then
 * @param reach where errors may be told because of it
 * @param codes one of them is to be told if the compiler accepts the program; empty where it may
 *     remain valid
 */
record Edit(
    String rule, String file, int start, int end, String text, Reach reach, Set<String> codes) {

  /** Whether two changes touch the same text. */
  boolean overlaps(Edit other) {
    return file.equals(other.file) && start <= other.end && other.start <= end;
  }

  int growth() {
    return text.length() - (end - start);
  }

  @Override
  public String toString() {
    String shown = text.length() <= 80 ? text : text.substring(0, 77) + "...";
    return rule + " " + file + "[" + start + "," + end + ") -> \"" + shown.replace("\n", "\\n")
        + "\"";
  }
}
