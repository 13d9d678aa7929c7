package dev.makespan.processor.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.processor.Compiled;
import dev.makespan.processor.MakespanProcessor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SizeCheckTest {
  private static final String PROGRAM = """
      package demo; import dev.makespan.*; import java.util.*;
      final class Large {
        @Task static int one(int x) { return x; }
        @Workflow static int go(int x, List<Integer> l) {
          int b = one(x);
          %s
          return b;
        }
      }
      """;

  @TempDir
  private Path directory;

  /** As many steps as are accepted compile, also where javac counts the bytes. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
          int a# = one(b);                                                   | 1926
          int a# = x + b;                                                    | 1284
          @After("b") @Options(name = "n#", timeout = "5s") int a# = one(x); | 744
          List<Integer> a# = Makespan.map(l, e -> one(e) + b);               | 873
          if (b == #) { return x; }                                          | 719
          """)
  void refusesOneStepMoreThanFits(String step, int most) {
    compile(step, most).assertClean();
    assertEquals(
        List.of("[makespan:too-large] go has more steps than a method of the generated class can"
            + " wire. Move parts of it into workflows of their own."),
        told(compile(step, most + 1)));
  }

  private Compiled compile(String step, int count) {
    String steps = IntStream.range(0, count)
        .mapToObj(i -> step.replace("#", "" + i))
        .collect(Collectors.joining("\n"));
    return compile(PROGRAM.formatted(steps));
  }

  private Compiled compile(String program) {
    return Compiled.withoutHints(
        directory, Map.of("Large.java", program), List.of(new MakespanProcessor()));
  }

  private static List<String> told(Compiled compiled) {
    return compiled.diagnostics().stream()
        .map(each -> each.getMessage(null).replaceAll("\\s+", " "))
        .toList();
  }

  @Test
  void refusesMoreParametersThanTwinsCanHave() {
    assertTrue(parameters("int", 253).success());
    assertTrue(parameters("long", 126).success());
    for (Compiled tooMany : List.of(parameters("int", 254), parameters("double", 127))) {
      assertEquals(
          List.of("[makespan:too-large] all has more parameters than a method of the generated"
              + " class can have: 253, where a long or double counts twice. Pass some of them"
              + " together, as a record."),
          told(tooMany));
    }
  }

  @Test
  void refusesALambdaThatTakesMoreWithItThanAMethodCan() {
    assertTrue(captures(250).success());
    Compiled tooMany = captures(252);
    assertEquals(1, tooMany.diagnostics().size(), tooMany::messages);
    assertTrue(told(tooMany).get(0).startsWith("[makespan:too-many-values] "), tooMany::messages);
  }

  private Compiled captures(int count) {
    String locals = IntStream.range(0, count)
        .mapToObj(i -> "int v" + i + " = one(x);")
        .collect(Collectors.joining("\n"));
    String map = "List<Integer> all = Makespan.map(l, e -> { int a = " + sum(0, 126) + "; int c = "
        + sum(126, count) + "; return one(a + c + e); });";
    return compile(PROGRAM.formatted(locals + "\n" + map));
  }

  private static String sum(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "v" + i).collect(Collectors.joining(" + "));
  }

  private Compiled parameters(String type, int count) {
    String parameters =
        IntStream.range(0, count).mapToObj(i -> type + " p" + i).collect(Collectors.joining(", "));
    return compile("package demo; import dev.makespan.*; class Large { @Task int all(" + parameters
        + ") { return 0; } }");
  }
}
