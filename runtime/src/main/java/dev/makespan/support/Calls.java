package dev.makespan.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which workflows one workflow of a generated class's owner calls: what the processor reads of
 * classes compiled earlier, to find recursions that pass through them. At run time nobody reads it.
 *
 * <p>Methods are named with the number of their parameters, such as {@code analyze/1}: overloads of
 * annotated methods differ in it.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Calls.All.class)
public @interface Calls {
  /** The calling workflow. */
  String from();

  /** The called ones, each once, with their classes: {@code demo.Documents.analyze/1}. */
  String[] to();

  /** The line of the first call of each. */
  int[] lines();

  /** The source file. Default: that of the outermost class's name. */
  String file() default "";

  /** The calls of all workflows that call any. */
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface All {
    Calls[] value();
  }
}
