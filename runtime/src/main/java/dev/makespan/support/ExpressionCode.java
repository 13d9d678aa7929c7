package dev.makespan.support;

import dev.makespan.spi.TaskDef;
import org.jspecify.annotations.Nullable;

/** A pure expression of a workflow's body. */
record ExpressionCode(Expression<?> expression, TaskDef<?> workflow, String name)
    implements UserCode {
  @Override
  public @Nullable Object run(UserCall call) throws Throwable {
    Context before = new Context(call, null).enter();
    try {
      return expression.eval();
    } finally {
      Context.leave(before);
    }
  }

  @Override
  public boolean isTask() {
    return false;
  }

  @Override
  public String title() {
    return workflow + "." + name;
  }

  @Override
  public Class<?> generated() {
    return workflow.body().getClass().getNestHost();
  }
}
