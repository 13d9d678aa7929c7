package dev.makespan.processor.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.makespan.processor.mutation.Finding.Oracle;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each promise is missed when it isn't kept. */
final class JudgeTest {
  private static final String TEXT =
      "package demo; class Demo {\n  static int one() { return 1; }\n  static int two() { return 2; }\n}\n";
  private static final Outline OUTLINE = Outline.of("demo/Demo.java", TEXT);
  private static final int ONE = TEXT.indexOf("1;");
  private static final int TWO = TEXT.indexOf("2;");
  private static final Told JAVACS =
      new Told("demo/Demo.java", false, true, "compiler.err.x", 2, ONE, "wrong");

  @Test
  void findsNothingWhereAllPromisesAreKept() {
    assertEquals(List.of(), found(List.of(), List.of(ours("loop", ONE)), "loop"));
    assertEquals(List.of(), found(List.of(JAVACS), List.of(JAVACS)));
  }

  @Test
  void findsCrashes() {
    assertEquals(List.of(Oracle.CRASH), found(List.of(), List.of(ours("crash", 0))));
  }

  @Test
  void findsErrorsInGeneratedFilesUnlessTheirOriginIsRejected() {
    Told generated =
        new Told("demo/DemoFlow.java", true, true, "compiler.err.y", 7, 70, "incompatible");

    assertEquals(List.of(Oracle.GENERATED), found(List.of(), List.of(generated)));
    assertEquals(List.of(), found(List.of(JAVACS), List.of(JAVACS, generated)));
  }

  @Test
  void findsErrorsOutsideOfTheChangedMember() {
    assertEquals(List.of(Oracle.PLACE), found(List.of(), List.of(ours("loop", TWO))));
    assertEquals(
        List.of(Oracle.PLACE), found(List.of(), List.of(ours("loop", TEXT.indexOf("class")))));
  }

  @Test
  void findsWhatTheCompilerNoLongerTells() {
    assertEquals(List.of(Oracle.LOST), found(List.of(JAVACS), List.of()));
  }

  @Test
  void findsWhatTheCompilerTellsOnlyWithTheProcessor() {
    assertEquals(List.of(Oracle.MORE), found(List.of(), List.of(JAVACS)));
  }

  @Test
  void findsWhatIsNotRefused() {
    assertEquals(List.of(Oracle.ACCEPTED), found(List.of(), List.of(), "loop"));
  }

  @Test
  void findsWhatIsToldTwice() {
    Told told = ours("loop", ONE);
    assertEquals(List.of(Oracle.TWICE), found(List.of(), List.of(told, told)));
  }

  @Test
  void findsWhatDependsOnTheOrderOfFiles() {
    assertEquals(
        Oracle.ORDER,
        Judge.order(List.of(ours("loop", ONE)), List.of(), true).get(0).oracle());
  }

  private static Told ours(String code, int position) {
    return new Told(
        "demo/Demo.java",
        false,
        true,
        "compiler.err.proc.messager",
        2,
        position,
        "[makespan:" + code + "] x");
  }

  private static List<Oracle> found(List<Told> alone, List<Told> with, String... codes) {
    Base base = new Base("demo", Map.of("demo/Demo.java", TEXT));
    Edit edit = new Edit(
        "rule", "demo/Demo.java", ONE, ONE + 1, "3", OUTLINE.reach(ONE, ONE + 1), Set.of(codes));
    Mutant mutant = new Mutant(base, List.of(edit), "demo");
    return new Judge(mutant, path -> OUTLINE, alone, with, false)
        .findings().stream().map(Finding::oracle).toList();
  }
}
