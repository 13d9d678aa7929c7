package dev.makespan.support;

import dev.makespan.TaskTimeoutException;
import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskBody;
import dev.makespan.spi.TaskCall;
import dev.makespan.spi.TaskDef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One execution of code that the user wrote: a task, a pure expression or the body of a dynamic.
 *
 * <p>States: new, submitted, running, settled, ended; the engine keeps them and calls back in this
 * order. The lock guards {@link #adopted} and {@link #interrupted} only.
 */
final class UserCall extends TaskCall<@Nullable Object> implements Adopter, Part {
  private final RunInfo run;
  private final RunScope scope;
  private final CallSite site;
  private final @Nullable Level level;
  private final @Nullable PathLink before;
  private final Ending ending;
  private final Code code;

  private long startTime;
  private boolean isStarted;
  private @Nullable Outcome outcome;
  private final List<LiveRun<?>> adopted = new ArrayList<>(0);
  private boolean interrupted;

  /** Whether who stops this call goes on to the runs that it started. */
  private volatile boolean walking;

  /** What is executed. */
  interface Code {
    @Nullable Object run(UserCall call) throws Throwable;

    /** Whether it takes a slot. */
    boolean isTask();

    /** Whether its time counts; a dynamic's body mostly waits. */
    default boolean isMeasured() {
      return true;
    }

    long timeoutMillis();

    /** The class and the method that is executed, for errors. */
    String title();

    /** The name that reports show. */
    String name();

    /** Where it is declared, as the stack trace of a failure that has none of its own. */
    default StackTraceElement[] declaration() {
      return new StackTraceElement[0];
    }

    /** The generated class whose frames lead to the user's code. */
    Class<?> generated();
  }

  UserCall(
      RunInfo run,
      RunScope scope,
      CallSite site,
      @Nullable Level level,
      @Nullable PathLink before,
      Ending ending,
      Code code) {
    this.run = run;
    this.scope = scope;
    this.site = site;
    this.level = level;
    this.before = before;
    this.ending = ending;
    this.code = code;
  }

  @Override
  public RunInfo run() {
    return run;
  }

  @Override
  public void start() {
    scope.submit(this);
  }

  @Override
  public boolean isPartOf(Object whole) {
    return ending.isPartOf(whole);
  }

  @Override
  public boolean takesSlot() {
    return code.isTask();
  }

  @Override
  public long timeoutMillis() {
    return code.timeoutMillis();
  }

  @Override
  public @Nullable Object invoke() throws Throwable {
    return code.run(this);
  }

  @Override
  public void started(long nanoTime) {
    startTime = nanoTime;
    isStarted = true;
    if (code.isMeasured()) {
      site.started(nanoTime);
    }
  }

  @Override
  public void adopt(LiveRun<?> child) {
    boolean late;
    synchronized (adopted) {
      late = interrupted;
      adopted.removeIf(LiveRun::isDone);
      adopted.add(child);
    }
    if (late) {
      Part.stop(child.stopping());
    }
  }

  @Override
  public List<Part> stopping() {
    walking = true;
    stop();
    return ofAdopted();
  }

  @Override
  public void interrupting() {
    synchronized (adopted) {
      interrupted = true;
    }
    if (!walking) {
      Part.stop(ofAdopted());
    }
  }

  /** What is to be stopped in the runs that the user's code has started, if it is interrupted. */
  private List<Part> ofAdopted() {
    List<LiveRun<?>> children;
    synchronized (adopted) {
      children = interrupted ? List.copyOf(adopted) : List.of();
    }
    List<Part> parts = new ArrayList<>(0);
    for (LiveRun<?> child : children) {
      parts.addAll(child.stopping());
    }
    return parts;
  }

  @Override
  public Throwable timedOut() {
    TaskTimeoutException timeout = new TaskTimeoutException(
        code.title(), code.name(), run.scope().id(), Duration.ofMillis(code.timeoutMillis()));
    // It is made on a thread that says nothing to the user.
    timeout.setStackTrace(code.declaration());
    return timeout;
  }

  @Override
  public void broken(Throwable why) {
    run.giveUp(why);
  }

  @Override
  public void settled(@Nullable Object value, @Nullable Throwable thrown, boolean stopped) {
    Failure failure = null;
    if (thrown != null) {
      failure = new Failure(thrown);
      if (stopped && failure.isInterruption()) {
        failure = null;
      } else {
        failure.cutBelow(code.generated());
        failure.passes(level);
      }
    }
    outcome = new Outcome(value, failure, stopped, before);
    if (failure != null && !stopped) {
      ending.failing(failure);
    }
  }

  @Override
  public void ended(long nanoTime, boolean overrun) {
    Outcome found = outcome;
    if (found == null) {
      throw new IllegalStateException("ended before it was settled");
    }
    if (overrun) {
      run.overran();
    }
    PathLink path = before;
    if (isStarted && code.isMeasured()) {
      long took = nanoTime - startTime;
      site.ended(nanoTime, took, found.failure() != null);
      path = PathLink.after(before, site, took);
    }
    ending.ended(new Outcome(found.value(), found.failure(), found.stopped(), path));
  }

  /** A call of a task's method. */
  static Code task(TaskDef<?> def, @Nullable Object[] in) {
    TaskBody body = def.body();
    return new Code() {
      @Override
      public @Nullable Object run(UserCall call) throws Throwable {
        Context before = new Context(call, null).enter();
        try {
          return body.invoke(def.number(), in);
        } finally {
          Context.leave(before);
        }
      }

      @Override
      public boolean isTask() {
        return true;
      }

      @Override
      public long timeoutMillis() {
        return def.timeoutMillis();
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
        return new StackTraceElement[] {
          new StackTraceElement(body.owner().getName(), def.method(), body.file(), def.line())
        };
      }

      @Override
      public Class<?> generated() {
        return body.getClass().getNestHost();
      }
    };
  }

  /** A pure expression. */
  static Code expression(Expression<?> expression, TaskDef<?> workflow, String name) {
    return new Code() {
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
      public long timeoutMillis() {
        return 0;
      }

      @Override
      public String title() {
        return workflow + "." + name;
      }

      @Override
      public String name() {
        return name;
      }

      @Override
      public Class<?> generated() {
        return workflow.body().getClass().getNestHost();
      }
    };
  }
}
