package dev.makespan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method as a task: a unit of work, which a run may execute beside others.
 *
 * <p>The method stays an ordinary method: called directly it runs at once, on the caller's thread.
 * Called from a {@link Workflow} that runs through its generated flow, it starts as soon as its
 * arguments are ready and one of the run's slots is free ({@link Workflow#maxParallelism}).
 *
 * <pre>{@code
 * @Task(timeout = "2s", retries = 3, retryOn = IOException.class)
 * static Page download(URI url) throws IOException { … }
 * }</pre>
 *
 * <p>A task may be static or an instance method, may throw any exception and may return null. It
 * may be declared in a class, a nested class, a record, an enum or, as a default or static method,
 * in an interface, whose flow takes the instance:
 *
 * <pre>{@code
 * interface Prices { @Task default int price(String item) { … } }
 * int price = new PricesFlow(prices).blocking().price("pear");
 * }</pre>
 *
 * <p>It may be inherited, and overridden: an annotation counts for an override without one. The
 * twin stays in the flow of the class that declares the annotated method; given an instance of a
 * subclass, that flow calls the override. It may take a variable number of arguments, of types that
 * an array can have ({@code int...}, {@code Object...}); an argument whose type doesn't show
 * whether it is that array needs a local of a written type.
 *
 * <p>A task that returns nothing is a <em>fence</em>: it starts when everything written above its
 * call has ended, and everything below waits for it. Arguments that several tasks share must not be
 * mutated. A task that assigns a static field, one of its own instance, or one of an object that
 * such a field holds, is a warning, {@code makespan:assigned-field}: tasks beside it may do so at
 * the same time. What a lock guards, and a plain assignment of a volatile field, isn't told.
 *
 * <h2>Asynchronous tasks</h2>
 *
 * <p>A task that returns a {@code CompletionStage<R>} or a {@code CompletableFuture<R>} is
 * asynchronous: it has ended when that stage is complete. Until then it holds its slot, and no
 * thread. Its twin in the flow returns a {@code CompletableFuture<R>}, which completes as the stage
 * does; the {@code blocking()} twin returns a stage that is complete, and failed if the task did.
 *
 * <pre>{@code
 * @Task(timeout = "2s") static CompletionStage<Page> download(URI url) { … }
 * @Workflow static int stocks(String a, String b) { return stock(a).join() + stock(b).join(); }
 * }</pre>
 *
 * <p>A stage that fails fails the task, with the exception that it failed with; null instead of a
 * stage is a failure that says so. A {@link #timeout} lasts until the stage is complete. When it
 * has passed, or nobody needs the task any more, the stage is cancelled. What a workflow's body
 * makes of a stage, {@link Workflow} says (rule 9).
 *
 * <h2>Versions</h2>
 *
 * <p>Each annotated method has a version, told by its constant in the flow:
 * {@code DocumentsFlow.TOPICS.version()}. It is a fingerprint of what the method does, for whoever
 * keeps results: of two results with different versions, one may come from other code. Makespan
 * itself keeps none. The version is read from class files when it is first asked for; a run that
 * doesn't ask pays nothing.
 *
 * <p>What counts is the method's body and all that it reaches in class files of the same directory
 * or jar, whichever source files they come from: methods, constructors, lambdas, nested and
 * anonymous classes, constants, the initialisers of fields that it reads, overrides that stand in
 * the source files reached. A call of a flow counts as one of the method it stands for. Comments,
 * formatting, imports, names of locals, members that aren't reached, the order of members and
 * files, settings such as {@link #retries}, the JDK that runs it and the release of javac don't.
 * Where it can't be told what is called, more counts than is: the {@code toString} of a class that
 * is taken, all constants of an enum, all methods of an object made here that other code may call.
 *
 * <p>What isn't seen: other jars and directories, the JDK, Makespan; what the instance and the
 * static fields hold at run time beyond their initialisers; a class that only an argument or an
 * injected field brings, if it stands in a source file of its own; what is found by reflection;
 * resources, files, the environment. A constant that the compiler has copied from another class
 * counts as it was copied. Other compilers than javac give other versions.
 *
 * <h2>What is refused, and why</h2>
 *
 * <p>Each is one compile-time error at the declaration; so for workflows, dynamics and map tasks.
 *
 * <ul>
 *   <li>{@code private-node}, {@code private-class}, {@code private-type}: the flow class, in the
 *       same package, couldn't call it, or name what it takes and returns.
 *       <pre>{@code
 * @Task private static int hidden(int n) { return n; }
 * }</pre>
 *   <li>{@code generic-node}, {@code generic-class}: its flow has one method with fixed types. Call
 *       a generic method from an annotated one.
 *       <pre>{@code
 * @Task static <T> T same(T value) { return value; }
 * }</pre>
 *   <li>{@code inner-class}: a class that isn't static, or is local or anonymous, has an instance
 *       around it that the flow class can't name.
 *       <pre>{@code
 * class Inner { @Task int half(int n) { return n / 2; } }
 * }</pre>
 *   <li>{@code abstract-method}, {@code native-method}, {@code constructor}: there is no body that
 *       can run as a task. Annotate a method that calls it; of an interface, a default method.
 *       <pre>{@code
 * interface Source { @Task int read(int n); }
 * }</pre>
 *   <li>{@code record-component}: there is nothing to run. Annotate a method, which may read it.
 *       <pre>{@code
 * record Point(@Task int x) {}
 * }</pre>
 *   <li>{@code varargs-node}: an array of a generic type can't be made. Take a list.
 *       <pre>{@code
 * @Task static int size(List<String>... lists) { return lists.length; }
 * }</pre>
 *   <li>{@code overload}: calls are told apart by name and number of arguments, before types are
 *       known.
 *       <pre>{@code
 * @Task static int half(int n) { return n / 2; }
 * static long half(long n) { return n / 2; }
 * }</pre>
 *   <li>{@code two-annotations}: a method is of one kind.
 *       <pre>{@code
 * @Task @Dynamic static int both(int n) { return n; }
 * }</pre>
 *   <li>{@code async-task}: a task that returns another future, which can't tell when it is
 *       complete, or a subclass, which the flow can't make. Return a {@code CompletionStage}, or
 *       the value. Also one that doesn't say of what; and one in {@link Makespan#mapSome}, since a
 *       plain call would take a future that fails later for a success.
 *       <pre>{@code
 * @Task static Future<Integer> later(int n) { return CompletableFuture.completedFuture(n); }
 * }</pre>
 *   <li>{@code flow-name}: the flow class has a method, constant or class of that name itself.
 *       <pre>{@code
 * @Task static int current(int n) { return n; }
 * }</pre>
 *   <li>{@code duration}, {@code negative}: a time that isn't a positive whole number with a unit;
 *       a limit or a number of retries below 0.
 *       <pre>{@code
 * @Task(timeout = "2 seconds") static int slow(int n) { return n; }
 * }</pre>
 *   <li>{@code retry-setting}: it says how to retry, and nothing is tried again. Set
 *       {@code retries}.
 *       <pre>{@code
 * @Task(backoff = "1s") static int once(int n) { return n; }
 * }</pre>
 *   <li>{@code backoff}: the longest wait is shorter than the first one.
 *       <pre>{@code
 * @Task(retries = 3, backoff = "1m") static int patient(int n) { return n; }   // 30s at most
 * }</pre>
 *   <li>{@code retry-on}: an exception that is to be retried and never to be retried; also where
 *       {@code retryOn} is left out, which stands for every exception.
 *       <pre>{@code
 * @Task(retries = 1, retryOn = IOException.class, neverRetryOn = Exception.class)
 * static int read(int n) throws IOException { return n; }
 * }</pre>
 *   <li>{@code pool}: a pool with a blank name.
 *       <pre>{@code
 * @Task(pool = " ") static int limited(int n) { return n; }
 * }</pre>
 * </ul>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
// On constructors only so that the processor can tell what to do instead.
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface Task {
  /** The name that reports and errors show. Default: the method's name. */
  String name() default "";

  /**
   * The longest time that one attempt may take, such as {@code "250ms"}, {@code "30s"},
   * {@code "5m"} or {@code "2h"}. Default: no limit.
   *
   * <p>When it has passed, the attempt fails with a {@link TaskTimeoutException} and its thread is
   * interrupted. Its slot is free when the method has returned or, if it ignores the interrupt,
   * after a grace period of one second; the report then counts an overrun. Waiting for arguments or
   * for a slot doesn't count, nor does the wait before a retry: each attempt has the whole time. A
   * plain call of the method has no time limit.
   */
  String timeout() default "";

  /**
   * How many more attempts follow one that failed, at most: with 3, the method is called four times
   * before the task fails. Default 0: it fails at once.
   *
   * <p>A task that fails at last fails with the exception of its last attempt, in which those of
   * the earlier ones are suppressed. Each attempt waits for a slot like the first, and none begins
   * before the one before it has ended or, if it ignores the interrupt of its {@link #timeout},
   * after the grace period. Between two attempts is the wait of {@link #backoff}. What waits for
   * the task, waits for all its attempts; for a task that returns nothing that is all that is
   * written below it. A run that is cancelled, or doesn't need the task any more, starts no further
   * attempt. A plain call of the method is one attempt, whose failure is the caller's. A task that
   * is tried again should do no harm when it does a thing twice.
   */
  int retries() default 0;

  /**
   * The wait before the first retry, such as {@code "250ms"}. Default: 100 milliseconds.
   *
   * <p>The wait before each further retry is twice as long, up to {@link #maxBackoff}. What is
   * really waited is a random part of it, from the half to the whole, so that tasks which failed
   * together don't come back together. The task holds no slot meanwhile, and no place in its
   * {@link #pool}.
   */
  String backoff() default "100ms";

  /**
   * The longest wait before a retry, such as {@code "5m"}. Default: 30 seconds. It is at least
   * {@link #backoff}; where both are the same, the waits don't grow:
   *
   * <pre>{@code
   * @Task(retries = 5, backoff = "1s", maxBackoff = "1s") static Page poll(URI url) { … }
   * }</pre>
   */
  String maxBackoff() default "30s";

  /**
   * The exceptions that are worth another attempt, with their subclasses. Default: every exception
   * except those of {@link Error} and those that only tell of an interruption or cancellation.
   *
   * <p>An attempt that took too long fails with a {@link TaskTimeoutException}, which counts like
   * any other. The class of the exception counts, not those of its causes. An attempt that was
   * interrupted because nobody needs it any more is never followed by another one.
   */
  Class<? extends Throwable>[] retryOn() default {};

  /**
   * The exceptions that aren't worth another attempt, with their subclasses, also where
   * {@link #retryOn} has them. Default: none.
   *
   * <pre>{@code
   * @Task(retries = 3, retryOn = IOException.class, neverRetryOn = NoSuchFileException.class)
   * static Document reload(Path file) throws IOException { … }
   * }</pre>
   */
  Class<? extends Throwable>[] neverRetryOn() default {};

  /**
   * The name of a pool of the {@link Runner}, in which each attempt needs a place. Default: no
   * pool.
   *
   * <p>A pool limits tasks over all runs of a runner, such as those that use one database. An
   * attempt needs a place in the pool and a slot of its run. The runner says how many places there
   * are, by {@link Runner.Builder#pool}; a task whose pool it doesn't have fails with an
   * {@link IllegalArgumentException}. The {@linkplain Runner#shared shared} runner has no pools. Of
   * a plain call pools know nothing.
   */
  String pool() default "";
}
