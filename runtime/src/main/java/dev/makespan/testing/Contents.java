package dev.makespan.testing;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.concurrent.Future;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/** What objects consist of, read by reflection. */
final class Contents {
  private static final ClassValue<Boolean> HAS_EQUALS = new ClassValue<>() {
    @Override
    protected Boolean computeValue(Class<?> type) {
      try {
        return type.getMethod("equals", Object.class).getDeclaringClass() != Object.class;
      } catch (NoSuchMethodException e) {
        throw new AssertionError("every class has equals", e);
      }
    }
  };

  private Contents() {}

  /** The elements of an array. */
  static Iterator<?> ofArray(Object array) {
    int length = Array.getLength(array);
    return new Iterator<@Nullable Object>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < length;
      }

      @Override
      public @Nullable Object next() {
        return Array.get(array, next++);
      }
    };
  }

  /** The components of two records of one class. */
  static Iterator<Pair> ofRecords(Pair pair, Object one, Object other) throws Difference {
    List<Pair> parts = new ArrayList<>();
    for (RecordComponent component : one.getClass().getRecordComponents()) {
      try {
        component.getAccessor().setAccessible(true);
        parts.add(pair.member(
            "." + component.getName() + "()",
            component.getAccessor().invoke(one),
            component.getAccessor().invoke(other)));
      } catch (ReflectiveOperationException | RuntimeException unreadable) {
        if (!one.equals(other)) {
          throw Difference.of(pair);
        }
        return Collections.emptyIterator();
      }
    }
    return parts.iterator();
  }

  /** The fields of two objects of one class. */
  static Iterator<Pair> ofObjects(Pair pair, Object one, Object other) throws Difference {
    List<Pair> parts = new ArrayList<>();
    for (Class<?> type = one.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers())) {
          continue;
        }
        try {
          field.setAccessible(true);
          parts.add(pair.member("." + field.getName(), field.get(one), field.get(other)));
        } catch (ReflectiveOperationException | RuntimeException unreadable) {
          throw Difference.unknown(
              pair, "their class doesn't say what equal means, and its fields can't be read");
        }
      }
    }
    return parts.iterator();
  }

  /** Why a value has no contents that could be read; null if it may have. */
  static @Nullable String whyUnreadable(Object value) {
    if (value instanceof BaseStream
        || value instanceof Iterator
        || value instanceof Enumeration
        || value instanceof Spliterator) {
      return "to read them would use them up; return a list instead";
    }
    return value instanceof Future ? "futures have no contents yet; return what they give" : null;
  }

  /** Whether a class says what equal means. */
  static boolean hasEquals(Class<?> type) {
    return HAS_EQUALS.get(type);
  }
}
