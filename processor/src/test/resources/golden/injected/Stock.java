package demo;

import dev.makespan.Task;

class Stock {
  @Task
  int count(String item) {
    return item.hashCode() % 7;
  }
}
