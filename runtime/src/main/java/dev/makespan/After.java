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
 * <p>The names are those of locals of the same body, as string constants. Refused, each with an
 * error at the name:
 *
 * <ul>
 *   <li>a name that no local has;
 *   <li>a local written below: {@code cycle} where that one needs this one, else
 *       {@code after-order}, since moving the line is the cure. The local itself is a
 *       {@code cycle};
 *   <li>a parameter, the element of a map, or a constant variable ({@code final int k = 3}): they
 *       are ready when the body starts;
 *   <li>in a mapped lambda, a local of the body around it: elements run one by one, but that body's
 *       locals are ordered before or after the map as a whole. Put the annotation on the map's
 *       local;
 *   <li>a name twice, or no name.
 * </ul>
 *
 * <p>Anywhere else than on a local of a {@link Workflow} it is an error: tasks, dynamics and plain
 * methods run as written.
 */
@Documented
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.LOCAL_VARIABLE)
public @interface After {
  /** The names of the locals. */
  String[] value();
}
