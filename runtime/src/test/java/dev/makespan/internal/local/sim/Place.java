package dev.makespan.internal.local.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A part of a run as the user's code sees it: the run, an execution of a workflow, a step of it, a
 * map. User code that begins or ends tells its place and all places around it, and each checks its
 * own rule: its limit, and the order of its steps.
 */
final class Place {
  /** How long it may take until a failure has stopped what is below. */
  private static final long TOLD_NANOS = 8_000_000;

  private final RunRecord run;
  private final Place outer;
  private final String name;

  /** How many tasks may run here at the same time; 0 for any number. */
  private final int limit;

  private final List<Activity> active = new ArrayList<>();
  private boolean begun;

  /** When what runs here failed, for good and not to be tolerated; negative for never. */
  private long failedAt = -1;

  // Of a map only.
  private Map<Object, Place> ofElement = Map.of();

  // Of what a map does with an element only.
  /** By method, where the calls of all elements are counted. */
  private Map<Method, Place> shared;

  // Of a step only.
  private List<Place> steps = List.of();
  private Order order;
  private int position;

  /** Where the call is counted as well; null for nowhere. */
  private Place counted;

  /** Which steps of a workflow must have ended before another one begins. */
  interface Order {
    boolean isBefore(int first, int second);
  }

  private Place(RunRecord run, Place outer, String name, int limit) {
    this.run = run;
    this.outer = outer;
    this.name = name;
    this.limit = limit;
  }

  static Place ofRun(RunRecord run, int limit) {
    return new Place(run, null, run.toString(), limit);
  }

  /** A place within this one. */
  Place inner(String nameOfInner, int limitOfInner) {
    return new Place(run, this, nameOfInner, limitOfInner);
  }

  /** The places of the steps of a workflow whose place this is. */
  List<Place> steps(int count, Order orderOfSteps) {
    List<Place> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Place step = inner("step " + i, 0);
      step.position = i;
      step.order = orderOfSteps;
      step.steps = all;
      all.add(step);
    }
    return all;
  }

  RunRecord run() {
    return run;
  }

  Scheduler scheduler() {
    return run.world().scheduler();
  }

  /** Says which elements a map has whose place this is; none of them is tolerated to fail. */
  void elements(List<Object> elements) {
    List<Place> places = steps(elements.size(), (first, second) -> false);
    ofElement = new HashMap<>();
    for (int i = 0; i < elements.size(); i++) {
      ofElement.put(elements.get(i), places.get(i));
    }
  }

  /** The place of an element; null if that isn't known. */
  Place element(Object element) {
    return ofElement.isEmpty() ? null : ofElement.get(element);
  }

  /** The places of what a map does with its elements, whose place this is. */
  Function<String, Place> bodies() {
    Map<Method, Place> ofAll = new HashMap<>();
    return nameOfInner -> {
      Place body = inner(nameOfInner, 0);
      body.shared = ofAll;
      return body;
    };
  }

  /** Says what this step calls: the limit of a map task holds over all elements of a map. */
  void calls(Method callee) {
    int concurrency = callee.def().concurrency();
    if (concurrency > 0 && outer.shared != null) {
      counted = outer.shared.computeIfAbsent(
          callee, any -> outer.outer.inner("all calls of " + callee, concurrency));
    }
  }

  /** User code begins here, on this thread. */
  Activity begin(String what, boolean task) {
    return begin(what, task, null);
  }

  /** The same of an element of a map; null for none. */
  Activity begin(String what, boolean task, Place element) {
    Carrier carrier = Carrier.current();
    Activity activity = new Activity(this, what, task);
    run.world().trace("begin", activity);
    boolean early = carrier.interruptedEarly >= 0 && carrier.isInterrupted();
    if (early) {
      activity.interrupted(carrier.interruptedEarly);
    } else if (carrier.activity != null && carrier.activity.isInterrupted()) {
      // What is around it is being stopped, and it is a part of that.
      activity.interrupted(scheduler().now());
    } else if (carrier.isInterrupted()) {
      violation(activity + " begins with an interrupt that isn't its own");
    }
    long since = carrier.startingSince < 0 ? scheduler().now() : carrier.startingSince;
    if (run.isCancelled(since)) {
      violation(activity + " begins although the run is cancelled");
    }
    carrier.interruptedEarly = -1;
    carrier.startingSince = -1;
    if (carrier.activity != null && !carrier.activity.mayHelp()) {
      violation(activity + " begins inside " + carrier.activity);
    }
    if (carrier.activity != null && !isWithin(carrier.activity.place())) {
      violation(activity + " begins inside " + carrier.activity + ", which doesn't wait for it");
    }
    activity.beginsInside(carrier.activity);
    run.checkThread(activity, carrier);
    run.world().counts(activity, 1);
    if (carrier.isForeign && run.world().hasThreads()) {
      violation(activity + " begins on the thread that has completed a stage");
    }
    carrier.activity = activity;
    if (element != null && !activity.isOverrun(scheduler().now())) {
      element.checkOrder(activity);
    }
    for (Place place = this; place != null; place = place.outer) {
      // What was interrupted long before it could begin is no longer waited for.
      if (!activity.isOverrun(scheduler().now())) {
        place.checkOrder(activity);
        place.begun = true;
      }
      place.enter(activity);
    }
    if (counted != null) {
      counted.enter(activity);
    }
    carrier.failed = null;
    return activity;
  }

  private void enter(Activity activity) {
    active.add(activity);
    checkLimit();
  }

  /** Says that what runs here has failed, so that what is written below it must not begin. */
  void failed() {
    failedAt = scheduler().now();
    Carrier.current().failed = this;
  }

  private boolean isWithin(Place other) {
    return this == other || (outer != null && outer.isWithin(other));
  }

  /** Whether it stands below another step of the same body, or behind another element. */
  private boolean isBelow(Place other) {
    return other != null && other.steps == steps && other.position < position;
  }

  /** The user's method has returned, but what it began goes on. */
  void goesOn(Activity activity) {
    activity.goesOn();
    Carrier.current().activity = activity.around();
  }

  /** User code ends, on the thread that it began on unless it went on without one. */
  void end(Activity activity) {
    run.world().trace("end", activity);
    run.world().counts(activity, -1);
    if (Carrier.current().activity == activity) {
      Carrier.current().activity = activity.around();
    }
    for (Place place = this; place != null; place = place.outer) {
      place.active.remove(activity);
    }
    if (counted != null) {
      counted.active.remove(activity);
    }
  }

  /** The code that still runs here and that the engine can't have given up. */
  List<Activity> busy() {
    long now = scheduler().now();
    return active.stream().filter(each -> !each.mayBeGivenUp(now)).toList();
  }

  private void checkLimit() {
    long now = scheduler().now();
    long count =
        active.stream().filter(each -> each.isTask() && !each.mayBeGivenUp(now)).count();
    if (limit > 0 && count > limit) {
      violation(count + " tasks at the same time, the limit is " + limit + ": " + busy());
    }
  }

  private void checkOrder(Activity activity) {
    // Who fails while another thread stops what is below an earlier failure leaves it to that one,
    // which interrupts what begins before it comes to it.
    if (!steps.isEmpty()
        && isBelow(Carrier.current().failed)
        && !activity.isInterrupted()
        && !scheduler().isStopping()) {
      violation(activity + " begins on the thread on which something above it has just failed");
    }
    for (Place other : steps) {
      if (order.isBefore(position, other.position) && other.begun) {
        violation(activity + " begins after " + other + ", which must wait for it");
      } else if (other.position < position && other.isFailedLongAgo()) {
        violation(activity + " begins although " + other + " above it has failed");
      } else if (order.isBefore(other.position, position) && !other.busy().isEmpty()) {
        violation(activity + " begins before the end of " + other.busy());
      }
    }
  }

  private boolean isFailedLongAgo() {
    return failedAt >= 0 && scheduler().isPatient() && scheduler().now() - failedAt > TOLD_NANOS;
  }

  private void violation(String what) {
    scheduler().violation(this + ": " + what);
  }

  @Override
  public String toString() {
    return outer == null ? name : outer + "/" + name;
  }
}
