package dev.makespan.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workflows that call annotated methods of classes compiled earlier. */
final class JarTest {
  private static final Map<String, String> LIBRARY = Map.of("Prices.java", """
      package lib;
      import dev.makespan.*;
      import java.util.*;
      public class Prices implements Named {
        public final List<String> log = Collections.synchronizedList(new ArrayList<>());
        @Task public int price(String item) { return item.length(); }
        @Task public int price(String item, int count) { return count * item.length(); }
        @Task public static int tax(int price) { return price / 10; }
        @Task public static int sum(int... all) { return Arrays.stream(all).sum(); }
        @Task public void note(String text) { log.add(text); }
        @MapTask public static int scaled(int x, int by) { return x * by; }
        @Workflow public int taxed(String item) { int price = price(item); return price + tax(price); }
        @Dynamic public int all(List<String> items) {
          var flow = PricesFlow.current(this);
          return items.stream().map(flow::taxed).mapToInt(Run::join).sum();
        }
        public static class Inner { @Task public static int two() { return 2; } }
      }
      """, "Named.java", """
      package lib;
      import dev.makespan.*;
      public interface Named { @Task default String name() { return getClass().getSimpleName(); } }
      """);

  private static final String SHOP = """
      package demo;
      import dev.makespan.*;
      import dev.makespan.testing.Equivalence;
      import java.util.*;
      import lib.*;
      import static lib.Prices.tax;
      public class Shop extends Prices {
        final Prices prices = new Prices();
        @Override public int price(String item) { return 100 * item.length(); }
        @SuppressWarnings("makespan:serial-fence")
        @Workflow int go(String item) {
          int own = price(item);
          int others = prices.price(item, 3);
          int tax = tax(others);
          int all = prices.all(List.of(item, "a"));
          note("all " + all);
          int inner = Prices.Inner.two();
          return own + Prices.sum(tax, all, inner) + prices.taxed(item) + taxed(item);
        }
        @Workflow List<Integer> each(List<Integer> xs) { return Makespan.map(xs, x -> Prices.scaled(x, 2)); }
        @Workflow String named() { return name() + prices.name(); }
        public static void run() {
          Shop shop = new Shop();
          ShopFlow flow = new ShopFlow(shop);
          Equivalence.assertSame(() -> shop.go("pear"), () -> flow.go("pear"));
          Equivalence.assertSame(() -> shop.each(List.of(1, 2)), () -> flow.each(List.of(1, 2)));
          Equivalence.assertSame(() -> shop.named(), () -> flow.named());
        }
      }
      """;

  @TempDir
  private Path directory;

  @Test
  void callsTheTasksOfAJar() throws Exception {
    Path jar = jar(LIBRARY, name -> true);
    Compiled shop = Compiled.against(directory.resolve("shop"), Map.of("Shop.java", SHOP), jar)
        .assertClean();
    String flow = shop.source("ShopFlow");
    for (String constant : List.of("PRICE", "PRICE_2", "TAX", "ALL", "NOTE", "SUM", "TAXED")) {
      assertTrue(flow.contains("PricesFlow." + constant + ","), flow);
    }
    shop.run("demo.Shop", jar);
  }

  @Test
  void refusesTheTaskOfAJarWithoutItsFlow() throws Exception {
    Path jar = jar(LIBRARY, name -> !name.startsWith("lib/PricesFlow"));
    assertEquals(
        List.of(
            "[makespan:no-flow] Prices was compiled without the Makespan processor, so it has no flow.\n"
                + "Compile Prices with the processor."),
        errors(jar));
  }

  @Test
  void refusesTheTaskThatTheFlowInAJarDoesNotKnow() throws Exception {
    String older = LIBRARY
        .get("Prices.java")
        .replaceAll("(?m)^ *@Task public static int tax.*", "")
        .replace("tax(price)", "1");
    Path old =
        jar(Map.of("Prices.java", older, "Named.java", LIBRARY.get("Named.java")), n -> true);
    Path classes = Compiled.of(directory.resolve("new"), LIBRARY).classes();
    for (String name : List.of("PricesFlow", "PricesFlow$Bodies", "PricesFlow$Blocking")) {
      Path file = classes.resolve("lib").resolve(name + ".class");
      try (var system = java.nio.file.FileSystems.newFileSystem(old)) {
        Files.copy(
            system.getPath("lib", name + ".class"),
            file,
            java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
    }
    assertEquals(
        List.of(
            "[makespan:no-flow] PricesFlow was made from another version of Prices, without tax.\n"
                + "Compile Prices with the processor."),
        errors(classes));
  }

  /** What is told of the only call of {@code tax}. */
  private List<String> errors(Path library) {
    String source = """
        package demo;
        import dev.makespan.*;
        class Shop {
          @Workflow static int go(int x) {
            return lib.Prices.tax(x);
          }
        }
        """;
    Compiled shop =
        Compiled.against(directory.resolve("shop"), Map.of("Shop.java", source), library);
    assertFalse(shop.success());
    assertTrue(shop.messages().startsWith("ERROR Shop.java:5:22:"), shop::messages);
    return shop.diagnostics().stream()
        .map(each -> each.getMessage(null).replaceAll("\n *", "\n"))
        .toList();
  }

  private Path jar(Map<String, String> sources, Predicate<String> kept) throws IOException {
    Path classes = Compiled.of(directory.resolve("lib"), sources).assertClean().classes();
    Path jar = directory.resolve("lib.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = classes.relativize(file).toString().replace('\\', '/');
        if (kept.test(name)) {
          entries.putNextEntry(new JarEntry(name));
          Files.copy(file, entries);
          entries.closeEntry();
        }
      }
    }
    return jar;
  }
}
