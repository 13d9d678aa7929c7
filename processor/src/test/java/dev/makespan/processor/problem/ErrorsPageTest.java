package dev.makespan.processor.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.processor.Compiled;
import dev.makespan.processor.EclipseCompiler;
import dev.makespan.processor.MakespanProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The entries of {@code docs/errors.md} (see {@link ErrorEntry}): each wrong program has the
 * problem of its entry and no other, each right one has none, and the page is made of them.
 * {@code -Derrors.rewrite=true} writes the page anew.
 */
final class ErrorsPageTest {
  private static final Path PAGE = Path.of("../docs/errors.md");
  private static final boolean REWRITE = Boolean.getBoolean("errors.rewrite");

  /** What was told for the wrong programs, which are compiled once. */
  private static final Map<Code, Compiled> WRONG = new EnumMap<>(Code.class);

  @TempDir
  private Path directory;

  static Stream<Code> codes() {
    return Arrays.stream(Code.values()).filter(code -> Files.exists(ErrorEntry.file(code)));
  }

  @Test
  void everyCodeHasAnEntry() {
    List<String> missing = Arrays.stream(Code.values())
        .map(ErrorEntry::file)
        .filter(file -> !Files.exists(file))
        .map(Path::toString)
        .toList();
    assertEquals(
        List.of(),
        missing,
        "New codes need an entry: write these files as private-node.md beside them is written, then"
            + " run ErrorsPageTest with -Derrors.rewrite=true. The missing files");
  }

  @Test
  void everyEntryHasACode() throws IOException {
    List<Path> known = Arrays.stream(Code.values()).map(ErrorEntry::file).toList();
    try (Stream<Path> files = Files.list(ErrorEntry.DIRECTORY)) {
      assertEquals(List.of(), files.filter(file -> !known.contains(file)).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("codes")
  void refusesTheWrongProgramAtItsPlace(Code code) {
    ErrorEntry entry = ErrorEntry.of(code);
    ErrorEntry.Program program = entry.wrongProgram();
    assertTrue(program.line() > 0, "no mark in " + ErrorEntry.file(code));
    Compiled compiled = wrong(entry);
    List<String> told = compiled.diagnostics().stream()
        .map(each -> each.getMessage(Locale.ROOT).replaceAll("(?s)(?<=]) .*", "") + " "
            + each.getLineNumber() + ":" + each.getColumnNumber())
        .toList();
    assertEquals(
        List.of("[makespan:" + code.id() + "] " + program.line() + ":" + program.column()),
        told,
        compiled::messages);
    assertEquals(code.isWarning(), compiled.success());
  }

  /** A sentence, or the head of a list of lines; then a sentence, or a question. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CRASH")
  void saysWhatIsWrongAndThenTheCure(Code code) {
    List<String> lines = message(ErrorEntry.of(code)).lines().toList();
    assertTrue(lines.size() >= 2, lines::toString);
    assertTrue(lines.get(0).matches("\\[makespan:[a-z-]+] \\S.*[.:]"), lines::toString);
    assertTrue(lines.get(lines.size() - 1).matches(" +\\S.*[.?]"), lines::toString);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void acceptsTheRightProgram(Code code) {
    ErrorEntry.Program program = ErrorEntry.of(code).rightProgram();
    assertEquals(0, program.line(), "a mark in the right program");
    compile(code, program).assertClean();
  }

  @Test
  void thePageIsMadeOfTheEntries() throws IOException {
    List<ErrorEntry> entries = codes().map(ErrorEntry::of).toList();
    String page = ErrorsPage.render(entries, this::message);
    if (REWRITE) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }
    assertEquals(
        page,
        ErrorEntry.read(PAGE),
        "docs/errors.md is generated; run ErrorsPageTest with -Derrors.rewrite=true");
  }

  private String message(ErrorEntry entry) {
    return wrong(entry).diagnostics().stream()
        .map((Diagnostic<?> each) -> each.getMessage(Locale.ROOT))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing is told for " + entry));
  }

  private Compiled wrong(ErrorEntry entry) {
    synchronized (WRONG) {
      return WRONG.computeIfAbsent(entry.code(), code -> {
        try {
          return compile(code, entry.wrongProgram());
        } catch (RuntimeException | AssertionError failure) {
          throw new AssertionError(entry.toString(), failure);
        }
      });
    }
  }

  private Compiled compile(Code code, ErrorEntry.Program program) {
    Path target = directory.resolve(code.id());
    if (code == Code.SEQUENTIAL) {
      // Only beside another compiler, which has warnings of its own, and wants folders.
      Map<String, String> files = new TreeMap<>();
      program.files().forEach((name, text) -> files.put("shop/" + name, text));
      return EclipseCompiler.withoutHints(
          EclipseCompiler.compile(target, files, new MakespanProcessor()));
    }
    if (program.before().isEmpty()) {
      return Compiled.withWarnings(target, program.files());
    }
    Compiled before = Compiled.unprocessed(target.resolve("before"), program.before());
    assertTrue(before.success(), before::messages);
    return Compiled.withWarnings(target, program.files(), before.classes());
  }
}
