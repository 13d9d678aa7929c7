package dev.makespan.support;

import dev.makespan.spi.TaskDef;
import java.nio.channels.ClosedByInterruptException;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * An exception on its way through the levels of a run.
 *
 * <p>Its stack trace is written as the sequential call would have left it: below the frames of the
 * task stand, instead of those of the engine, one frame for each workflow that it passes. An
 * exception has one stack trace only, so who comes first owns it. When the same instance was thrown
 * before, or doesn't let its trace be written, a {@link WorkflowTrace} that is suppressed in it
 * carries the levels.
 */
final class Failure {
  /** Guards the stack traces: two tasks may throw one instance at the same time. */
  private static final Object TRACES = new Object();

  private static final int MOST_CAUSES = 50;

  private final Throwable thrown;
  private @Nullable Throwable carrier;
  private @Nullable StackTraceElement last;

  Failure(Throwable thrown) {
    this.thrown = thrown;
  }

  /** The exception itself, as the user's code threw it. */
  Throwable thrown() {
    return thrown;
  }

  /**
   * Cuts off what lies below the user's code.
   *
   * @param generated the class whose frames stand between the engine's and the user's
   */
  void cutBelow(Class<?> generated) {
    synchronized (TRACES) {
      StackTraceElement[] trace = thrown.getStackTrace();
      int end = indexOfInvoke(trace);
      if (end < 0 || isTraced(trace)) {
        return;
      }
      while (end > 0 && isGlue(trace[end - 1].getClassName(), generated.getName())) {
        end--;
      }
      thrown.setStackTrace(Arrays.copyOf(trace, end));
    }
  }

  private static int indexOfInvoke(StackTraceElement[] trace) {
    for (int i = 0; i < trace.length; i++) {
      if (trace[i].getClassName().equals(UserCall.class.getName())
          && trace[i].getMethodName().equals("invoke")) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isGlue(String frameClass, String generated) {
    return frameClass.equals(generated)
        || frameClass.startsWith(generated + "$")
        || frameClass.startsWith(Failure.class.getPackageName() + ".");
  }

  /** Adds the level that called what failed. Does nothing for null, and when it was added last. */
  void passes(@Nullable Level level) {
    if (level == null) {
      return;
    }
    StackTraceElement frame = level.frame();
    synchronized (TRACES) {
      if (frame.equals(last)) {
        return;
      }
      last = frame;
      if (carrier == null) {
        carrier = isTraced(thrown.getStackTrace()) ? holder() : thrown;
        append(carrier, frame);
        if (thrown.getStackTrace().length == 0) {
          carrier = holder();
          append(carrier, frame);
        }
      } else {
        append(carrier, frame);
      }
    }
  }

  /** Whether a frame of the method itself is in the trace already. */
  boolean names(TaskDef<?> def) {
    String owner = def.body().owner().getName();
    for (StackTraceElement frame : thrown.getStackTrace()) {
      if (frame.getClassName().equals(owner) && frame.getMethodName().equals(def.method())) {
        return true;
      }
    }
    return false;
  }

  private Throwable holder() {
    WorkflowTrace trace = new WorkflowTrace();
    thrown.addSuppressed(trace);
    return trace;
  }

  private static void append(Throwable carrier, StackTraceElement frame) {
    StackTraceElement[] trace = carrier.getStackTrace();
    StackTraceElement[] longer = Arrays.copyOf(trace, trace.length + 1);
    longer[trace.length] = frame;
    carrier.setStackTrace(longer);
  }

  private static boolean isTraced(StackTraceElement[] trace) {
    for (StackTraceElement frame : trace) {
      if (Level.isLevel(frame)) {
        return true;
      }
    }
    return false;
  }

  /** Keeps another failure of the same body, unless it is the same exception or is kept already. */
  void suppress(Failure other) {
    Throwable addition = other.thrown;
    if (addition == thrown || causedBy(addition, thrown) || causedBy(thrown, addition)) {
      return;
    }
    synchronized (TRACES) {
      for (Throwable kept : thrown.getSuppressed()) {
        if (kept == addition) {
          return;
        }
      }
      thrown.addSuppressed(addition);
    }
  }

  private static boolean causedBy(Throwable thrown, Throwable cause) {
    Throwable current = thrown;
    for (int i = 0; i < MOST_CAUSES && current != null; i++) {
      if (current == cause) {
        return true;
      }
      current = current.getCause();
    }
    return false;
  }

  /** Whether the exception only says that its thread was interrupted or its work cancelled. */
  boolean isInterruption() {
    Throwable current = thrown;
    for (int i = 0; i < MOST_CAUSES && current != null; i++) {
      if (current instanceof InterruptedException
          || current instanceof ClosedByInterruptException
          || current instanceof CancellationException) {
        return true;
      }
      current = current.getCause();
    }
    return false;
  }
}
