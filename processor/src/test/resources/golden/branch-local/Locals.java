package demo;

import dev.makespan.Makespan;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.List;

public final class Locals {
  @Task
  static int one(int x) {
    return x + 1;
  }

  @Task
  static long wide(int x) {
    return x * 10L;
  }

  @Task
  static Boolean maybe(int x) {
    return x > 3;
  }

  @Workflow
  static long nested(int x) {
    final long value;
    int unused;
    if (x > 0) {
      int y = one(x);
      if (maybe(y)) {
        value = wide(y);
        unused = one(y);
      } else {
        int z = one(y);
        if (z > 3) {
          value = z;
        } else {
          value = 7;
        }
      }
    } else {
      String y = "y" + x;
      value = one(x) + y.length();
    }
    int y = one(x);
    return value + y;
  }

  @Workflow
  static int returned(int x) {
    int value;
    if (x < 0) {
      return one(x);
    } else if (x > 5) {
      value = one(x);
      one(value);
    } else {
      {
        value = 2 * x;
      }
    }
    int other;
    other = one(value);
    if (other == 3) {
      int third = one(other);
      return third;
    }
    return other;
  }

  @Workflow
  static List<Integer> captured(int x) {
    int factor;
    List<Integer> numbers;
    if (x > 3) {
      factor = one(x);
      numbers = Makespan.map(List.of(1, 2), n -> one(n * factor));
    } else {
      factor = 1;
      numbers = List.of(x, x + 1);
    }
    return Makespan.map(numbers, n -> one(n) * factor);
  }

  @Workflow
  static int constant(int x) {
    int value;
    if (true) {
      value = one(x);
    }
    final boolean never = false;
    int other;
    if (never || x > 0 && false) {
      other = 3;
      return other;
    } else other = value;
    return value + other;
  }

  @Workflow
  static Object widened(int x, List<Integer> in) {
    Object value;
    if (x > 4) {
      value = in;
    } else if (x > 3) {
      value = 3;
    } else if (x > 2) {
      value = null;
    } else {
      value = one(x);
    }
    double number;
    if (x > 3) number = 3;
    else number = x;
    return value + "" + number;
  }
}
