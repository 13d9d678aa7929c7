package demo;

import dev.makespan.Dynamic;
import dev.makespan.Makespan;
import dev.makespan.Run;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;

public final class Shops {
  static final IOException CLOSED = new IOException("closed");

  @Task
  static int price(int shop) throws IOException {
    if (shop < 0) {
      throw CLOSED;
    }
    return 10 * shop;
  }

  @Task
  static int lastPrice(CountDownLatch bodyEnded) throws IOException, InterruptedException {
    bodyEnded.await();
    throw CLOSED;
  }

  @Workflow
  static int withTax(int shop) throws IOException {
    int price = price(shop);
    return price + price / 5;
  }

  /** Goes on with another shop when one fails. */
  @Dynamic
  static int firstOpen(List<Integer> shops) {
    ShopsFlow flow = ShopsFlow.current();
    for (int shop : shops) {
      try {
        return flow.withTax(shop).join();
      } catch (CompletionException e) {
        if (e.getCause() != CLOSED) {
          throw e;
        }
      }
    }
    return -1;
  }

  /** Asks all at once, and counts those that fail for nothing. */
  @Dynamic
  static List<Integer> openOnes(List<Integer> shops) throws IOException {
    ShopsFlow flow = ShopsFlow.current();
    List<Run<Integer>> prices = new ArrayList<>();
    for (int shop : shops) {
      prices.add(flow.withTax(shop));
    }
    List<Integer> open = new ArrayList<>();
    for (Run<Integer> price : prices) {
      try {
        open.add(Makespan.join(price));
      } catch (Exception e) {
        if (e != CLOSED) {
          throw e;
        }
      }
    }
    CompletableFuture<Integer> last = flow.price(open.size());
    open.add(last.join());
    return open;
  }

  /** Doesn't catch, so that the child's failure is its own. */
  @Dynamic
  static int only(int shop) throws IOException {
    ShopsFlow flow = ShopsFlow.current();
    return 1 + Makespan.join(flow.withTax(shop));
  }

  /** Looks at one of two only. */
  @Dynamic
  static int careless(int looked, int ignored) throws IOException {
    ShopsFlow flow = ShopsFlow.current();
    Run<Integer> unused = flow.withTax(ignored);
    return Makespan.join(flow.withTax(looked));
  }

  /** Ends before its child fails. */
  @Dynamic
  static int hasty(CountDownLatch ended) {
    ShopsFlow flow = ShopsFlow.current();
    CompletableFuture<Integer> unused = flow.lastPrice(ended);
    ended.countDown();
    return 1;
  }

  @Workflow
  static List<Integer> compare(List<Integer> shops, int shop) throws IOException {
    int first = firstOpen(shops);
    List<Integer> open = openOnes(shops);
    int only = only(shop);
    return List.of(first, open.size(), only);
  }

  @Workflow
  static int carelessly(int looked, int ignored) throws IOException {
    int price = careless(looked, ignored);
    return price + 1;
  }
}
