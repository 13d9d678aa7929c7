package dev.makespan.processor.emit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The outermost round and curly brackets of a piece of code, and what stands outside of all
 * brackets.
 */
final class Brackets {
  /**
   * A pair of brackets.
   *
   * @param ends the commas between their parts, or the semicolons behind them
   * @param isBlock whether the parts are statements
   */
  record Group(int open, int close, List<Integer> ends, boolean isBlock) {}

  private final String code;
  private final List<Group> groups = new ArrayList<>();
  private final BitSet outside = new BitSet();

  // Of the outermost pair that is open, while the code is read.
  private final List<Integer> ends = new ArrayList<>();
  private int open = -1;
  private boolean isBlock;
  private int angles;

  Brackets(String code) {
    this.code = code;
    Quotes quotes = new Quotes(code, false);
    int depth = 0;
    for (int i = 0; i < code.length(); i++) {
      if (quotes.isQuoted(i)) {
        continue;
      }
      char c = code.charAt(i);
      if (c == '(' || c == '[' || c == '{') {
        outside.set(i, depth == 0);
        depth++;
        if (depth == 1 && c != '[') {
          opened(i);
        }
        continue;
      }
      if (c == ')' || c == ']' || c == '}') {
        depth--;
        if (depth == 0) {
          closed(i);
        }
      } else if (depth == 1) {
        inside(i);
      }
      outside.set(i, depth == 0);
    }
  }

  private void opened(int at) {
    open = at;
    isBlock = false;
    angles = 0;
    ends.clear();
  }

  private void closed(int at) {
    if (open >= 0) {
      groups.add(new Group(open, at, List.copyOf(ends), isBlock));
      open = -1;
    }
  }

  private void inside(int at) {
    char c = code.charAt(at);
    if (c == '<' && isTypeArgument(at)) {
      angles++;
    } else if (c == '>' && angles > 0 && code.charAt(at - 1) != '-') {
      angles--;
    } else if (c == ';') {
      if (!isBlock) {
        ends.clear();
      }
      isBlock = true;
      ends.add(at);
    } else if (c == ',' && angles == 0 && !isBlock) {
      ends.add(at);
    }
  }

  /** A comparison has a blank before its sign. */
  private boolean isTypeArgument(int at) {
    char before = code.charAt(at - 1);
    return Character.isJavaIdentifierPart(before) || before == '.';
  }

  /** Where a text stands outside of all brackets and literals. */
  List<Integer> outside(String text) {
    List<Integer> found = new ArrayList<>();
    for (int at = code.indexOf(text); at >= 0; at = code.indexOf(text, at + 1)) {
      if (outside.get(at)) {
        found.add(at);
      }
    }
    return found;
  }

  /** The dots at which a chain of calls goes on. */
  List<Integer> chained() {
    return groups.stream()
        .filter(group -> group.open() > 0
            && Character.isJavaIdentifierPart(code.charAt(group.open() - 1))
            && code.startsWith(".", group.close() + 1))
        .map(group -> group.close() + 1)
        .toList();
  }

  /** The pair with the most between it, if there is one with something between it. */
  Optional<Group> longest() {
    return groups.stream()
        .filter(group -> group.close() > group.open() + 1)
        .max(Comparator.comparingInt(group -> group.close() - group.open()));
  }
}
