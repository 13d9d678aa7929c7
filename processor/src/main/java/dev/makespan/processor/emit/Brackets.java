package dev.makespan.processor.emit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The outermost round brackets of a piece of code, and what stands outside of all brackets. */
final class Brackets {
  /**
   * A pair of brackets.
   *
   * @param commas the commas between their parts
   */
  record Group(int open, int close, List<Integer> commas) {}

  private final String code;
  private final List<Group> groups = new ArrayList<>();
  private final boolean[] outside;

  Brackets(String code) {
    this.code = code;
    this.outside = new boolean[code.length()];
    Quotes quotes = new Quotes(code, false);
    List<Integer> commas = new ArrayList<>();
    int open = -1;
    int depth = 0;
    int angles = 0;
    for (int i = 0; i < code.length(); i++) {
      if (quotes.isQuoted(i)) {
        continue;
      }
      char c = code.charAt(i);
      if (c == ')' || c == ']' || c == '}') {
        depth--;
        if (depth == 0 && open >= 0) {
          groups.add(new Group(open, i, List.copyOf(commas)));
          open = -1;
        }
      }
      outside[i] = depth == 0;
      if (c == '(' || c == '[' || c == '{') {
        depth++;
        if (depth == 1 && c == '(') {
          open = i;
          commas.clear();
          angles = 0;
        }
      } else if (c == '<' && i > 0 && isTypeArgument(i)) {
        angles++;
      } else if (c == '>' && angles > 0 && code.charAt(i - 1) != '-') {
        angles--;
      } else if (c == ',' && depth == 1 && angles == 0) {
        commas.add(i);
      }
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
      if (outside[at]) {
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
