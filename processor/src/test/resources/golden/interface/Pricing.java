package demo;

import dev.makespan.Dynamic;
import dev.makespan.Makespan;
import dev.makespan.MapTask;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.List;

interface Pricing {
  int base();

  @Task
  default int price(int id) {
    return base() + id;
  }

  @Task
  static int rate(int id) {
    return 2 * id;
  }

  @MapTask
  default int rebate(int id) {
    return id % base();
  }

  @Workflow
  default int total(int id) {
    int price = price(id);
    int rate = rate(id);
    return price * rate + base();
  }

  @Workflow
  default List<Integer> rebates(List<Integer> ids) {
    return Makespan.map(ids, this::rebate);
  }

  @Dynamic
  default int twice(int id) {
    PricingFlow flow = PricingFlow.current(this);
    return flow.total(id).join() + flow.price(id).join();
  }
}
