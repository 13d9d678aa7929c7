package dev.makespan.processor.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Breaks one line of code that is too long: before {@code throws}, after {@code =}, before
 * operators or the dots of a chain, else inside the longest brackets. There lines are filled, and a
 * lambda has its own.
 */
final class LineBreaker {
  private static final int CONTINUED = 4;

  /** Binary operators, those that bind least first. */
  private static final List<List<String>> OPERATORS = List.of(
      List.of("?", ":"),
      List.of("||"),
      List.of("&&"),
      List.of("|", "^", "&"),
      List.of("==", "!="),
      List.of("<", ">", "<=", ">="),
      List.of("+", "-"),
      List.of("*", "/", "%"));

  private final String code;
  private final int indent;
  private final Brackets brackets;

  private LineBreaker(String code, int indent) {
    this.code = code;
    this.indent = indent;
    this.brackets = new Brackets(code);
  }

  /** The lines that a line of code becomes, which is given without its indentation. */
  static List<String> lines(String code, int indent) {
    if (indent + code.length() <= Layout.COLUMNS) {
      return List.of(" ".repeat(indent) + code);
    }
    LineBreaker breaker = new LineBreaker(code, indent);
    return breaker
        .atThrows()
        .or(breaker::afterAssignment)
        .or(breaker::beforeOperators)
        .or(breaker::beforeDots)
        .or(breaker::inBrackets)
        .orElseGet(() -> List.of(" ".repeat(indent) + code));
  }

  private Optional<List<String>> atThrows() {
    List<Integer> at = brackets.outside(" throws ");
    return at.size() == 1 && fits(at.get(0)) ? Optional.of(split(at)) : Optional.empty();
  }

  private Optional<List<String>> afterAssignment() {
    List<Integer> at = brackets.outside(" = ");
    if (at.isEmpty()) {
      return Optional.empty();
    }
    int after = at.get(0) + 2;
    boolean restFits = CONTINUED + indent + code.length() - after - 1 <= Layout.COLUMNS;
    boolean bracketFits = code.indexOf('(', after) >= 0 && fits(code.indexOf('(', after) + 1);
    return restFits || !bracketFits ? Optional.of(split(List.of(after))) : Optional.empty();
  }

  private Optional<List<String>> beforeOperators() {
    for (List<String> level : OPERATORS) {
      List<Integer> at = level.stream()
          .flatMap(operator -> brackets.outside(" " + operator + " ").stream())
          .filter(index -> !code.startsWith(" ? extends ", index))
          .filter(index -> !code.startsWith(" ? super ", index))
          .sorted()
          .toList();
      if (!at.isEmpty()) {
        return Optional.of(split(at));
      }
    }
    return Optional.empty();
  }

  private Optional<List<String>> beforeDots() {
    List<Integer> dots = brackets.chained();
    return dots.isEmpty() ? Optional.empty() : Optional.of(split(dots));
  }

  private Optional<List<String>> inBrackets() {
    return brackets.longest().map(group -> {
      List<String> lines = new ArrayList<>();
      lines.add(" ".repeat(indent) + code.substring(0, group.open() + 1));
      String inside = code.substring(group.open() + 1);
      if (group.isBlock()) {
        block(group, lines);
      } else if (indent + CONTINUED + inside.length() <= Layout.COLUMNS) {
        lines.add(" ".repeat(indent + CONTINUED) + inside);
      } else {
        filled(parts(group)).forEach(line -> lines.addAll(lines(line, indent + CONTINUED)));
      }
      return lines;
    });
  }

  private void block(Brackets.Group group, List<String> lines) {
    List<String> statements = parts(group);
    String last = statements.remove(statements.size() - 1);
    statements.forEach(statement -> lines.addAll(lines(statement, indent + Layout.INDENT)));
    String behind = code.substring(group.close());
    String inside = last.substring(0, last.length() - behind.length()).strip();
    if (!inside.isEmpty()) {
      lines.addAll(lines(inside, indent + Layout.INDENT));
    }
    lines.addAll(lines(behind, indent));
  }

  /** What stands between brackets, each part with its end, the last one with all that follows. */
  private List<String> parts(Brackets.Group group) {
    List<String> parts = new ArrayList<>();
    int from = group.open() + 1;
    for (int end : group.ends()) {
      parts.add(code.substring(from, end + 1).strip());
      from = end + 1;
    }
    parts.add(code.substring(from).strip());
    return parts;
  }

  private List<String> filled(List<String> parts) {
    List<String> lines = new ArrayList<>();
    boolean open = false;
    for (String part : parts) {
      boolean lambda = !new Brackets(part).outside(" -> ").isEmpty();
      String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
      if (open && !lambda && fits(CONTINUED + last.length() + 1 + part.length())) {
        lines.set(lines.size() - 1, last + " " + part);
      } else {
        lines.add(part);
      }
      open = !lambda;
    }
    return lines;
  }

  private boolean fits(int length) {
    return indent + length <= Layout.COLUMNS;
  }

  /** Splits before these places; a blank there goes. */
  private List<String> split(List<Integer> places) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    for (int place : places) {
      lines.addAll(lines(code.substring(from, place), from == 0 ? indent : indent + CONTINUED));
      from = code.charAt(place) == ' ' ? place + 1 : place;
    }
    lines.addAll(lines(code.substring(from), indent + CONTINUED));
    return lines;
  }
}
