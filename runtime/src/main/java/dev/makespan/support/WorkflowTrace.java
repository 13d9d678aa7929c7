package dev.makespan.support;

/**
 * Not a failure: it carries the lines of the workflows that an exception passed, where the
 * exception's own stack trace couldn't. It is only found among the suppressed exceptions of another
 * one.
 */
public final class WorkflowTrace extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WorkflowTrace() {
    super("the workflows that this exception passed");
    setStackTrace(new StackTraceElement[0]);
  }
}
