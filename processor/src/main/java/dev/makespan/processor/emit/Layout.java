package dev.makespan.processor.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The layout of a generated file. JavaPoet leaves long lines as they are, and breaks long headers
 * where the column limit happens to fall; this breaks both as a careful person would. Only white
 * space between tokens changes, and none in a text block.
 */
final class Layout {
  /** The most characters of a line that can be broken. */
  static final int COLUMNS = 100;

  static final int INDENT = 2;

  private final List<String> lines;
  private final List<String> out = new ArrayList<>();
  private int next;
  private boolean inTextBlock;

  private Layout(List<String> lines) {
    this.lines = lines;
  }

  /** The text of a Java file, laid out. */
  static String of(String text) {
    Layout layout = new Layout(List.of(text.split("\n", -1)));
    layout.arrange();
    return String.join("\n", layout.out);
  }

  private void arrange() {
    while (next < lines.size()) {
      String line = lines.get(next++);
      String code = line.stripLeading();
      boolean isComment = !inTextBlock && (code.startsWith("/**") || code.startsWith("*"));
      Optional<String> joined = isComment ? joined(line) : Optional.empty();
      if (joined.isPresent()) {
        out.add(joined.get());
        next += 2;
      } else if (isComment) {
        comment(line, line.length() - code.length());
      } else if (isOfTextBlock(line)) {
        out.add(line);
      } else {
        code(line, line.length() - code.length());
      }
    }
  }

  /** A comment that JavaPoet spread over three lines, in one, if it fits. */
  private Optional<String> joined(String line) {
    boolean spread = line.endsWith("/**")
        && next + 1 < lines.size()
        && lines.get(next).strip().startsWith("* ")
        && lines.get(next + 1).strip().equals("*/");
    return spread
        ? Optional.of(line + lines.get(next).strip().substring(1) + " */")
            .filter(one -> one.length() <= COLUMNS)
        : Optional.empty();
  }

  private boolean isOfTextBlock(String line) {
    boolean before = inTextBlock;
    if (!before && !line.contains(Quotes.TEXT_BLOCK)) {
      return false;
    }
    inTextBlock = new Quotes(line, before).endsInTextBlock();
    return before || inTextBlock;
  }

  private void comment(String line, int indent) {
    String rest = line;
    while (rest.length() > COLUMNS) {
      int space = rest.lastIndexOf(' ', COLUMNS);
      // An at sign that begins a line would begin a tag.
      while (space > indent + 1 && rest.startsWith("@", space + 1)) {
        space = rest.lastIndexOf(' ', space - 1);
      }
      if (space <= indent + 1) {
        break;
      }
      out.add(rest.substring(0, space));
      rest = " ".repeat(indent) + "* " + rest.substring(space + 1);
    }
    out.add(rest);
  }

  /** A line of code, with what JavaPoet broke off it. */
  private void code(String line, int indent) {
    String whole = line.strip();
    while (next < lines.size() && isBroken(whole, lines.get(next).strip())) {
      String following = lines.get(next++).strip();
      boolean tight = whole.endsWith("(") || following.startsWith(")");
      whole += (tight ? "" : " ") + following;
    }
    if (line.isBlank() || line.startsWith("import ") || line.startsWith("package ")) {
      out.add(line);
    } else if (line.length() <= COLUMNS && whole.length() == line.length() - indent) {
      out.add(line);
    } else {
      out.addAll(LineBreaker.lines(whole, indent));
    }
  }

  private static boolean isBroken(String line, String following) {
    return line.endsWith(",")
        || line.endsWith("(")
        || line.endsWith(" throws")
        || following.startsWith(")")
        || following.startsWith("throws ");
  }
}
