package org.jetbrains.jps.javac;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Wrappers of the shape that IntelliJ's compiler process has: a proxy, whose handler leads to the
 * delegate only through a class of IntelliJ's own, and the method that processors are to call.
 */
public final class APIWrappers {
  private APIWrappers() {}

  /** What a proxy is around. */
  public interface WrapperDelegateAccessor<T> {
    T getWrapperDelegate();
  }

  /** Methods that are answered by the wrapper itself would stand in subclasses. */
  private static final class DynamicWrapper<T> implements WrapperDelegateAccessor<T> {
    private final T delegate;

    DynamicWrapper(T delegate) {
      this.delegate = delegate;
    }

    @Override
    public T getWrapperDelegate() {
      return delegate;
    }
  }

  public static <T> T wrap(Class<T> type, T delegate) {
    DynamicWrapper<T> wrapper = new DynamicWrapper<>(delegate);
    InvocationHandler handler = new InvocationHandler() {
      @Override
      public Object invoke(Object proxy, Method method, Object[] in) throws Throwable {
        boolean own = method.getDeclaringClass() == WrapperDelegateAccessor.class;
        try {
          return method.invoke(own ? wrapper : delegateOf(wrapper), in);
        } catch (InvocationTargetException failure) {
          throw failure.getCause();
        }
      }
    };
    return type.cast(Proxy.newProxyInstance(
        wrapper.getClass().getClassLoader(),
        new Class<?>[] {type, WrapperDelegateAccessor.class},
        handler));
  }

  private static Object delegateOf(DynamicWrapper<?> wrapper) {
    return wrapper.getWrapperDelegate();
  }

  public static <T> T unwrap(Class<? extends T> type, T wrapper) {
    return wrapper instanceof WrapperDelegateAccessor<?> accessor
        ? type.cast(accessor.getWrapperDelegate())
        : null;
  }
}
