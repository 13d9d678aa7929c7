package dev.makespan.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mapstruct.Mapper;

/** Lombok and MapStruct in the same compilation, before this processor and behind it. */
final class OtherProcessorsTest {
  private static final Map<String, String> SOURCES = Map.of(
      "Order.java",
      """
      package demo;
      @lombok.Data
      public class Order {
        private String item;
        private int count;
      }
      """,
      "Point.java",
      """
      package demo;
      @lombok.Value
      public class Point {
        int x;
        int y;
      }
      """,
      "OrderView.java",
      """
      package demo;
      public record OrderView(String item, int count) {}
      """,
      "Views.java",
      """
      package demo;
      @org.mapstruct.Mapper
      public interface Views {
        Views VIEWS = org.mapstruct.factory.Mappers.getMapper(Views.class);
        OrderView view(Order order);
      }
      """,
      "Orders.java",
      """
      package demo;
      import dev.makespan.*;
      import dev.makespan.testing.Equivalence;
      @lombok.RequiredArgsConstructor
      @lombok.Getter
      public class Orders {
        private final int factor;
        @Task static Order load(String item) {
          Order order = new Order();
          order.setItem(item);
          order.setCount(2);
          return order;
        }
        @Task static OrderView view(Order order) { return Views.VIEWS.view(order); }
        @Task static Point point(int x, int y) { return new Point(x, y); }
        @Task int times(int a) { return a * factor; }
        @Task static String text(String item, int sum, Point point) { return item + sum + point; }
        @Workflow String go(String item) {
          Order order = load(item);
          Point point = point(1, order.getCount());
          OrderView view = view(order);
          Point fresh = new Point(point.getX() + 1, getFactor());
          var tripled = times(order.getCount());
          int sum = point.getX() + point.getY() + view.count() + tripled;
          return text(order.getItem(), sum, fresh);
        }
        public static void run() {
          Orders orders = new Orders(3);
          Equivalence.assertSame(() -> orders.go("pear"), () -> new OrdersFlow(orders).go("pear"));
        }
      }
      """);

  @TempDir
  private Path directory;

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3})
  void workAtAnyPlaceAmongThem(int place) throws Exception {
    List<Processor> processors = new ArrayList<>(others());
    processors.add(place, new MakespanProcessor());
    Compiled compiled = Compiled.of(
        directory,
        SOURCES,
        processors,
        List.of("-Xlint:all,-processing"),
        List.of(Compiled.home(Mapper.class), Compiled.home(lombok.Value.class)));
    assertEquals("", compiled.messages());
    compiled.run("demo.Orders", Compiled.home(Mapper.class));
  }

  @Test
  void tellsWhatIsWrongOnceBesideThem() {
    assertTold("[makespan:loop]", """
        @Workflow static int loop(int a, Point point) {
          while (a > 0) { one(a); }
          return one(point.getX());
        }
        """);
    assertTold("cannot find symbol", """
        @Workflow static int unknown(Point point) { return point.getZ() + one(1); }
        """);
  }

  private void assertTold(String told, String workflow) {
    String broken = """
        package demo;
        import dev.makespan.*;
        class Broken {
          @Task static int one(int a) { return a; }
          %s
          static Object flow() { return new BrokenFlow(); }
        }
        """.formatted(workflow);
    // Those of Lombok keep their order: its second one claims the annotations of the first.
    for (boolean first : List.of(false, true)) {
      List<Processor> processors = new ArrayList<>(others());
      processors.add(first ? 0 : processors.size(), new MakespanProcessor());
      Compiled compiled = Compiled.of(
          directory,
          Map.of("Broken.java", broken, "Point.java", SOURCES.get("Point.java")),
          processors,
          List.of("-Xlint:all,-processing"),
          List.of(Compiled.home(lombok.Value.class)));
      assertEquals(
          List.of(told),
          compiled.diagnostics().stream()
              .map(each -> each.getMessage(null).replaceAll("(?s)(?<=]| symbol).*", ""))
              .toList(),
          compiled::messages);
    }
  }

  @Test
  void workWhereNothingElseIsGenerated() throws Exception {
    List<Processor> processors = new ArrayList<>(List.of(new MakespanProcessor()));
    processors.addAll(others());
    Compiled compiled = Compiled.of(
        directory,
        Map.of("Point.java", SOURCES.get("Point.java"), "One.java", """
            package demo;
            import dev.makespan.*;
            public class One {
              @Task static int one(int a) { return a; }
              @Workflow static int both(Point point) {
                int sum = point.getX() + point.getY();
                return one(sum) + one(sum + 1);
              }
              public static void run() {
                if (new OneFlow().both(new Point(1, 2)).join() != 7) throw new AssertionError();
              }
            }
            """),
        processors,
        List.of("-Xlint:all,-processing", "-Werror"),
        List.of(Compiled.home(lombok.Value.class)));
    assertEquals("", compiled.messages());
    compiled.run("demo.One");
    try (Stream<Path> files = Files.list(compiled.classes().resolve("demo"))) {
      assertEquals(
          List.of(),
          files.map(Path::toString).filter(each -> each.contains("Waits")).toList());
    }
  }

  /** Lombok first: MapStruct can't wait for it where one process compiles several times. */
  private static List<Processor> others() {
    return ServiceLoader.load(Processor.class).stream()
        .filter(each -> each.type().getName().matches("(lombok|org\\.mapstruct)\\..*"))
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(each -> each.getClass().getName()))
        .toList();
  }
}
