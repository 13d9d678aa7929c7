package dev.makespan.support;

import dev.makespan.spi.Policy;
import dev.makespan.spi.TaskDef;
import org.jspecify.annotations.Nullable;

/** A task's method with its arguments. */
final class TaskCode implements UserCode {
  private final TaskDef<?> def;
  private final @Nullable Object[] in;

  TaskCode(TaskDef<?> def, @Nullable Object[] in) {
    this.def = def;
    this.in = in;
  }

  @Override
  public @Nullable Object run(UserCall call) throws Throwable {
    Context before = new Context(call, null).enter();
    try {
      return def.body().invoke(def.number(), in);
    } finally {
      Context.leave(before);
    }
  }

  @Override
  public boolean isTask() {
    return true;
  }

  @Override
  public Policy policy() {
    return def.policy();
  }

  @Override
  public Pace pace() {
    return ((Nodes) def.body()).pace(def.number());
  }

  @Override
  public String title() {
    return def.toString();
  }

  @Override
  public String name() {
    return def.title();
  }

  @Override
  public StackTraceElement[] declaration() {
    return declarationOf(def);
  }

  /** The frame that stands for a method as a whole. */
  static StackTraceElement[] declarationOf(TaskDef<?> def) {
    return new StackTraceElement[] {
      new StackTraceElement(
          def.body().owner().getName(), def.method(), def.body().file(), def.line())
    };
  }

  @Override
  public Class<?> generated() {
    return def.body().getClass().getNestHost();
  }
}
