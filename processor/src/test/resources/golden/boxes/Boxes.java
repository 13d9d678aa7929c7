package demo;

import dev.makespan.Task;
import dev.makespan.Workflow;

final class Boxes {
  private Boxes() {}

  @Task
  static Integer box(Integer value) {
    return value;
  }

  @Task
  static int plain(int value) {
    return value + 1;
  }

  @Task
  static Object any(Object value) {
    return value;
  }

  @Workflow
  static boolean sameBox(Integer value) {
    Integer left = box(value);
    Integer right = box(value);
    return left == right;
  }

  @Workflow
  static boolean sameValue(Integer value) {
    int left = box(value);
    Integer right = box(value);
    return left == right;
  }

  @Workflow
  static int unboxed(Integer value) {
    return plain(box(value));
  }

  @Task
  static int both(int first, int second) {
    return first + second;
  }

  @Workflow
  static int unboxedFirst(Integer value) {
    return both(value, plain(2));
  }

  @Workflow
  static int unboxedResultFirst(Integer value) {
    return both(box(value), plain(2));
  }

  @Workflow
  static String described(Integer value) {
    Object any = any(value);
    return "got " + any;
  }

  @Workflow
  static Object nothing() {
    return any(null);
  }

  @Workflow
  static long sum(Integer value) {
    Integer boxed = box(value);
    return boxed + 1L;
  }
}
