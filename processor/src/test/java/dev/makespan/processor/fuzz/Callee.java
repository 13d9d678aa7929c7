package dev.makespan.processor.fuzz;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An annotated method that bodies may call.
 *
 * @param owner its class
 * @param isChecked whether it declares a checked exception
 * @param isTimed whether the interpreter knows all that is in it waits for
 * @param result null if it returns nothing
 */
record Callee(
    ClassWriter owner,
    String name,
    Kind kind,
    boolean isStatic,
    List<JavaType> parameters,
    @Nullable JavaType result,
    boolean isChecked,
    boolean isTimed) {
  /** What it is. */
  enum Kind {
    TASK,
    WORKFLOW,
    DYNAMIC
  }

  boolean isVoid() {
    return result == null;
  }
}
