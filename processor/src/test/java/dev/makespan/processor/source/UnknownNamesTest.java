package dev.makespan.processor.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.makespan.processor.Compiled;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name that nothing has is the compiler's to report, and hides what may follow from it. */
class UnknownNamesTest {
  @TempDir
  Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "static int go(int x) { return ^nope + t(x); }",
        "static int go(int x) { return ^nope() + t(x); }",
        "static int go(int x) { return x^.nope() + t(x); }",
        "static int go(String s, int x) { return s^.nope() + t(x); }",
        "static int go(String s, int x) { return s^.nope + t(x); }",
        "static int go(int x) { return Math^.nope(x) + t(x); }",
        "static String go(String s, int x) { return ^nope + t(x); }",
        "static int go(List<Integer> l) { return Makespan.map(l, x -> ^nope(x, t(x))).size(); }",
      })
  void areToldByTheCompilerAlone(String method) {
    String line = "  @Workflow " + method;
    String text = "package demo;\nimport dev.makespan.*;\nimport java.util.*;\nclass Demo {\n"
        + "  @Task static int t(int x) { return x; }\n" + line.replace("^", "") + "\n}\n";
    Compiled compiled = Compiled.of(directory, Map.of("Demo.java", text));
    assertEquals(1, compiled.diagnostics().size(), compiled::messages);
    Diagnostic<?> told = compiled.diagnostics().get(0);
    String message = told.getMessage(Locale.ROOT).lines().findFirst().orElseThrow();
    String expected = method.contains("x^.") ? "int cannot be dereferenced" : "cannot find symbol";
    assertEquals(
        "6:" + (line.indexOf('^') + 1) + " " + expected,
        told.getLineNumber() + ":" + told.getColumnNumber() + " " + message);
  }
}
