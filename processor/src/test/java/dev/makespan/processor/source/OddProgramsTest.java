package dev.makespan.processor.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.processor.Compiled;
import dev.makespan.processor.MakespanProcessor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A program whose reading takes exponential time hangs, so there is a limit. */
@Timeout(120)
final class OddProgramsTest {
  private static final String IMPORTS =
      "import dev.makespan.*; import java.util.*; import java.util.function.*; import java.util.stream.*; ";
  private static final Pattern PACKAGE = Pattern.compile("\\Apackage ([\\w.]+);\\R?");
  private static final Pattern TYPE = Pattern.compile(
      "(?m)^(?:@\\S+\\s+|@SuppressWarnings.*\\R)*(?:public )?(?:class|record|enum|interface) (\\w+)",
      Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern MARK =
      Pattern.compile("/\\*(?:!|(?=[a-z]+-|reassignment|statement|loop))([a-z-]+)\\*/");

  @TempDir
  Path directory;

  static Stream<List<String>> legal() {
    return Stream.of(
            Stream.of(
                OddNames.PROGRAMS,
                OddTypes.PROGRAMS,
                OddSyntax.PROGRAMS,
                OddDeclarations.PROGRAMS,
                OddHidden.PROGRAMS,
                OddIdentity.PROGRAMS),
            OddMutations.LEGAL.stream(),
            OddBranches.LEGAL.stream().map(List::of),
            OddSwitches.LEGAL.stream().map(List::of),
            OddMixtures.LEGAL.stream().map(List::of),
            OddTries.LEGAL.stream().map(List::of),
            OddMaps.LEGAL.stream(),
            OddLoops.LEGAL.stream(),
            OddStreams.LEGAL.stream())
        .flatMap(each -> each);
  }

  @ParameterizedTest
  @MethodSource("legal")
  void runsLikeThePlainCall(List<String> programs) throws Exception {
    Compiled compiled = Compiled.withoutHints(
            directory, files(programs), List.of(new MakespanProcessor()))
        .assertClean();
    try (URLClassLoader loader = new URLClassLoader(
        new URL[] {compiled.classes().toUri().toURL()}, getClass().getClassLoader())) {
      for (String path : compiled.sources().keySet()) {
        String flow = path.replace(".java", "").replace('/', '.');
        String user = flow.substring(0, flow.length() - "Flow".length()).replace('_', '$');
        int calls = new TwinCalls(loader.loadClass(user), loader.loadClass(flow)).compare();
        assertTrue(calls > 0 || !programs.toString().contains("@Workflow"), path);
      }
    }
  }

  static Stream<List<String>> refused() {
    return Stream.of(
        OddRefusals.PROGRAMS,
        OddDeclarations.REFUSED,
        OddBranches.REFUSED,
        OddSwitches.REFUSED,
        OddMixtures.REFUSED,
        OddTries.REFUSED,
        OddMutations.REFUSED_EARLY,
        OddMutations.REFUSED,
        OddMaps.REFUSED,
        OddLoops.REFUSED,
        OddHidden.REFUSED);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void tellsEachProblemAtItsPlaceAndNothingElse(List<String> programs) {
    Map<String, String> files = files(programs);
    Set<String> expected = new TreeSet<>();
    files.forEach((name, text) -> {
      Matcher mark = MARK.matcher(text);
      while (mark.find()) {
        String before = text.substring(0, mark.end());
        expected.add(problem(
            name,
            before.lines().count(),
            before.length() - before.lastIndexOf('\n'),
            mark.group(1)));
      }
    });
    Set<String> told = new TreeSet<>();
    for (Diagnostic<? extends javax.tools.JavaFileObject> each : Compiled.withoutHints(
            directory, files, List.of(new MakespanProcessor()))
        .diagnostics()) {
      String text = each.getMessage(Locale.ROOT);
      String code = text.startsWith("[makespan:")
          ? text.substring("[makespan:".length(), text.indexOf(']'))
          : text;
      String file = each.getSource() == null ? "" : each.getSource().getName().substring(1);
      told.add(problem(file, each.getLineNumber(), each.getColumnNumber(), code));
    }
    assertEquals(String.join("\n", expected), String.join("\n", told));
  }

  static Stream<String> rejected() {
    return OddRejected.PROGRAMS.stream();
  }

  @ParameterizedTest
  @MethodSource("rejected")
  void leavesToTheCompilerWhatItRejects(String program) {
    Map<String, String> files = files(List.of(program));
    String text = files.values().iterator().next();
    String before = text.substring(0, text.indexOf("/*javac*/") + "/*javac*/".length());
    List<String> errors =
        Compiled.withoutHints(directory, files, List.of(new MakespanProcessor()))
            .diagnostics()
            .stream()
            .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
            .map(each -> each.getSource().getName()
                + " " + each.getMessage(Locale.ROOT).startsWith("[makespan:")
                + " " + each.getPosition())
            .toList();
    assertEquals(List.of("/odd/Demo.java false " + before.length()), errors);
  }

  private static String problem(String file, long line, long column, String code) {
    return file + ":" + line + ":" + column + " " + code;
  }

  /** The programs by path. The imports stand on the first line. */
  private static Map<String, String> files(List<String> programs) {
    Map<String, String> files = new TreeMap<>();
    for (String program : programs) {
      Matcher named = PACKAGE.matcher(program);
      String packageName = named.find() ? named.group(1) : "odd";
      boolean unnamed = packageName.equals("NONE");
      String body = named.replaceFirst("");
      Matcher type = TYPE.matcher(body);
      assertTrue(type.find(), program);
      String path = unnamed ? "" : packageName.replace('.', '/') + "/";
      files.put(
          path + type.group(1) + ".java",
          (unnamed ? "" : "package " + packageName + "; ") + IMPORTS + body);
    }
    return files;
  }
}
