package demo;

import dev.makespan.Workflow;

final class Shop {
  final Stock stock;

  Shop(Stock stock) {
    this.stock = stock;
  }

  @Workflow
  int ofField(int id) {
    return stock.count(id);
  }

  @Workflow
  int ofOwnField(int id) {
    return this.stock.count(id) + 1;
  }

  @Workflow
  static int ofParameter(Stock given, int id) {
    return given.count(id);
  }

  @Workflow
  static int ofNew(int base, int id) {
    return new Stock(base).count(id);
  }

  @Workflow
  static int ofLocal(int base, int id) {
    Stock made = new Stock(base);
    return made.count(id);
  }
}
