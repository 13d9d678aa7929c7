package dev.makespan.support;

import dev.makespan.spi.TaskDef;
import org.jspecify.annotations.Nullable;

/** The annotated methods of a class, of which none is executed. */
final class UncalledMethods extends Nodes {
  UncalledMethods() {
    super(UncalledMethods.class, "UncalledMethods.java");
  }

  @Override
  protected @Nullable Object call(int node, @Nullable Object[] in) {
    throw new AssertionError("nothing is executed here");
  }

  @Override
  protected @Nullable Step<?> wire(int node, Body run, @Nullable Object[] in) {
    throw new AssertionError("nothing is executed here");
  }

  TaskDef<Integer> task(String name) {
    return task(0, name, 1);
  }
}
