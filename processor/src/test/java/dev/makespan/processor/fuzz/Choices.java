package dev.makespan.processor.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The choices that make a program: drawn from a seed, and kept, or given. Whoever draws takes 0 for
 * the simplest possibility, so that fewer and smaller choices make a smaller program, and every
 * sequence of choices makes one.
 */
final class Choices {
  private final @Nullable Random random;
  private final int[] given;
  private final List<Integer> taken = new ArrayList<>();
  private final List<Span> spans = new ArrayList<>();

  /** The choices for one part of a program: those from an index to before another one. */
  record Span(int from, int to) {}

  private Choices(@Nullable Random random, int[] given) {
    this.random = random;
    this.given = given;
  }

  /** New choices. */
  static Choices of(long seed) {
    return new Choices(new Random(seed * 0x9E3779B97F4A7C15L), new int[0]);
  }

  /** Those that are given; where they end, or don't fit, the simplest. */
  static Choices replaying(int[] given) {
    return new Choices(null, given.clone());
  }

  /** One of so many possibilities, from 0 on. */
  int below(int many) {
    int next = taken.size();
    int choice;
    if (random != null) {
      choice = random.nextInt(many);
    } else {
      choice = next < given.length ? Math.min(given[next], many - 1) : 0;
    }
    taken.add(choice);
    return choice;
  }

  /** True once in so many times; the simplest is false. */
  boolean oneIn(int many) {
    return below(many) == many - 1;
  }

  /** True so many times out of a hundred; the simplest is false. */
  boolean percent(int many) {
    return below(100) >= 100 - many;
  }

  <T> T of(List<T> all) {
    return all.get(below(all.size()));
  }

  @SafeVarargs
  final <T> T of(T... all) {
    return all[below(all.length)];
  }

  /** Notes that the choices made meanwhile belong together. */
  void span(Runnable part) {
    int from = taken.size();
    part.run();
    if (taken.size() > from) {
      spans.add(new Span(from, taken.size()));
    }
  }

  /** All that were made. */
  int[] taken() {
    return taken.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The parts, inner ones before outer ones. */
  List<Span> spans() {
    return List.copyOf(spans);
  }

  @Override
  public String toString() {
    return Arrays.toString(taken());
  }
}
