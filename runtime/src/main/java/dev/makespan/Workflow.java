package dev.makespan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method as a workflow: straight-line Java whose calls run in parallel where the data flow
 * allows it.
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
 *   <li>locals, typed or {@code var}, each assigned once where it is declared;
 *   <li>calls of annotated methods of this class, of another class and of an instance, also nested
 *       in one another and in expressions;
 *   <li><em>pure expressions</em> over parameters and results: operators, accessors, constructors,
 *       static methods, lambdas that call no annotated method. Pure means that nothing else can
 *       tell whether and when they run: what changes an object, such as {@code list.add(x)},
 *       belongs into a task, since steps that don't need each other's values run in any order.
 *       Assignments and calls of the JDK's methods that change something are refused; what methods
 *       of your own change isn't seen. An expression may change what it makes itself: {@code new
 *       StringBuilder().append(a).toString()}, or a local of a lambda expression;
 *   <li>{@link Makespan#map} over a collection, with a method reference or a lambda expression;
 *   <li>calls of annotated methods that return nothing, as statements;
 *   <li>{@code return} at the end.
 * </ul>
 *
 * Everything else is a compile-time error that names a cure, often {@link Dynamic}. So is
 * {@code synchronized} at the method, since the steps run on several threads; a task may be
 * synchronized.
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
