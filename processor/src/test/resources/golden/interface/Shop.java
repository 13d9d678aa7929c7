package demo;

import dev.makespan.Makespan;
import dev.makespan.Workflow;
import java.util.List;

record Shop(int base, Pricing other) implements Pricing {
  /** Annotated where it is declared first, which counts here, too. */
  @Override
  public int price(int id) {
    return 100 * id;
  }

  @Workflow
  int both(int id) {
    int own = price(id);
    int others = other().price(id);
    return own + others + this.total(id) + other().twice(id);
  }

  @Workflow
  List<Integer> prices(List<Integer> ids) {
    return Makespan.map(ids, id -> price(id) + Pricing.rate(id));
  }
}
