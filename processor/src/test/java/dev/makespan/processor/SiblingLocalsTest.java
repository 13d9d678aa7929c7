package dev.makespan.processor;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Locals of one name that stand beside each other, where one is renamed in the flow class. */
final class SiblingLocalsTest {
  @TempDir
  Path directory;

  @Test
  void aRenamedLocalIsNotCalledLikeTheParameterOfItsLambda() {
    Compiled.withWarnings(directory, Map.of("Sums.java", """
            package demo;
            import dev.makespan.Makespan;
            import dev.makespan.Task;
            import dev.makespan.Workflow;
            import java.util.List;
            final class Sums {
              private Sums() {}
              @Task static int count(int n) { return n; }
              @Task static void show(int n) {}
              @Workflow static int both(int n) {
                if (n > 0) {
                  int each = count(n);
                  show(each);
                }
                List<Integer> each = Makespan.map(List.of(1, n), x -> {
                  int y = count(x);
                  return count(y);
                });
                return each.size();
              }
            }
            """)).assertClean();
  }
}
