package dev.makespan.processor.reference;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What annotated methods say when they start and end; {@link Instrumented} lets them. */
public final class Log {
  private static final ThreadLocal<@Nullable Place> PLACE = new ThreadLocal<>();
  private static final AtomicInteger CLOCK = new AtomicInteger();

  private Log() {}

  /** Code of the user's. */
  interface UserCode {
    @Nullable Object run() throws Throwable;
  }

  /** Runs what stands at a place of an interpreted run. */
  static @Nullable Object at(Place place, UserCode code) throws Throwable {
    Place before = PLACE.get();
    PLACE.set(place);
    try {
      return code.run();
    } finally {
      PLACE.set(before);
    }
  }

  /** Called where a body begins, with anything before its arguments. */
  public static Call start(String method, boolean isWorkflow, @Nullable Object... in) {
    String arguments = Arrays.stream(in).skip(1).map(Log::text).collect(Collectors.joining(", "));
    Call call = new Call(method, method + "(" + arguments + ")", isWorkflow, PLACE.get());
    Session.log(call);
    return call;
  }

  /** An execution that the caller notes itself. */
  public static Call call(String method, String key) {
    return new Call(method, key, false, PLACE.get());
  }

  /** What tells arguments apart and is the same in every run; others are like each other. */
  private static String text(@Nullable Object argument) {
    boolean isScalar = argument == null
        || argument instanceof String
        || argument instanceof Number
        || argument instanceof Boolean
        || argument instanceof Character
        || argument instanceof Enum<?>;
    return isScalar ? String.valueOf(argument) : "_";
  }

  /** One execution of a method. */
  public static final class Call implements AutoCloseable {
    private final String method;
    private final String key;
    private final boolean isWorkflow;
    private final @Nullable Place place;
    private final int start = CLOCK.incrementAndGet();
    private volatile int end;

    private Call(String method, String key, boolean isWorkflow, @Nullable Place place) {
      this.method = method;
      this.key = key;
      this.isWorkflow = isWorkflow;
      this.place = place;
    }

    /** Called where a body ends. */
    @Override
    public void close() {
      end = CLOCK.incrementAndGet();
    }

    String method() {
      return method;
    }

    /** The method with its arguments. */
    String key() {
      return key;
    }

    /** Whether it is the plain call of a workflow, which no run executes. */
    boolean isWorkflow() {
      return isWorkflow;
    }

    /** Where in the run it stands, which only the interpreter knows. */
    @Nullable Place place() {
      return place;
    }

    int start() {
      return start;
    }

    /** When it ended; {@code Integer.MAX_VALUE} if it hasn't. */
    int end() {
      return end == 0 ? Integer.MAX_VALUE : end;
    }

    @Override
    public String toString() {
      return key;
    }
  }
}
