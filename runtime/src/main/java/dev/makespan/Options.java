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
 * @Options(name = "first draft", timeout = "2s") Text draft = write(topic);
 * Text text = write(revised(draft));   // as @Task says
 * }</pre>
 *
 * <p>The initialiser is one call of a {@link Task} or {@link MapTask}, or a {@link Makespan#map} of
 * one, where the settings hold for each element. Arguments may be expressions but no calls of
 * annotated methods, since it wouldn't be plain whose settings are meant. What isn't set stays as
 * the task's annotation says. A plain call of the workflow knows no settings.
 *
 * <p>Anywhere else than on such a local it is an error.
 */
@Documented
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.LOCAL_VARIABLE)
public @interface Options {
  /** The name that the graph and the report show for this call. Default: the task's. */
  String name() default "";

  /** The longest time that one execution may take, as {@link Task#timeout}. Default: the task's. */
  String timeout() default "";
}
