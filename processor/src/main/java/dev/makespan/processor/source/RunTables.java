package dev.makespan.processor.source;

/**
 * What gives another value each time, and what leaves the run; {@link MethodTable} tells how to
 * read it.
 */
final class RunTables {
  private RunTables() {}

  /**
   * Methods and constructors whose result depends on the moment, on chance or on the thread. What
   * is the same during the whole life of a process isn't here, such as the environment. {@code now}
   * of the types in {@code java.time} is known by its name.
   */
  static final String UNREPEATABLE = """
      java.lang.System: currentTimeMillis nanoTime identityHashCode
      java.lang.Math StrictMath: random
      java.lang.Thread: getName getId threadId toString
      java.lang.Runtime: freeMemory totalMemory
      java.util.UUID: randomUUID
      java.util.Collections: shuffle/1
      java.util.Calendar: getInstance
      java.util.Random SplittableRandom Date GregorianCalendar: <init>/0
      java.util.concurrent.ThreadLocalRandom: current
      java.util.random.RandomGenerator: getDefault of
      java.util.random.RandomGeneratorFactory: create/0
      java.security.SecureRandom: <init> getInstance getInstanceStrong
      java.time.Clock: system systemUTC systemDefaultZone tickMillis tickSeconds tickMinutes
      java.time.InstantSource: system
      """;

  /** Methods that make a future of others, which Makespan has methods for. */
  static final String GATHERS = """
      java.util.concurrent.CompletableFuture: allOf anyOf
      """;

  /** Methods that have work done by somebody else than the run. */
  static final String STARTS = """
      java.util.concurrent.CompletableFuture: supplyAsync runAsync
      java.util.concurrent.Executor: execute
      java.util.concurrent.ExecutorService: submit invokeAll invokeAny
      java.util.concurrent.ScheduledExecutorService: schedule scheduleAtFixedRate scheduleWithFixedDelay
      java.util.concurrent.ForkJoinPool: invoke
      """;

  /** Methods that wait on a timer which isn't the run's. */
  static final String DELAYS = """
      java.util.concurrent.CompletableFuture: delayedExecutor
      """;

  /** Methods that run a stage on the executor that they are given as their last argument. */
  static final String STAGES = """
      java.util.concurrent.CompletionStage: thenApplyAsync/2 thenAcceptAsync/2 thenRunAsync/2 thenComposeAsync/2
      java.util.concurrent.CompletionStage: thenCombineAsync/3 thenAcceptBothAsync/3 runAfterBothAsync/3
      java.util.concurrent.CompletionStage: applyToEitherAsync/3 acceptEitherAsync/3 runAfterEitherAsync/3
      java.util.concurrent.CompletionStage: handleAsync/2 whenCompleteAsync/2 exceptionallyAsync/2 exceptionallyComposeAsync/2
      java.util.concurrent.CompletableFuture: completeAsync/2
      """;
}
