package dev.makespan.processor.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The layout of a generated file. JavaPoet leaves long lines as they are, and breaks long headers
 * where the column limit happens to fall; this breaks both as a careful person would. Only white
 * space between tokens changes, and none in a text block.
 */
final class Layout {
  /** The most characters of a line that can be broken. */
  static final int COLUMNS = 100;

  static final int INDENT = 2;

  /** A comment that JavaPoet spreads over three lines. Texts of the user's are indented further. */
  private static final Pattern ONE_LINE_COMMENT =
      Pattern.compile("^( {0,4})/\\*\\*\n {1,5}\\* ([^\n]{1,100})\n {1,5}\\*/$", Pattern.MULTILINE);

  private final List<String> lines;
  private final List<String> out = new ArrayList<>();
  private int next;
  private boolean inTextBlock;

  private Layout(List<String> lines) {
    this.lines = lines;
  }

  /** The text of a Java file, laid out. */
  static String of(String text) {
    String commented = ONE_LINE_COMMENT.matcher(text).replaceAll(comment -> {
      String line = comment.group(1) + "/** " + comment.group(2) + " */";
      return Matcher.quoteReplacement(line.length() <= COLUMNS ? line : comment.group());
    });
    Layout layout = new Layout(List.of(commented.split("\n", -1)));
    layout.arrange();
    return String.join("\n", layout.out);
  }

  private void arrange() {
    while (next < lines.size()) {
      String line = lines.get(next++);
      String code = line.stripLeading();
      boolean isComment = !inTextBlock && (code.startsWith("/**") || code.startsWith("*"));
      if (isComment) {
        comment(line, line.length() - code.length());
      } else if (isOfTextBlock(line)) {
        out.add(line);
      } else {
        code(line, line.length() - code.length());
      }
    }
  }

  private boolean isOfTextBlock(String line) {
    boolean before = inTextBlock;
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
    StringBuilder whole = new StringBuilder(line.strip());
    while (next < lines.size() && isBroken(whole, lines.get(next).strip())) {
      String following = lines.get(next++).strip();
      boolean tight = whole.charAt(whole.length() - 1) == '(' || following.startsWith(")");
      whole.append(tight ? "" : " ").append(following);
    }
    if (line.isBlank() || line.startsWith("import ") || line.startsWith("package ")) {
      out.add(line);
    } else {
      out.addAll(LineBreaker.lines(whole.toString(), indent));
    }
  }

  private static boolean isBroken(StringBuilder line, String following) {
    char last = line.isEmpty() ? ' ' : line.charAt(line.length() - 1);
    return last == ','
        || line.toString().endsWith(" throws")
        || last == '('
        || following.startsWith(")")
        || following.startsWith("throws ");
  }
}
