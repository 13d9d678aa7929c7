package dev.makespan.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the compiler warns of in a workflow is told there, and not again in the generated class. */
final class LintTest {
  /**
   * Each line with a mark provokes a warning; those with the other mark on newer compilers only.
   */
  private static final String LINTED = """
      package demo; import dev.makespan.*; import java.util.*; import java.util.function.*;
      final class Linted {
        @Task static int one(int x) { return x; }
        static int st(int x) { return x; }
        static <T> List<T> gen(List<T> l) { return l; }
        @Workflow static int zero(int x) { return x / 0; } //!
        @Workflow static int zeroOf(int x) { final int zero = 0; return x % zero; } //!
        static final int ZERO = 0;
        @Workflow static int zeroSum(int x) { return x / (ZERO + 0 * -ZERO) + one(x) / (one(x) - 1); } //!
        @Workflow static int cast(int x) { return (int) x + one(x); } //!
        @Workflow static int casts(Object x) { return one((Integer) (Object) x); } //!
        @Workflow static int through(Linted l) { return l.st(1); } //!
        @Workflow static Object unchecked(Object x) { return (List<String>) x; } //!
        @Workflow static List<String> conversion( @SuppressWarnings("rawtypes") List x) { List<String> y = x; return y; } //!
        @Workflow static Object raw(int x) { return new ArrayList(); } //!
        @Workflow static Object rawCall(int x) { return new ArrayList(3).add("x"); } //!
        @Workflow static Object rawArgument(@SuppressWarnings("rawtypes") List x) { return gen(x); } //!
        @Workflow static Object deprecatedConstructor(int x) { return new Integer(x); } //!
        @Workflow static int deprecated(Date x) { return x.getYear(); } //!
        @Workflow static int deprecatedOfElement(List<Date> x) { return x.get(0).getMonth(); } //!
        @Workflow static int inLambda(List<Date> x) { return x.stream().mapToInt(d -> d.getDay()).sum(); } //!
        @Workflow static int byReference(List<Date> x) { return x.stream().mapToInt(Date::getDay).sum(); } //!
        @Workflow static int inMap(List<Date> x) { return Makespan.map(x, d -> one(d.getYear())).size(); } //!
        @Workflow static Runnable removal(Thread x) { return () -> x.stop(); } //!
        @Workflow static IntUnaryOperator empty(int x) { return y -> { if (y > 1); return y; }; } //!
        @Workflow static IntUnaryOperator fallsThrough(int x) { return y -> { switch (y) { case 1: st(1); case 2: st(2); } return y; }; } //!
        @Workflow static IntUnaryOperator last(int x) { return y -> { try { st(1); } finally { return y; } }; } //!
        @Workflow static IntUnaryOperator resource(int x) { return y -> { try (java.io.StringReader r = new java.io.StringReader("")) { return y; } }; } //!
        @Workflow static Runnable valueBased(Integer x) { return () -> { synchronized (x) { st(1); } }; } //!
        @Workflow static IntUnaryOperator lossy(int x) { return y -> { short s = 1; s += 3.0; return y + s; }; } //?
        @Workflow static int id(Thread x) { return (int) x.getId(); } //?
        @Workflow static String text(int x) {
          return one(x) + QUOTES
            a  SPACE
            bQUOTES; }
      }
      """.replace("QUOTES", "\"\"\"").replace("SPACE", " ");

  @TempDir
  private Path directory;

  @Test
  void tellsWarningsWhereTheUserWroteThemAlone() {
    Compiled compiled = Compiled.withWarnings(directory, Map.of("Linted.java", LINTED));
    Set<Long> expected = lines("//!");
    expected.addAll(lines("\"\"\""));
    Set<Long> told = new TreeSet<>();
    compiled.diagnostics().stream()
        .filter(
            each -> each.getSource() != null && each.getSource().getName().endsWith("Linted.java"))
        .forEach(each -> told.add(each.getLineNumber()));
    told.removeAll(lines("//?"));
    assertEquals(expected, told, compiled::messages);
    assertEquals(
        List.of(),
        compiled.diagnostics().stream()
            .filter(each ->
                each.getSource() != null && each.getSource().getName().endsWith("Flow.java"))
            .toList(),
        compiled::messages);
    compiled.source("LintedFlow");
  }

  private static Set<Long> lines(String mark) {
    List<String> lines = LINTED.lines().toList();
    return lines.stream()
        .filter(line -> line.endsWith(mark))
        .map(line -> (long) lines.indexOf(line) + 1)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void usesClassesOfAnotherNameThanTheirFileWithoutAWarning() {
    Compiled.of(directory, Map.of("Main.java", """
            package demo; import dev.makespan.*; import java.util.*;
            final class Main {
              @Task static int one(int x) { return x; }
              @Workflow static int all(int x) { return one(x) + Beside.help(x) + new Beside().instance(); }
            }
            final class Beside {
              static int help(int x) { return x; }
              int instance() { return 1; }
              static final class Nested { @Task static int two(int x) { return x; } }
              @Task static int three(int x) { return x; }
              @Workflow static int all(int x) { return three(x) + Nested.two(x) + help(x); }
              @Workflow static List<Integer> each(List<Integer> x) { return Makespan.map(x, y -> three(help(y)) + 1); }
            }
            """)).assertClean();
  }
}
