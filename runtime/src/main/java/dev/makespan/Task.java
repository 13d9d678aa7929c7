package dev.makespan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method as a task: a unit of work, which a run may execute beside others.
 *
 * <p>The method stays an ordinary method: called directly it runs at once, on the caller's thread.
 * Called from a {@link Workflow} that runs through its generated flow, it starts as soon as its
 * arguments are ready and one of the run's slots is free ({@link Workflow#maxParallelism}).
 *
 * <pre>{@code
 * @Task(timeout = "2s")
 * static Topics topics(Document document) { … }
 * }</pre>
 *
 * <p>A task may be static or an instance method, may throw any exception and may return null. It
 * must not be private, generic, abstract or native. It may be declared in a class, a nested class,
 * a record, an enum or, as a default or static method, in an interface, whose flow takes the
 * instance:
 *
 * <pre>{@code
 * interface Prices { @Task default int price(String item) { … } }
 * int price = new PricesFlow(prices).blocking().price("pear");
 * }</pre>
 *
 * <p>It may be inherited, and overridden: an annotation counts for an override without one, which
 * is what the flow of the overridden method's class then calls. It may take a variable number of
 * arguments, of types that an array can have ({@code int...}, {@code Object...}); an argument whose
 * type doesn't show whether it is that array needs a local of a written type.
 *
 * <p>A task that assigns a static field, or one of its own instance, outside {@code synchronized}
 * is a warning, {@code makespan:assigned-field}: tasks beside it may do so at the same time. A task
 * that returns nothing is a <em>fence</em>: it starts when everything written above its call has
 * ended, and everything below waits for it. Arguments that several tasks share must not be mutated.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
// On constructors only so that the processor can tell what to do instead.
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface Task {
  /** The name that reports and errors show. Default: the method's name. */
  String name() default "";

  /**
   * The longest time that one execution may take, such as {@code "250ms"}, {@code "30s"},
   * {@code "5m"} or {@code "2h"}. Default: no limit.
   *
   * <p>When it has passed, the task fails with a {@link TaskTimeoutException} and its thread is
   * interrupted. Its slot is free when the method has returned or, if it ignores the interrupt,
   * after a grace period of one second; the report then counts an overrun. Waiting for arguments or
   * for a slot doesn't count. A plain call of the method has no time limit.
   */
  String timeout() default "";
}
