package dev.makespan.processor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class LargeClassTest {
  private static final int TASKS = 2_000;
  private static final int WORKFLOWS = 500;

  @TempDir
  private Path directory;

  @Test
  @Timeout(value = 4, unit = TimeUnit.MINUTES)
  void compilesAClassOfTwoThousandTasksAndFiveHundredWorkflows() throws Exception {
    StringBuilder source =
        new StringBuilder("package demo;\nimport dev.makespan.*;\nfinal class Large {\n");
    for (int i = 0; i < TASKS; i++) {
      source
          .append("  @Task static int task")
          .append(i)
          .append("(int a, int b) { return a + b; }\n");
    }
    for (int i = 0; i < WORKFLOWS; i++) {
      int first = i * TASKS / WORKFLOWS;
      source.append("  @Workflow static int workflow").append(i).append("(int a) {\n");
      source
          .append("    int x = task")
          .append(first)
          .append("(a, 1);\n    int y = task")
          .append(first + 1)
          .append("(a, x);\n");
      source
          .append("    int z = x + y;\n    return task")
          .append(first + 2)
          .append("(task")
          .append(first + 3)
          .append("(z, y), x);\n  }\n");
    }
    source.append("}\n");
    String cases = """
        package demo;
        import dev.makespan.testing.Equivalence;
        public final class Cases {
          public static void run() {
            LargeFlow flow = new LargeFlow();
            Equivalence.assertSame(() -> Large.workflow0(1), () -> flow.workflow0(1));
            Equivalence.assertSame(() -> Large.workflow499(1), () -> flow.workflow499(1));
            Equivalence.assertSame(() -> Large.task1999(1, 2), () -> flow.task1999(1, 2));
          }
        }
        """;
    Compiled compiled = Compiled.withoutHints(
            directory,
            Map.of("Large.java", source.toString(), "Cases.java", cases),
            List.of(new MakespanProcessor()))
        .assertClean();
    assertTrue(compiled.source("LargeFlow").contains("class Nodes5 "));
    compiled.run("demo.Cases");
  }
}
