package demo;

import dev.makespan.Makespan;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;

/** Tries whose calls fail, or don't. */
public class Orders {
  static class Unpaid extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unpaid(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** What is kept of what happened; see the cases. */
  static final List<String> LOG = new java.util.concurrent.CopyOnWriteArrayList<>();

  @Task
  static int load(int n) throws IOException {
    if (n == 2) {
      throw new FileNotFoundException("no order " + n);
    }
    if (n == 3) {
      throw new IOException("broken " + n);
    }
    return n;
  }

  @Task
  static int check(int n) {
    if (n == 4 || n == 40) {
      throw new IllegalStateException("unpaid " + n);
    }
    if (n == 5) {
      throw new UnsupportedOperationException();
    }
    return n * 10;
  }

  @Task
  static int recover(Exception e) {
    return String.valueOf(e.getMessage()).length();
  }

  @Task
  static boolean isKnown(int n) {
    return n % 2 == 0;
  }

  @Task
  static void note(String what) {
    if (what.equals("fails6")) {
      throw new IllegalStateException("no note");
    }
    LOG.add(what);
  }

  @Workflow
  static int amount(int n) {
    int x;
    try {
      x = load(n);
    } catch (IOException e) {
      x = recover(e);
    }
    return x + 1;
  }

  @Workflow
  static int several(int n) {
    int x;
    int before = check(n + 100);
    try {
      int a = load(n);
      int b = check(n);
      x = a + b;
    } catch (FileNotFoundException e) {
      x = -1;
    } catch (IOException | IllegalStateException e) {
      x = recover(e);
    }
    int beside = check(n + 200);
    return x + before + beside;
  }

  @Workflow
  static int returned(int n) throws IOException {
    try {
      return load(n) + check(n);
    } catch (IllegalStateException e) {
      return recover(e);
    }
  }

  @Workflow
  static int returnedOrNot(int n) throws IOException {
    int y = check(n + 50);
    try {
      int x = load(n);
      if (isKnown(x)) {
        return check(x);
      }
      int z = check(x);
    } catch (UnsupportedOperationException e) {
      if (n > 100) {
        return 7;
      }
    }
    return y + load(n + 10);
  }

  @Workflow
  static int again(int n) throws IOException {
    try {
      return check(load(n));
    } catch (FileNotFoundException e) {
      throw e;
    } catch (IOException e) {
      throw new Unpaid("order " + n, e);
    } catch (RuntimeException e) {
      if (n == 4) {
        throw new Unpaid(e.getMessage(), e);
      }
      throw e;
    }
  }

  @Workflow
  static int onlyTheBlockGoesOn(int n) {
    int x;
    try {
      x = load(n);
      int y = check(n);
    } catch (IOException | IllegalStateException e) {
      throw new Unpaid("order " + n, e);
    }
    return check(x + 1) + isKnownAs(n);
  }

  @Task
  static int isKnownAs(int n) {
    return -n;
  }

  @Workflow
  static int thrown(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("less than 0: " + n);
    }
    int x = check(n);
    if (x > 10) {
      return x;
    } else {
      throw new IllegalStateException("not enough");
    }
  }

  @Workflow
  static int caughtHere(int n) {
    int x;
    try {
      int y = check(n);
      if (n > 3) {
        throw new IllegalStateException("too many");
      }
      x = check(y);
    } catch (IllegalStateException e) {
      x = recover(e);
    }
    return x;
  }

  @Workflow
  static int atLast(int n) throws IOException {
    int x;
    try {
      x = load(n);
    } finally {
      note("last" + n);
    }
    return check(x);
  }

  @Workflow
  static int all(int n) {
    int x;
    try {
      x = load(n) + check(n);
    } catch (IOException e) {
      x = recover(e);
      check(n + 2);
    } finally {
      check(n + 300);
      check(n == 9 ? 4 : n + 310);
    }
    return x;
  }

  @Workflow
  static int returnedAtLast(int n) throws IOException {
    try {
      if (isKnown(n)) {
        return check(n);
      }
      int x = load(n);
    } finally {
      note("fails" + n);
    }
    return check(n + 1);
  }

  @Workflow
  static int nested(int n) throws IOException {
    int x;
    try {
      int a;
      try {
        a = load(n);
      } catch (FileNotFoundException e) {
        a = check(n + 2);
      } finally {
        check(n);
      }
      x = a + check(a);
    } catch (IllegalStateException e) {
      try {
        x = load(n - 2);
      } catch (FileNotFoundException inner) {
        x = recover(inner) + recover(e);
      }
    }
    return x;
  }

  @Workflow
  static int inBranches(int n) throws IOException {
    int x;
    if (isKnown(n)) {
      try {
        x = load(n);
      } catch (FileNotFoundException e) {
        x = 1;
      }
    } else {
      try {
        x = check(n);
      } finally {
        check(n + 1);
      }
    }
    return x + check(n + 20);
  }

  @Workflow
  static List<Integer> each(List<Integer> numbers) {
    return Makespan.map(numbers, n -> {
      int a = check(n + 10);
      try {
        return load(n) + a;
      } catch (IOException e) {
        return recover(e);
      }
    });
  }

  @Workflow
  static List<Integer> streamed(List<Integer> numbers) {
    return numbers.stream()
        .map(n -> {
          int x;
          try {
            x = load(n);
          } catch (IOException e) {
            x = recover(e);
          }
          return x;
        })
        .map(n -> {
          try {
            return check(n);
          } catch (IllegalStateException e) {
            throw new Unpaid("order " + n, e);
          } finally {
            check(n + 100);
          }
        })
        .toList();
  }

  @Workflow
  static void fenced(int n) throws IOException {
    int before = load(n + 10);
    try {
      note("one" + n);
      int x = load(n);
      note("two" + x);
    } catch (FileNotFoundException e) {
      note("three" + n);
    } finally {
      note("four" + n);
    }
    int after = check(n);
    note("five" + after + before);
  }

  @Workflow
  static int failsAbove(int n) {
    int x = check(n);
    try {
      int y = load(x);
      return y;
    } catch (IOException | IllegalStateException e) {
      return recover(e);
    } finally {
      check(x + 1);
    }
  }

  @Workflow
  static String choose(int n) throws IOException {
    String s;
    switch (n) {
      case 2:
        try {
          s = "read " + load(n);
        } catch (FileNotFoundException e) {
          s = "not there";
        }
        break;
      case 3:
        try {
          return "three " + load(n);
        } catch (IOException e) {
          s = e.getMessage();
        }
        break;
      default:
        s = "other " + check(n);
    }
    return s + check(n + 30);
  }

  @Workflow
  static int always(int n) {
    throw new Unpaid("always " + check(n), null);
  }
}
