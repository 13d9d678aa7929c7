package dev.makespan.spi;

import java.util.List;
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
  private final Policy policy;

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
        Policy.DEFAULT);
  }

  private TaskDef(
      TaskBody body,
      int number,
      NodeKind kind,
      String method,
      int line,
      String title,
      Policy policy) {
    this.body = body;
    this.number = number;
    this.kind = kind;
    this.method = method;
    this.line = line;
    this.title = title;
    this.policy = policy;
  }

  private TaskDef<R> with(PolicyBuilder other) {
    return new TaskDef<>(body, number, kind, method, line, title, other.build());
  }

  /** The same with another name for reports and errors. */
  public TaskDef<R> named(String newTitle) {
    return new TaskDef<>(
        body, number, kind, method, line, Objects.requireNonNull(newTitle), policy);
  }

  /** The same with a time limit in milliseconds; 0 for none. */
  public TaskDef<R> timeout(long millis) {
    return with(policy.but().timeout(millis));
  }

  /** The same with so many more attempts after one that failed. */
  public TaskDef<R> retries(int times) {
    return with(policy.but().retries(times));
  }

  /** The same with other waits before retries, in milliseconds. */
  public TaskDef<R> backoff(long millis, long maxMillis) {
    return with(policy.but().backoff(millis, maxMillis));
  }

  /** The same with the exceptions that are worth another attempt. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final TaskDef<R> retryOn(Class<? extends Throwable>... exceptions) {
    return with(policy.but().retryOn(List.of(exceptions)));
  }

  /** The same with the exceptions that aren't worth another attempt. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final TaskDef<R> neverRetryOn(Class<? extends Throwable>... exceptions) {
    return with(policy.but().neverRetryOn(List.of(exceptions)));
  }

  /** The same in a pool of the runner; empty for none. */
  public TaskDef<R> pool(String name) {
    return with(policy.but().pool(Objects.requireNonNull(name)));
  }

  /** The same of a method that returns a {@code CompletionStage}. */
  public TaskDef<R> asynchronous() {
    return with(policy.but().asynchronous());
  }

  /** The same of a workflow in which the first failure cancels everything else. */
  public TaskDef<R> cancelAll() {
    return with(policy.but().cancelAll());
  }

  /** The same with a limit for the tasks inside a workflow; 0 for none. */
  public TaskDef<R> maxParallelism(int slots) {
    return with(policy.but().maxParallelism(slots));
  }

  /** The same with a limit for the elements of one map; 0 for none. */
  public TaskDef<R> concurrency(int slots) {
    return with(policy.but().concurrency(slots));
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

  /**
   * What tells whether two results are of the same code: a fingerprint of the method's body and of
   * what it reaches. {@link dev.makespan.Task} says what that is.
   *
   * <p>The same in every JVM that has the same class files; computed from them when it is first
   * asked for, then kept. Settings and the place of a call are no part of it. For several threads
   * at once.
   *
   * @return 32 hexadecimal digits
   * @throws IllegalStateException if the class file of the method's class can't be read, as in a
   *     native image without it
   */
  public String version() {
    return body.version(number);
  }

  /** The settings. */
  public Policy policy() {
    return policy;
  }

  /** The time limit of one execution in milliseconds; 0 for none. */
  public long timeoutMillis() {
    return policy.timeoutMillis();
  }

  /** The limit for the tasks inside a workflow; 0 for none. */
  public int maxParallelism() {
    return policy.maxParallelism();
  }

  /** The limit for the elements of one map; 0 for none. */
  public int concurrency() {
    return policy.concurrency();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof TaskDef<?> def
            && body == def.body
            && number == def.number
            && kind == def.kind
            && line == def.line
            && method.equals(def.method)
            && title.equals(def.title)
            && policy.equals(def.policy));
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
