package dev.makespan.processor.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.processor.Compiled;
import dev.makespan.processor.MakespanProcessor;
import dev.makespan.spi.TaskDef;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions and where class files lie, when they were compiled, and by what. */
final class FingerprintFilesTest {
  private static final String TAXES = """
      package demo;
      import dev.makespan.*;
      final class Taxes {
        @Task static int tax(int n) { return Rates.rate(n); }
        @Task static int limited(int n) { return Math.min(n, Rates.MAX); }
      }
      """;
  private static final String RATES = """
      package demo;
      public final class Rates {
        public static final int MAX = 100;
        public static int rate(int n) { return n / 5; }
      }
      """;
  private static final Program PROGRAM =
      new Program(Map.of("Taxes.java", TAXES, "Rates.java", RATES));

  @TempDir
  private Path folder;

  @Test
  void aHelperIsSeenThoughOnlyItsOwnFileIsCompiledAnew() throws Exception {
    Compiled all = PROGRAM.compiled(folder);
    Map<String, String> before = versions(all, all.classes());
    replaceRates(all, "n / 5", "n / 4");
    assertEquals(Set.of("Taxes.tax"), Program.changed(before, versions(all, all.classes())));
  }

  /** As it runs: the compiler has inlined the old value. */
  @Test
  void aConstantIsSeenWhenItsReaderIsCompiledAnew() throws Exception {
    Compiled all = PROGRAM.compiled(folder);
    Map<String, String> before = versions(all, all.classes());
    replaceRates(all, "MAX = 100", "MAX = 101");
    assertEquals(Set.of(), Program.changed(before, versions(all, all.classes())));
    assertEquals(
        Set.of("Taxes.limited"),
        Program.changed(before, PROGRAM.edited("MAX = 100", "MAX = 101").versions(folder)));
  }

  private void replaceRates(Compiled all, String old, String by) throws IOException {
    Compiled rates = Compiled.against(
        List.of(all.classes()),
        folder.resolve("again"),
        Map.of("Rates.java", RATES.replace(old, by)));
    assertTrue(rates.success(), rates::messages);
    Files.copy(
        rates.classes().resolve("demo/Rates.class"),
        all.classes().resolve("demo/Rates.class"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void otherJarsAndDirectoriesAreNotSeen() throws Exception {
    Path fifth = library("fifth", RATES);
    Path quarter = library("quarter", RATES.replace("n / 5", "n / 4"));
    Compiled taxes =
        Compiled.against(List.of(fifth), folder.resolve("taxes"), Map.of("Taxes.java", TAXES));
    assertTrue(taxes.success(), taxes::messages);
    assertEquals(
        versions(taxes, taxes.classes(), fifth), versions(taxes, taxes.classes(), quarter));
  }

  private Path library(String name, String rates) {
    Compiled library = Compiled.unprocessed(folder.resolve(name), Map.of("Rates.java", rates));
    assertTrue(library.success(), library::messages);
    return library.classes();
  }

  @Test
  void aJarHasTheVersionsOfItsClasses() throws Exception {
    Compiled all = PROGRAM.compiled(folder);
    assertEquals(versions(all, all.classes()), versions(all, jar(all.classes())));
  }

  private Path jar(Path classes) throws IOException {
    Path jar = folder.resolve("a b.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> all = Files.walk(classes)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(each).toString().replace('\\', '/')));
        Files.copy(each, out);
      }
    }
    return jar;
  }

  @Test
  void theOrderOfTheFilesDoesNotCount() throws Exception {
    Map<String, String> reversed = new LinkedHashMap<>();
    reversed.put("Taxes.java", TAXES);
    reversed.put("Rates.java", RATES);
    Compiled other =
        Compiled.withoutHints(folder.resolve("other"), reversed, List.of(new MakespanProcessor()));
    assertEquals(PROGRAM.versions(folder), versions(other, other.classes()));
  }

  @Test
  void namesNeedNotBeInAscii() throws Exception {
    Program program = new Program(Map.of("Größe.java", """
        package demo;
        import dev.makespan.*;
        final class Größe {
          @Task static int maß(int länge) { return Maße.halb(länge) + Innen.eins(); }
          static final class Innen { static int eins() { return 1; } }
        }
        final class Maße { static int halb(int n) { return n / 2; } }
        """));
    Map<String, String> before = program.versions(folder);
    assertEquals(
        before.keySet(),
        Program.changed(before, program.edited("n / 2", "n / 3").versions(folder)));
    assertEquals(
        before.keySet(),
        Program.changed(before, program.edited("return 1", "return 2").versions(folder)));
  }

  @Test
  void theSizeOfAClassDoesNotCount() throws Exception {
    String large = IntStream.range(0, 510)
        .mapToObj(i -> "@Task static String text" + i + "(int n) { return n + \"a" + i + "\" + " + i
            + "777; }")
        .collect(Collectors.joining("\n"));
    Program small = new Program(Map.of("Sizes.java", """
        package demo;
        import dev.makespan.*;
        final class Sizes {
          // more
          @Task static String last(int n) {
            String s = "constant";
            for (int i = 0; i < n; i++) { s += i > 1234567 ? "x" : "y"; }
            return s;
          }
        }
        """));
    Map<String, String> before = small.versions(folder);
    assertEquals(
        Set.of(), Program.changed(before, small.edited("// more", large).versions(folder)));
  }

  @Test
  void aLargeBodyHasAVersion() throws Exception {
    String lines = IntStream.range(0, 2_000)
        .mapToObj(i -> "if (n == " + i + "000) { n += " + i + "; }")
        .collect(Collectors.joining("\n"));
    Program large = new Program(Map.of("Large.java", """
        package demo;
        import dev.makespan.*;
        final class Large {
          @Task static int large(int n) { for (int i = 0; i < 2; i++) { %s } return n; }
        }
        """.formatted(lines)));
    Map<String, String> before = large.versions(folder);
    assertEquals(
        before.keySet(),
        Program.changed(before, large.edited("n += 1999;", "n += 1998;").versions(folder)));
  }

  /**
   * The very text, so that every JDK has the same. If it changes, so must the form that is part of
   * every fingerprint.
   */
  @Test
  void versionsAreTheSameOnEveryJdk() throws Exception {
    Program program = new Program(Map.of("Forms.java", """
        package demo;
        import dev.makespan.*;
        import java.util.*;
        import java.util.function.*;
        class Forms {
          enum Sign { PLUS, MINUS }
          interface Named { String name(); }
          class Inner { int used() { return state; } int unused() { return 1; } }
          class Other { int one() { return 1; } }
          int state = 3;
          @Task int inner(int n) {
            IntSupplier own = new IntSupplier() { @Override public int getAsInt() { return n + state; } };
            return new Inner().used() + new Other().one() + own.getAsInt();
          }
          @Task static int signed(Sign sign, int n) {
            return switch (sign) { case MINUS -> -n; case PLUS -> n; };
          }
          @Task static String named(Named named) {
            Supplier<String> text = named::toString;
            return named.toString() + text.get() + named.hashCode();
          }
          @Task static int read(String text) throws java.io.IOException {
            try (var in = new java.io.StringReader(text)) { return in.read(); } finally { text.trim(); }
          }
        }
        """));
    assertEquals(
        Map.of(
            "Forms.inner", "25d5a1115f853fc02e2acb4a50223f07",
            "Forms.named", "24536a59a72acec009f16a7aabdcdbe9",
            "Forms.read", "9ca7d61fd928caf4bbb60a890a06bbc9",
            "Forms.signed", "edf60d30b39f77f2e5170f53b63ec7a5"),
        program.versions(folder));
  }

  @Test
  void aClassFileThatIsGoneIsAnError() throws Exception {
    Compiled all = PROGRAM.compiled(folder);
    try (URLClassLoader loader = Program.loader(all.classes())) {
      Field field = loader.loadClass("demo.TaxesFlow").getDeclaredField("TAX");
      field.setAccessible(true);
      TaskDef<?> tax = (TaskDef<?>) field.get(null);
      Files.delete(all.classes().resolve("demo/Taxes.class"));
      String message = assertThrows(IllegalStateException.class, tax::version).getMessage();
      assertTrue(message.contains("demo.Taxes"), message);
    }
  }

  @Test
  void aVersionIsThatOfTheMethodAtEveryPlaceThatCallsIt() throws Exception {
    Compiled all = PROGRAM.compiled(folder);
    try (URLClassLoader loader = Program.loader(all.classes())) {
      Field field = loader.loadClass("demo.TaxesFlow").getDeclaredField("TAX");
      field.setAccessible(true);
      TaskDef<?> tax = (TaskDef<?>) field.get(null);
      assertEquals(tax.version(), tax.named("duty").retries(3).version());
      assertNotEquals("", tax.version());
    }
  }

  private static Map<String, String> versions(Compiled compiled, Path... places) throws Exception {
    try (URLClassLoader loader = Program.loader(places)) {
      return Program.versions(compiled, loader);
    } catch (UncheckedIOException e) {
      throw new AssertionError(e);
    }
  }
}
