package dev.makespan.internal.local.sim;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Numbers that depend on other values and on their order, the same in every JVM. */
final class Mixing {
  private Mixing() {}

  static long mix(Object... values) {
    long mixed = 0x9E37_79B9_7F4A_7C15L;
    for (Object value : values) {
      mixed = (mixed ^ number(value)) * 0xBF58_476D_1CE4_E5B9L;
      mixed ^= mixed >>> 29;
    }
    return mixed & Long.MAX_VALUE;
  }

  /** A value as the plain call has it: without the completed futures of asynchronous tasks. */
  static Object plain(Object value) {
    if (value instanceof CompletableFuture<?> future) {
      if (!future.isDone()) {
        throw new IllegalStateException("the future of an asynchronous task isn't complete");
      }
      return plain(future.join());
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(Mixing::plain);
    }
    if (value instanceof Spiteful spiteful) {
      return spiteful.number();
    }
    return value instanceof List<?> list ? list.stream().map(Mixing::plain).toList() : value;
  }

  private static long number(Object raw) {
    Object value = plain(raw);
    if (value instanceof Number number) {
      return number.longValue();
    }
    if (value instanceof List<?> list) {
      return mix(list.toArray());
    }
    return value == null ? 1 : value.toString().hashCode();
  }
}
