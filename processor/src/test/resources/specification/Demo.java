package demo;

import dev.makespan.*;
import java.io.IOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.*;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.logging.Logger;

/** What the examples of the specification are about. */
class Demo {
  static final Logger LOG = Logger.getLogger("demo");

  record Order(int total) {}

  record Customer(String name) {}

  record Offer(int total) {}

  record Entry(String value) {}

  record Page(String text) {
    boolean isLong() {
      return text.length() > 100;
    }
  }

  record Report(String text) {}

  record Schema(String text) {}

  record Row(int number) {}

  record Document(String text) {}

  record Sentiment(int of) {}

  record Topics(int of) {}

  record Entities(int of) {}

  record Text(String text) {}

  static class Site {
    @Task
    static Page fetch(URI url) {
      return new Page(url.toString());
    }
  }

  @Task
  static Offer special(Order order) {
    return new Offer(order.total() / 2);
  }

  @Task
  static Offer normal(Order order) {
    return new Offer(order.total());
  }

  @Task
  static int total(Offer offer) {
    return offer.total();
  }

  @Task
  static boolean isBig(Order order) {
    return order.total() > 100;
  }

  @Task
  static boolean isKnown(Customer customer) {
    return customer.name().isEmpty();
  }

  @Task
  static void greet(Customer customer) {}

  @Task
  static void register(Customer customer) {}

  @Task
  static Entry find(String key) {
    return new Entry(key);
  }

  @Task
  static int price(String item) {
    return item.length();
  }

  @Task
  static int count(String item) {
    return item.length();
  }

  @Task
  static CompletableFuture<Integer> stock(String item) {
    return CompletableFuture.completedFuture(item.length());
  }

  @Task
  static int doubled(int n) {
    return 2 * n;
  }

  @Task
  static String line(String item) {
    return item;
  }

  @Task
  static Page fetch(URI url) {
    return Site.fetch(url);
  }

  @Task
  static Page stripped(Page page) {
    return page;
  }

  @Task
  static Report report(Page page, LocalDate date) {
    return new Report(page.text() + date);
  }

  @Task
  static void store(Report report, Path folder) {}

  @Task
  static void close(Path folder) {}

  @Task
  static Schema migrate(String database) {
    return new Schema(database);
  }

  @Task
  static List<Row> load(String database) {
    return List.of();
  }

  @Task
  static List<Row> merge(List<Row> a, List<Row> b) {
    return a;
  }

  @Task
  static List<Row> sorted(List<Row> rows) {
    return rows;
  }

  @Task
  static int sum(Object... numbers) {
    return numbers.length;
  }

  @Task
  static Document extract(Path file) throws IOException {
    return new Document(file.toString());
  }

  @Task
  static Sentiment sentiment(Document d) {
    return new Sentiment(1);
  }

  @Task
  static Topics topics(Document d) {
    return new Topics(2);
  }

  @Task
  static Entities entities(Document d) {
    return new Entities(3);
  }

  @Task
  static Report report(Sentiment s, Topics t, Entities e) {
    return new Report(s + " " + t + " " + e);
  }

  @Task
  static Text write(String topic) {
    return new Text(topic);
  }

  @Task
  static String revised(Text draft) {
    return draft.text();
  }

  @Workflow
  static List<Integer> level2(List<Integer> list) {
    return Makespan.map(list, Demo::doubled);
  }

  @Task
  static List<Integer> reduce(List<List<Integer>> lists) {
    return lists.get(0);
  }

  private static int secret(int n) {
    return n;
  }

  /* example */
}
