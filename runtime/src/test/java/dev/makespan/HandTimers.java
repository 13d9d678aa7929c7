package dev.makespan;

import dev.makespan.spi.Engine;
import dev.makespan.spi.RunScope;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A runner whose scopes' timers go off when a test says so. */
final class HandTimers {
  private final BlockingQueue<Runnable> jobs = new LinkedBlockingQueue<>();
  private final Runner runner =
      Runner.on(proxy(Engine.class, Runner.builder().build().engine()));

  Runner runner() {
    return runner;
  }

  /** Lets the timer go off that was set first. */
  void goOff() throws InterruptedException {
    jobs.take().run();
  }

  private <T> T proxy(Class<T> type, T real) {
    return type.cast(Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, (proxy, method, in) -> {
          if (method.getName().equals("timer") && !((Duration) in[0]).isZero()) {
            jobs.add((Runnable) in[1]);
            return (RunScope.Timer) () -> {};
          }
          try {
            Object result = method.invoke(real, in);
            return result instanceof RunScope scope ? proxy(RunScope.class, scope) : result;
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        }));
  }
}
