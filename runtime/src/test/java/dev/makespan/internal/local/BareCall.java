package dev.makespan.internal.local;

import dev.makespan.spi.TaskCall;
import java.util.Collection;
import java.util.random.RandomGenerator;

/** A call with a single attempt that needs nothing but a thread, and keeps nothing it is told. */
abstract class BareCall extends TaskCall<Object> {
  @Override
  public boolean takesSlot() {
    return false;
  }

  @Override
  public String pool() {
    return "";
  }

  @Override
  public Throwable noPool(Collection<String> pools) {
    return new AssertionError(pools);
  }

  @Override
  public long timeoutMillis() {
    return 0;
  }

  @Override
  public Pending<Object> pending(Object returned) {
    return null;
  }

  @Override
  public void started(long nanoTime) {}

  @Override
  public void interrupting() {}

  @Override
  public Throwable timedOut() {
    return new AssertionError("has no time limit");
  }

  @Override
  public boolean retries(Throwable failure) {
    return false;
  }

  @Override
  public long retrying(long nanoTime, boolean overrun, RandomGenerator random) {
    throw new AssertionError("isn't tried again");
  }

  @Override
  public void settled(Object value, Throwable failure, boolean stopped) {}

  @Override
  public void ended(long nanoTime, boolean overrun) {}

  @Override
  public void broken(Throwable why) {
    throw new AssertionError(why);
  }
}
