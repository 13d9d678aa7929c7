package demo;

import dev.makespan.Task;

class Stock {
  private final int base;

  Stock(int base) {
    this.base = base;
  }

  @Task
  int count(int id) {
    return base + id;
  }
}
