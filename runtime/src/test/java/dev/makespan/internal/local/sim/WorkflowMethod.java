package dev.makespan.internal.local.sim;

import dev.makespan.support.Body;
import dev.makespan.support.Step;
import java.util.List;

/** A workflow, or what a map does with each of its elements. */
final class WorkflowMethod extends Method {
  private final int limit;
  private final BodyPlan body;

  WorkflowMethod(int number, boolean isVoid, int limit, BodyPlan body) {
    super(number, isVoid);
    this.limit = limit;
    this.body = body;
  }

  int limit() {
    return limit;
  }

  @Override
  Object call(Object[] in) {
    throw new IllegalStateException("a workflow's own body never runs");
  }

  @Override
  Step<?> wire(Body run, Object[] in) {
    return wire(run, place(in).inner(toString(), limit), fuel(in), work(values(in)));
  }

  /** Adds its steps to a body that has this place. */
  Step<?> wire(Body run, Place own, int fuel, long work) {
    List<Place> places = own.steps(body.positions(), body);
    BodyWiring wiring =
        new BodyWiring(run, places, isVoid, fuel, work, new Step<?>[body.positions()]);
    body.block().wire(wiring);
    if (isVoid) {
      return null;
    }
    return body.result() < 0 ? run.value(work) : wiring.step(body.result());
  }

  @Override
  Result plain(Plain plain, int fuel, Object... values) {
    return plainSteps(plain, fuel, work(values));
  }

  Result plainSteps(Plain plain, int fuel, long work) {
    PlainBody in = new PlainBody(plain, fuel, work, body.positions());
    Result end = body.block().plain(in) ? Result.of(in.value(body.result())) : in.end();
    return isVoid && end.isValue() ? Result.of(null) : end;
  }

  @Override
  public String toString() {
    return "WORKFLOW " + number;
  }
}
