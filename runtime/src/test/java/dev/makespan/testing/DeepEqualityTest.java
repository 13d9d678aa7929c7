package dev.makespan.testing;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeepEqualityTest {
  private record Point(String name, int[] at) {}

  private static class Plain {
    final Object inner;

    Plain(Object inner) {
      this.inner = inner;
    }
  }

  private static final class Derived extends Plain {
    final long[] more;

    Derived(Object inner, long... more) {
      super(inner);
      this.more = more;
    }
  }

  private static final class Meaningful {
    final int value;

    Meaningful(int value) {
      this.value = value;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Meaningful that && that.value % 10 == value % 10;
    }

    @Override
    public int hashCode() {
      return value % 10;
    }
  }

  private static void equal(Object one, Object other) {
    assertNull(DeepEquality.difference(one, other));
  }

  private static void differ(String where, Object one, Object other) {
    String difference = DeepEquality.difference(one, other);
    assertNotNull(difference);
    assertTrue(difference.contains(where), difference);
  }

  @Test
  void comparesNulls() {
    equal(null, null);
    differ("expected null, got 1", null, 1);
    differ("got null", 1, null);
  }

  @Test
  void comparesArraysByTheirContents() {
    equal(new int[][] {{1}, {2}}, new int[][] {{1}, {2}});
    differ("at [1][0]", new int[][] {{1}, {2}}, new int[][] {{1}, {3}});
    differ("int[]", new int[] {1}, new long[] {1});
    differ("size()", new int[] {1}, new int[] {1, 2});
    equal(new double[] {Double.NaN}, new double[] {Double.NaN});
  }

  @Test
  void comparesListsByTheirElementsWhateverTheirClass() {
    equal(List.of(1, 2), new LinkedList<>(List.of(1, 2)));
    differ("at [0]", List.of(1), List.of(1L));
    differ("size()", List.of(1), List.of());
    equal(new ArrayDeque<>(List.of(1)), new ArrayDeque<>(List.of(1)));
    differ("at [0]", new ArrayDeque<>(List.of(1)), new ArrayDeque<>(List.of(2)));
  }

  @Test
  void comparesRecordsByTheirComponents() {
    equal(new Point("a", new int[] {1}), new Point("a", new int[] {1}));
    differ(".at()[0]", new Point("a", new int[] {1}), new Point("a", new int[] {2}));
    differ("at [0].name()", List.of(new Point("a", null)), List.of(new Point("b", null)));
  }

  @Test
  void comparesSetsAndMapsWithoutOrder() {
    equal(Set.of(1, 2, 3), Set.of(3, 2, 1));
    differ("expected", Set.of(1, 2), Set.of(1, 3));
    equal(Set.of(new Point("a", new int[] {1})), Set.of(new Point("a", new int[] {1})));
    equal(Map.of("a", new int[] {1}), new HashMap<>(Map.of("a", new int[] {1})));
    differ("[a][0]", Map.of("a", new int[] {1}), Map.of("a", new int[] {2}));
    differ("keySet()", Map.of("a", 1), Map.of("b", 1));
  }

  @Test
  void comparesMapsWhoseKeysAreEqualOnlyDeeply() {
    equal(
        Map.of(new Point("a", new int[] {1}), 1, new Point("b", new int[] {1}), 2),
        Map.of(new Point("b", new int[] {1}), 2, new Point("a", new int[] {1}), 1));
    differ(
        "expected 1",
        Map.of(new Point("a", new int[] {1}), 1),
        Map.of(new Point("a", new int[] {1}), 2));
    differ("keySet()", Collections.singletonMap(null, 1), new TreeMap<>(Map.of("a", 1)));
  }

  @Test
  void comparesOptionals() {
    equal(Optional.of(new int[] {1}), Optional.of(new int[] {1}));
    differ("get()", Optional.of(1), Optional.empty());
  }

  @Test
  void comparesObjectsOfOneClassFieldByField() {
    equal(new Plain(new int[] {1}), new Plain(new int[] {1}));
    differ(".inner", new Plain(1), new Plain(2));
    differ(".more[0]", new Derived(1, 2), new Derived(1, 3));
    differ("Plain", new Plain(1), new Derived(1));
  }

  @Test
  void leavesItToAClassThatSaysWhatEqualMeans() {
    equal(new Meaningful(1), new Meaningful(11));
    differ("Meaningful", new Meaningful(1), new Meaningful(12));
  }

  @Test
  void comparesWhatTheJdkHidesByItsValue() {
    equal(new StringBuilder("a"), new StringBuilder("a"));
    differ("expected a", new StringBuilder("a"), new StringBuilder("b"));
    equal(new AtomicInteger(1), new AtomicInteger(1));
    differ("expected 1", new AtomicInteger(1), new AtomicInteger(2));
  }

  @Test
  void comparesExceptionsByClassAndMessage() {
    equal(List.of(new IOException("x")), List.of(new IOException("x")));
    differ("at [0]", List.of(new IOException("x")), List.of(new IOException("y")));
  }

  @Test
  void endsForValuesThatContainThemselves() {
    List<Object> one = new ArrayList<>(Arrays.asList(1, null));
    one.set(1, one);
    List<Object> other = new ArrayList<>(Arrays.asList(1, null));
    other.set(1, other);

    equal(one, other);
    other.set(0, 2);
    differ("at [0]", one, other);
  }
}
