package dev.makespan.spi;

/**
 * Carries what is bound to the caller's thread to the threads that execute its run: an MDC, a
 * trace, a security context, a transaction's id.
 *
 * <p>{@link #capture} takes it when a run starts, on the thread that starts it. Around each
 * execution of the user's code, that is of a task's attempt, a pure expression and a dynamic's
 * body, {@link Snapshot#apply} binds it to the executing thread, and {@link Scope#close} then puts
 * back what was there before. That happens on every thread, also on the caller's own when it helps,
 * so a task finds the context of the start of its run, and leaves none to the next one. Of several
 * carriers the first is applied first and closed last. A run that a task starts captures what is
 * bound to the task's thread.
 *
 * <p>With SLF4J's MDC:
 *
 * <pre>{@code
 * Runner.builder().context(() -> {
 *   Map<String, String> callers = MDC.getCopyOfContextMap();
 *   return () -> {
 *     Map<String, String> before = MDC.getCopyOfContextMap();
 *     put(callers);
 *     return () -> put(before);      // put: MDC.clear() for null, else MDC.setContextMap
 *   };
 * })
 * }</pre>
 *
 * <p>With Micrometer's context propagation, which carries all that is registered with it:
 *
 * <pre>{@code
 * ContextSnapshotFactory factory = ContextSnapshotFactory.builder().build();
 * Runner.builder().context(() -> {
 *   ContextSnapshot callers = factory.captureAll();
 *   return () -> callers.setThreadLocals()::close;
 * })
 * }</pre>
 *
 * <p>The three steps are those of {@code ThreadContextProvider}, {@code ThreadContextSnapshot} and
 * {@code ThreadContextRestorer} of MicroProfile Context Propagation and Jakarta Concurrency: state
 * that belongs to one thread is kept by what undoes it, so that one snapshot may be applied to many
 * threads at once.
 *
 * <p>An exception that {@code capture} throws is thrown to who starts the run, which doesn't start.
 * One that {@code apply} throws fails the attempt as if the user's code had thrown it, which isn't
 * called: it might need the context to be safe. One that {@code close} throws fails it, too, unless
 * it has failed already; then it is added to that failure as a suppressed one. The other carriers'
 * scopes are closed all the same.
 */
@FunctionalInterface
public interface ContextCarrier {
  /** Takes what is bound to this thread; never null. */
  Snapshot capture();

  /** What was bound to the caller's thread. Immutable: several threads apply it at once. */
  @FunctionalInterface
  interface Snapshot {
    /** Binds it to this thread; never null. */
    Scope apply();
  }

  /** A snapshot's time on one thread. */
  @FunctionalInterface
  interface Scope extends AutoCloseable {
    /** Puts back what was bound before; called once, on the same thread. */
    @Override
    void close();
  }
}
