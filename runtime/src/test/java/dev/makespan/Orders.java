package dev.makespan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What a user would write; {@link OrdersFlow} is what would be generated for it. */
final class Orders {
  /** Whether the tasks fail; a field, so that each test has its own. */
  private final RuntimeException failure;

  Orders(RuntimeException failure) {
    this.failure = failure;
  }

  int price(int item) {
    throw (RuntimeException) failure.fillInStackTrace();
  }

  int total(int item) {
    return price(item);
  }

  List<Integer> totals(List<Integer> items) {
    return Makespan.map(items, this::total);
  }

  int best(int item) {
    OrdersFlow flow = OrdersFlow.current(this);
    List<CompletableFuture<Integer>> totals = new ArrayList<>();
    totals.add(flow.total(item));
    return Makespan.join(Makespan.all(totals)).get(0);
  }

  int first(int item) {
    return best(item);
  }
}
