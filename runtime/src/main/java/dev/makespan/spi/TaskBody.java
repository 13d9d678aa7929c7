package dev.makespan.spi;

import org.jspecify.annotations.Nullable;

/** The annotated methods of one class, by number. */
public interface TaskBody {
  /** The class that declares the methods. */
  Class<?> owner();

  /** The simple name of its source file. */
  String file();

  /**
   * Calls a method as the user wrote it.
   *
   * @param node its number
   * @param in the arguments; for an instance method the receiver comes first
   * @return its value; null for a method that returns nothing
   */
  @Nullable Object invoke(int node, @Nullable Object[] in) throws Throwable;

  /**
   * The version of a method: {@link TaskDef#version}.
   *
   * @param node its number
   */
  String version(int node);
}
