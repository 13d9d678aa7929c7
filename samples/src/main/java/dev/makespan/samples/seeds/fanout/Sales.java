package dev.makespan.samples.seeds.fanout;

import dev.makespan.Task;
import dev.makespan.Workflow;

/** A pipeline that depends on two parameters, and is run once for each pair of them. */
final class Sales {
  /** What the runs differ in. */
  record Parameters(String category, String location) {}

  private Sales() {}

  @Task
  static int sold(Parameters of) throws InterruptedException {
    Thread.sleep(100); // a query
    return 10 * of.category().length();
  }

  @Task
  static int stock(Parameters of) throws InterruptedException {
    Thread.sleep(100); // another one
    return 7 * of.location().length();
  }

  @Task
  static String report(Parameters of, int sold, int stock) {
    return of.category() + " in " + of.location() + ": " + sold + " sold, " + stock + " in stock";
  }

  @Workflow
  static String pipeline(Parameters of) throws InterruptedException {
    int sold = sold(of);
    int stock = stock(of);
    return report(of, sold, stock);
  }
}
