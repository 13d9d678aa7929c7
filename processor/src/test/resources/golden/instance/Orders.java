package demo;

import dev.makespan.Task;
import dev.makespan.Workflow;

public class Orders {
  private final int discount;
  final String currency;

  Orders(int discount, String currency) {
    this.discount = discount;
    this.currency = currency;
  }

  @Task
  public int price(int quantity) {
    return quantity * 10 - discount;
  }

  @Task
  static int tax(int net) {
    return net / 5;
  }

  @Workflow
  public String invoice(int quantity) {
    int net = price(quantity);
    int tax = tax(net);
    int again = this.price(quantity);
    return describe(net + tax, again) + currency;
  }

  String describe(int total, int net) {
    return total + "/" + net + " ";
  }

  @Workflow
  static int taxOnly(int net) {
    return tax(net);
  }
}
