package dev.makespan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method as a task that is meant to be mapped over a collection.
 *
 * <p>The first parameter is the element; the others are bound once for all elements. In a workflow
 * it is used through {@link Makespan#map}; its twin in the generated flow takes a list of elements
 * and returns a future of the list of results.
 *
 * <pre>{@code
 * @MapTask(concurrency = 4)
 * static Page fetch(URI address, Options options) { … }
 *
 * @Workflow
 * static List<Page> fetchAll(List<URI> addresses, Options options) {
 *   return Makespan.map(addresses, address -> fetch(address, options));
 * }
 * }</pre>
 *
 * <p>In all else it is a {@link Task}: a plain call of it in a workflow is a call for one element,
 * and streams map it as any other. Only {@code concurrency} needs a map: it holds over all elements
 * of one map, whatever their number, also where the mapped function does more with each, as in
 * {@code page -> parse(fetch(page, options))}. It doesn't reach into workflows that the function
 * calls.
 *
 * <p>If it is asynchronous, its twin in the flow returns a future of the list of what the stages
 * complete with, and each element is among those that {@code concurrency} counts until its stage is
 * complete.
 *
 * <p>Refused, beside what {@link Task} says, is {@code map-task-element}: a map task without a
 * parameter for the element.
 *
 * <pre>{@code
 * @MapTask static int nothing() { return 0; }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
// On constructors only so that the processor can tell what to do instead.
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface MapTask {
  /** The name that reports and errors show. Default: the method's name. */
  String name() default "";

  /**
   * The longest time that one attempt at one element may take. See {@link Task#timeout}. Default:
   * no limit.
   */
  String timeout() default "";

  /**
   * How many more attempts follow one that failed, at most, for each element. See
   * {@link Task#retries}. Default 0.
   *
   * <p>An element that waits for its next attempt holds no slot, and no place among those that
   * {@link #concurrency} allows.
   */
  int retries() default 0;

  /** The wait before an element's first retry. See {@link Task#backoff}. Default: 100 ms. */
  String backoff() default "100ms";

  /** The longest wait before a retry. See {@link Task#maxBackoff}. Default: 30 seconds. */
  String maxBackoff() default "30s";

  /** The exceptions that are worth another attempt. See {@link Task#retryOn}. */
  Class<? extends Throwable>[] retryOn() default {};

  /** The exceptions that aren't. See {@link Task#neverRetryOn}. Default: none. */
  Class<? extends Throwable>[] neverRetryOn() default {};

  /** The pool in which each attempt needs a place. See {@link Task#pool}. Default: no pool. */
  String pool() default "";

  /**
   * How many elements of one map may be in this method at the same time. Default 0: as many as the
   * run's {@link Workflow#maxParallelism} allows. The run's limit holds as well; the smaller one
   * counts.
   */
  int concurrency() default 0;
}
