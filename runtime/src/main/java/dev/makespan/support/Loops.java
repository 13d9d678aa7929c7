package dev.makespan.support;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What loops of a workflow's body do outside the calls in them, for generated code: their elements
 * as a map takes them, and the filling of a list, set or map below them.
 *
 * <p>The methods that fill change the collection that they are given, and return it. Nobody else
 * has it by then: the processor refuses to fill what is read above.
 */
public final class Loops {
  private Loops() {}

  /** The elements of an array. */
  public static List<?> elements(@Nullable Object[] array) {
    return Arrays.asList(array);
  }

  /** The elements of an array, boxed. */
  public static List<Integer> elements(int[] array) {
    return new Boxed<>(array.length, i -> array[i]);
  }

  /** The elements of an array, boxed. */
  public static List<Long> elements(long[] array) {
    return new Boxed<>(array.length, i -> array[i]);
  }

  /** The elements of an array, boxed. */
  public static List<Double> elements(double[] array) {
    return new Boxed<>(array.length, i -> array[i]);
  }

  /** The elements of an array, boxed. */
  public static List<Float> elements(float[] array) {
    return new Boxed<>(array.length, i -> array[i]);
  }

  /** The elements of an array, boxed. */
  public static List<Short> elements(short[] array) {
    return new Boxed<>(array.length, i -> array[i]);
  }

  /** The elements of an array, boxed. */
  public static List<Byte> elements(byte[] array) {
    return new Boxed<>(array.length, i -> array[i]);
  }

  /** The elements of an array, boxed. */
  public static List<Character> elements(char[] array) {
    return new Boxed<>(array.length, i -> array[i]);
  }

  /** The elements of an array, boxed. */
  public static List<Boolean> elements(boolean[] array) {
    return new Boxed<>(array.length, i -> array[i]);
  }

  /** What an {@code Iterable} gives, as a collection or as a stream that has to be read. */
  public static Object elements(Iterable<?> elements) {
    return Objects.requireNonNull(elements) instanceof Collection<?> collection
        ? collection
        : StreamSupport.stream(elements.spliterator(), false);
  }

  /** What an element becomes that is read into a primitive variable. */
  public static boolean toBoolean(Object element) {
    return (Boolean) element;
  }

  /** What an element becomes that is read into a primitive variable. */
  public static byte toByte(Object element) {
    return (Byte) element;
  }

  /** What an element becomes that is read into a primitive variable. */
  public static char toChar(Object element) {
    return (Character) element;
  }

  /** What an element becomes that is read into a primitive variable. */
  public static short toShort(Object element) {
    return ((Number) element).shortValue();
  }

  /** What an element becomes that is read into a primitive variable. */
  public static int toInt(Object element) {
    return element instanceof Character c ? c : ((Number) element).intValue();
  }

  /** What an element becomes that is read into a primitive variable. */
  public static long toLong(Object element) {
    return element instanceof Character c ? c : ((Number) element).longValue();
  }

  /** What an element becomes that is read into a primitive variable. */
  public static float toFloat(Object element) {
    return element instanceof Character c ? c : ((Number) element).floatValue();
  }

  /** What an element becomes that is read into a primitive variable. */
  public static double toDouble(Object element) {
    return element instanceof Character c ? c : ((Number) element).doubleValue();
  }

  /** Adds one element. */
  public static <E extends @Nullable Object, C extends Collection<E>> C add(C to, E element) {
    to.add(element);
    return to;
  }

  /** Adds elements in their order. */
  public static <E extends @Nullable Object, C extends Collection<E>> C addAll(
      C to, Collection<? extends E> elements) {
    to.addAll(elements);
    return to;
  }

  /** Adds what each turn of a loop adds, turn by turn. */
  public static <E extends @Nullable Object, C extends Collection<E>> C addEach(
      C to, List<? extends Collection<? extends E>> turns) {
    turns.forEach(to::addAll);
    return to;
  }

  /** What a turn of a loop puts into a map. */
  public static <K extends @Nullable Object, V extends @Nullable Object> Map.Entry<K, V> entry(
      K key, V value) {
    return new AbstractMap.SimpleImmutableEntry<>(key, value);
  }

  /** Adds to what a turn of a loop puts into a map. */
  public static <
          K extends @Nullable Object,
          V extends @Nullable Object,
          C extends Collection<Map.Entry<K, V>>>
      C addEntry(C to, K key, V value) {
    to.add(entry(key, value));
    return to;
  }

  /** Puts one value. */
  public static <K extends @Nullable Object, V extends @Nullable Object, M extends Map<K, V>> M put(
      M to, K key, V value) {
    to.put(key, value);
    return to;
  }

  /** Puts entries in their order. */
  public static <K extends @Nullable Object, V extends @Nullable Object, M extends Map<K, V>>
      M putAll(M to, List<? extends Map.Entry<? extends K, ? extends V>> entries) {
    entries.forEach(entry -> to.put(entry.getKey(), entry.getValue()));
    return to;
  }

  /** Puts what each turn of a loop puts, turn by turn. */
  public static <K extends @Nullable Object, V extends @Nullable Object, M extends Map<K, V>>
      M putEach(M to, List<? extends List<? extends Map.Entry<? extends K, ? extends V>>> turns) {
    turns.forEach(entries -> putAll(to, entries));
    return to;
  }

  /** An array of primitives as a list of boxes. */
  private static final class Boxed<E> extends AbstractList<E> {
    private final int size;
    private final At<E> at;

    private interface At<E> {
      E get(int index);
    }

    Boxed(int size, At<E> at) {
      this.size = size;
      this.at = at;
    }

    @Override
    public E get(int index) {
      return at.get(index);
    }

    @Override
    public int size() {
      return size;
    }
  }
}
