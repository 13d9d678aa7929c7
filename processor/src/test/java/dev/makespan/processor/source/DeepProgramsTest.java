package dev.makespan.processor.source;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.makespan.processor.Compiled;
import dev.makespan.processor.MakespanProcessor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeepProgramsTest {
  private static final String HEAD =
      "package demo; import dev.makespan.*; final class Demo {\n  @Task static int one(int x) { return x; }\n";

  @TempDir
  Path directory;

  @Test
  void readsAThousandTerms() {
    compiled(
            "  @Workflow static int sum(int x) { return one(x)" + " + 1".repeat(1_000) + "; }\n}\n")
        .assertClean();
  }

  @Test
  void leavesToTheCompilerWhatIsItsOwnSuperclass() {
    Compiled compiled =
        compiled("}\nclass Own extends Own { @Task static int go() { return 1; } }\n");

    assertFalse(compiled.success());
    assertFalse(compiled.messages().contains("[makespan:"), compiled::messages);
  }

  /** The compiler tells it again where the flow quotes it; of ours there is no word. */
  @Test
  void leavesToTheCompilerReferencesToMethodsThatAreNotThere() {
    Compiled compiled = compiled(
        "  @Workflow static java.util.List<Integer> all(java.util.List<Integer> xs) { return Makespan.map(xs, Demo::missing); }\n}\n");

    assertFalse(compiled.success());
    assertFalse(compiled.messages().contains("[makespan:"), compiled::messages);
  }

  private Compiled compiled(String rest) {
    return Compiled.withoutHints(
        directory, Map.of("Demo.java", HEAD + rest), List.of(new MakespanProcessor()));
  }
}
