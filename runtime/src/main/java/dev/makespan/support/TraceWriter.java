package dev.makespan.support;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes the levels that one failure passes into the stack trace of its exception, or beside it.
 *
 * <p>Belongs to one {@link Failure}; the exception may belong to several, at the same time.
 */
final class TraceWriter {
  /** Guards the stack traces of all exceptions. Nothing that users may override runs under it. */
  private static final Object TRACES = new Object();

  /**
   * How many carriers one exception keeps: a constant that is thrown by every run must not grow.
   */
  private static final int MOST_CARRIERS = 8;

  /** Whether the exceptions of a class keep their trace as {@link Throwable} does. */
  private static final ClassValue<Boolean> PLAIN = new ClassValue<>() {
    @Override
    protected Boolean computeValue(Class<?> type) {
      try {
        return type.getMethod("getStackTrace").getDeclaringClass() == Throwable.class
            && type.getMethod("setStackTrace", StackTraceElement[].class).getDeclaringClass()
                == Throwable.class;
      } catch (NoSuchMethodException | LinkageError unknown) {
        return false;
      }
    }
  };

  private final Throwable thrown;
  private final boolean isPlain;
  private @Nullable Throwable carrier;
  private @Nullable StackTraceElement last;

  TraceWriter(Throwable thrown) {
    this.thrown = thrown;
    this.isPlain = PLAIN.get(thrown.getClass());
  }

  /**
   * Cuts off the frames of the engine, and of the class that stands between it and the user's. Does
   * nothing to a trace that has levels already, or that has been cut.
   */
  static void cutBelow(Throwable thrown, String caller) {
    if (!PLAIN.get(thrown.getClass())) {
      return;
    }
    synchronized (TRACES) {
      StackTraceElement[] trace = thrown.getStackTrace();
      int end = endOfUserCode(trace);
      if (end < 0 || isTraced(trace)) {
        return;
      }
      while (end > 0 && isGlue(trace[end - 1].getClassName(), caller)) {
        end--;
      }
      thrown.setStackTrace(Arrays.copyOf(trace, end));
    }
  }

  private static int endOfUserCode(StackTraceElement[] trace) {
    for (int i = 0; i < trace.length; i++) {
      String type = trace[i].getClassName();
      if ((type.equals(UserCall.class.getName()) && trace[i].getMethodName().equals("invoke"))
          || type.equals(Turn.class.getName())
          || type.equals(MapFrame.class.getName())) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isGlue(String frameClass, String caller) {
    return frameClass.equals(caller)
        || frameClass.startsWith(caller + "$")
        || frameClass.startsWith(TraceWriter.class.getPackageName() + ".");
  }

  /** Adds a frame below the others, unless it was added last. */
  void add(StackTraceElement frame) {
    synchronized (TRACES) {
      if (frame.equals(last)) {
        return;
      }
      last = frame;
      if (carrier == null) {
        carrier = isPlain && !isTraced(thrown.getStackTrace()) ? thrown : newCarrier();
      }
      append(carrier, frame);
      if (carrier == thrown && thrown.getStackTrace().length == 0) {
        carrier = newCarrier();
        append(carrier, frame);
      }
    }
  }

  private Throwable newCarrier() {
    WorkflowTrace trace = new WorkflowTrace();
    int carriers = 0;
    for (Throwable kept : thrown.getSuppressed()) {
      if (kept instanceof WorkflowTrace) {
        carriers++;
      }
    }
    if (carriers < MOST_CARRIERS) {
      thrown.addSuppressed(trace);
    }
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

  /** Whether a frame of this method is in the trace. */
  boolean names(String owner, String method) {
    if (!isPlain) {
      return false;
    }
    for (StackTraceElement frame : thrown.getStackTrace()) {
      if (frame.getClassName().equals(owner) && frame.getMethodName().equals(method)) {
        return true;
      }
    }
    return false;
  }
}
