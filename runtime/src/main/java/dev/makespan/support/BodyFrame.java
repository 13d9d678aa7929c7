package dev.makespan.support;

import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskCall;
import dev.makespan.spi.TaskDef;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a workflow's body, from its start to its end.
 *
 * <p>States: not begun; being wired, by the generated code in a {@link Turn}, when its
 * {@link BodyWiring} has the steps executed that are alone; spilled, when there are others, of
 * which its {@link Steps} decide which are ready; over. A body that is executed within another one
 * shares the turn of that one.
 *
 * <p>One thread wires it, and whichever executes a step goes on with what got ready by that. It may
 * be stopped by any thread in any state: who stops it writes that down before it looks for steps,
 * and who wires it looks for a stop after there are steps.
 */
final class BodyFrame implements Part, Turn.Job {
  private final RunInfo run;
  private final RunScope scope;
  private final CallSite site;
  private final TaskDef<?> def;
  private final BodyShape.Place place;
  private final @Nullable Level caller;
  private @Nullable PathLink before;
  private Ending ending;

  /** Null for the body of a method. */
  private final @Nullable Wiring wiring;

  /** What is wired: an element, or the arguments of the method. */
  private @Nullable Object subject;

  private final int depth;

  /** The turn that wires it, unless it is another body's; null before and after. */
  private volatile @Nullable Turn turn;

  private volatile boolean stopped;

  /** Null as long as every step has ended while the next one was added. */
  private volatile @Nullable Steps steps;

  // Written while it is wired.
  private @Nullable Body body;
  private boolean begun;
  private boolean startTold;
  private long startTime;

  /** Adds the steps of a body that isn't a method's; the subject is an element. */
  interface Wiring {
    @Nullable Step<?> wire(Body body, @Nullable Object subject) throws Throwable;
  }

  BodyFrame(
      RunInfo run,
      RunScope scope,
      CallSite site,
      TaskDef<?> def,
      BodyShape.Place place,
      @Nullable Level caller,
      @Nullable PathLink before,
      Ending ending,
      @Nullable Wiring wiring,
      @Nullable Object subject) {
    this.run = run;
    this.scope = scope;
    this.site = site;
    this.def = def;
    this.place = place;
    this.caller = caller;
    this.before = before;
    this.ending = ending;
    this.wiring = wiring;
    this.subject = subject;
    this.depth = ending.depth() + 1;
  }

  /** The body of a workflow that is called, in a scope of its own. */
  static BodyFrame ofCall(
      RunInfo run,
      RunScope scope,
      CallSite site,
      @Nullable Level caller,
      @Nullable PathLink before,
      Ending ending,
      TaskDef<?> def,
      @Nullable Object[] in) {
    return new BodyFrame(
        run,
        scope,
        site,
        def,
        ((Nodes) def.body()).place(def.number()),
        caller,
        before,
        ending,
        null,
        in);
  }

  private static @Nullable Object[] arguments(@Nullable Object subject) {
    return (Object[]) Objects.requireNonNull(subject);
  }

  /** The last job: tells how it has ended. A lambda would make the first run of a JVM slower. */
  private final class Finish implements Runnable {
    private final @Nullable Turn alone;

    /** @param alone the turn in which all steps were executed; null if they have a state machine */
    Finish(@Nullable Turn alone) {
      this.alone = alone;
    }

    @Override
    public void run() {
      finish(
          alone == null
              ? open().end()
              // A body within this one that was stopped shares the turn, which stays stopped.
              : wired().endAtOnce(stopped || alone.isStopped()));
    }
  }

  /** Says who waits for the end, if that is another one now. */
  void endsAt(Ending other) {
    ending = other;
  }

  /**
   * Has it execute another call at the same place, which is one of the same method. It can when the
   * one before has ended with a value within a turn: then nobody knows the frame any more.
   *
   * @return false if it can't
   */
  boolean again(
      RunScope within, CallSite at, @Nullable PathLink chain, Ending next, @Nullable Object[] in) {
    if (at != site || within != scope || !hasEndedWhole() || stopped) {
      return false;
    }
    before = chain;
    ending = next;
    subject = in;
    return true;
  }

  /** Whether each step has ended with a value while it was wired. */
  private boolean hasEndedWhole() {
    Body own = body;
    return own != null && own.isWhole() && !isSpilled();
  }

  // While it is wired.

  /** The place for the shape of the body, and of those of the elements of its maps. */
  BodyShape.Place place() {
    return place;
  }

  /** The state machine; null as long as every step has ended while the next one was added. */
  @Nullable Steps steps() {
    return steps;
  }

  /**
   * From a position on there are steps that wait.
   *
   * @param shape gets what the steps wait for; null if that is known
   * @return the state machine for them
   */
  Steps spills(int position, BodyShape.@Nullable Builder shape) {
    Steps made = new Steps(position, shape, def.policy().cancelsAll());
    steps = made;
    if (stopped) {
      Steps.Change unused = made.stop();
    }
    return made;
  }

  void wire(Turn by, int bodiesAround) {
    startTime = by.now();
    begun = true;
    Body own = body;
    if (own == null) {
      own = new Body(this, run, scope, site, def);
      body = own;
    }
    own.begin(before, by, bodiesAround);
    try {
      own.returns(
          wiring == null
              ? ((Nodes) def.body()).wire(def.number(), own, arguments(subject))
              : wiring.wire(own, subject));
    } catch (VirtualMachineError noMemoryOrStack) {
      // No telling which steps were added.
      throw noMemoryOrStack;
    } catch (Throwable thrown) {
      // Nothing of the user's runs here but the unboxing of arguments, as in a call of the plain
      // method.
      Failure broken = new Failure(thrown);
      broken.passes(caller);
      own.breaks(broken);
    }
  }

  /** Whether some steps haven't ended while it was wired. */
  boolean isSpilled() {
    return steps != null;
  }

  // While it runs.

  @Override
  public Ending ending() {
    return ending;
  }

  int depth() {
    return depth;
  }

  /** When it began to be wired. */
  long startTime() {
    return startTime;
  }

  boolean hasBegun() {
    return begun;
  }

  @Override
  public void start() {
    Turn own = new Turn(run, scope, false, this);
    turn = own;
    if (stopped) {
      own.stop();
    }
    own.start();
  }

  @Override
  public void run(Turn own) {
    site.started(own.now());
    startTold = true;
    wire(own, 0);
  }

  @Override
  public void ended(Turn own, @Nullable Throwable thrown, boolean overrun) {
    turn = null;
    if (thrown != null && begun) {
      run.giveUp(thrown);
    } else if (thrown != null) {
      Failure failure = new Failure(thrown);
      failure.passes(caller);
      ending.failing(failure);
      ending.ended(new Outcome(null, failure, false, before));
    } else if (overrun || !begun) {
      if (begun) {
        long now = run.scope().nanoTime();
        site.ended(now, now - startTime, false);
      }
      ending.ended(new Outcome(null, null, true, before));
    } else if (isSpilled()) {
      goOn();
    } else {
      run.step(depth, new Finish(own));
    }
  }

  @Override
  public @Nullable TaskCall<?> first() {
    return turn;
  }

  @Override
  public List<Part> stopping() {
    stopped = true;
    List<Part> parts = new ArrayList<>(1);
    Turn own = turn;
    if (own != null) {
      parts.add(own);
    }
    Steps open = steps;
    if (open != null) {
      Steps.Change change = open.stop();
      addRunning(change.steps(), parts);
      if (change.over()) {
        run.step(depth, new Finish(null));
      }
    }
    return parts;
  }

  /** Whether a step has failed. */
  boolean hasFailed() {
    Steps open = steps;
    return open != null && open.hasFailed();
  }

  void failing(Step<?> step, Failure failure) {
    List<Part> parts = new ArrayList<>(0);
    addRunning(open().failing(step, failure), parts);
    Part.stop(parts);
  }

  /** Adds the parts of steps that are to be stopped. */
  private static void addRunning(List<Step<?>> steps, List<Part> parts) {
    for (Step<?> step : steps) {
      parts.addAll(step.stopping());
    }
  }

  void ended(Step<?> step, Outcome outcome) {
    Steps.Change change = open().ended(step, outcome);
    goOn(step.leave(change.steps()) ? new Steps.Change(List.of(), change.over()) : change);
  }

  private Body wired() {
    Body own = body;
    if (own == null) {
      throw new IllegalStateException("not begun");
    }
    return own;
  }

  private Steps open() {
    Steps open = steps;
    if (open == null) {
      throw new IllegalStateException("no step can be open");
    }
    return open;
  }

  /** Launches what is ready, after it was wired. */
  void goOn() {
    if (!startTold) {
      site.started(startTime);
    }
    goOn(wired().added(open()));
  }

  private void goOn(Steps.Change change) {
    Step.launch(change.steps());
    if (change.over()) {
      run.step(depth, new Finish(null));
    }
  }

  private void finish(Steps.End end) {
    long now = run.scope().nanoTime();
    Outcome outcome = outcome(end);
    site.ended(now, now - startTime, outcome.failure() != null);
    if (outcome.failure() != null && !outcome.stopped()) {
      ending.failing(outcome.failure());
    }
    ending.ended(outcome);
  }

  /** How a body ended that was executed within another one and is not spilled. */
  Outcome endWithin(Turn by) {
    boolean early = stopped || by.isStopped();
    Body own = wired();
    Outcome outcome = hasEndedWhole() && !early
        ? new Outcome(own.returned(), null, false, own.path())
        : outcome(own.endAtOnce(early));
    by.ranBody(site, startTime, outcome.failure() != null);
    return outcome;
  }

  private Outcome outcome(Steps.End end) {
    Failure failure = Failure.first(end.failures());
    if (failure != null) {
      failure.passes(caller);
    }
    Object value = failure != null || end.early() ? null : wired().returned();
    PathLink path = PathLink.longer(before, end.path());
    return new Outcome(value, failure, end.early(), path);
  }
}
