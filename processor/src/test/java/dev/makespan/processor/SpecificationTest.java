package dev.makespan.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.processor.problem.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The annotations' Javadoc is the specification of the language: each of its examples is compiled.
 * One that follows the code of a problem has that problem and no other; the others compile.
 */
final class SpecificationTest {
  private static final Path RUNTIME = Path.of("../runtime/src/main/java/dev/makespan");
  private static final Path CONTEXT = Path.of("src/test/resources/specification");
  private static final List<String> ANNOTATIONS =
      List.of("Workflow", "Task", "MapTask", "Dynamic", "After", "Options");

  /** What speaks of the compiler or of other files rather than of the language. */
  private static final Set<Code> UNSPECIFIED = EnumSet.of(Code.CRASH);

  /** An item of a list, or a paragraph, that begins with codes; or the text of an example. */
  private static final Pattern PART = Pattern.compile(
      "(?:<li>|<p>|is )((?:\\{@code [a-z-]+}(?:, |))+):|<pre>\\{@code\n(.*?)\n}</pre>|(</ul>|<h2>|<h3>)",
      Pattern.DOTALL);

  /** How the first line of a member begins. */
  private static final Pattern MEMBERS = Pattern.compile(
      "(?m)^(@(Workflow|Task|MapTask|Dynamic)|static|interface|class|record|Demo\\()");

  private static final Pattern CODE = Pattern.compile("\\{@code ([a-z-]+)}");

  /** What examples may read. An example that declares a name itself isn't given it. */
  private static final Map<String, String> VALUES = Map.ofEntries(
      Map.entry("order", "Order order"),
      Map.entry("customer", "Customer customer"),
      Map.entry("key", "String key"),
      Map.entry("item", "String item"),
      Map.entry("items", "List<String> items"),
      Map.entry("n", "int n"),
      Map.entry("numbers", "int[] numbers"),
      Map.entry("url", "URI url"),
      Map.entry("urls", "List<URI> urls"),
      Map.entry("reports", "List<Report> reports"),
      Map.entry("date", "LocalDate date"),
      Map.entry("folder", "Path folder"),
      Map.entry("database", "String database"),
      Map.entry("topic", "String topic"));

  /**
   * An example.
   *
   * @param codes the problems that it may have; none if it must compile
   */
  record Example(String annotation, List<String> codes, String text) {
    @Override
    public String toString() {
      return annotation + " " + codes + " " + text.lines().findFirst().orElse("");
    }
  }

  static List<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    for (String annotation : ANNOTATIONS) {
      List<String> codes = List.of();
      Matcher part = PART.matcher(javadoc(annotation));
      while (part.find()) {
        if (part.group(1) != null) {
          codes =
              CODE.matcher(part.group(1)).results().map(code -> code.group(1)).toList();
        } else if (part.group(2) != null) {
          examples.add(new Example(annotation, codes, part.group(2)));
          codes = List.of();
        } else {
          codes = List.of();
        }
      }
    }
    return examples;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isTrue(Example example, @TempDir Path directory) throws IOException {
    Compiled compiled =
        Compiled.withoutHints(directory, program(example.text()), List.of(new MakespanProcessor()));
    if (example.codes().isEmpty()) {
      compiled.assertClean();
      return;
    }
    List<String> told = compiled.diagnostics().stream()
        .map(each -> each.getMessage(Locale.ROOT))
        .map(text -> text.startsWith("[makespan:") ? text.substring(10, text.indexOf(']')) : text)
        .toList();
    assertEquals(1, told.size(), compiled::messages);
    assertTrue(example.codes().contains(told.get(0)), compiled::messages);
  }

  @Test
  void namesEveryProblem() throws IOException {
    Set<String> named = new TreeSet<>();
    for (String annotation : ANNOTATIONS) {
      CODE.matcher(javadoc(annotation)).results().forEach(code -> named.add(code.group(1)));
    }
    List<String> unnamed = EnumSet.complementOf(EnumSet.copyOf(UNSPECIFIED)).stream()
        .map(Code::id)
        .filter(code -> !named.contains(code))
        .toList();
    assertEquals(List.of(), unnamed);
  }

  /** The text of an annotation's comments. */
  private static String javadoc(String annotation) throws IOException {
    return Files.readString(RUNTIME.resolve(annotation + ".java"))
        .replaceAll("(?m)^ *(/\\*\\*|\\*/|\\* ?)", "")
        .replaceAll("(?m)^ +(?=<)", "");
  }

  /** A program around an example: members of a class, or what a workflow's body may say. */
  private static Map<String, String> program(String example) throws IOException {
    String text = example.replace("{ … }", "{ throw new UnsupportedOperationException(); }");
    Map<String, String> files = new TreeMap<>();
    files.put("Prices.java", Files.readString(CONTEXT.resolve("Prices.java")));
    if (text.startsWith("interface Prices")) {
      String first = text.lines().findFirst().orElseThrow();
      files.put("Prices.java", "package demo; import dev.makespan.Task; " + first);
      text = "static void use(Prices prices) {" + text.substring(first.length()) + "}";
    }
    if (text.startsWith("final Prices prices;")) {
      text = "Demo(Prices prices) { this.prices = prices; } " + text;
    }
    String added = MEMBERS.matcher(text).find() ? text : body(text);
    files.put(
        "Demo.java",
        Files.readString(CONTEXT.resolve("Demo.java")).replace("/* example */", added));
    return files;
  }

  private static String body(String text) {
    StringBuilder parameters = new StringBuilder();
    VALUES.forEach((name, declared) -> {
      boolean read = Pattern.compile("(?<![\\w.])" + name + "\\b").matcher(text).find();
      boolean own = Pattern.compile("(?<!return)(?<=[\\w>]) " + name + "( =|;)")
          .matcher(text)
          .find();
      if (read && !own) {
        parameters.append(parameters.isEmpty() ? "" : ", ").append(declared);
      }
    });
    String last = text.lines().reduce((one, next) -> next).orElse("");
    String end = last.startsWith("return ") ? "" : "\n return null;";
    return "@Workflow static Object example(" + parameters + ") throws Exception {\n" + text + end
        + "\n}";
  }
}
