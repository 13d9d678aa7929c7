package dev.makespan.internal.local;

import dev.makespan.spi.TaskCall;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;

/** A call that notes what it is told. It may last until the test completes it. */
class ToldCall extends BareCall implements TaskCall.Pending<Object> {
  final List<String> told = new ArrayList<>();

  /** How much longer it is tried again. */
  int retries;

  long timeoutMillis;
  boolean takesSlot = true;
  String pool = "";
  boolean isPending;
  End<Object> end;

  @Override
  public boolean takesSlot() {
    return takesSlot;
  }

  @Override
  public String pool() {
    return pool;
  }

  @Override
  public Throwable noPool(Collection<String> pools) {
    return new IllegalArgumentException("none of " + pools);
  }

  @Override
  public long timeoutMillis() {
    return timeoutMillis;
  }

  @Override
  public Object invoke() throws Throwable {
    told.add("invoked");
    return 1;
  }

  @Override
  public Pending<Object> pending(Object returned) {
    return isPending ? this : null;
  }

  @Override
  public void waits() {
    told.add("waits");
  }

  @Override
  public void waitedForPlace(long nanos) {
    told.add("waited " + nanos);
  }

  @Override
  public void started(long nanoTime) {
    told.add("started " + nanoTime);
  }

  @Override
  public void interrupting() {
    told.add("interrupting");
  }

  @Override
  public Throwable timedOut() {
    told.add("timed out");
    return new IllegalStateException("late");
  }

  @Override
  public boolean retries(Throwable failure) {
    told.add("fails " + failure.getMessage());
    return retries-- > 0;
  }

  @Override
  public long retrying(long nanoTime, boolean overrun, RandomGenerator random) {
    told.add("retrying " + nanoTime + (overrun ? " overrun" : ""));
    return 50;
  }

  @Override
  public void settled(Object value, Throwable failure, boolean stopped) {
    String outcome = failure == null ? "value " + value : "failure " + failure.getMessage();
    told.add(outcome + (stopped ? " stopped" : ""));
  }

  @Override
  public void ended(long nanoTime, boolean overrun) {
    told.add("ended " + nanoTime + (overrun ? " overrun" : ""));
  }

  @Override
  public void broken(Throwable why) {
    told.add("broken " + why.getMessage());
  }

  // What is pending.

  @Override
  public void whenOver(End<Object> toTell) throws Throwable {
    told.add("pending");
    end = toTell;
  }

  @Override
  public void cancel() {
    told.add("cancel");
  }

  @Override
  public void forget() {
    told.add("forget");
  }
}
