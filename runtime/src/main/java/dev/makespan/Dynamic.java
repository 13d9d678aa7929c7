package dev.makespan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method as a dynamic: ordinary Java that decides at run time what is to be done.
 *
 * <p>The body runs as written. It asks for work through the flow that is generated for its class,
 * got by {@code current()} at the top of the body; each call there returns a future at once:
 *
 * <pre>{@code
 * @Dynamic
 * static List<Integer> level1(List<Integer> list, int chunk) {
 *   var flow = DemoFlow.current();
 *   List<CompletableFuture<List<Integer>>> parts = new ArrayList<>();
 *   for (int i = 0; i < list.size(); i += chunk) {
 *     parts.add(flow.level2(list.subList(i, Math.min(i + chunk, list.size()))));
 *   }
 *   return flow.reduce(Makespan.all(parts).join()).join();
 * }
 * }</pre>
 *
 * <p>A dynamic holds no slot, so it may wait in {@code join()}, and may call itself through the
 * flow. A call that fails, fails its own future only, so that the body may catch it. The dynamic
 * ends when its body and everything it started have ended. A failure that nobody looked at, neither
 * by asking the future nor through a stage derived from it, then fails the dynamic. To wait for
 * several futures use {@link Makespan#all} and {@link Makespan#any}: a future of
 * {@code CompletableFuture.allOf} or {@code anyOf} doesn't tell that somebody looks. The futures
 * may be used on any thread; the flow may start calls until the dynamic has ended.
 *
 * <p>A body that waits keeps its thread, but executes on it what it waits for, as far as nobody
 * else has begun to: the call that it joins, those that it joins by {@link Makespan#all} and those
 * from which a stage that it joins is derived. So 10,000 dynamics that wait below each other need
 * about a hundred threads, and a few kilobytes of memory each. Dynamics that wait in other ways, as
 * by a latch, need a thread each: a virtual one on JDK 21 and later, which costs little, before
 * that a platform thread; where the operating system gives no more, the call fails with the
 * {@link OutOfMemoryError} that says so. A {@link Workflow} keeps no thread while it waits.
 *
 * <p>Called directly, outside a run, {@code current()} is sequential: each call runs at once on the
 * caller's thread and returns a completed future.
 *
 * <p>A dynamic is the cure for most of what a {@link Workflow} refuses: loops that carry a value,
 * {@code try}, recursion that ends at a size:
 *
 * <pre>{@code
 * @Dynamic static int power(int base, int n) {
 *   return n == 0 ? 1 : base * DemoFlow.current().power(base, n - 1).join();
 * }
 * }</pre>
 *
 * <h2>What is refused, and why</h2>
 *
 * <p>Beside what {@link Task} says of annotated methods:
 *
 * <ul>
 *   <li>{@code direct-call}: a direct call of an annotated method in the body would run outside the
 *       run, without its limits, report and cancellation. Call it on the flow.
 *       <pre>{@code
 * @Dynamic static int twice(String item) { return 2 * count(item); }
 * }</pre>
 *   <li>{@code new-flow}: a new flow starts a run of its own. {@code current()} joins this one.
 *       <pre>{@code
 * @Dynamic static int twice(String item) { return 2 * new DemoFlow().count(item).join(); }
 * }</pre>
 * </ul>
 *
 * <h2>Warnings</h2>
 *
 * <p>Each can be silenced by its code, as those of a {@link Workflow}:
 *
 * <ul>
 *   <li>{@code unrepeatable}: it asks for the clock, for a random number or UUID, or for the name
 *       or number of its thread, so that it may ask for other work when it runs again. A task may
 *       ask for these;
 *   <li>{@code outside-run}: a future of {@code CompletableFuture.allOf} or {@code anyOf}, or work
 *       on another executor than the run's, by {@code supplyAsync}, {@code runAsync}, an
 *       asynchronous stage that is given one, or the executor itself. The run doesn't limit, report
 *       or cancel such work. Asynchronous stages of the flow's futures that are given none are in
 *       order.
 * </ul>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
// On constructors only so that the processor can tell what to do instead.
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface Dynamic {
  /** The name that reports and errors show. Default: the method's name. */
  String name() default "";
}
