package demo;

import dev.makespan.Makespan;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.io.IOException;
import java.util.List;

public final class Limits {
  /** One instance for all, as libraries do it to save the stack trace. */
  static final IOException FULL = new IOException("full");

  /** The same without room for a suppressed exception or a stack trace. */
  static final class Bare extends Exception {
    static final Bare INSTANCE = new Bare();
    private static final long serialVersionUID = 1;

    private Bare() {
      super("bare", null, false, false);
    }
  }

  @Task
  static int reserve(int seats) throws IOException {
    if (seats > 9) {
      throw FULL;
    }
    return seats;
  }

  @Task
  static int wrap(int seats) {
    if (seats > 9) {
      throw new IllegalStateException("wrapped", FULL);
    }
    return seats;
  }

  @Task
  static int bare(int seats) throws Bare {
    if (seats > 9) {
      throw Bare.INSTANCE;
    }
    return seats;
  }

  @Workflow
  static int two(int a, int b) throws IOException {
    int first = reserve(a);
    int second = reserve(b);
    return first + second;
  }

  @Workflow
  static List<Integer> all(List<Integer> seats) throws IOException {
    return Makespan.map(seats, Limits::reserve);
  }

  @Workflow
  static int nested(int a, int b) throws IOException {
    int first = two(a, b);
    int second = two(b, a);
    return first + second;
  }

  @Workflow
  static int asCause(int a, int b) throws IOException {
    int first = reserve(a);
    int second = wrap(b);
    return first + second;
  }

  @Workflow
  static int twoBare(int a, int b) throws Bare {
    int first = bare(a);
    int second = bare(b);
    return first + second;
  }
}
