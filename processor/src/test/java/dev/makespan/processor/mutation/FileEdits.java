package dev.makespan.processor.mutation;

import com.sun.source.tree.ImportTree;
import com.sun.source.tree.PackageTree;
import java.util.List;
import java.util.Set;

/** Changes to a file as a whole: its lines, package, imports and single characters. */
final class FileEdits {
  /** The rule that takes a program out of its package. */
  static final String PACKAGE = "package";

  private static final int EVERY = 7;

  private final Outline outline;
  private final Edits edits;

  FileEdits(Outline outline, Edits edits) {
    this.outline = outline;
    this.edits = edits;
  }

  void add() {
    lines();
    characters();
    PackageTree named = outline.unit().getPackage();
    if (named != null) {
      edits.add(program(PACKAGE, outline.start(named), outline.end(named), ""));
    }
    for (ImportTree each : outline.unit().getImports()) {
      int start = outline.start(each);
      int end = outline.end(each);
      String text = outline.text(each);
      edits.add(program("import-gone", start, end, ""));
      edits.add(
          program("import-static", start, end, text.replaceFirst("import ", "import static ")));
      edits.add(same("import-twice", start, end, text + "\n" + text));
      edits.add(program("import-missing", start, start, "import missing.pack.Type;\n"));
      edits.add(same("import-more", start, start, "import java.util.zip.*;\n"));
    }
    int end = outline.text().length();
    edits.add(same("empty-declaration", end, end, ";\n"));
    edits.add(same("comment-at-end", end, end, "/* \\u002a */ // größe \t\f\n"));
  }

  private void lines() {
    String text = outline.text();
    if (!text.contains("\"\"\"") && !text.contains("\r")) {
      edits.add(same("carriage-returns", 0, text.length(), text.replace("\n", "\r\n")));
      edits.add(same("carriage-returns", 0, text.length(), text.replace('\n', '\r')));
    }
    if (!text.contains("//") && !text.contains("\"") && !text.contains("'")) {
      edits.add(same("one-line", 0, text.length(), text.replaceAll("\\R", " ")));
    }
  }

  /** A few of the separators and brackets, which are left out, doubled, or replaced. */
  private void characters() {
    String text = outline.text();
    int seen = 0;
    for (int at = 0; at < text.length(); at++) {
      char each = text.charAt(at);
      if (";{}(),.<>@\"=".indexOf(each) < 0 || seen++ % EVERY != 0) {
        continue;
      }
      edits.add(program("character-gone", at, at + 1, ""));
      edits.add(program("character-twice", at, at + 1, "" + each + each));
      for (String other : List.of(";", ")", "}", "\\u0022", "#", "\u0000", "é")) {
        edits.add(program("character-other", at, at + 1, other));
      }
    }
  }

  private Edit program(String rule, int start, int end, String text) {
    return new Edit(rule, outline.file(), start, end, text, Reach.program(), Set.of());
  }

  private Edit same(String rule, int start, int end, String text) {
    return new Edit(rule, outline.file(), start, end, text, Reach.nothing(), Set.of());
  }
}
