package dev.makespan.processor;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Beside the golden case {@code unicode}: what a file's name or encoding has to do with it. */
class UnicodeTest {
  @TempDir
  private Path directory;

  @Test
  void aClassMayHaveAnyName() throws Exception {
    assumeTrue(hasAnyFileName());
    Compiled compiled = compile(Map.of("Größe𠮷.java", """
        package demo;

        import dev.makespan.Task;
        import dev.makespan.Workflow;

        public class Größe𠮷 {
          public static class Café {
            @Task static int 𝑓(int 𝑥) { return 𝑥 + 1; }
          }

          @Task int größe(int 𝑥) { return 2 * 𝑥; }

          @Workflow int beide(int 𝑥) {
            int eins = größe(𝑥);
            int zwei = Café.𝑓(𝑥);
            return eins + zwei;
          }
        }
        """, "Cases.java", """
        package demo;

        import dev.makespan.testing.Equivalence;

        public class Cases {
          public static void run() {
            Größe𠮷 größe = new Größe𠮷();
            Equivalence.assertSame(() -> größe.beide(3), () -> new Größe𠮷Flow(größe).beide(3));
          }
        }
        """));
    compiled.assertClean().run("demo.Cases");
    assertTrue(compiled.source("Größe𠮷_CaféFlow").contains("class Größe𠮷_CaféFlow"));
  }

  /** A source without other characters may be compiled with an encoding that has none. */
  @Test
  void aSourceInAsciiHasAFlowInAscii() throws Exception {
    Compiled compiled = compile(Map.of("Names.java", """
        package demo;

        import dev.makespan.Task;
        import dev.makespan.Workflow;

        public class Names {
          /** Gr\\u00f6\\u00dfe. */
          @Task(name = "gr\\u00f6\\u00dfe")
          static int gr\\u00f6\\u00dfe(int \\ud835\\udc65) { return \\ud835\\udc65 + 1; }

          @Workflow static String both(int a) {
            int \\u00df = gr\\u00f6\\u00dfe(a);
            int other = gr\\u00f6\\u00dfe(a + 1);
            return \\u00df + "\\\\ \\u20ac" + other;
          }
        }
        """, "Cases.java", """
        package demo;

        import dev.makespan.testing.Equivalence;

        public class Cases {
          public static void run() {
            Equivalence.assertSame(() -> Names.both(3), () -> new NamesFlow().both(3));
          }
        }
        """));
    compiled.assertClean().run("demo.Cases");
    String text = compiled.source("NamesFlow");
    assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(text), text);
    assertTrue(text.contains("NODES.task(0, \"gr\\u00f6\\u00dfe\","), text);
    assertFalse(text.contains("?e"), text);
  }

  private Compiled compile(Map<String, String> sources) {
    return Compiled.withoutHints(directory, sources, List.of(new MakespanProcessor()));
  }

  private static boolean hasAnyFileName() {
    String encoding = System.getProperty("sun.jnu.encoding");
    return encoding == null || Charset.forName(encoding).newEncoder().canEncode("Größe𠮷");
  }
}
