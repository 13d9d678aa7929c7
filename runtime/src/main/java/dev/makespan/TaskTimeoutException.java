package dev.makespan;

import java.time.Duration;

/** Says that a task took longer than its {@link Task#timeout}. */
public final class TaskTimeoutException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String task;
  private final String name;
  private final String run;
  private final Duration timeout;

  /** For the runtime. */
  public TaskTimeoutException(String task, String name, String run, Duration timeout) {
    super("task " + task + (task.endsWith("." + name) ? "" : " \"" + name + "\"")
        + " took longer than its timeout of " + timeout.toMillis() + " ms (run " + run + ")");
    this.task = task;
    this.name = name;
    this.run = run;
    this.timeout = timeout;
  }

  /** The task's class and method, such as {@code demo.Documents.topics}. */
  public String task() {
    return task;
  }

  /** The name of the call in reports: its {@link Options#name}, else the task's. */
  public String name() {
    return name;
  }

  /** The id of the run. */
  public String run() {
    return run;
  }

  /** The timeout that was exceeded. */
  public Duration timeout() {
    return timeout;
  }
}
