package dev.makespan.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Gradle takes an isolating processor to do. */
final class IncrementalTest {
  private static final String SHOP = """
      package demo;
      import dev.makespan.*;
      import java.util.List;
      public class Shop {
        @Workflow static int total(String item, int count) {
          int price = Prices.price(item);
          int each = Prices.taxed(price);
          return Prices.sum(each, count) + Prices.sum(price);
        }
        @Dynamic static int all(List<String> items) {
          var prices = PricesFlow.current();
          return items.isEmpty() ? 0 : prices.taxed(3).join();
        }
      }
      class Second {
        @Task static int two() { return 2; }
        static class Nested { @Task static int three() { return 3; } }
      }
      """;

  private static final String PRICES = """
      package demo;
      import dev.makespan.*;
      public class Prices {
        @Task static int price(String item) { return item.length(); }
        @Task static int sum(int a) { return a; }
        @Task static int sum(int a, int b) { return a + b; }
        @Workflow static int taxed(int price) { return sum(price, 1) + sum(price, 2); }
      }
      """;

  private static final String OTHER_BODIES = PRICES
      .replace("item.length()", "secret(item) * 7")
      .replace("sum(price, 1) + sum(price, 2)", "sum(sum(price), 5)")
      .replace(
          "  @Workflow",
          "  private static int secret(String s) { return s.hashCode(); }\n\n  @Workflow");

  @TempDir
  private Path directory;

  @Test
  void tellsGradleThatItIsIsolating() throws IOException {
    List<String> lines = new ArrayList<>();
    for (URL each : Collections.list(MakespanProcessor.class
        .getClassLoader()
        .getResources("META-INF/gradle/incremental.annotation.processors"))) {
      try (InputStream in = each.openStream()) {
        new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(lines::add);
      }
    }
    lines.removeIf(line -> !line.startsWith(MakespanProcessor.class.getName()));
    assertEquals(List.of(MakespanProcessor.class.getName() + ",isolating"), lines);
  }

  @Test
  void makesOneFileOfEachClassWithThatClassAsItsOrigin() {
    Map<String, List<String>> origins = new TreeMap<>();
    Compiled.of(
            directory,
            Map.of("Shop.java", SHOP, "Prices.java", PRICES),
            List.of(new Forwarding(new MakespanProcessor()) {
              @Override
              ProcessingEnvironment environment(ProcessingEnvironment env) {
                return new Environment(env) {
                  @Override
                  public Filer getFiler() {
                    return noting(super.getFiler(), origins);
                  }
                };
              }
            }),
            List.of(),
            List.of())
        .source("ShopFlow");
    assertEquals(
        Map.of(
            "createSourceFile demo.PricesFlow", List.of("demo.Prices"),
            "createSourceFile demo.SecondFlow", List.of("demo.Second"),
            "createSourceFile demo.Second_NestedFlow", List.of("demo.Second.Nested"),
            "createSourceFile demo.ShopFlow", List.of("demo.Shop")),
        origins);
  }

  @Test
  void makesTheSameFileAloneAsBesideTheClassesThatItUses() {
    Compiled together = compile("together", Map.of("Shop.java", SHOP, "Prices.java", PRICES));
    Compiled alone = compile("alone", Map.of("Shop.java", SHOP), together.classes());
    assertEquals(together.source("ShopFlow"), alone.source("ShopFlow"));
    assertEquals(3, alone.sources().size());
    Compiled used = compile("used", Map.of("Prices.java", PRICES), together.classes());
    assertEquals(together.source("PricesFlow"), used.source("PricesFlow"));
  }

  @Test
  void looksAtNoBodyOfAnotherClass() {
    Compiled before = compile("before", Map.of("Shop.java", SHOP, "Prices.java", PRICES));
    Compiled after = compile("after", Map.of("Shop.java", SHOP, "Prices.java", OTHER_BODIES));
    assertEquals(before.source("ShopFlow"), after.source("ShopFlow"));
    assertNotEquals(before.source("PricesFlow"), after.source("PricesFlow"));
  }

  @Test
  void findsTheRecursionThatAChangedClassClosesWithOneThatIsNotCompiledAgain() {
    Compiled before = compile("before", Map.of("Shop.java", SHOP, "Prices.java", PRICES));
    String back = PRICES.replace("sum(price, 1) + sum(price, 2)", "Shop.total(\"a\", price)");
    Compiled after = compile("after", Map.of("Prices.java", back), before.classes());
    assertTrue(after.messages().contains("[makespan:cycle]"), after::messages);
  }

  private Compiled compile(String name, Map<String, String> sources, Path... libraries) {
    return Compiled.of(
        directory.resolve(name),
        sources,
        List.of(new MakespanProcessor()),
        List.of(),
        List.of(libraries));
  }

  private static Filer noting(Filer filer, Map<String, List<String>> origins) {
    return (Filer) Proxy.newProxyInstance(
        Filer.class.getClassLoader(), new Class<?>[] {Filer.class}, (proxy, method, in) -> {
          List<String> elements = Arrays.stream((Element[]) in[in.length - 1])
              .map(Element::toString)
              .toList();
          origins.put(method.getName() + " " + in[0], elements);
          return method.invoke(filer, in);
        });
  }
}
