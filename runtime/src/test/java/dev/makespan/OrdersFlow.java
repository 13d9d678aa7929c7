package dev.makespan;

import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import dev.makespan.support.Caller;
import dev.makespan.support.Nodes;
import dev.makespan.support.Step;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The parallel twin of {@link Orders}. */
final class OrdersFlow {
  private static final Nodes NODES = new Bodies();

  static final TaskDef<Integer> PRICE = NODES.task(0, "price", 16);
  static final TaskDef<Integer> TOTAL = NODES.workflow(1, "total", 20);
  static final TaskDef<List<Integer>> TOTALS = NODES.workflow(2, "totals", 24);
  static final TaskDef<Integer> BEST = NODES.dynamic(3, "best", 28);
  static final TaskDef<Integer> FIRST = NODES.workflow(4, "first", 35);

  private final Orders orders;
  private final Caller caller;

  OrdersFlow(Orders orders) {
    this(orders, Caller.shared());
  }

  private OrdersFlow(Orders orders, Caller caller) {
    this.orders = orders;
    this.caller = caller;
  }

  static OrdersFlow current(Orders orders) {
    return new OrdersFlow(orders, Caller.current());
  }

  CompletableFuture<Integer> price(int item) {
    return caller.call(PRICE, orders, item);
  }

  Run<Integer> total(int item) {
    return caller.run(TOTAL, orders, item);
  }

  Run<List<Integer>> totals(List<Integer> items) {
    return caller.run(TOTALS, orders, items);
  }

  Run<Integer> best(int item) {
    return caller.run(BEST, orders, item);
  }

  Run<Integer> first(int item) {
    return caller.run(FIRST, orders, item);
  }

  private static Step<Integer> wireTotal(Body run, Orders self, int item) {
    return run.call(PRICE, 21, self, item);
  }

  private static Step<List<Integer>> wireTotals(Body run, Orders self, List<Integer> items) {
    return run.map(TOTAL, 25, items, self, Body.ELEMENT);
  }

  private static Step<Integer> wireFirst(Body run, Orders self, int item) {
    return run.call(BEST, 36, self, item);
  }

  private static final class Bodies extends Nodes {
    Bodies() {
      super(Orders.class, "Orders.java");
    }

    @Override
    @SuppressWarnings("unchecked")
    protected Object call(int node, Object[] in) throws Throwable {
      switch (node) {
        case 0:
          return ((Orders) in[0]).price(asInt(in[1]));
        case 1:
          return ((Orders) in[0]).total(asInt(in[1]));
        case 2:
          return ((Orders) in[0]).totals((List<Integer>) in[1]);
        case 3:
          return ((Orders) in[0]).best(asInt(in[1]));
        case 4:
          return ((Orders) in[0]).first(asInt(in[1]));
        default:
          throw unknown(node);
      }
    }

    @Override
    @SuppressWarnings("unchecked")
    protected Step<?> wire(int node, Body run, Object[] in) {
      switch (node) {
        case 1:
          return wireTotal(run, (Orders) in[0], asInt(in[1]));
        case 2:
          return wireTotals(run, (Orders) in[0], (List<Integer>) in[1]);
        case 4:
          return wireFirst(run, (Orders) in[0], asInt(in[1]));
        default:
          throw unknown(node);
      }
    }
  }
}
