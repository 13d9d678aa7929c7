package dev.makespan;

import dev.makespan.spi.Failures;
import dev.makespan.spi.FlowFuture;
import dev.makespan.spi.Tolerance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The words that a workflow body, a dynamic body or a caller uses beside plain Java: maps, and ways
 * to wait for futures.
 */
public final class Makespan {
  private Makespan() {}

  /**
   * Applies a function to each element.
   *
   * <p>In a {@link Workflow} the elements run in parallel and are fed as slots get free; called
   * plainly they run one after the other. Either way the result has the order of the elements, and
   * the failure is that of the first failing element in this order.
   *
   * @param elements read once, in iteration order, in a workflow before the first one is started;
   *     elements may be null
   * @param function may return null and may throw checked exceptions
   * @return an unmodifiable list, as long as the collection
   * @throws X what the function throws; for a lambda expression that throws several checked types,
   *     Java takes {@link Exception}, so write a method that declares them
   */
  public static <T, R, X extends Throwable> List<R> map(
      Collection<? extends T> elements, ThrowingFunction<? super T, ? extends R, X> function)
      throws X {
    Objects.requireNonNull(elements, "elements");
    Objects.requireNonNull(function, "function");
    List<R> results = new ArrayList<>(elements.size());
    for (T element : elements) {
      results.add(function.apply(element));
    }
    return Collections.unmodifiableList(results);
  }

  /**
   * Applies a function to each element and tolerates that some fail.
   *
   * <p>All elements are processed, also behind one that fails. If at least the given part of them
   * succeeds, the result has an empty {@link Optional} at the place of each that failed; no
   * elements give an empty list. Otherwise the failure is that of the first failing element in
   * order, and the others are suppressed in it.
   *
   * <p>Some failures are never tolerated; the first element in order that has one fails the whole,
   * and those behind it aren't processed: an {@link Error}, an interruption or cancellation
   * ({@link InterruptedException}, {@link CancellationException}, also as a cause), and a result
   * that is null. What the collection throws isn't tolerated either.
   *
   * <pre>{@code
   * List<Optional<Quote>> quotes = Makespan.mapSome(0.8, shops, shop -> quote(shop, item));
   * }</pre>
   *
   * @param ratio the part of the elements that must succeed, from 0 to 1
   * @param elements as for {@link #map}
   * @param function may throw checked exceptions, but not return null
   * @return an unmodifiable list, as long as the collection
   * @throws X what the function throws
   * @throws IllegalArgumentException if the ratio isn't from 0 to 1
   */
  public static <T, R, X extends Throwable> List<Optional<R>> mapSome(
      double ratio,
      Collection<? extends T> elements,
      ThrowingFunction<? super T, ? extends R, X> function)
      throws X {
    Tolerance tolerance = new Tolerance(ratio);
    Objects.requireNonNull(elements, "elements");
    Objects.requireNonNull(function, "function");
    List<Optional<R>> results = new ArrayList<>(elements.size());
    List<Throwable> failures = new ArrayList<>(0);
    for (T element : elements) {
      R result;
      try {
        result = function.apply(element);
      } catch (Throwable failure) {
        if (Tolerance.isFatal(failure)) {
          throw failure;
        }
        failures.add(failure);
        results.add(Optional.empty());
        continue;
      }
      if (result == null) {
        throw Tolerance.nullResult(results.size());
      }
      results.add(Optional.of(result));
    }
    if (!tolerance.allows(failures.size(), results.size())) {
      Throwable first = failures.get(0);
      Failures.suppress(first, failures.subList(1, failures.size()));
      throw Makespan.<RuntimeException>uncheck(first);
    }
    return Collections.unmodifiableList(results);
  }

  /**
   * Calls something for each element.
   *
   * <p>In a {@link Workflow} it is one fence: it starts after everything written above has ended,
   * and everything below waits for it. The elements themselves run in parallel. Called plainly they
   * run one after the other. Either way the failure is that of the first failing element in order.
   *
   * <pre>{@code
   * Makespan.forEach(reports, report -> store(report, folder));
   * }</pre>
   *
   * @param elements as for {@link #map}
   * @param call may throw checked exceptions
   * @throws X what the call throws
   */
  public static <T, X extends Throwable> void forEach(
      Collection<? extends T> elements, ThrowingConsumer<? super T, X> call) throws X {
    Objects.requireNonNull(elements, "elements");
    Objects.requireNonNull(call, "call");
    for (T element : elements) {
      call.accept(element);
    }
  }

  /**
   * Calls that give nothing and need no order among them.
   *
   * <p>In a {@link Workflow} each is a lambda expression that is one call of an annotated method,
   * or a reference to one. All together are one fence, as for {@link #forEach}; they themselves run
   * in parallel. Called plainly they run one after the other. Either way the failure is that of the
   * first failing one in order.
   *
   * <pre>{@code
   * Makespan.together(() -> store(report), () -> notify(owner));
   * }</pre>
   *
   * @param calls at least one; they may throw checked exceptions
   * @throws X what the calls throw
   * @throws IllegalArgumentException if there are none
   */
  @SafeVarargs
  public static <X extends Throwable> void together(ThrowingRunnable<? extends X>... calls)
      throws X {
    if (calls.length == 0) {
      throw new IllegalArgumentException("together without calls");
    }
    for (ThrowingRunnable<? extends X> call : calls) {
      Objects.requireNonNull(call, "call");
    }
    for (ThrowingRunnable<? extends X> call : calls) {
      call.run();
    }
  }

  /**
   * A side remark, such as a log line.
   *
   * <p>In a {@link Workflow} it is no fence: it runs once, when the values that it reads are ready,
   * beside whatever else runs. It takes the place of an expression: a fence above or below orders
   * it, and its failure counts. It can't call annotated methods. Called plainly it runs at once.
   *
   * <pre>{@code
   * Makespan.tap(() -> LOG.info("read " + document.title()));
   * }</pre>
   *
   * @param remark may throw checked exceptions
   * @throws X what the remark throws
   */
  public static <X extends Throwable> void tap(ThrowingRunnable<X> remark) throws X {
    remark.run();
  }

  /**
   * A future of all values, in the order of the stages.
   *
   * <p>It completes when every stage has completed. If some failed, it fails with the exception of
   * the first of them in order, as {@link #join} would throw it; the others are suppressed in it.
   * No stages give an empty list at once. It doesn't cancel anything.
   *
   * <p>It is completed, and so are the stages that depend on it, on the thread that completes the
   * last of the stages.
   *
   * @return a future whose list is unmodifiable and may contain nulls
   */
  public static <T> CompletableFuture<List<T>> all(
      Collection<? extends CompletionStage<? extends T>> stages) {
    List<CompletionStage<? extends T>> all = new ArrayList<>(stages);
    CompletableFuture<List<T>> result = futureLike(all);
    Gathering<T> gathering = new Gathering<>(all.size());
    if (all.isEmpty()) {
      result.complete(gathering.values());
      return result;
    }
    if (result instanceof FlowFuture<?> flow) {
      flow.needs(all);
    }
    for (int i = 0; i < all.size(); i++) {
      int index = i;
      CompletionStage<? extends T> stage = all.get(i);
      if (!(stage instanceof FlowFuture<? extends T> flow)
          || !flow.whenDone(new FlowFuture.Listener() {
            @Override
            public void done() {
              gather(gathering, index, flow, result);
            }
          })) {
        gather(gathering, index, stage, result);
      }
    }
    return result;
  }

  private static <T> void gather(
      Gathering<T> gathering,
      int index,
      CompletionStage<? extends T> stage,
      CompletableFuture<List<T>> result) {
    if (stage instanceof FlowFuture<? extends T> flow && flow.hasValue()) {
      gathered(gathering, index, flow.value(), null, result);
    } else {
      stage.handle((value, thrown) -> {
        Throwable failure = thrown == null ? null : ownException(stage, thrown);
        gathered(gathering, index, value, failure, result);
        return null;
      });
    }
  }

  private static <T> void gathered(
      Gathering<T> gathering,
      int index,
      @Nullable T value,
      @Nullable Throwable thrown,
      CompletableFuture<List<T>> result) {
    if (!gathering.add(index, value, thrown)) {
      return;
    }
    Throwable failure = gathering.failure();
    if (failure != null) {
      fail(result, failure);
    } else if (result instanceof FlowFuture<List<T>> flow) {
      flow.succeed(gathering.values());
    } else {
      result.complete(gathering.values());
    }
  }

  /** As {@link #all(Collection)}. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static <T> CompletableFuture<List<T>> all(CompletionStage<? extends T>... stages) {
    return all(Arrays.asList(stages));
  }

  /**
   * A future of the value of the stage that succeeds first.
   *
   * <p>If all fail, it fails with the exception of the first of them in order, as {@link #join}
   * would throw it; the others are suppressed in it. It doesn't cancel anything.
   *
   * <p>It is completed, and so are the stages that depend on it, on the thread that completes the
   * stage that decides.
   *
   * @throws IllegalArgumentException if there are no stages
   */
  public static <T> CompletableFuture<T> any(
      Collection<? extends CompletionStage<? extends T>> stages) {
    List<CompletionStage<? extends T>> all = new ArrayList<>(stages);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("any of no stages");
    }
    CompletableFuture<T> result = futureLike(all);
    Gathering<T> gathering = new Gathering<>(all.size());
    for (int i = 0; i < all.size(); i++) {
      int index = i;
      CompletionStage<? extends T> stage = all.get(i);
      stage.handle((value, thrown) -> {
        if (thrown == null) {
          result.complete(value);
        }
        if (gathering.add(index, value, thrown == null ? null : ownException(stage, thrown))
            && !result.isDone()) {
          Throwable failure = gathering.failure();
          if (failure != null) {
            fail(result, failure);
          }
        }
        return null;
      });
    }
    return result;
  }

  /** As {@link #any(Collection)}. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static <T> CompletableFuture<T> any(CompletionStage<? extends T>... stages) {
    return any(Arrays.asList(stages));
  }

  /**
   * Waits for a stage and returns its value.
   *
   * <p>If it failed, the exception is thrown as it is, not wrapped, although a checked one isn't
   * declared here: who wants to catch it, catches {@link Exception}. To have it declared use the
   * {@code blocking()} twins of a generated flow.
   *
   * <p>A {@link CompletionException} is taken for a wrapper, and its cause is thrown, unless the
   * stage comes from a flow and the task threw the {@code CompletionException} itself. A stage that
   * was derived from such a one can't tell.
   *
   * @throws CancellationException if the stage was cancelled
   */
  public static <T> T join(CompletionStage<T> stage) {
    CompletableFuture<T> future = stage.toCompletableFuture();
    try {
      return future.join();
    } catch (Throwable e) {
      // Not what is caught: newer JDKs wrap a cancellation in another one, and to wrap an exception
      // asks it for its text, which may throw.
      Throwable[] found = {e};
      CompletableFuture<?> unused =
          future.handle((value, thrown) -> found[0] = thrown == null ? e : thrown);
      throw Makespan.<RuntimeException>uncheck(ownException(future, found[0]));
    }
  }

  /** The exception that a stage failed with, freed from what wraps it on its way. */
  private static Throwable ownException(CompletionStage<?> stage, Throwable thrown) {
    Throwable own = null;
    if (stage instanceof FlowFuture<?> flow) {
      own = flow.failure();
    } else if (stage instanceof Gathered<?> gathered) {
      own = gathered.failure;
    }
    return own != null ? own : unwrap(thrown);
  }

  @SuppressWarnings("unchecked")
  private static <X extends Throwable> RuntimeException uncheck(Throwable thrown) throws X {
    throw (X) thrown;
  }

  private static Throwable unwrap(Throwable thrown) {
    return thrown instanceof CompletionException && thrown.getCause() != null
        ? thrown.getCause()
        : thrown;
  }

  /** A future that waits through the engine if one of the stages does. */
  private static <U> CompletableFuture<U> futureLike(List<? extends CompletionStage<?>> stages) {
    for (CompletionStage<?> stage : stages) {
      if (stage instanceof FlowFuture<?> flow) {
        CompletableFuture<U> like = flow.derive();
        if (like instanceof FlowFuture) {
          return like;
        }
      }
    }
    return new Gathered<>();
  }

  private static void fail(CompletableFuture<?> result, Throwable failure) {
    if (result instanceof FlowFuture<?> flow) {
      flow.fail(failure);
    } else if (result instanceof Gathered<?> gathered) {
      gathered.failure = failure;
      gathered.completeExceptionally(failure);
    }
  }

  /** A future of several stages none of which waits through an engine. */
  private static final class Gathered<T> extends CompletableFuture<T> {
    /** What it fails with: it may look like a wrapper, but isn't one. */
    private volatile @Nullable Throwable failure;
  }
}
