package dev.makespan.processor.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LayoutTest {
  private static final String LONG = "aNameThatIsRatherLongAndTellsWhatItIs";

  @Test
  void leavesWhatFits() {
    String text = "class A {\n  int a = b(c,\n      d);\n\n  /** Ä. */\n  int e;\n}\n";
    assertEquals("class A {\n  int a = b(c, d);\n\n  /** Ä. */\n  int e;\n}\n", Layout.of(text));
  }

  @Test
  void putsParametersBelowTheNameOfTheMethod() {
    assertLaidOut("""
          private static Map<String, Integer> a%1$s(String b%1$s,
              Map<String, Integer> c) {
        """, """
          private static Map<String, Integer> a%1$s(
              String b%1$s, Map<String, Integer> c) {
        """);
  }

  @Test
  void fillsLinesWithParametersThatNeedSeveral() {
    assertLaidOut("""
          void a(Map<String, Integer> b%1$s,
              Map<String, Integer> c%1$s, Map<String, Integer> d) {
        """, """
          void a(
              Map<String, Integer> b%1$s,
              Map<String, Integer> c%1$s, Map<String, Integer> d) {
        """);
  }

  @Test
  void keepsThrowsTogether() {
    assertLaidOut("""
          private static Map<String, Integer> a%1$s(int b) throws IOException,
              InterruptedException {
        """, """
          private static Map<String, Integer> a%1$s(int b)
              throws IOException, InterruptedException {
        """);
    assertLaidOut("""
          private static int a%1$s(int b%1$s)
              throws Throwable {
        """, """
          private static int a%1$s(
              int b%1$s) throws Throwable {
        """);
    assertLaidOut("""
          private static int a%1$s(String b, int c) throws
              Throwable {
        """, """
          private static int a%1$s(String b, int c) throws Throwable {
        """);
  }

  @Test
  void breaksAfterAnAssignmentIfTheRestFits() {
    assertLaidOut(
        "int a%1$s = b(%1$s, 3 + 4, %1$s);\n", "int a%1$s =\n    b(%1$s, 3 + 4, %1$s);\n");
  }

  @Test
  void givesALambdaALineOfItsOwn() {
    assertLaidOut(
        "int a = run.eval(\"a, (b\", 3, () -> b(%1$s, 'c', '(', %1$s), c%1$s, d);\n", """
        int a = run.eval(
            "a, (b", 3,
            () -> b(%1$s, 'c', '(', %1$s),
            c%1$s, d);
        """);
  }

  @Test
  void breaksBeforeTheOperatorsThatBindLeast() {
    assertLaidOut("return a%1$s && b + c || d%1$s || \" || \".isEmpty() && e;\n", """
        return a%1$s && b + c
            || d%1$s
            || " || ".isEmpty() && e;
        """);
    assertLaidOut("return a%1$s(b) ? c%1$s(d ? e : f) : g;\n", """
        return a%1$s(b)
            ? c%1$s(d ? e : f)
            : g;
        """);
  }

  @Test
  void breaksBeforeTheDotsOfAChain() {
    assertLaidOut("return ((A) in[0]).b%1$s(c).d%1$s(e -> e.f(g).h()).i();\n", """
        return ((A) in[0]).b%1$s(c)
            .d%1$s(e -> e.f(g).h())
            .i();
        """);
  }

  @Test
  void writesTheStatementsOfABlockBelowEachOther() {
    assertLaidOut(
        "return switch (a) { case A, B -> b%1$s; case C -> { c%1$s(';'); yield d; } default -> e; };\n",
        """
        return switch (a) {
          case A, B -> b%1$s;
          case C -> { c%1$s(';'); yield d; } default -> e;
        };
        """);
    assertBroken("return a%1$s(b -> { int c = b%1$s; return c + d%1$s; }, e);\n", """
        return a%1$s(
            b -> {
              int c = b%1$s;
              return c + d%1$s;
            },
            e);
        """);
    assertBroken("return new int[] {a%1$s, b%1$s, c%1$s(1), d};\n", """
        return new int[] {
            a%1$s, b%1$s,
            c%1$s(1), d};
        """);
  }

  @Test
  void takesAWildcardForNoOperator() {
    assertLaidOut(
        "return run.<Map<String, ? extends A>>eval(a%1$s, %1$s);\n",
        "return run.<Map<String, ? extends A>>eval(\n    a%1$s, %1$s);\n");
  }

  @Test
  void touchesNoTextBlock() {
    String text = """
        return a(%1$s, \"""
              b(c,
          d) %1$s %1$s %1$s \\\"""
            throws \""", e);
        int f;
        """.formatted(LONG);
    assertEquals(text, Layout.of(text));
  }

  @Test
  void leavesWhatHasNoPlaceToBreak() {
    String line = "return \"" + LONG.repeat(3) + " + (a, b)\";\n";
    assertEquals(line, Layout.of(line));
  }

  @Test
  void wrapsCommentsBetweenWordsButBeforeNoTag() {
    assertLaidOut("""
          /**
           * A %1$s and %1$s, don't \""" forget @Task me.
           */
          int a;
        """, """
          /**
           * A %1$s and %1$s, don't \"""
           * forget @Task me.
           */
          int a;
        """);
    assertLaidOut(
        "  /**\n   * A comment that costs 3 $.\n   */\n", "  /** A comment that costs 3 $. */\n");
  }

  @Test
  void noGoldenLineIsTooLong() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/golden"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".golden")).toList()) {
        List<String> tooLong = Files.readAllLines(file).stream()
            .filter(line -> line.length() > Layout.COLUMNS)
            .toList();
        assertEquals(List.of(), tooLong, file.toString());
      }
    }
  }

  private static void assertLaidOut(String text, String expected) {
    assertBroken(text, expected);
    assertBroken(expected, expected);
  }

  private static void assertBroken(String text, String expected) {
    assertEquals(expected.formatted(LONG), Layout.of(text.formatted(LONG)));
  }
}
