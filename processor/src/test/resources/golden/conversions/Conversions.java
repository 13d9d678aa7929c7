package demo;

import dev.makespan.Task;
import dev.makespan.Workflow;

final class Conversions {
  private Conversions() {}

  @Task
  static int whole(int value) {
    return value;
  }

  @Task
  static Integer boxed(Integer value) {
    return value;
  }

  @Task
  static String text(Object value) {
    return value + " " + value.getClass().getSimpleName();
  }

  @Task
  static double real(double value) {
    return value / 2;
  }

  @Workflow
  static String widenedLocal(int value) {
    long n = whole(value);
    return text(n * 4_000_000_000L);
  }

  @Workflow
  static String unboxedLocal(Integer value) {
    int n = boxed(value);
    return text(n / 2);
  }

  @Workflow
  static String boxedLocal(int value) {
    Integer n = whole(value);
    Object any = whole(value);
    return text(n.hashCode()) + text(any);
  }

  @Workflow
  static double widenedArgument(int value) {
    int n = whole(value);
    return real(n);
  }

  @Workflow
  static long widenedResult(int value) {
    return whole(value);
  }

  @Workflow
  static Object wideResult(Integer value) {
    return boxed(value);
  }

  @Workflow
  static int unboxedResult(Integer value) {
    return boxed(value);
  }

  @Workflow
  static CharSequence sequence(int value) {
    CharSequence text = text(value);
    return text;
  }
}
