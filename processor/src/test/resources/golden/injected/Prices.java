package demo;

import dev.makespan.Task;

/** A service, as a container would inject it. */
interface Prices {
  @Task
  default int price(String item) {
    return item.length();
  }
}
