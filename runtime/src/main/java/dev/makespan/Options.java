package dev.makespan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Overrides settings of a task for one call: that of the local variable's initialiser, in a
 * workflow's body.
 *
 * <pre>{@code
 * @Options(name = "first draft", timeout = "2s", retries = 1) Text draft = write(topic);
 * Text text = write(revised(draft));   // as @Task says
 * }</pre>
 *
 * <p>The initialiser is one call of a {@link Task} or {@link MapTask}, or a {@link Makespan#map} of
 * one, where the settings hold for each element. What isn't set stays as the task's annotation
 * says. A plain call of the workflow knows no settings.
 *
 * <h2>What is refused, and why</h2>
 *
 * <ul>
 *   <li>{@code options}: an initialiser that is something else than one such call, or has calls of
 *       annotated methods among its arguments, since it wouldn't be plain whose settings are meant;
 *       a workflow or dynamic, which has calls of its own; no setting.
 *       <pre>{@code
 * @Options(name = "sum") int sum = count(item) + price(item);
 * }</pre>
 *   <li>{@code duration}, {@code negative}: as for {@link Task#timeout} and {@link Task#retries}.
 *       <pre>{@code
 * @Options(timeout = "soon") int count = count(item);
 * }</pre>
 *   <li>{@code local-annotation}: anywhere else than on a local of a {@link Workflow}.
 * </ul>
 */
@Documented
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.LOCAL_VARIABLE)
public @interface Options {
  /** The name that the graph and the report show for this call. Default: the task's. */
  String name() default "";

  /** The longest time that one attempt may take, as {@link Task#timeout}. Default: the task's. */
  String timeout() default "";

  /**
   * How many more attempts follow one that failed, as {@link Task#retries}; 0 for none. Default:
   * the task's, whatever number stands here. How long the waits are and which exceptions count
   * stays as the task says.
   */
  int retries() default -1;
}
