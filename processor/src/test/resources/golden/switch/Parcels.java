package demo;

import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

public final class Parcels {
  static final Queue<String> LOG = new ConcurrentLinkedQueue<>();
  static final int HEAVY = 20;

  enum Size {
    SMALL,
    MEDIUM,
    LARGE,
    HUGE
  }

  @Task
  static int weigh(Size size) {
    return 3 * size.ordinal();
  }

  @Task
  static int fee(int weight) {
    return weight + 1;
  }

  @Task
  static int discount(int fee) {
    return fee / 2;
  }

  @Task
  static String label(String kind) {
    return "<" + kind + ">";
  }

  @Task
  static void store(String text) {
    LOG.add("store " + text);
  }

  @Workflow
  static int price(Size size) {
    int weight = weigh(size);
    int price;
    switch (size) {
      case SMALL -> price = 1;
      case MEDIUM, LARGE -> {
        int fee = fee(weight);
        price = discount(fee);
      }
      default -> price = fee(weight);
    }
    return price + weight;
  }

  @Workflow
  static int number(int n) {
    switch (n % 7) {
      case 0 -> {
        return fee(n);
      }
      case 1, 2 -> store("small " + n);
      case HEAVY - 16 -> {
        int fee = fee(n);
        store("heavy " + fee);
      }
    }
    return discount(n);
  }

  @Workflow
  static String text(String kind) {
    switch (kind) {
      case "letter" -> {
        return label("a letter");
      }
      case "parcel" -> {
        return label(kind);
      }
      default -> throw new IllegalArgumentException("no " + kind);
    }
  }
}
