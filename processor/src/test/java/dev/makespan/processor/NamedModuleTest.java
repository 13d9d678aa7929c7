package dev.makespan.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.palantir.javapoet.JavaFile;
import dev.makespan.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project with a {@code module-info}. */
final class NamedModuleTest {
  /** Transitive, since an exported flow shows types of the runtime. */
  private static final String RUNTIME = "requires transitive dev.makespan.runtime;";

  private static final String SHOP = """
      package shop;
      import dev.makespan.*;
      import dev.makespan.testing.Equivalence;
      import java.util.List;
      public class Shop {
        private Shop() {}
        @Task static int price(String item) { return item.length(); }
        @Task static int sum(int a, int b) { return a + b; }
        @Workflow static int both(String one, String two) { return sum(price(one), price(two)); }
        @Workflow static List<Integer> all(List<String> items) { return Makespan.map(items, Shop::price); }
        @Dynamic static int down(int n) {
          var flow = ShopFlow.current();
          return n == 0 ? flow.both("a", "b").join() : flow.down(n - 1).join();
        }
        public static void run() {
          if (!Shop.class.getModule().isNamed()) throw new AssertionError();
          ShopFlow flow = new ShopFlow();
          Equivalence.assertSame(() -> both("a", "bc"), () -> flow.both("a", "bc"));
          Equivalence.assertSame(() -> all(List.of("a", "bc")), () -> flow.all(List.of("a", "bc")));
          Equivalence.assertSame(() -> down(2), () -> flow.down(2));
        }
      }
      """;

  @TempDir
  private Path directory;

  @Test
  void compilesAndRunsBesideTheRuntimesModule() throws Exception {
    Compiled compiled = compile(RUNTIME, List.of());
    assertEquals("", compiled.messages());
    assertFalse(compiled.source("ShopFlow").contains("@Generated"), "not without java.compiler");
    run(compiled.classes());
  }

  @Test
  void marksWhatIsGeneratedWhereTheModuleReadsTheAnnotation() throws Exception {
    Compiled compiled = compile(RUNTIME + "requires static transitive java.compiler;", List.of());
    assertEquals("", compiled.messages());
    assertTrue(compiled.source("ShopFlow").contains("@Generated"));
    run(compiled.classes());
  }

  @Test
  void worksWithTheProcessorInAModuleOfItsOwn() throws Exception {
    String path = Stream.of(
            jar(Compiled.home(MakespanProcessor.class), "dev.makespan.processor"),
            jar(Compiled.home(Run.class), "dev.makespan.runtime"),
            jar(Compiled.home(Nullable.class), "org.jspecify"),
            jar(Compiled.home(JavaFile.class), "com.palantir.javapoet"))
        .map(Path::toString)
        .collect(Collectors.joining(System.getProperty("path.separator")));
    Compiled compiled = compile(
        RUNTIME,
        List.of("--processor-module-path", path, "-processor", MakespanProcessor.class.getName()));
    assertEquals("", compiled.messages());
    run(compiled.classes());
  }

  @Test
  void leavesAForgottenRequirementToTheCompiler() {
    Compiled compiled = compile("", List.of());
    assertTrue(
        compiled.messages().contains("package dev.makespan is not visible"), compiled::messages);
    assertFalse(compiled.messages().contains("[makespan:"), compiled::messages);
  }

  private Compiled compile(String requires, List<String> options) {
    return Compiled.inModule(
        directory.resolve("user"),
        Map.of(
            "module-info.java",
            "module shop { exports shop; " + requires + " }",
            "Shop.java",
            SHOP),
        options,
        modulePath());
  }

  private List<Path> modulePath() {
    return List.of(
        jar(Compiled.home(Run.class), "dev.makespan.runtime"), Compiled.home(Nullable.class));
  }

  private void run(Path classes) throws Exception {
    ModuleFinder finder = ModuleFinder.of(
        Stream.concat(Stream.of(classes), modulePath().stream()).toArray(Path[]::new));
    Configuration configuration =
        ModuleLayer.boot().configuration().resolve(finder, ModuleFinder.of(), List.of("shop"));
    ModuleLayer layer = ModuleLayer.boot()
        .defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
    layer.findLoader("shop").loadClass("shop.Shop").getMethod("run").invoke(null);
  }

  /** The jar that is published: the folder that is tested, with the module's name. */
  private Path jar(Path home, String module) {
    if (!Files.isDirectory(home)) {
      return home;
    }
    Path jar = directory.resolve(module + ".jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Automatic-Module-Name", module);
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest);
        Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.putNextEntry(new JarEntry(home.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, entries);
        entries.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jar;
  }
}
