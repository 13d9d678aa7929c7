package dev.makespan.processor.reference;

import dev.makespan.spi.FlowFuture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One run of a class {@code Cases} in one way: what each comparison in it called and logged. One is
 * open at a time; the classes that a case is compiled against find it here.
 */
final class Session implements Place.Siblings {
  private static volatile @Nullable Session current;

  /** One that this thread alone runs something in. */
  private static final ThreadLocal<@Nullable Session> OWN = new ThreadLocal<>();

  private final Program program;
  private final @Nullable Supplier<Schedule> schedules;
  private final List<Comparison> comparisons = new ArrayList<>();
  private final boolean cancels;
  private @Nullable Comparison open;
  private boolean isFlow;
  private int roots;

  /** One comparison of a plain call with a flow. */
  static final class Comparison {
    final List<Log.Call> plain = new ArrayList<>();
    final List<Log.Call> flow = new ArrayList<>();

    /** The methods whose twins the flow called. */
    final List<String> twins = new ArrayList<>();

    /** Whether the first of both is no plain call, but a flow, too. */
    boolean comparesFlows;

    boolean succeeded;

    /** Whether both gave the same instance of an exception. */
    boolean sameException;
  }

  /**
   * A run of all comparisons.
   *
   * @param schedules how the interpreter runs them; null for the generated class
   * @param cancels whether a failure cancels anything in it
   */
  Session(Program program, @Nullable Supplier<Schedule> schedules, boolean cancels) {
    this.program = program;
    this.cancels = cancels;
    this.schedules = schedules;
  }

  /** Runs the cases, and tells what each comparison did. */
  List<Comparison> run(Callable<?> cases) throws Exception {
    current = this;
    try {
      cases.call();
    } finally {
      current = null;
    }
    return comparisons;
  }

  /** Interprets the twins that this thread calls meanwhile. */
  static <T extends @Nullable Object> T interpreting(
      Program program, Supplier<Schedule> schedules, boolean cancels, Callable<T> calls)
      throws Exception {
    OWN.set(new Session(program, schedules, cancels));
    try {
      return calls.call();
    } finally {
      OWN.remove();
    }
  }

  static void log(Log.Call call) {
    Session session = current;
    if (session != null) {
      session.add(call);
    }
  }

  private synchronized void add(Log.Call call) {
    if (open != null && (!isFlow || !call.isWorkflow())) {
      (isFlow ? open.flow : open.plain).add(call);
    }
  }

  private synchronized void turnTo(@Nullable Comparison comparison, boolean flow) {
    open = comparison;
    isFlow = flow;
  }

  /** Compares as the test kit does, and keeps what ran. */
  static <T extends @Nullable Object> @Nullable T compared(
      Callable<T> plain, Supplier<? extends CompletionStage<T>> flow, Comparing<T> comparing) {
    Session session = current;
    return session == null
        ? comparing.compare(plain, flow)
        : session.compare(plain, flow, comparing);
  }

  private <T extends @Nullable Object> @Nullable T compare(
      Callable<T> plain, Supplier<? extends CompletionStage<T>> flow, Comparing<T> comparing) {
    Comparison comparison = new Comparison();
    comparisons.add(comparison);
    List<Throwable> thrown = new ArrayList<>();
    List<CompletionStage<T>> stages = new ArrayList<>();
    try {
      return comparing.compare(
          () -> {
            turnTo(comparison, false);
            try {
              return plain.call();
            } catch (Throwable e) {
              thrown.add(e);
              throw e;
            }
          },
          () -> {
            turnTo(comparison, true);
            CompletionStage<T> stage = flow.get();
            stages.add(stage);
            return stage;
          });
    } finally {
      turnTo(null, false);
      comparison.succeeded = thrown.isEmpty();
      comparison.sameException = !thrown.isEmpty()
          && !stages.isEmpty()
          && stages.get(0) instanceof FlowFuture<?> future
          && future.failure() == thrown.get(0);
    }
  }

  /** One of the test kit's comparisons. */
  interface Comparing<T extends @Nullable Object> {
    @Nullable T compare(Callable<T> plain, Supplier<? extends CompletionStage<T>> flow);
  }

  /**
   * Notes the call of a twin; tells whether the interpreter is to run it.
   *
   * @param joins whether it belongs to a run, if there is one
   */
  static @Nullable Session interpreting(String method, boolean joins) {
    Session own = OWN.get();
    if (own != null) {
      return own;
    }
    Session session = current;
    return session != null && session.called(method, joins) ? session : null;
  }

  private synchronized boolean called(String method, boolean joins) {
    if (open == null) {
      return false;
    }
    if (isFlow) {
      open.twins.add(method);
      return schedules != null;
    }
    // In a plain call a task may start a run of its own; a dynamic's calls are plain there.
    open.comparesFlows |= open.plain.isEmpty();
    return !joins && !open.comparesFlows && schedules != null;
  }

  Program program() {
    return program;
  }

  /** Runs what isn't asked for by a dynamic. */
  Outcome interpret(Interpreter.Start start) {
    if (schedules == null) {
      throw new AssertionError("this is the generated class's turn");
    }
    Place place = new Place(null, this, roots++);
    return new Interpreter(program, schedules, cancels).run(place, start);
  }

  @Override
  public boolean isBefore(int one, int other) {
    return false;
  }
}
