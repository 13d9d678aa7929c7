package dev.makespan.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A sample of all that was offered: everything up to a number, of more that many, each with the
 * same probability (Vitter's algorithm R). What is drawn for the n-th offer follows from n and the
 * seed.
 *
 * <p>Offers need no lock: each has a number of its own, and with it a place. Two that draw the same
 * place at the same time may come in either order, which changes no probability. Memory grows with
 * what is kept.
 */
final class Reservoir<T> {
  private static final int CHUNK = 1 << 10;

  private final int capacity;
  private final int chunkSize;
  private final long seed;
  private final AtomicReferenceArray<@Nullable AtomicReferenceArray<T>> chunks;

  Reservoir(int capacity, long seed) {
    this(capacity, seed, CHUNK);
  }

  /** For tests: one with smaller chunks. */
  Reservoir(int capacity, long seed, int chunkSize) {
    this.capacity = capacity;
    this.chunkSize = chunkSize;
    // Mixed, or neighbouring seeds would draw the same numbers, one place later.
    this.seed = mix(seed);
    this.chunks = new AtomicReferenceArray<>((capacity + chunkSize - 1) / chunkSize);
  }

  /**
   * Keeps the item or not.
   *
   * @param number how many were offered before it; each number comes once, in any order of threads
   */
  void offer(long number, T item) {
    long place = number < capacity ? number : draw(number);
    if (place < capacity) {
      chunk((int) place / chunkSize).set((int) place % chunkSize, item);
    }
  }

  /** Whether an item is kept, as things are, that has so many before it. */
  boolean draws(long number) {
    return number < capacity || draw(number) < capacity;
  }

  /** Whether nothing is kept in a place. */
  boolean isFree(int place) {
    AtomicReferenceArray<T> chunk = chunks.get(place / chunkSize);
    return chunk == null || chunk.get(place % chunkSize) == null;
  }

  /** A number from 0 to {@code last}, each nearly as probable: the high half of a product. */
  private long draw(long last) {
    return Math.multiplyHigh(mix(seed + last) >>> 1, (last + 1) << 1);
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood, 2014) of the golden-gamma sequence. */
  private static long mix(long value) {
    long z = value * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private AtomicReferenceArray<T> chunk(int index) {
    AtomicReferenceArray<T> chunk = chunks.get(index);
    if (chunk != null) {
      return chunk;
    }
    AtomicReferenceArray<T> made = new AtomicReferenceArray<>(chunkSize);
    AtomicReferenceArray<T> first = chunks.compareAndExchange(index, null, made);
    return first == null ? made : first;
  }

  /** What is kept, in no particular order. */
  List<T> kept() {
    List<T> kept = new ArrayList<>();
    for (int i = 0; i < chunks.length(); i++) {
      AtomicReferenceArray<T> chunk = chunks.get(i);
      for (int j = 0; chunk != null && j < chunkSize; j++) {
        T item = chunk.get(j);
        if (item != null) {
          kept.add(item);
        }
      }
    }
    return kept;
  }
}
