package dev.makespan.support;

import dev.makespan.event.RunGraph;
import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskDef;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a workflow's generated method adds the steps of one execution to: a method for each kind of
 * step, which says what it does when its inputs are ready. The {@link BodyFrame} runs them. The
 * methods are called by the wiring thread only.
 */
public final class Body extends BodyWiring {
  /** Stands for the element in the arguments of a mapped call. */
  public static final Object ELEMENT = new Object();

  private static final Object[] NONE = {};

  Body(BodyFrame frame, RunInfo run, RunScope scope, CallSite site, TaskDef<?> def) {
    super(frame, run, scope, site, def);
  }

  /**
   * Adds a call of an annotated method that returns something.
   *
   * @param in its arguments: steps of this body, which are waited for, or values; for an instance
   *     method the receiver comes first
   */
  public <R extends @Nullable Object> Step<R> call(
      TaskDef<R> callee, int line, @Nullable Object... in) {
    return called(callee, line, in, false);
  }

  /** Adds a call of an annotated method that returns nothing. */
  public void fence(TaskDef<Void> callee, int line, @Nullable Object... in) {
    this.<Void>called(callee, line, in, true);
  }

  private <R extends @Nullable Object> Step<R> called(
      TaskDef<R> callee, int line, @Nullable Object[] in, boolean isFence) {
    Step<R> ended = callAtOnce(callee, line, in, isFence);
    if (ended != null) {
      return ended;
    }
    CallSite at = site.step(size(), callee, Step.kindOf(callee), line);
    return add(at, new Call(this, callee, line, in), in, isFence);
  }

  /**
   * Adds a pure expression.
   *
   * @param name the local that it gives its value to, for the report
   * @param waitsFor the steps whose values it reads
   */
  public <R extends @Nullable Object> Step<R> eval(
      String name, int line, Expression<R> expression, Step<?>... waitsFor) {
    Step<R> ended = evalAtOnce(name, line, expression);
    if (ended != null) {
      return ended;
    }
    CallSite at = site.step(size(), name, RunGraph.Kind.EXPRESSION, line);
    return add(
        at,
        step -> new UserCall(
            run,
            scope,
            at,
            level(line),
            before(step),
            step,
            new ExpressionCode(expression, def, name)),
        waitsFor,
        false);
  }

  /**
   * Adds a map of one call.
   *
   * @param list the collection or stream, or the step that gives it
   * @param in the arguments of the call, with {@link #ELEMENT} where the element goes
   */
  public <R extends @Nullable Object> Step<List<R>> map(
      TaskDef<R> callee, int line, @Nullable Object list, @Nullable Object... in) {
    return mapped("map", callee, line, () -> MapPolicy.ALL, NONE, list, in);
  }

  /**
   * Adds a map of one call that tolerates failures, as {@link #map}.
   *
   * @param ratio the part of the elements that must succeed, or the step that gives it
   */
  public <R extends @Nullable Object> Step<List<Optional<R>>> mapSome(
      TaskDef<R> callee,
      int line,
      @Nullable Object ratio,
      @Nullable Object list,
      @Nullable Object... in) {
    return mapped("mapSome", callee, line, some(ratio), new Object[] {ratio}, list, in);
  }

  /** Adds a map of one call whose results nobody reads, as {@link #map}. It is a fence. */
  public void mapVoid(TaskDef<?> callee, int line, @Nullable Object list, @Nullable Object... in) {
    this.<@Nullable Object>mapped("forEach", callee, line, null, NONE, list, in);
  }

  private <R extends @Nullable Object> Step<R> mapped(
      String name,
      TaskDef<?> callee,
      int line,
      @Nullable Supplier<MapPolicy> rule,
      @Nullable Object[] extra,
      @Nullable Object list,
      @Nullable Object[] in) {
    CallSite at = site.step(size(), name, RunGraph.Kind.MAP, line);
    return add(
        at,
        step -> {
          @Nullable Object[] values = valuesOf(in.clone());
          return MapFrame.ofCall(
              run,
              scope,
              at,
              level(line),
              before(step),
              step,
              callee,
              rule == null ? () -> MapPolicy.NOTHING : rule,
              valueOf(list),
              values);
        },
        with(in, list, extra),
        rule == null);
  }

  /**
   * Adds a map whose elements need more than one call.
   *
   * @param list the collection or stream, or the step that gives it
   * @param each what is done with an element
   * @param waitsFor the steps whose values {@code each} reads
   */
  public <E extends @Nullable Object, R extends @Nullable Object> Step<List<R>> each(
      String name, int line, @Nullable Object list, Each<E, R> each, Step<?>... waitsFor) {
    return bodies(name, line, () -> MapPolicy.ALL, NONE, list, each::wire, waitsFor);
  }

  /**
   * Adds a map that tolerates failures and whose elements need more than one call, as
   * {@link #each}.
   *
   * @param ratio the part of the elements that must succeed, or the step that gives it
   */
  public <E extends @Nullable Object, R extends @Nullable Object> Step<List<Optional<R>>> eachSome(
      String name,
      int line,
      @Nullable Object ratio,
      @Nullable Object list,
      Each<E, R> each,
      Step<?>... waitsFor) {
    return bodies(name, line, some(ratio), new Object[] {ratio}, list, each::wire, waitsFor);
  }

  /** Adds a map without results whose elements need more than one call, as {@link #each}. */
  public <E extends @Nullable Object> void eachVoid(
      String name, int line, @Nullable Object list, EachVoid<E> each, Step<?>... waitsFor) {
    this.<E, @Nullable Object>bodies(
        name,
        line,
        null,
        NONE,
        list,
        (body, element) -> {
          each.wire(body, element);
          return null;
        },
        waitsFor);
  }

  private <E extends @Nullable Object, R extends @Nullable Object> Step<R> bodies(
      String name,
      int line,
      @Nullable Supplier<MapPolicy> rule,
      @Nullable Object[] extra,
      @Nullable Object list,
      MapFrame.ElementWiring<E> each,
      Step<?>[] waitsFor) {
    CallSite at = site.step(size(), name, RunGraph.Kind.MAP, line);
    return add(
        at,
        step -> MapFrame.ofBodies(
            run,
            scope,
            at,
            level(line),
            before(step),
            step,
            def,
            frame.place().inner(step.position),
            rule == null ? () -> MapPolicy.NOTHING : rule,
            valueOf(list),
            each),
        with(waitsFor, list, extra),
        rule == null);
  }

  /** Evaluated when the map begins, so that a wrong ratio is its failure. */
  private Supplier<MapPolicy> some(@Nullable Object ratio) {
    return () -> MapPolicy.some(Nodes.asDouble(valueOf(ratio)));
  }

  private static @Nullable Object[] with(
      @Nullable Object[] in, @Nullable Object list, @Nullable Object[] extra) {
    @Nullable Object[] all = new Object[in.length + 1 + extra.length];
    System.arraycopy(extra, 0, all, 0, extra.length);
    all[extra.length] = list;
    System.arraycopy(in, 0, all, extra.length + 1, in.length);
    return all;
  }

  /**
   * Lets the step that is added next wait for the end of others whose values it doesn't use.
   *
   * @return this, so that the step follows in the same statement
   */
  public Body after(Step<?>... others) {
    waitFor(List.of(others));
    return this;
  }

  /**
   * Begins a branch: what is added up to {@link #otherwise} or {@link #end} runs only if the
   * condition is true. Branches may stand in each other.
   *
   * @param condition a Boolean, or the step that gives it; null is a failure, as when it is unboxed
   */
  public void when(int line, @Nullable Object condition) {
    Step<Boolean> decision = decision(line, condition);
    if (!isDead()) {
      branches().begin(decision);
      branches().next(Guard.Way.TRUE);
      steps().begin();
    }
  }

  /**
   * Ends the first branch; what is added up to {@link #end} runs only if the condition is false.
   */
  public void otherwise() {
    if (!isDead()) {
      branches().next(Guard.Way.FALSE);
      steps().otherwise();
    }
  }

  /**
   * Begins the cases of a decision; {@link #option} follows before what stands in one, and
   * {@link #end} after all.
   *
   * @param option the number of the case that runs, from 0, or the step that gives it; with a
   *     number that no case has, none runs
   */
  public void choose(int line, @Nullable Object option) {
    Step<Integer> decision = instant("switch", line, option, false);
    if (!isDead()) {
      branches().begin(decision);
      steps().begin();
    }
  }

  /**
   * Ends the case above, if there is one; what is added up to the next case or {@link #end} runs
   * only if the case of this number is chosen.
   */
  public void option(int number) {
    if (!isDead()) {
      branches().next(Guard.Way.option(number));
      steps().otherwise();
    }
  }

  /** Ends the branches of the innermost {@link #when}, {@link #choose} or {@link #tried}. */
  public void end() {
    if (!isDead()) {
      branches().end();
      steps().endBranches();
    }
  }

  /**
   * Adds an assignment that computes nothing, in a branch.
   *
   * @param value a value, or the step that gives it
   */
  public <R extends @Nullable Object> Step<R> assign(
      String name, int line, @Nullable Object value) {
    return instant(name, line, value, false);
  }

  /**
   * Adds the value of a local that is assigned in several branches.
   *
   * @param name the local
   * @param line the line of the condition
   * @param values what the branches assign: steps, of which one isn't skipped
   */
  public <R extends @Nullable Object> Step<R> either(String name, int line, Step<?>... values) {
    CallSite at = site.step(size(), name, RunGraph.Kind.EXPRESSION, line);
    return add(
        at,
        step -> {
          for (Step<?> value : values) {
            if (!value.skipped) {
              return new Instant(run, at, before(step), step, value.value(), null);
            }
          }
          throw new IllegalStateException("no branch gives " + name + " a value");
        },
        values,
        false);
  }

  /**
   * Adds an early return. What is added below it runs only if the branch that it stands in isn't
   * taken; {@link #end} must follow.
   *
   * @param value what is returned, or the step that gives it; null from a method that returns
   *     nothing
   */
  public void exit(int line, @Nullable Object value) {
    Step<?> step = instant("return", line, null, false);
    if (!isDead()) {
      branches().exit(new Guard(step, Guard.Way.SKIPPED));
      exits(step, value);
    }
  }

  /** What a body gives whose end can't be reached, since it always returns early or throws. */
  public <R extends @Nullable Object> Step<R> unreached() {
    return Step.ended(frame, -1, null, null);
  }

  /**
   * Adds a throw statement. What is added below it in its branch and around that runs only if the
   * branch isn't taken, as below an early return.
   *
   * @param thrown an exception, or the step that gives it; null is a failure, as in Java
   */
  public void fails(int line, @Nullable Object thrown) {
    CallSite at = site.step(size(), "throw", RunGraph.Kind.EXPRESSION, line);
    Step<?> step = this.<@Nullable Object>add(
        at,
        own -> new Instant(run, at, before(own), own, null, thrown(valueOf(thrown), line)),
        new @Nullable Object[] {thrown},
        false);
    if (!isDead()) {
      branches().exit(new Guard(step, Guard.Way.SKIPPED));
    }
  }

  // Try blocks.

  /**
   * Begins a try block: what is added up to {@link #tried} or {@link #last}. A failure in it stops
   * what is added below in the block, and nothing else; {@link #tried} decides what comes of it.
   */
  public void tries() {
    if (!isDead()) {
      branches().tries(steps().tries());
    }
  }

  /**
   * Ends a try block by a step that starts when everything in the block has ended, in whatever way.
   * {@link #catches} follows, and {@link #end} after the last one. If something has failed in the
   * block and a catch takes it, for all that is added elsewhere the steps of the block count as
   * skipped, and its early returns as not taken; if none does, the step fails with it.
   */
  public void tried(int line) {
    if (isDead()) {
      dropped();
      return;
    }
    Region block = branches().block();
    List<Guard> exits = branches().tried();
    block.exits(exits);
    steps().endTry();
    branches().begin(closing("try", line, block), block, !exits.isEmpty());
    steps().begin();
  }

  /**
   * Ends the catch above, if there is one; what is added up to the next one or {@link #end} runs
   * only if the topmost failure of the block is of one of these types, and of none above. Adds the
   * step that gives the exception.
   *
   * @param name the parameter, for the report
   * @param types the exceptions that it takes
   */
  public <E extends Throwable> Step<E> catches(String name, int line, Class<?>... types) {
    if (isDead()) {
      return dropped();
    }
    Region block = branches().block();
    branches().next(Guard.Way.option(block.catches(types)));
    steps().otherwise();
    CallSite at = site.step(size(), name, RunGraph.Kind.EXPRESSION, line);
    return add(
        at,
        step -> new Instant(run, at, before(step), step, block.caught().thrown(), null),
        NONE,
        false);
  }

  /**
   * Ends a try block by a step that starts when everything in the block has ended, in whatever way,
   * and begins what then runs whatever has failed: all up to {@link #rethrows}.
   */
  public void last(int line) {
    if (isDead()) {
      dropped();
      return;
    }
    List<Guard> exits = branches().tried();
    Region block = steps().finishes();
    block.exits(exits);
    branches().finishes(instant("finally", line, null, false), block);
  }

  /**
   * Ends what {@link #last} began by a step that starts when all that has ended, in whatever way.
   * It fails with a failure among it, else with what the try block failed with.
   */
  public void rethrows(int line) {
    if (isDead()) {
      dropped();
      return;
    }
    Region block = branches().block();
    List<Guard> exits = branches().tried();
    steps().endTry();
    Step<?> closing = closing("finally", line, block);
    if (!exits.isEmpty() || block.mayReturn()) {
      branches().passed(closing);
    }
  }

  private Step<?> closing(String name, int line, Region block) {
    CallSite at = site.step(size(), name, RunGraph.Kind.EXPRESSION, line);
    return this.<@Nullable Object>add(
        at,
        step -> {
          Region.Decision decision = block.decide();
          return new Instant(run, at, before(step), step, decision.value(), decision.failure());
        },
        NONE,
        false);
  }

  /**
   * Adds a fence that does nothing itself, before and after branches that hold void calls: such an
   * {@code if} is a fence as a whole.
   */
  public void barrier(int line) {
    this.<@Nullable Object>instant("fence", line, null, true);
  }

  private Step<Boolean> decision(int line, @Nullable Object condition) {
    CallSite at = site.step(size(), "if", RunGraph.Kind.EXPRESSION, line);
    return add(
        at,
        step -> {
          Object value = valueOf(condition);
          Failure failure = value == null ? Failure.ofNull("the condition", level(line)) : null;
          return new Instant(run, at, before(step), step, value, failure);
        },
        new @Nullable Object[] {condition},
        false);
  }

  private <R extends @Nullable Object> Step<R> instant(
      String name, int line, @Nullable Object value, boolean isFence) {
    CallSite at = site.step(size(), name, RunGraph.Kind.EXPRESSION, line);
    return add(
        at,
        step -> new Instant(run, at, before(step), step, valueOf(value), null),
        new @Nullable Object[] {value},
        isFence);
  }

  /** A value that is at hand, as a step, for a body that returns it. */
  public <R extends @Nullable Object> Step<R> value(R constant) {
    return Step.ended(frame, -1, constant, null);
  }

  /** Makes a call when its inputs are there. A lambda would make the first run of a JVM slower. */
  private static final class Call implements Step.Maker {
    private final Body body;
    private final TaskDef<?> callee;
    private final int line;
    private final @Nullable Object[] in;

    Call(Body body, TaskDef<?> callee, int line, @Nullable Object[] in) {
      this.body = body;
      this.callee = callee;
      this.line = line;
      this.in = in;
    }

    @Override
    public Part make(Step<?> step) {
      return Parts.call(
          body.run,
          body.scope,
          step.site(),
          body.level(line),
          body.before(step),
          step,
          callee,
          body.valuesOf(in.clone()));
    }
  }
}
