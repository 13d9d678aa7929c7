package demo;

import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.List;

public final class Offers {
  public record Offer(String kind, int amount) {}

  @Task
  public static boolean isBig(int amount) {
    return amount > 10;
  }

  @Task
  public static Boolean isKnown(int amount) {
    return amount == 3 ? null : amount > 5;
  }

  @Task
  public static Offer special(int amount) {
    return new Offer("special", amount);
  }

  @Task
  public static Offer normal(int amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("negative: " + amount);
    }
    return new Offer("normal", amount);
  }

  @Task
  public static String print(Offer offer) {
    return offer.kind() + " " + offer.amount();
  }

  @Workflow
  public static String offer(int amount) {
    boolean big = isBig(amount);
    Offer offer;
    if (big) {
      offer = special(amount);
    } else {
      offer = normal(amount);
    }
    return print(offer);
  }

  @Workflow
  public static String elseIf(int amount) {
    String text;
    if (amount < 0) {
      text = "none";
    } else if (isBig(amount)) {
      Offer offer = special(amount);
      text = print(offer);
    } else if (amount % 2 == 0) {
      Offer offer = normal(amount + 1);
      text = offer.kind() + "!";
    } else {
      text = print(normal(amount));
    }
    return text + "/" + amount;
  }

  @Workflow
  public static List<Offer> withoutElse(int amount) {
    Offer first = normal(amount);
    if (isKnown(amount)) {
      special(amount + 1);
      normal(first.amount() - 8);
    }
    if (true) {}
    return List.of(first, normal(1));
  }
}
