package dev.makespan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Orders a local variable of a workflow's body after others, where no value says so.
 *
 * <pre>{@code
 * Schema schema = migrate(database);
 * @After("schema") List<Row> rows = load(database);   // load starts when migrate has ended
 * }</pre>
 *
 * <p>It holds for the whole initialiser: no call and no expression in it starts before the named
 * locals have their values, and everything written in their initialisers has ended. For a
 * {@link Makespan#map} that is every element; for a pure expression its evaluation. What is above,
 * below and beside isn't ordered by it. Where the data flow or a fence orders the two already, it
 * changes nothing.
 *
 * <p>The plain call runs in the order of the lines anyway, so only locals written above can be
 * named. If a named local fails, what waits for it never starts, as in the plain call. The run's
 * graph shows the edge with its reason, {@code AFTER}.
 *
 * <h2>What is refused, and why</h2>
 *
 * <p>The names are those of locals of the same body, as string constants. Each error stands at the
 * name:
 *
 * <ul>
 *   <li>{@code after-name}: a name that no local above has, with the nearest one; a parameter, the
 *       element of a map or a constant variable ({@code final int k = 3}), which are ready when the
 *       body starts; in a mapped lambda, a local of the body around it, whose order is that of the
 *       map as a whole; a name twice, or no name.
 *       <pre>{@code
 * int stock = count(item);
 * @After("stok") int price = price(item);
 * }</pre>
 *   <li>{@code after-order}: a local written below, since the plain call couldn't wait for it. Move
 *       the line.
 *       <pre>{@code
 * @After("stock") int price = price(item);
 * int stock = count(item);
 * }</pre>
 *   <li>{@code cycle}: a local written below that needs this one, or the local itself. The error
 *       tells the path.
 *       <pre>{@code
 * @After("total") int price = price(item);
 * int total = doubled(price);
 * }</pre>
 *   <li>{@code local-annotation}: anywhere else than on a local of a {@link Workflow}: tasks,
 *       dynamics and plain methods run as written.
 *       <pre>{@code
 * @Task static int two(int n) {
 *   @After("n") int two = 2;
 *   return two;
 * }
 * }</pre>
 * </ul>
 */
@Documented
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.LOCAL_VARIABLE)
public @interface After {
  /** The names of the locals. */
  String[] value();
}
