package dev.makespan.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison takes for known: pairs of objects that are equal, proven or assumed while they
 * are compared, and pairs that aren't.
 *
 * <p>A pair that contains itself is assumed to be equal while its parts are compared. What has been
 * found out meanwhile holds for good only if it doesn't rely on a pair that is still assumed. To
 * know that, the assumed pairs stand in the order in which they were met, and each step of the
 * comparison keeps the earliest it relied on (as in R. Tarjan's search for the strongly connected
 * components of a graph, 1972).
 */
final class Assumptions {
  /** The place of a pair that is proven to be equal, and of no pair. */
  private static final int NONE = Integer.MAX_VALUE;

  /** The pairs taken for equal, with their place among the assumed ones. */
  private final Map<ByIdentity, Integer> equal = new HashMap<>();

  private final List<ByIdentity> assumed = new ArrayList<>();
  private final Set<ByIdentity> unequal = new HashSet<>();

  /** The earliest assumed pair that the innermost step relied on. */
  private int reliedOn = NONE;

  /**
   * A part of the comparison, in which others may lie.
   *
   * @param first the place of the first pair that is assumed in it
   * @param reliedOnBefore what the step around it relied on until then
   */
  record Step(int first, int reliedOnBefore) {}

  Step begin() {
    Step step = new Step(assumed.size(), reliedOn);
    reliedOn = NONE;
    return step;
  }

  /** Ends a step that found no difference. */
  void end(Step step) {
    if (reliedOn >= step.first()) {
      List<ByIdentity> proven = assumed.subList(step.first(), assumed.size());
      proven.forEach(pair -> equal.put(pair, NONE));
      proven.clear();
    }
    leave(step);
  }

  /** Ends a step within which a difference was found, before the step around it. */
  void leave(Step step) {
    reliedOn = Math.min(reliedOn < step.first() ? reliedOn : NONE, step.reliedOnBefore());
  }

  /**
   * Ends an attempt that found a difference, and forgets what it assumed.
   *
   * @return whether the difference is there whatever was assumed before the attempt
   */
  boolean fail(Step attempt) {
    List<ByIdentity> wrong = assumed.subList(attempt.first(), assumed.size());
    wrong.forEach(equal::remove);
    wrong.clear();
    boolean isCertain = reliedOn >= attempt.first();
    leave(attempt);
    return isCertain;
  }

  /** Whether the two are taken for equal already; from now on they are. */
  boolean isTaken(Object one, Object other) {
    ByIdentity both = new ByIdentity(one, other);
    Integer place = equal.putIfAbsent(both, assumed.size());
    if (place == null) {
      assumed.add(both);
      return false;
    }
    reliedOn = Math.min(reliedOn, place);
    return true;
  }

  boolean areUnequal(@Nullable Object one, @Nullable Object other) {
    return unequal.contains(new ByIdentity(one, other));
  }

  void rememberUnequal(@Nullable Object one, @Nullable Object other) {
    unequal.add(new ByIdentity(one, other));
  }

  /** Two objects, not what they are equal to. */
  private record ByIdentity(@Nullable Object one, @Nullable Object other) {
    @Override
    public boolean equals(@Nullable Object that) {
      return that instanceof ByIdentity pair && pair.one == one && pair.other == other;
    }

    @Override
    public int hashCode() {
      return Objects.hash(System.identityHashCode(one), System.identityHashCode(other));
    }
  }
}
