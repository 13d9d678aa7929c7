package dev.makespan.processor.problem;

import java.util.List;

/**
 * A program with one problem.
 *
 * @param code the problem's code
 * @param cure what the user is told to do about it
 * @param sources the files; the first one has the mark {@code /*!*}{@code /} directly before the
 *     place where the problem is told
 */
record ProblemCase(Code code, String cure, List<String> sources) {
  private static final String MARK = "/*!*/";
  private static final String HEAD =
      "package demo; import dev.makespan.*; import java.util.*; import java.util.concurrent.*;\n";

  /**
   * A problem among the members of a class {@code Demo} that has tasks {@code one} and {@code two}.
   */
  static ProblemCase in(Code code, String cure, String members) {
    String tasks =
        "@Task static int one(int x) { return x; } @Task static int two(int x, int y) { return x + y; } @Task static void store(int x) {}\n";
    return of(code, cure, HEAD + "public class Demo {\n" + tasks + members + "}\n");
  }

  /** A problem in whole files. The package and imports are put before the first. */
  static ProblemCase file(Code code, String cure, String first, String... others) {
    List<String> sources = new java.util.ArrayList<>(List.of(HEAD + first));
    sources.addAll(List.of(others));
    return new ProblemCase(code, cure, sources);
  }

  private static ProblemCase of(Code code, String cure, String source) {
    return new ProblemCase(code, cure, List.of(source));
  }

  int line() {
    return (int) before().lines().count();
  }

  int column() {
    return before().length() - before().lastIndexOf('\n');
  }

  private String before() {
    String source = sources.get(0);
    return source.substring(0, source.indexOf(MARK) + MARK.length());
  }

  @Override
  public String toString() {
    return code.id() + ": "
        + sources
            .get(0)
            .substring(sources.get(0).lastIndexOf('\n', sources.get(0).indexOf(MARK)) + 1)
            .lines()
            .findFirst()
            .orElse("")
            .strip();
  }
}
