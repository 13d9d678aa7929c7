package dev.makespan.support;

import dev.makespan.spi.TaskDef;
import org.jspecify.annotations.Nullable;

/**
 * The body of a dynamic: the user's method, which runs as written. What it calls finds the
 * {@link DynamicFrame} in the {@link Context} of the thread that executes it.
 */
final class DynamicBody implements UserCode, Ending {
  private final DynamicFrame frame;
  private final TaskDef<?> def;
  private final @Nullable Object[] in;

  DynamicBody(DynamicFrame frame, TaskDef<?> def, @Nullable Object[] in) {
    this.frame = frame;
    this.def = def;
    this.in = in;
  }

  @Override
  public @Nullable Object run(UserCall call) throws Throwable {
    Context outer = new Context(call, frame).enter();
    try {
      return def.body().invoke(def.number(), in);
    } finally {
      Context.leave(outer);
    }
  }

  @Override
  public boolean isTask() {
    return false;
  }

  @Override
  public boolean isMeasured() {
    return false;
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
  public Class<?> generated() {
    return def.body().getClass().getNestHost();
  }

  // Its end.

  /** The dynamic fails no earlier than its calls have ended. */
  @Override
  public void failing(Failure failure) {}

  @Override
  public void ended(Outcome outcome) {
    frame.bodyEnded(outcome);
  }

  @Override
  public Ending outer() {
    return frame.ending();
  }

  @Override
  public int depth() {
    return frame.depth();
  }
}
