package demo;

import dev.makespan.Makespan;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.ArrayList;
import java.util.List;

public final class Choices {
  @Task
  static int one(int x) {
    if (x == 13) {
      throw new IllegalStateException("thirteen");
    }
    return x + 1;
  }

  @Task
  static long wide(int x) {
    return x * 10L;
  }

  @Task
  static Integer boxed(int x) {
    return x > 7 ? null : x;
  }

  @Task
  static Boolean maybe(int x) {
    return x == 9 ? null : x > 3;
  }

  @Task
  static char letter(int x) {
    return 'x';
  }

  @Task
  static String text(Object value) {
    return value + "/" + value.getClass().getSimpleName();
  }

  @Workflow
  static int initialiser(int x) {
    int chosen = x > 3 ? one(x) : one(-x);
    return chosen;
  }

  @Workflow
  static String argument(int x) {
    return text(x > 3 ? 1 : wide(x));
  }

  @Workflow
  static long promoted(int x) {
    return x > 3 ? one(x) : wide(x);
  }

  @Workflow
  static Object nested(int x) {
    return maybe(x) ? (x > 5 ? boxed(x) : null) : x < 0 ? letter(x) : 65;
  }

  @Workflow
  static String operator(int x) {
    return "a" + x + (x > 3 ? one(x) : x) + one(x + 1) + (maybe(x) ? wide(x) : one(x));
  }

  @Workflow
  static int unboxed(int x) {
    int value = x > 3 ? boxed(x) : 0;
    int same = x > 2 ? boxed(x) : Integer.valueOf(5);
    return value + same;
  }

  @Workflow
  static String assigned(int x) {
    Number number;
    if (x > 0) {
      number = x > 3 ? boxed(x) : wide(x);
    } else {
      number = x;
    }
    final String text = x == 4 ? text(number) : "none";
    return text;
  }

  @Workflow
  static List<Integer> list(int x) {
    List<Integer> numbers = x > 3 ? Makespan.map(List.of(1, x), Choices::one) : new ArrayList<>();
    return numbers;
  }

  @Workflow
  static int condition(int x) {
    if (x > 3 ? maybe(x) : one(x) > 2) {
      return one(x > 4 ? x : one(x));
    }
    return one(x) > 2 ? 3 : 4;
  }
}
