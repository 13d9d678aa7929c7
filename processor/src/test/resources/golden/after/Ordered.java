package demo;

import dev.makespan.After;
import dev.makespan.Makespan;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.List;

final class Ordered {
  static final String FIRST = "first";

  private Ordered() {}

  @Task
  static int load(int value) {
    Log.note("load" + value);
    if (value < 0) {
      throw new IllegalStateException("no " + value);
    }
    return value;
  }

  @Task
  static int sum(int one, int other) {
    Log.note("sum" + one + other);
    return one + other;
  }

  @Task
  static void store(int value) {
    Log.note("store" + value);
  }

  static int noted(int value) {
    Log.note("pure" + value);
    return value;
  }

  @Workflow
  static int one(int value) {
    int first = load(value);
    @After("first")
    int second = load(2);
    return second;
  }

  @Workflow
  static int several(int value) {
    int first = load(value);
    int second = load(2);
    @After({FIRST, "second"})
    int third = sum(load(3), load(4));
    return third;
  }

  @Workflow
  static List<Integer> map(int value) {
    int first = load(value);
    @After("first")
    List<Integer> all = Makespan.map(List.of(2, 3), Ordered::load);
    @After("all")
    List<Integer> more = Makespan.map(List.of(4, 5), each -> load(each) + 1);
    return more;
  }

  @Workflow
  static int pure(int value) {
    int first = load(value);
    @After("first")
    int second = noted(2);
    @After("second")
    long third = load(3);
    return (int) third;
  }

  @Workflow
  static int fenced(int value) {
    int first = load(value);
    store(2);
    @After("first")
    int second = load(3);
    return second;
  }

  @Workflow
  static int usedToo(int value) {
    int first = load(value);
    @After("first")
    int second = sum(first, load(2));
    return second;
  }

  @Workflow
  static List<Integer> inside(List<Integer> values) {
    return Makespan.map(values, each -> {
      int first = load(each);
      @After("first")
      int second = load(each + 1);
      return second;
    });
  }
}
