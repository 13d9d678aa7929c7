package dev.makespan.processor.source;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;

/** Finds javac's own environment behind the wrappers that build tools put around it. */
final class Unwrapping {
  private static final String JAVAC = "com.sun.tools.javac.processing.JavacProcessingEnvironment";
  private static final int DEPTH = 8;

  private Unwrapping() {}

  /** Javac's environment, if it is this one or one that this one wraps. */
  static Optional<ProcessingEnvironment> javac(ProcessingEnvironment env) {
    return search(env, DEPTH);
  }

  private static Optional<ProcessingEnvironment> search(Object wrapper, int depth) {
    if (wrapper instanceof ProcessingEnvironment env && env.getClass().getName().equals(JAVAC)) {
      return Optional.of(env);
    }
    if (depth == 0) {
      return Optional.empty();
    }
    Object holder =
        Proxy.isProxyClass(wrapper.getClass()) ? Proxy.getInvocationHandler(wrapper) : wrapper;
    for (Class<?> type = holder.getClass();
        type != null && type != Object.class;
        type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        Optional<ProcessingEnvironment> found =
            value(field, holder).flatMap(inner -> search(inner, depth - 1));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Object> value(Field field, Object holder) {
    boolean candidate = field.getType().isAssignableFrom(ProcessingEnvironment.class)
        || ProcessingEnvironment.class.isAssignableFrom(field.getType())
        || InvocationHandler.class.isAssignableFrom(field.getType());
    if (!candidate) {
      return Optional.empty();
    }
    try {
      field.setAccessible(true);
      Object value = field.get(holder);
      boolean wraps = value instanceof ProcessingEnvironment || value instanceof InvocationHandler;
      return wraps && value != holder ? Optional.of(value) : Optional.empty();
    } catch (ReflectiveOperationException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }
}
