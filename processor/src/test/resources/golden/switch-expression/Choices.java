package demo;

import dev.makespan.Makespan;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

public final class Choices {
  static final Queue<String> LOG = new ConcurrentLinkedQueue<>();

  enum Color {
    RED,
    GREEN,
    BLUE
  }

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
  static byte small(int x) {
    return (byte) x;
  }

  @Task
  static Color color(int x) {
    return x < 0 ? null : Color.values()[x % 3];
  }

  @Task
  static String text(Object value) {
    return value + "/" + value.getClass().getSimpleName();
  }

  @Task
  static void store(String text) {
    LOG.add(text);
  }

  @Task
  static boolean big(int x) {
    return x > 5;
  }

  @Workflow
  static int initialiser(int x) {
    int chosen = switch (color(x)) {
      case RED -> one(x);
      case GREEN -> x;
      case BLUE -> one(-x);
    };
    return chosen;
  }

  @Workflow
  static String argument(int x) {
    return text(switch (x) {
      case 1 -> one(x);
      case 2 -> wide(x);
      default -> "none";
    });
  }

  @Workflow
  static long demanded(int x) {
    return switch (x) {
      case 1, 2, 3 -> one(x);
      case 4 -> boxed(x + 4);
      case 5 -> 7;
      default -> wide(x);
    };
  }

  @Workflow
  static String narrowed(int x) {
    byte b = switch (x) {
      case 1 -> small(x);
      case 2 -> 'b';
      default -> 3;
    };
    return "" + b;
  }

  @Workflow
  static String operand(int x) {
    return "a" + x + switch (x % 3) {
      case 0 -> one(x);
      case 1 -> x;
      default -> one(one(x));
    } + one(x);
  }

  @Workflow
  static Object inferred(int x) {
    var value = switch (x) {
      case 1 -> one(x);
      case 2 -> wide(x);
      default -> boxed(x);
    };
    return value;
  }

  @Workflow
  static int blocks(int x) {
    int half = x / 2;
    return switch (x % 4) {
      case 0 -> {
        int more = one(x);
        yield more + half;
      }
      case 1 -> {
        if (x > 6) {
          store("early " + x);
          yield one(half);
        }
        store("late " + x);
        yield half;
      }
      default -> {
        if (big(x)) {
          yield one(x);
        } else if (x == 3) {
          yield 3;
        }
        int y = one(half);
        yield one(y);
      }
    };
  }

  @Workflow
  static int colons(int x) {
    return switch (x) {
      default:
        yield one(x);
      case 1:
      case 2, 3:
        int y = one(x);
        yield y * 2;
      case 4:
        y = 7;
        yield y;
    };
  }

  @Workflow
  static int nested(int x) {
    int y = x > 3
        ? switch (x % 2) {
          case 0 -> switch (x) {
            case 4 -> one(x);
            default -> x > 6 ? one(one(x)) : 6;
          };
          default -> 1;
        }
        : one(x);
    return y;
  }

  @Workflow
  static int condition(int x) {
    if (switch (x) {
      case 1 -> big(x);
      case 6 -> big(x);
      default -> x > 2;
    }) {
      return one(x);
    }
    return x;
  }

  @Workflow
  static List<String> mapped(List<Integer> numbers) {
    return Makespan.map(numbers, x -> {
      String kind = switch (x % 3) {
        case 0 -> text(x);
        case 1 -> {
          int more = one(x);
          yield text(more);
        }
        default -> "none";
      };
      return kind + x;
    });
  }

  @Workflow
  static List<Integer> streamed(List<Integer> numbers) {
    return numbers.stream()
        .map(x -> switch (x) {
          case 1 -> one(x);
          default -> one(x + 1);
        })
        .map(y -> one(y))
        .toList();
  }

  @Workflow
  static List<String> generic(int x) {
    List<String> words = switch (x) {
      case 1 -> Makespan.map(List.of(1, 2), Choices::text);
      case 2 -> new ArrayList<>();
      default -> List.of();
    };
    return words;
  }

  @Workflow
  static int thrown(int x) {
    int y = one(x + 1);
    int z = switch (x) {
      case 1 -> one(y);
      case 2 -> throw new IllegalArgumentException("two " + y);
      default -> {
        throw new UnsupportedOperationException();
      }
    };
    return z;
  }

  @Workflow
  static int thrice(int x) {
    return one(x) + (switch (x) { case 1 -> one(x); default -> x; })
        - (switch (x) { case 2 -> one(x); default -> 5; });
  }
}
