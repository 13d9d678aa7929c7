package dev.makespan.processor.source;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;

/** Finds javac's own environment behind the wrappers that build tools put around it. */
final class Unwrapping {
  private static final String JAVAC = "com.sun.tools.javac.processing.JavacProcessingEnvironment";

  /** What IntelliJ's compiler process has for processors that look for javac. */
  private static final String INTELLIJ = "org.jetbrains.jps.javac.APIWrappers";

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
    Optional<Object> delegate = intellij(wrapper);
    if (delegate.isPresent()) {
      return search(delegate.get(), depth - 1);
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

  /** What IntelliJ says that one of its wrappers is around. */
  private static Optional<Object> intellij(Object wrapper) {
    if (!(wrapper instanceof ProcessingEnvironment) || !Proxy.isProxyClass(wrapper.getClass())) {
      return Optional.empty();
    }
    try {
      Object delegate = Class.forName(INTELLIJ, false, wrapper.getClass().getClassLoader())
          .getMethod("unwrap", Class.class, Object.class)
          .invoke(null, ProcessingEnvironment.class, wrapper);
      return delegate instanceof ProcessingEnvironment && delegate != wrapper
          ? Optional.of(delegate)
          : Optional.empty();
    } catch (ReflectiveOperationException | RuntimeException | LinkageError notIntellij) {
      return Optional.empty();
    }
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
