package dev.makespan.processor.source;

import dev.makespan.testing.Equivalence;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;

/** Calls of the methods {@code go…} of a class and of their twins, with made-up arguments. */
final class TwinCalls {
  private static final Map<Class<?>, Object> VALUES = Map.ofEntries(
      Map.entry(int.class, 3),
      Map.entry(Integer.class, 3),
      Map.entry(long.class, 7L),
      Map.entry(byte.class, (byte) 4),
      Map.entry(char.class, 'c'),
      Map.entry(String.class, "abc"),
      Map.entry(Object.class, 5),
      Map.entry(List.class, List.of(4, 5, 6)),
      Map.entry(int[].class, new int[] {1, 2, 3}));

  private final Class<?> user;
  private final Constructor<?> flowConstructor;

  TwinCalls(Class<?> user, Class<?> flow) {
    this.user = user;
    this.flowConstructor = Arrays.stream(flow.getDeclaredConstructors())
        .filter(each -> each.getParameterCount() == 0
            || Arrays.equals(each.getParameterTypes(), new Class<?>[] {user}))
        .findFirst()
        .orElseThrow();
  }

  /** Compares each plain call with its twin; returns how many there were. */
  int compare() throws ReflectiveOperationException {
    int calls = 0;
    for (Method method : user.getDeclaredMethods()) {
      if (method.getName().startsWith("go") && !method.isSynthetic()) {
        compare(method);
        calls++;
      }
    }
    return calls;
  }

  private void compare(Method method) throws ReflectiveOperationException {
    flowConstructor.setAccessible(true);
    boolean instances = flowConstructor.getParameterCount() > 0;
    Object self = instances || !Modifier.isStatic(method.getModifiers()) ? value(user) : null;
    Object flow = instances ? flowConstructor.newInstance(self) : flowConstructor.newInstance();
    Method twin = flow.getClass().getDeclaredMethod(method.getName(), method.getParameterTypes());
    method.setAccessible(true);
    twin.setAccessible(true);
    Object[] in = values(method.getParameterTypes());
    try {
      Equivalence.assertSame(plain(method, self, in), () -> stage(twin, flow, in));
    } catch (AssertionError e) {
      throw new AssertionError(method + ": " + e.getMessage(), e);
    }
  }

  private static Callable<Object> plain(Method method, Object self, Object[] in) {
    return () -> {
      try {
        return method.invoke(self, in);
      } catch (InvocationTargetException e) {
        if (e.getCause() instanceof Error error) {
          throw error;
        }
        throw (Exception) e.getCause();
      }
    };
  }

  @SuppressWarnings("unchecked")
  private static CompletionStage<Object> stage(Method twin, Object flow, Object[] in) {
    try {
      return (CompletionStage<Object>) twin.invoke(flow, in);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(twin + " starts nothing", e);
    }
  }

  private static Object[] values(Class<?>[] types) throws ReflectiveOperationException {
    Object[] values = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      values[i] = value(types[i]);
    }
    return values;
  }

  private static Object value(Class<?> type) throws ReflectiveOperationException {
    if (VALUES.containsKey(type)) {
      return VALUES.get(type);
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    return constructor.newInstance(values(constructor.getParameterTypes()));
  }
}
