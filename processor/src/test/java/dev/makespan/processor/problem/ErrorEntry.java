package dev.makespan.processor.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the page on errors says of one code: a file of {@code src/test/resources/errors}.
 *
 * <p>Such a file is four paragraphs or more with two programs: what is wrong, in one sentence; why
 * it is refused; the wrong program; the cure; the right program. A program is members of the class
 * {@code Shop}, or begins with {@code class} or {@code interface} and is a file of its own. A line
 * {@code // File lib/Rates.java} begins another file. {@code /*!*}{@code /} stands directly before
 * the place in the wrong program where the problem is told, and a comment {@code 300 times: + #}
 * for what it says, with the numbers from 1 in place of {@code #}.
 *
 * @param what what is wrong
 * @param why why it is refused
 * @param wrong a program with this problem and no other
 * @param cure what to do
 * @param right a program with no problem
 */
record ErrorEntry(Code code, String what, String why, String wrong, String cure, String right) {
  static final Path DIRECTORY = Path.of("src/test/resources/errors");

  /** What members of the class {@code Shop} may call. */
  static final String TASKS = """
      @Task static int price(String item) { return item.length(); }
      @Task static int stock(String item) { return 3; }
      @Task static int total(int price, int stock) { return price * stock; }
      @Task static void store(int total) {}
      """;

  private static final String MARK = "/*!*/";
  private static final String IMPORTS =
      "import dev.makespan.*; import java.io.*; import java.util.*; import java.util.concurrent.*;"
          + " import java.util.function.*; ";
  private static final Pattern PARTS = Pattern.compile(
      "\\A(.+?)\n\n(.+?)\n\n```java\n(.+?)\n```\n\n(.+?)\n\n```java\n(.+?)\n```\n\\Z",
      Pattern.DOTALL);
  private static final Pattern FILE =
      Pattern.compile("(?m)^// File (\\S+)(, compiled before, without the processor)?\n");
  private static final Pattern TYPE =
      Pattern.compile("\\A(?:/\\*!\\*/)?(?:abstract )?(?:class|interface) (\\w+)");
  private static final Pattern TIMES = Pattern.compile("/\\* (\\d+) times: (.*?) \\*/");

  static Path file(Code code) {
    return DIRECTORY.resolve(code.id() + ".md");
  }

  static ErrorEntry of(Code code) {
    String text = read(file(code));
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(file(code)
          + " must have what is wrong, why, a program, the cure, a program; see private-node.md");
    }
    return new ErrorEntry(
        code, parts.group(1), parts.group(2), parts.group(3), parts.group(4), parts.group(5));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A program that can be compiled.
   *
   * @param files the files; the first line of each has the package and the imports as well, so that
   *     lines have the numbers that they have in the page
   * @param before files that are compiled before, without the processor
   * @param line the line of the mark, 0 if there is none
   * @param column the column of the mark
   */
  record Program(Map<String, String> files, Map<String, String> before, int line, int column) {}

  Program wrongProgram() {
    return program(wrong);
  }

  Program rightProgram() {
    return program(right);
  }

  private static Program program(String text) {
    Map<String, String> files = new TreeMap<>();
    Map<String, String> before = new TreeMap<>();
    Matcher next = FILE.matcher(text);
    int end = text.length();
    while (next.find()) {
      end = Math.min(end, next.start());
      Matcher after = FILE.matcher(text);
      int last = after.find(next.end()) ? after.start() : text.length();
      String path = next.group(1);
      String owner = path.substring(0, path.indexOf('/'));
      String source = "package " + owner + "; " + IMPORTS + text.substring(next.end(), last);
      (next.group(2) == null ? files : before).put(path, source);
    }
    String marked = repeated(first(text.substring(0, end)));
    int mark = marked.indexOf(MARK);
    Matcher type = TYPE.matcher(text);
    files.put((type.find() ? type.group(1) : "Shop") + ".java", marked.replace(MARK, ""));
    String above = marked.substring(0, Math.max(mark, 0));
    return new Program(
        files,
        before,
        mark < 0 ? 0 : (int) (above.chars().filter(c -> c == '\n').count() + 1),
        above.length() - above.lastIndexOf('\n'));
  }

  private static String first(String text) {
    String head = "package shop; " + IMPORTS;
    return TYPE.matcher(text).find()
        ? head + text
        : head + "class Shop { " + TASKS.replace("\n", " ") + text + "\n}\n";
  }

  private static String repeated(String text) {
    return TIMES.matcher(text).replaceAll(found -> {
      StringBuilder all = new StringBuilder();
      for (int i = 1; i <= Integer.parseInt(found.group(1)); i++) {
        all.append(found.group(2).replace("#", String.valueOf(i))).append(' ');
      }
      return Matcher.quoteReplacement(all.toString());
    });
  }

  /** The wrong program as the page shows it. */
  String shownWrong() {
    return wrong.replace(MARK, "");
  }

  /** The line of the wrong program where the problem is told, with a caret below the place. */
  String shownPlace() {
    int mark = wrong.indexOf(MARK);
    int start = wrong.lastIndexOf('\n', mark) + 1;
    int end = wrong.indexOf('\n', mark);
    String line = wrong.substring(start, end < 0 ? wrong.length() : end).replace(MARK, "");
    return "  " + line + "\n  " + " ".repeat(mark - start) + "^";
  }

  @Override
  public String toString() {
    return code.id();
  }
}
