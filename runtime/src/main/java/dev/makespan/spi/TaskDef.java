package dev.makespan.spi;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The definition of an annotated method: who declares it, what it is, and its settings.
 *
 * <p>Generated, one constant for each method; a call site with settings of its own derives another
 * from it. Immutable. Two are equal if they define the same method with the same settings.
 *
 * @param <R> the method's return type, boxed; {@link Void} if it returns nothing
 */
public final class TaskDef<R> {
  private final TaskBody body;
  private final int number;
  private final NodeKind kind;
  private final String method;
  private final int line;
  private final String title;
  private final long timeoutMillis;
  private final int maxParallelism;
  private final int concurrency;

  /**
   * A definition with default settings.
   *
   * @param number the method's number in the body
   * @param line the line of its declaration
   */
  public TaskDef(TaskBody body, int number, NodeKind kind, String method, int line) {
    this(
        Objects.requireNonNull(body),
        number,
        Objects.requireNonNull(kind),
        Objects.requireNonNull(method),
        line,
        method,
        0,
        25,
        0);
  }

  private TaskDef(
      TaskBody body,
      int number,
      NodeKind kind,
      String method,
      int line,
      String title,
      long timeoutMillis,
      int maxParallelism,
      int concurrency) {
    this.body = body;
    this.number = number;
    this.kind = kind;
    this.method = method;
    this.line = line;
    this.title = title;
    this.timeoutMillis = timeoutMillis;
    this.maxParallelism = maxParallelism;
    this.concurrency = concurrency;
  }

  /** The same with another name for reports and errors. */
  public TaskDef<R> named(String newTitle) {
    return new TaskDef<>(
        body,
        number,
        kind,
        method,
        line,
        Objects.requireNonNull(newTitle),
        timeoutMillis,
        maxParallelism,
        concurrency);
  }

  /** The same with a time limit in milliseconds; 0 for none. */
  public TaskDef<R> timeout(long millis) {
    return new TaskDef<>(
        body, number, kind, method, line, title, notNegative(millis), maxParallelism, concurrency);
  }

  /** The same with a limit for the tasks inside a workflow; 0 for none. */
  public TaskDef<R> maxParallelism(int slots) {
    return new TaskDef<>(
        body,
        number,
        kind,
        method,
        line,
        title,
        timeoutMillis,
        (int) notNegative(slots),
        concurrency);
  }

  /** The same with a limit for the elements of one map; 0 for none. */
  public TaskDef<R> concurrency(int slots) {
    return new TaskDef<>(
        body, number, kind, method, line, title, timeoutMillis, maxParallelism, (int)
            notNegative(slots));
  }

  private static long notNegative(long value) {
    if (value < 0) {
      throw new IllegalArgumentException("negative: " + value);
    }
    return value;
  }

  /** What calls the method. */
  public TaskBody body() {
    return body;
  }

  /** The method's number in the {@link #body}. */
  public int number() {
    return number;
  }

  public NodeKind kind() {
    return kind;
  }

  /** The method's name. */
  public String method() {
    return method;
  }

  /** The name that reports and errors show. */
  public String title() {
    return title;
  }

  /** The line of the method's declaration. */
  public int line() {
    return line;
  }

  /** The time limit of one execution in milliseconds; 0 for none. */
  public long timeoutMillis() {
    return timeoutMillis;
  }

  /** The limit for the tasks inside a workflow; 0 for none. */
  public int maxParallelism() {
    return maxParallelism;
  }

  /** The limit for the elements of one map; 0 for none. */
  public int concurrency() {
    return concurrency;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TaskDef<?> def
        && body == def.body
        && number == def.number
        && kind == def.kind
        && line == def.line
        && timeoutMillis == def.timeoutMillis
        && maxParallelism == def.maxParallelism
        && concurrency == def.concurrency
        && method.equals(def.method)
        && title.equals(def.title);
  }

  @Override
  public int hashCode() {
    return 31 * number + title.hashCode();
  }

  /** The class and the method, such as {@code demo.Documents.topics}. */
  @Override
  public String toString() {
    return body.owner().getName() + "." + method;
  }
}
