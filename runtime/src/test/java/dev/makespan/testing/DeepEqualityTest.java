package dev.makespan.testing;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

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

  @Test
  void endsForValuesThatContainEachOther() {
    Object one = circle("x");
    equal(one, circle("x"));
    differ("at [0][k].inner[0]: expected x", one, circle("y"));
    differ("at [0]", one, List.of(1));
  }

  /** A list that contains a map that contains an object that contains an array with the list. */
  private static Object circle(String value) {
    List<Object> list = new ArrayList<>();
    Object[] array = {value, list};
    list.add(new HashMap<>(Map.of("k", new Plain(array))));
    return list;
  }

  @Test
  void findsTheDifferenceInAValueWhoseTextHasNoEnd() {
    List<Object> one = new ArrayList<>();
    List<Object> other = new ArrayList<>(List.of(one));
    one.add(other);

    differ("one without a text", List.of(1, one), List.of(1, 2));
  }

  @Test
  void takesNoStackForDeepValuesAndNoTimeForSharedOnes() {
    equal(deep(100_000, 1), deep(100_000, 1));
    differ(" more … ", deep(100_000, 1), deep(100_000, 2));
    differ("expected 1", deep(100_000, 1), deep(100_000, 2));
    equal(shared(10_000), shared(10_000));
  }

  private static Object deep(int levels, Object value) {
    Object deep = value;
    for (int i = 0; i < levels; i += 5) {
      deep = List.of(new Object[] {Optional.of(new Plain(Map.of("k", new Nested(deep))))});
    }
    return deep;
  }

  private record Nested(Object value) {}

  private static Object shared(int levels) {
    List<Object> shared = List.of(1);
    for (int i = 0; i < levels; i++) {
      shared = List.of(shared, shared);
    }
    return shared;
  }

  @Test
  void comparesManyElementsInSetsAndMapsFast() {
    equal(
        IntStream.range(0, 100_000).boxed().collect(Collectors.toSet()),
        IntStream.range(0, 100_000).mapToObj(i -> 99_999 - i).collect(Collectors.toSet()));
  }

  @Test
  void comparesManyObjectsWithoutEqualsInSetsAndMapsFast() {
    soon(() -> {
      equal(plains(5_000, 0), plains(5_000, 0));
      equal(plains(5_000, 0, i -> new int[] {1, i}), plains(5_000, 0, i -> new int[] {1, i}));
      equal(byPlains(5_000, 0), byPlains(5_000, 0));
      differ("expected", plains(5_000, 0), plains(5_000, 1));
      differ("keySet()", byPlains(5_000, 0), byPlains(5_000, 1));
    });
  }

  @Test
  void comparesManyEqualElementsInASetFast() {
    soon(() -> equal(plains(4_000, 0, i -> 1), plains(4_000, 0, i -> 1)));
  }

  @Test
  void comparesObjectsThatKnowEachOtherInSetsFast() {
    soon(() -> equal(family(3_000), family(3_000)));
  }

  private static void soon(Executable comparison) {
    assertTimeoutPreemptively(Duration.ofSeconds(60), comparison);
  }

  private static Set<Plain> plains(int size, int from) {
    return plains(size, from, i -> i);
  }

  private static Set<Plain> plains(int size, int from, IntFunction<Object> inner) {
    return IntStream.range(from, from + size)
        .mapToObj(i -> new Plain(inner.apply(i)))
        .collect(Collectors.toSet());
  }

  private static Map<Plain, Integer> byPlains(int size, int from) {
    return plains(size, from).stream()
        .collect(Collectors.toMap(key -> key, key -> ((Integer) key.inner) - from));
  }

  private static final class Member {
    final Set<Member> family;
    final int number;

    Member(Set<Member> family, int number) {
      this.family = family;
      this.number = number;
    }
  }

  private static Set<Member> family(int size) {
    Set<Member> family = new HashSet<>();
    IntStream.range(0, size).forEach(i -> family.add(new Member(family, i)));
    return family;
  }

  @Test
  void triesNoTwoValuesAgainThatDiffer() {
    soon(() -> {
      differ("expected", nested(40, new Plain(1)), nested(40, new Plain(2)));
      differ("expected", beside(40, new Plain(1)), beside(40, new Plain(2)));
      equal(nested(40, new Plain(1)), nested(40, new Plain(1)));
    });
  }

  /** Sets in sets, each in two objects that differ in nothing else than a number. */
  private static Object nested(int levels, Object innermost) {
    Object nested = innermost;
    for (int i = 0; i < levels; i++) {
      nested = Set.of(new Derived(nested, 1), new Derived(nested, 2));
    }
    return nested;
  }

  /** The same, with an object beside it that all share. */
  private static Object beside(int levels, Object innermost) {
    Plain shared = new Plain(List.of(1));
    Object nested = innermost;
    for (int i = 0; i < levels; i++) {
      nested = Set.of(
          new Plain(Arrays.asList(shared, nested, 1)), new Plain(Arrays.asList(shared, nested, 2)));
    }
    return nested;
  }

  @Test
  void doesNotTakeSetsForDifferentThatAreNestedTooDeep() {
    differ("StackOverflowError", singletons(50_000), singletons(50_000));
  }

  private static Object singletons(int levels) {
    Object nested = 1;
    for (int i = 0; i < levels; i++) {
      nested = Collections.singleton(nested);
    }
    return nested;
  }

  @Test
  void remembersNoDifferenceThatAWrongAssumptionMade() {
    equal(knot(), knot());
  }

  /**
   * Two objects in a set that reach each other through sets, so that the first attempt to match
   * them assumes what is wrong.
   */
  private static Object knot() {
    Set<Object> outer = new LinkedHashSet<>();
    Set<Object> oneInner = new LinkedHashSet<>();
    Set<Object> otherInner = new LinkedHashSet<>();
    Plain one = new Plain(new Object[] {oneInner, 1});
    Plain other = new Plain(new Object[] {otherInner, 2});
    oneInner.add(new Plain(one));
    oneInner.add(new Plain(other));
    otherInner.add(new Plain(other));
    otherInner.add(new Plain(one));
    outer.add(one);
    outer.add(other);
    return outer;
  }

  @Test
  void findsPartnersWhoseHashCodesDiffer() {
    equal(Set.of(new Careless(1), new Careless(2)), Set.of(new Careless(2), new Careless(1)));
    equal(
        Set.of(new Plain(new Careless(1)), new Plain(new Careless(2))),
        Set.of(new Plain(new Careless(2)), new Plain(new Careless(1))));
    differ("expected", Set.of(new Careless(1)), Set.of(new Careless(2)));
  }

  /** With an {@code equals}, without the {@code hashCode} that belongs to it. */
  private static final class Careless {
    final int value;

    Careless(int value) {
      this.value = value;
    }

    @Override
    @SuppressWarnings("EqualsHashCode")
    public boolean equals(Object other) {
      return other instanceof Careless that && that.value == value;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  @Test
  void findsTheSameObjectWhateverItsClassHides() {
    Set<Object> all = Set.of(new AtomicReference<>(1), new Thread(), Stream.of(1), new Object());
    equal(all, new HashSet<>(all));
    equal(new HashSet<>(List.of(all, 1)), new LinkedHashSet<>(List.of(1, Set.copyOf(all))));
  }

  @Test
  void findsPartnersOfEveryKind() {
    equal(new HashSet<>(everyKind()), new LinkedHashSet<>(reversed(everyKind())));
    equal(new HashSet<>(wrapped(everyKind())), new LinkedHashSet<>(wrapped(reversed(everyKind()))));
  }

  private static List<Object> everyKind() {
    return List.of(
        new int[] {1},
        new Object[] {new byte[] {1}},
        new ArrayList<>(List.of(1, 2)),
        new ArrayDeque<>(List.of(1, 2)),
        new HashMap<>(Map.of("a", new int[] {1}, "b", new int[] {2})),
        Optional.of(new int[] {1}),
        new Point("a", new int[] {1}),
        new Derived(1, 2),
        new StringBuilder("a"),
        new AtomicInteger(1),
        new IOException("x"),
        Double.NaN,
        circle("x"),
        deep(1_000, 1));
  }

  private static List<Object> reversed(List<Object> values) {
    List<Object> reversed = new ArrayList<>(values);
    Collections.reverse(reversed);
    return reversed;
  }

  private static List<Object> wrapped(List<Object> values) {
    return values.stream().<Object>map(Plain::new).toList();
  }

  @Test
  void comparesNumbersAsEqualsDoes() {
    equal(List.of(Double.NaN, Float.NaN), List.of(Double.NaN, Float.NaN));
    equal(new Nested(Double.NaN), new Nested(Double.NaN));
    equal(Set.of(Double.NaN), Set.of(Double.NaN));
    equal(Map.of(Double.NaN, 1), Map.of(Double.NaN, 1));
    differ("expected 0.0", 0.0, -0.0);
    differ("at [0]: expected 0.0", new double[] {0.0}, new double[] {-0.0});
    differ("at .value(): expected 0.0", new Nested(0.0), new Nested(-0.0));
    differ("expected 1.0", new BigDecimal("1.0"), new BigDecimal("1.00"));
  }

  @Test
  void comparesArraysOfArraysOfAnyKind() {
    equal(new Object[] {new byte[] {1}, null}, new Object[] {new byte[] {1}, null});
    differ("[1][0][1]", new char[][][] {{}, {{'a', 'b'}}}, new char[][][] {{}, {{'a', 'c'}}});
    differ("[[1], null]", new Object[] {new int[] {1}, null}, new String[] {"a", null});
  }

  @Test
  void comparesMapsWithOddKeys() {
    Map<Object, Object> nullKey = new HashMap<>();
    nullKey.put(null, null);
    equal(nullKey, Collections.singletonMap(null, null));
    differ("[null]", nullKey, Collections.singletonMap(null, 1));
    equal(Map.of(new Plain(1), 1, new Plain(2), 2), Map.of(new Plain(2), 2, new Plain(1), 1));
    differ("[null]", Collections.singletonMap(null, List.of(1)), Collections.singletonMap(null, 1));
  }

  @Test
  void comparesMapsThatHaveEqualKeysTwice() {
    equal(byIdentity(1, 2), byIdentity(1, 2));
    equal(byIdentity(1, 2), byIdentity(2, 1));
    differ("[key]", byIdentity(1, 2), byIdentity(1, 3));
  }

  private static Map<Object, Object> byIdentity(int... values) {
    Map<Object, Object> map = new IdentityHashMap<>();
    for (int value : values) {
      map.put(new String("key"), List.of(value));
    }
    return map;
  }

  @Test
  void doesNotBelieveTheComparatorOfASortedSetOrMap() {
    Set<String> one = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    Set<String> other = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    one.add("A");
    other.add("a");
    differ("expected [A]", one, other);
  }

  @Test
  void comparesSetsWhoseElementsWereChanged() {
    differ("expected", changed(1), changed(2));
    equal(changed(1), changed(1));
    equal(Set.of(changed(1), changed(2)), Set.of(changed(2), changed(1)));
  }

  private static Set<List<Integer>> changed(int value) {
    List<Integer> element = new ArrayList<>();
    Set<List<Integer>> set = new HashSet<>(Set.of(element));
    set.clear();
    set.add(element);
    element.add(value);
    return set;
  }

  @Test
  void forgetsWhatItAssumedInAnAttempt() {
    // To find the partner of an element the others are tried, which may share parts.
    List<Object> part = new ArrayList<>(List.of(1));
    List<Object> otherPart = new ArrayList<>(List.of(2));
    differ(
        "expected",
        new LinkedHashSet<>(List.of(List.of(part, 1), List.of(part, 2))),
        new LinkedHashSet<>(List.of(List.of(otherPart, 1), List.of(otherPart, 2))));
  }

  @Test
  void saysThatStreamsIteratorsAndFuturesCanNotBeCompared() {
    differ("can't compare", Stream.of(1), Stream.of(1));
    differ("use them up", List.of(1).iterator(), List.of(1).iterator());
    differ("at [0]: can't compare", List.of(IntStream.of(1)), List.of(IntStream.of(1)));
    differ(
        "return what they give",
        CompletableFuture.completedFuture(1),
        CompletableFuture.completedFuture(1));
    Stream<Integer> same = Stream.of(1);
    equal(same, same);
  }

  @Test
  void saysThatItCanNotReadWhatTheJdkHides() {
    differ("fields can't be read", new AtomicReference<>(1), new AtomicReference<>(1));
    differ(
        ".inner: can't compare",
        new Plain(new AtomicReference<>(1)),
        new Plain(new AtomicReference<>(1)));
  }

  @Test
  void saysThatAMethodOfTheValuesThrows() {
    differ("UnsupportedOperationException: size", broken(), broken());
    differ("one without a text", 1, new Object() {
      @Override
      public String toString() {
        throw new UnsupportedOperationException();
      }
    });
  }

  private static List<Object> broken() {
    return new AbstractList<>() {
      @Override
      public Object get(int index) {
        return 1;
      }

      @Override
      public int size() {
        throw new UnsupportedOperationException("size");
      }
    };
  }

  @Test
  void cutsALongText() {
    String difference = DeepEquality.difference("x".repeat(100_000), "y");

    assertNotNull(difference);
    assertTrue(difference.length() < 1_000);
  }
}
