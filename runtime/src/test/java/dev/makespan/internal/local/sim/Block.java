package dev.makespan.internal.local.sim;

import java.util.List;

/** What stands in a body, or in one of its branches, in program order. */
record Block(List<Item> items) {
  void wire(BodyWiring to) {
    for (Item item : items) {
      to.scheduler().mayYield();
      item.wire(to);
    }
  }

  /** Whether the plain call goes on below. */
  boolean plain(PlainBody in) {
    for (Item item : items) {
      if (!item.plain(in)) {
        return false;
      }
    }
    return true;
  }

  /** Whether an early return stands in it. */
  boolean returns() {
    return items.stream()
        .anyMatch(item -> item instanceof Item.Return
            || (item instanceof Item.Choice choice && choice.returns()));
  }

  /** Whether nothing below can run. */
  boolean endsInReturn() {
    return !items.isEmpty() && items.get(items.size() - 1) instanceof Item.Return;
  }
}
