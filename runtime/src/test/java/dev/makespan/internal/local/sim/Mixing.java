package dev.makespan.internal.local.sim;

import java.util.List;

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

  private static long number(Object value) {
    if (value instanceof Number number) {
      return number.longValue();
    }
    if (value instanceof List<?> list) {
      return mix(list.toArray());
    }
    return value == null ? 1 : value.toString().hashCode();
  }
}
