package dev.makespan;

import java.time.Duration;

/**
 * Says that an attempt of a task took longer than its {@link Task#timeout}, or a workflow longer
 * than its own.
 */
public final class TaskTimeoutException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String task;
  private final String name;
  private final String run;
  private final Duration timeout;
  private final int attempt;
  private final int attempts;

  private TaskTimeoutException(
      String what,
      String task,
      String name,
      String run,
      Duration timeout,
      int attempt,
      int attempts) {
    super(what + " " + task + (task.endsWith("." + name) ? "" : " \"" + name + "\"")
        + " took longer than its timeout of " + timeout.toMillis() + " ms"
        + (attempts == 1 ? "" : " in attempt " + attempt + " of " + attempts) + " (run " + run
        + ")");
    this.task = task;
    this.name = name;
    this.run = run;
    this.timeout = timeout;
    this.attempt = attempt;
    this.attempts = attempts;
  }

  /** For the runtime: of one attempt of a task. */
  public static TaskTimeoutException ofTask(
      String task, String name, String run, Duration timeout, int attempt, int attempts) {
    return new TaskTimeoutException("task", task, name, run, timeout, attempt, attempts);
  }

  /** For the runtime: of a workflow. */
  public static TaskTimeoutException ofWorkflow(
      String workflow, String name, String run, Duration timeout) {
    return new TaskTimeoutException("workflow", workflow, name, run, timeout, 1, 1);
  }

  /** The class and method of the task or workflow, such as {@code demo.Documents.topics}. */
  public String task() {
    return task;
  }

  /** The name of the call in reports: its {@link Options#name}, else that of the annotation. */
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

  /** Which attempt it was; 1 for the first, and for a workflow. */
  public int attempt() {
    return attempt;
  }

  /** How many attempts there may be, with the first. */
  public int attempts() {
    return attempts;
  }
}
