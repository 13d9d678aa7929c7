package demo;

import dev.makespan.After;
import dev.makespan.Makespan;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

public final class Jumps {
  static final Queue<String> LOG = new ConcurrentLinkedQueue<>();
  static final String y = "a field";

  @Task
  static int one(int x) {
    if (x == 13) {
      throw new IllegalStateException("thirteen");
    }
    return x + 1;
  }

  @Task
  static boolean odd(int x) {
    return x % 2 == 1;
  }

  @Task
  static void store(String text) {
    LOG.add(text);
  }

  @Workflow
  static int colons(int x) {
    int value;
    switch (x) {
      case 0:
      case 1:
        value = one(x);
        break;
      case 2:
        if (odd(x + 1)) {
          value = 5;
          break;
        }
        value = one(7);
        break;
      default:
        value = -1;
        break;
      case 3: {
        int more = one(x);
        value = one(more);
        break;
      }
      case 4:
        value = 4;
    }
    return value;
  }

  @Workflow
  static void breaks(int x) {
    switch (x % 5) {
      case 1:
        if (x > 5) break;
        store("one " + x);
        break;
      case 2:
        int y = one(x);
        if (odd(y)) {
          store("odd " + y);
        } else {
          break;
        }
        if (y > 8) {
          break;
        } else if (y == 3) {
          store("three");
          break;
        }
        store("last " + y);
        break;
      case 3:
        y = 3;
        {
          if (x > 3) {
            int z = one(y);
            if (z + x > 9) break;
            store("z " + z);
          } else {
            return;
          }
        }
        store("below " + y);
        break;
      case 4:
    }
    store("end");
  }

  @Workflow
  static void manyEnds(int x) {
    int value;
    switch (x % 4) {
      case 0:
        if (x > 3) {
          if (x > 7) break;
          store("zero");
        } else {
          store("small");
        }
        break;
      case 1: {
        if (odd(x)) {
          value = one(x);
          if (value > 9) break;
        } else if (x > 6) {
          value = 3;
        } else {
          break;
        }
        break;
      }
      case 2:
        int seen;
        if (x > 8) {
          break;
        } else {
          seen = one(x);
          if (odd(x + seen)) {
            store("odd");
            break;
          }
        }
        store("seen " + seen);
        break;
      default:
        break;
    }
    store("end");
  }

  @Workflow
  static String hidden(int x) {
    String text;
    switch (x) {
      case 1:
        if (odd(x)) {
          int y = one(x);
          if (y > 3) {
            text = "" + y;
            break;
          }
          store("y");
        } else {
          text = "even";
          break;
        }
        text = y;
        break;
      default:
        text = "none";
    }
    return text;
  }

  @SuppressWarnings("fallthrough")
  @Workflow
  static int early(int x) {
    int found = one(x);
    switch (found) {
      case 2:
        return one(found);
      case 3:
        if (odd(x)) return 3;
        store("three");
        break;
      case 4:
        if (x == 3) {
          store("three again");
          return -3;
        }
      default:
    }
    return one(x + found);
  }

  @Workflow
  static int last(int x) {
    switch (x % 3) {
      case 0:
        return one(x);
      case 1: {
        if (x > 3) {
          return 1;
        } else {
          return one(one(x));
        }
      }
      default:
        return 2 * x;
    }
  }

  @Workflow
  static String statements(int x, String kind) {
    String text = "none";
    int fee;
    switch (kind.charAt(0)) {
      case 'a' -> fee = 1;
      case 'b' -> {
        switch (x) {
          case 1:
            fee = one(x);
            break;
          default:
            fee = 2;
        }
      }
      case 'c' -> {
        if (x > 2) {
          fee = one(x);
        } else {
          fee = switch (x) {
            case 1 -> one(one(x));
            default -> 0;
          };
        }
      }
      default -> fee = 0;
    }
    return text + fee;
  }

  @Workflow
  static int boxes(Integer x, Character c) {
    int sum = one(3);
    int all;
    switch (x) {
      case 1 -> all = one(sum);
      default -> all = sum;
    }
    switch (c) {
      case 'x' -> store("x");
      case 'y' -> {}
    }
    return all;
  }

  @Workflow
  static void nothing(int x) {
    switch (x) {
    }
    switch (one(x)) {
      default:
    }
    switch (x) {
      case 1:}
    store("nothing");
  }

  @Workflow
  static int ordered(int x) {
    int first = switch (x) {
      case 1 -> one(x);
      default -> {
        int inner = one(x + 1);
        @After("inner") int other = one(x);
        yield inner + other;
      }
    };
    @After("first") int second = one(x + 2);
    int third;
    switch (x) {
      case 1 -> third = one(x);
      default -> third = one(x + 5);
    }
    @After("third") int fourth = one(4);
    return first + second + third + fourth;
  }

  @Workflow
  static List<Integer> each(List<Integer> numbers) {
    return Makespan.map(numbers, n -> {
      switch (n % 3) {
        case 0:
          return one(n);
        case 1:
          int more = one(n);
          if (more > 4) {
            return more;
          }
          break;
        default:
          return 0;
      }
      return one(n + 1);
    });
  }

  @Workflow
  static int beside(int x) {
    int apart = one(x + 1);
    int chosen;
    switch (x) {
      case 1 -> chosen = one(1);
      default -> chosen = 0;
    }
    int below = one(x);
    return apart + chosen + below;
  }
}
