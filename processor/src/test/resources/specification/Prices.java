package demo;

import dev.makespan.Task;

class Prices {
  @Task
  int price(String item) {
    return item.length();
  }
}
