package dev.makespan.internal.local;

import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskCall;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** A call that is told to the engine as another one; what a subclass overrides is a planted bug. */
class PlantedCall extends TaskCall<Object> {
  private final TaskCall<Object> call;

  @SuppressWarnings("unchecked")
  PlantedCall(TaskCall<?> call) {
    this.call = (TaskCall<Object>) call;
  }

  /** A scope whose calls have the bug. */
  static final class Scope extends WatchedScope {
    private final RunScope scope;
    private final Set<Slots> limits;
    private final Function<TaskCall<?>, PlantedCall> bug;

    Scope(RunScope scope, Set<Slots> limits, Function<TaskCall<?>, PlantedCall> bug) {
      super(scope, limits);
      this.scope = scope;
      this.limits = limits;
      this.bug = bug;
    }

    @Override
    public RunScope inner(int maxSlots) {
      return new Scope(scope.inner(maxSlots), limits, bug);
    }

    @Override
    public void submit(TaskCall<?> call) {
      PlantedCall planted = bug.apply(call);
      call.submitted(planted::stop);
      super.submit(planted);
    }
  }

  @Override
  public boolean takesSlot() {
    return call.takesSlot();
  }

  @Override
  public String pool() {
    return call.pool();
  }

  @Override
  public Throwable noPool(Collection<String> pools) {
    return call.noPool(pools);
  }

  @Override
  public long timeoutMillis() {
    return call.timeoutMillis();
  }

  @Override
  public Object invoke() throws Throwable {
    return call.invoke();
  }

  @Override
  public Pending<Object> pending(Object returned) throws Throwable {
    return call.pending(returned);
  }

  @Override
  public void waitedForPlace(long nanos) {
    call.waitedForPlace(nanos);
  }

  @Override
  public void started(long nanoTime) {
    call.started(nanoTime);
  }

  @Override
  public void interrupting() {
    call.interrupting();
  }

  @Override
  public Throwable timedOut() {
    return call.timedOut();
  }

  @Override
  public boolean retries(Throwable failure) {
    return call.retries(failure);
  }

  @Override
  public long retrying(long nanoTime, boolean overrun, RandomGenerator random) {
    return call.retrying(nanoTime, overrun, random);
  }

  @Override
  public void settled(Object value, Throwable failure, boolean stopped) {
    call.settled(value, failure, stopped);
  }

  @Override
  public void ended(long nanoTime, boolean overrun) {
    call.ended(nanoTime, overrun);
  }

  @Override
  public void broken(Throwable why) {
    call.broken(why);
  }
}
