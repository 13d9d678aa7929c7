package demo;

import dev.makespan.Makespan;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

final class Quotes {
  static final double MOST = 0.75;

  private Quotes() {}

  @Task
  static Integer quote(String shop, int amount) throws IOException {
    if (shop.isEmpty()) {
      throw new IOException("no shop");
    }
    if (shop.equals("error")) {
      throw new AssertionError("no hope");
    }
    return shop.equals("null") ? null : shop.length() * amount;
  }

  @Task
  static double ratio(int percent) {
    return percent / 100.0;
  }

  @Workflow
  static List<Optional<Integer>> most(List<String> shops, int amount) throws IOException {
    return Makespan.mapSome(MOST, shops, shop -> quote(shop, amount));
  }

  @Workflow
  static List<Optional<String>> bodies(List<String> shops, int percent) throws IOException {
    List<Optional<String>> texts = Makespan.mapSome(ratio(percent), shops, shop -> {
      int price = quote(shop, 1);
      return price + " at " + shop;
    });
    return texts;
  }

  @Workflow
  static int found(List<String> shops, double ratio) throws IOException {
    var quotes = Makespan.mapSome(ratio, shops, shop -> quote(shop, 2));
    return quotes.stream().mapToInt(each -> each.orElse(0)).sum();
  }
}
