package demo;

import dev.makespan.Makespan;
import dev.makespan.Workflow;
import java.util.List;

final class Orders {
  final Prices prices;
  final Stock stock;

  Orders(Prices prices, Stock stock) {
    this.prices = prices;
    this.stock = stock;
  }

  @Workflow
  int value(String item) {
    int price = prices.price(item);
    int count = this.stock.count(item);
    return price * count;
  }

  @Workflow
  List<Integer> values(List<String> items) {
    return Makespan.map(items, this::value);
  }

  @Workflow
  List<Integer> allPrices(List<String> items) {
    return Makespan.map(items, prices::price);
  }
}
