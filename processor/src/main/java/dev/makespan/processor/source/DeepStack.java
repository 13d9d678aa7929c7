package dev.makespan.processor.source;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Reads what is nested deeper than the compiler's thread has stack for, such as a sum of a thousand
 * terms: the compiler itself needs less for it.
 */
final class DeepStack {
  /**
   * Enough for a few thousand terms. With much more a sum of 20,000 would be read for minutes,
   * since the time grows with the square.
   */
  private static final long BYTES = 4L << 20;

  private DeepStack() {}

  /** What a reader returns, which is asked again on a large stack if this one doesn't suffice. */
  static <T> T of(Supplier<T> reader) {
    try {
      return reader.get();
    } catch (StackOverflowError tooDeep) {
      return onLargeStack(reader);
    }
  }

  /** The compiler's thread waits meanwhile, so that its data are used by one thread at a time. */
  private static <T> T onLargeStack(Supplier<T> reader) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Runnable read = () -> {
      try {
        result.complete(reader.get());
      } catch (Throwable failure) {
        result.completeExceptionally(failure);
      }
    };
    Thread thread = new Thread(null, read, "makespan-reader", BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return result.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      throw failed.getCause() instanceof RuntimeException failure ? failure : failed;
    }
  }
}
