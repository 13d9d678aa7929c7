package dev.makespan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method as a workflow: straight-line Java, and decisions, whose calls run in parallel
 * where the data flow allows it.
 *
 * <p>The body is read at compile time. For the class {@code Documents} a class
 * {@code DocumentsFlow} is generated; its method of the same name starts a {@link Run} that gives
 * the result of the plain call, sooner.
 *
 * <pre>{@code
 * @Workflow
 * static Report analyze(Path file) throws IOException {
 *   Document d = extract(file);
 *   Sentiment s = sentiment(d);   // these three run side by side
 *   Topics t = topics(d);
 *   Entities e = entities(d);
 *   return report(s, t, e);
 * }
 * }</pre>
 *
 * <h2>What a body may say</h2>
 *
 * <ul>
 *   <li>locals, typed or {@code var}, each assigned once: where it is declared, or below, once on
 *       each path. What a branch assigns is merged below the branches:
 *       <pre>{@code
 * Offer offer;
 * if (isBig(order)) offer = special(order); else offer = normal(order);   // one of the two runs
 * }</pre>
 *       A second value for a local is refused, since no one else could tell which of the two it
 *       reads;
 *   <li>calls of annotated methods of this class, of another class and of an instance, also nested
 *       in one another and in expressions;
 *   <li><em>pure expressions</em> over parameters and results: operators, accessors, constructors,
 *       static methods, lambdas that call no annotated method. Pure means that nothing else can
 *       tell whether and when they run: what changes an object, such as {@code list.add(x)},
 *       belongs into a task, since steps that don't need each other's values run in any order.
 *       Assignments and calls of the JDK's methods that change something are refused; what methods
 *       of your own change isn't seen. An expression may change what it makes itself: {@code new
 *       StringBuilder().append(a).toString()}, or a local of a lambda expression;
 *   <li>{@link Makespan#map} over a collection, with a method reference or a lambda expression, and
 *       {@link Makespan#mapSome}, which tolerates failures;
 *   <li>streams of calls, described below;
 *   <li>calls of annotated methods that return nothing, as statements; {@link Makespan#forEach},
 *       {@link Makespan#together} and {@link Makespan#tap}, as statements;
 *   <li>calls of inherited annotated methods, of those of a service that a <em>final</em> field
 *       holds, and of those of a class in a jar that was compiled with the processor:
 *       <pre>{@code
 * final Prices prices;                                    // not private: the flow class reads it
 * @Workflow int value(String item) { return prices.price(item) * count(item); }
 * }</pre>
 *   <li>{@link After} on a local: its initialiser starts after the named locals have ended, though
 *       it doesn't use their values;
 *   <li>{@link Options} on a local: another name or time limit for the call of a task;
 *   <li>{@code if} and {@code else}, in each other, too. A condition is a pure expression or a
 *       call:
 *       <pre>{@code
 * if (isKnown(customer)) { greet(customer); } else if (n > 3) { register(customer); }
 * }</pre>
 *       What a pattern binds, as in {@code o instanceof Order order}, can be read in the condition
 *       only; in a branch, give it a local;
 *   <li>{@code return}, at the end and early:
 *       <pre>{@code
 * Entry known = find(key);
 * if (known != null) return known.value();   // nothing below starts before this is decided
 * }</pre>
 *   <li>conditional expressions with calls in any part, as values, arguments and operands:
 *       {@code return isBig(n) ? half(n) : n}. They have the type that Java gives them; where that
 *       can't be told without inference, the error asks for {@code if} and {@code else}. A call to
 *       the right of {@code &&} or {@code ||} is refused: write {@code a ? b(x) : false} for
 *       {@code a && b(x)};
 *   <li>blocks in braces.
 * </ul>
 *
 * Everything else is a compile-time error that names a cure, often {@link Dynamic}. So is
 * {@code synchronized} at the method, since the steps run on several threads; a task may be
 * synchronized.
 *
 * <p>So are workflows that wait for themselves: an {@code @After} that asks for what the data flow
 * forbids, and a workflow that reaches itself through workflows only, also through classes that
 * were compiled earlier and those of jars. Through a {@link Dynamic} recursion is in order, since
 * it decides at run time when to end:
 *
 * <pre>{@code
 * @Workflow static List<Row> halves(List<Row> a, List<Row> b) { return merge(sort(a), sort(b)); }
 * @Dynamic static List<Row> sort(List<Row> rows) { … }   // a small list at once, else flow.halves(…)
 * }</pre>
 *
 * <p>A workflow is wired as its class writes it, so overriding it is an error.
 *
 * <h3>Streams of calls</h3>
 *
 * A stream that begins with {@code stream()} of a collection, maps by method references or lambda
 * expressions of which some call annotated methods, and ends in {@code toList()} (or
 * {@code collect(Collectors.toList())}) becomes one map, without a barrier between its stages: an
 * element goes on as soon as its own call has ended. As in a stream, the failure of the first
 * failing element wins, and of its stages the first. (Of two nested {@code Makespan.map}s the inner
 * one comes first for all elements, so its failures win.)
 *
 * <pre>{@code
 * List<Page> pages = urls.stream().map(Site::fetch).map(Html::strip).map(text -> page(text)).toList();
 * List<Report> reports = Makespan.map(pages, page -> report(page, date));
 * }</pre>
 *
 * Other operations beside calls, such as {@code filter}, {@code sorted} or {@code limit}, are
 * refused: their place among the calls would change which of these run. End the stream above into a
 * local list and begin another one there. Streams that don't come from a collection are refused,
 * since they may not end.
 *
 * <h3>Calls that return nothing</h3>
 *
 * <pre>{@code
 * Makespan.forEach(reports, report -> store(report, folder));   // one fence, parallel inside
 * Makespan.together(() -> close(folder), () -> notify(owner));  // one fence, parallel inside
 * Makespan.tap(() -> LOG.info("stored " + folder));             // no fence, and no calls inside
 * }</pre>
 *
 * Each part of {@code together} is one call of an annotated method; more than one goes into a
 * workflow of its own. A {@code forEach} of a collection or stream itself is refused where it calls
 * annotated methods, and so is {@code Makespan.forEach} without any.
 *
 * <h2>Warnings</h2>
 *
 * Each can be silenced, at a local, a method or a class, for instance by
 * {@code @SuppressWarnings("makespan:nothing-parallel")}:
 *
 * <ul>
 *   <li>{@code nothing-parallel}: its calls are tasks of which each waits for the one above, and no
 *       other workflow or dynamic calls it;
 *   <li>{@code serial-fence}: a call that returns nothing keeps apart two calls that don't need
 *       each other, and doesn't need the upper one;
 *   <li>{@code unrepeatable}: it asks for the clock, a random number or a random UUID;
 *   <li>{@code hidden-node-call}: a plain method that it calls would run a task inline.
 * </ul>
 *
 * <h2>What it means</h2>
 *
 * The run gives what the plain call gives. In detail:
 *
 * <ol>
 *   <li>A call starts when its arguments are ready. Calls that don't need each other run side by
 *       side, so a call may run although one above it fails, where the plain call wouldn't have run
 *       it.
 *   <li>A call that returns nothing is a <em>fence</em>: it starts after everything written above
 *       it has ended, and everything below waits for it, pure expressions too.
 *       {@code Makespan.forEach} and {@code Makespan.together} are one fence each, with freedom
 *       inside; {@code Makespan.tap} is none.
 *   <li>Nothing in a branch, and nothing below an early return, starts before the condition is
 *       known, pure expressions too. A branch that isn't taken never runs, and never fails. What
 *       doesn't stand in a branch or below an early return doesn't wait for the condition.
 *   <li>An {@code if} with a fence in any branch is a fence as a whole, condition included: it
 *       begins after everything above has ended, and everything below waits for its end. Inside it
 *       the rules hold as outside.
 *   <li>A pure expression runs once, when its inputs are ready, on the run's own threads.
 *   <li>A failing call cancels what is written below it. What is written above goes on, and its
 *       failure wins: the run fails with the very exception of the plain call. Other failures are
 *       {@linkplain Throwable#getSuppressed suppressed} in it. That the runtime interrupted a task
 *       is never a failure. In a map, the elements are written in the order of the collection.
 *   <li>A run ends when all it started has ended. The failure of a call whose result nobody uses
 *       counts.
 * </ol>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
// On constructors only so that the processor can tell what to do instead.
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface Workflow {
  /** The name that reports and errors show. Default: the method's name. */
  String name() default "";

  /**
   * How many tasks of one run may be executed at the same time. Default 25; 0 means no limit. (Of
   * one map, at most 4,096 elements are then under way.)
   *
   * <p>It counts tasks only: workflows, dynamics and pure expressions hold no slot, so nesting
   * can't block itself, also at 1. The limit of a workflow that another one calls holds inside it,
   * within the caller's. The limit of the {@link Runner} holds as well; the smaller one counts.
   */
  int maxParallelism() default 25;
}
