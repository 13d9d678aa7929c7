package dev.makespan.spi;

import dev.makespan.event.ExecutionId;
import org.jspecify.annotations.Nullable;

/**
 * Stands around each attempt of each task: for tracing, metrics, a circuit breaker.
 *
 * <pre>{@code
 * Runner.builder().interceptor((attempt, task) -> {
 *   try (Span span = tracer.start(attempt.execution().name())) {
 *     return task.proceed();
 *   }
 * })
 * }</pre>
 *
 * <p>With Resilience4j, a circuit breaker for each task; while it is open, attempts fail at once:
 *
 * <pre>{@code
 * CircuitBreakerRegistry breakers = CircuitBreakerRegistry.ofDefaults();
 * Runner.builder().interceptor((attempt, task) -> breakers
 *     .circuitBreaker(attempt.execution().name())
 *     .executeCheckedSupplier(task::proceed))
 * }</pre>
 *
 * <p>It runs on the thread that executes the attempt, inside the caller's context, with the slot
 * taken and the timeout running; an attempt that is cancelled or times out interrupts it. Of
 * several the first is the outermost. Pure expressions and the bodies of workflows and dynamics
 * have no interceptors; the tasks that they call have. A plain call of the method has none either.
 *
 * <p>Must be safe for several threads at once.
 */
@FunctionalInterface
public interface TaskInterceptor {
  /**
   * Executes an attempt.
   *
   * @param attempt which one
   * @param task what is inside: the next interceptor, and in the end the user's method
   * @return the attempt's result: what {@link Invocation#proceed} gave, or another value of the
   *     method's type; null for a method that returns nothing. For a method that returns a
   *     {@code CompletionStage} this is the stage, which may not be complete yet
   * @throws Throwable what the attempt fails with: that of {@link Invocation#proceed}, or another
   *     one; it counts for retries like one of the task's own
   */
  @Nullable Object around(Attempt attempt, Invocation task) throws Throwable;

  /**
   * An attempt.
   *
   * @param execution the execution that it belongs to
   * @param number 1 for the first
   */
  record Attempt(ExecutionId execution, int number) {}

  /** What an interceptor stands around. */
  @FunctionalInterface
  interface Invocation {
    /**
     * Goes on, on this thread. It may be called not at all, then the method isn't called; or again,
     * then the method is called again within the same attempt, its slot and its timeout. It must
     * not be called when {@link #around} has returned, nor on another thread.
     *
     * @return the method's value; null if it returns nothing
     */
    @Nullable Object proceed() throws Throwable;
  }
}
