package demo;

import dev.makespan.After;
import dev.makespan.Makespan;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** Switches, loops and tries in each other. */
final class Mixed {
  enum Kind {
    NONE,
    FILE,
    TEXT,
    BROKEN
  }

  static class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Broken(String message, Throwable cause) {
      super(message, cause);
    }
  }

  final Queue<String> log;

  Mixed(Queue<String> log) {
    this.log = log;
  }

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
    if (n == 4) {
      throw new IllegalStateException("unpaid " + n);
    }
    if (n == 5) {
      throw new UnsupportedOperationException("free " + n);
    }
    return n * 10;
  }

  @Task
  static int recover(Exception e) {
    return e.getMessage().length();
  }

  @Task
  static Kind kind(int n) {
    return n < 0 ? Kind.BROKEN : Kind.values()[n % 3];
  }

  @Task
  static boolean isKnown(int n) {
    return n % 2 == 0;
  }

  @Task
  static int sum(List<Integer> numbers) {
    return numbers.stream().mapToInt(each -> each).sum();
  }

  @Task
  void note(String what) {
    if (what.endsWith("6")) {
      throw new IllegalArgumentException(what);
    }
    log.add(what);
  }

  // A try in a loop, and a loop in a try.

  @Workflow
  static List<Integer> loaded(List<Integer> numbers) {
    List<Integer> all = new ArrayList<>();
    for (int n : numbers) {
      int x;
      try {
        x = load(n);
      } catch (FileNotFoundException e) {
        continue;
      } catch (IOException e) {
        x = recover(e);
      }
      all.add(x + check(n + 10));
    }
    return all;
  }

  @Workflow
  static int total(List<Integer> numbers) {
    int total;
    try {
      List<Integer> all = new ArrayList<>();
      all.add(-1);
      for (int n : numbers) {
        if (n == 7) {
          throw new IllegalStateException("seven");
        }
        all.add(load(n));
      }
      total = sum(all);
    } catch (IOException | IllegalStateException e) {
      total = recover(e);
    }
    return total + check(numbers.size() + 10);
  }

  @Workflow
  static Map<Integer, Integer> counted(int n) {
    Map<Integer, Integer> all = new LinkedHashMap<>();
    for (int i = 0; i < n; i++) {
      int x;
      try {
        if (isKnown(i) && i > 5) {
          continue;
        }
        x = check(i);
      } catch (IllegalStateException e) {
        x = recover(e);
      } finally {
        check(i + 20);
      }
      if (x > 20) {
        all.put(-i, x);
      }
      all.put(i, x);
    }
    return all;
  }

  @Workflow
  List<Integer> noted(List<Integer> numbers) throws IOException {
    List<Integer> all = new ArrayList<>();
    note("begin");
    try {
      for (int n : numbers) {
        try {
          note("load " + n);
          int x = load(n);
        } catch (FileNotFoundException e) {
          note("not there");
          continue;
        } finally {
          note("done " + n);
        }
        if (n == 8) {
          throw new Broken("eight", null);
        }
      }
    } catch (Broken e) {
      return List.of(recover(e));
    } finally {
      note("end");
    }
    for (int n : numbers) {
      all.add(check(n));
    }
    return all;
  }

  @Workflow
  static int first(List<Integer> numbers) {
    try {
      for (int n : numbers) {
        try {
          for (int i = n; i < n + 2; i++) {
            throw new Broken("turn " + i, null);
          }
        } catch (IllegalStateException e) {
          throw new Broken("never", e);
        }
      }
    } catch (Broken e) {
      return recover(e);
    }
    return check(0);
  }

  // A switch in a try, and a try in a switch.

  @Workflow
  static int chosen(int n) throws IOException {
    int x;
    try {
      switch (kind(n)) {
        case FILE -> x = load(n);
        case TEXT -> {
          int y = check(n);
          if (y > 50) {
            return y;
          }
          x = check(y);
        }
        case BROKEN -> throw new Broken("kind of " + n + check(-n), null);
        default -> throw new IllegalStateException("none");
      }
    } catch (Broken | IllegalStateException e) {
      x = recover(e);
    }
    return x + check(n + 100);
  }

  @Workflow
  static int given(int n) throws IOException {
    int x = switch (kind(n)) {
      case FILE -> {
        int y;
        try {
          y = load(n - 2);
        } catch (FileNotFoundException e) {
          y = recover(e);
        } finally {
          check(n + 20);
        }
        yield y + check(y + 30);
      }
      case TEXT -> {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
          try {
            check(i);
          } catch (UnsupportedOperationException e) {
            continue;
          }
          all.add(load(i + 10));
        }
        if (n > 6) {
          throw new Broken("of " + sum(all), null);
        }
        yield sum(all);
      }
      case BROKEN -> throw new IllegalArgumentException("less than 0: " + n);
      default -> check(n);
    };
    return x + 1;
  }

  @Workflow
  int atLast(int n) throws IOException {
    int x;
    try {
      x = load(n);
    } catch (FileNotFoundException e) {
      switch (n) {
        case 1:
          x = 1;
          break;
        case 2:
          note("two");
          return recover(e);
        default:
          throw e;
      }
    } finally {
      switch (kind(n)) {
        case NONE:
          for (int i = 0; i < n; i++) {
            note("last " + i);
          }
          break;
        case FILE:
          try {
            note("file " + n);
            check(n);
          } catch (IllegalStateException e) {
            note("caught " + n);
          }
          break;
        default:
      }
    }
    return check(x + 1);
  }

  @Workflow
  static int onlyThrows(int n) {
    try {
      switch (n) {
        case 1:
          throw new IllegalStateException("one");
        case 2:
          throw new Broken("two " + check(n), null);
        default:
          throw new IllegalArgumentException("other");
      }
    } catch (IllegalStateException e) {
      return recover(e);
    } finally {
      check(n + 3);
    }
  }

  // All three.

  @Workflow
  int deep(List<Integer> numbers, String how) throws IOException {
    int before = check(numbers.size() + 20);
    int x;
    try {
      switch (how) {
        case "each", "every":
          List<Integer> all = new ArrayList<>();
          for (int n : numbers) {
            int y;
            try {
              switch (kind(n)) {
                case FILE:
                  y = load(n);
                  break;
                case BROKEN:
                  throw new Broken(how + n, null);
                default:
                  if (n == 9) {
                    continue;
                  }
                  List<Integer> inner = new ArrayList<>();
                  for (int i = 0; i < n; i++) {
                    if (i == 4) {
                      continue;
                    }
                    inner.add(check(i));
                  }
                  y = sum(inner);
              }
            } catch (UnsupportedOperationException e) {
              y = recover(e);
            } finally {
              check(n + 30);
            }
            all.add(y);
          }
          if (numbers.isEmpty()) {
            return before;
          }
          x = sum(all);
          break;
        case "notes":
          for (int n : numbers) {
            note(how + n);
          }
          x = 0;
          break;
        case "none":
          return -1;
        default:
          throw new IllegalStateException(how);
      }
    } catch (IOException | Broken e) {
      for (int n : numbers) {
        switch (n) {
          case 1 -> note("one");
          case 2 -> {
            try {
              note("two of 6");
            } catch (IllegalArgumentException inner) {
              note("caught");
            }
          }
          default -> {}
        }
      }
      x = recover(e);
    } finally {
      note("finally " + how);
    }
    int after = check(x + 60);
    return before + after;
  }

  @Workflow
  static List<Integer> mapped(List<Integer> numbers) {
    return Makespan.map(numbers, n -> {
      int above = check(n + 10);
      try {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
          all.add(load(i + 1));
        }
        return switch (kind(n)) {
          case NONE -> sum(all);
          case FILE -> check(n);
          default -> {
            if (isKnown(n)) {
              throw new Broken("known", null);
            }
            yield above;
          }
        };
      } catch (FileNotFoundException e) {
        return recover(e);
      } catch (IOException e) {
        throw new Broken("mapped", e);
      }
    });
  }

  @Workflow
  static List<Integer> streamed(List<Integer> numbers) {
    return numbers.stream()
        .map(n -> {
          int x;
          switch (n) {
            case 2, 3:
              try {
                x = load(n);
              } catch (IOException e) {
                x = recover(e);
              }
              break;
            default:
              x = n;
          }
          return x;
        })
        .map(n -> {
          List<Integer> all = new ArrayList<>();
          for (int i = 0; i < 3; i++) {
            int each = i;
            try {
              all(each);
            } finally {
              check(each + n);
            }
            all.add(each + n);
          }
          return sum(all);
        })
        .toList();
  }

  @Workflow
  static int all(int n) {
    for (int i = 0; i < n; i++) {
      try {
        check(i + 1);
      } catch (IllegalStateException e) {
        continue;
      }
    }
    return n;
  }

  @Workflow
  void each(List<Integer> numbers) {
    Makespan.forEach(numbers, n -> {
      switch (kind(n)) {
        case NONE -> {
          return;
        }
        case FILE -> {
          try {
            note("load " + load(n));
          } catch (IOException e) {
            note(e.getMessage());
            return;
          }
        }
        default -> {}
      }
      note("passed " + n);
    });
  }

  // What is filled in a try, and jumps out of one.

  @Workflow
  List<Integer> pages(List<Integer> numbers) {
    List<Integer> pages = new ArrayList<>();
    for (int n : numbers) {
      try {
        pages.add(load(n));
      } catch (FileNotFoundException e) {
        note("no " + n);
      } catch (IOException e) {
        pages.add(-1);
        pages.add(recover(e));
      } finally {
        note("done " + n);
      }
    }
    return pages;
  }

  @Workflow
  static Map<Integer, Integer> put(List<Integer> numbers) throws IOException {
    Map<Integer, Integer> all = new LinkedHashMap<>();
    for (int n : numbers) {
      try {
        int x = check(n);
        if (n == 9) {
          continue;
        }
        all.put(n, load(x + n));
      } catch (IllegalStateException e) {
        throw new Broken("put", e);
      } catch (UnsupportedOperationException e) {
        continue;
      }
      all.put(-n, n);
    }
    return all;
  }

  @Workflow
  static List<List<Integer>> filled(int n) {
    List<Integer> good = new ArrayList<>();
    List<Integer> bad = new ArrayList<>();
    good.add(0);
    try {
      int x = load(n);
      good.add(check(x));
    } catch (IOException e) {
      if (n == 2) {
        bad.add(recover(e));
      }
      bad.add(n);
    } catch (UnsupportedOperationException e) {
      return List.of();
    }
    good.add(n);
    try {
      for (int i = n; i < n + 3; i++) {
        bad.add(check(i + 6));
      }
    } finally {
      check(n + 20);
    }
    return List.of(good, bad);
  }

  @Workflow
  static int yielded(int n) throws IOException {
    int x = switch (kind(n)) {
      case FILE -> {
        int y = check(n + 10);
        try {
          if (n > 6) {
            yield check(n);
          }
          yield load(y - 100);
        } catch (FileNotFoundException e) {
          yield recover(e);
        } finally {
          check(n);
        }
      }
      case TEXT -> {
        try {
          yield load(n);
        } catch (IOException e) {
          throw new Broken("text", e);
        }
      }
      case BROKEN -> {
        try {
          throw new Broken("kind of " + check(n), null);
        } catch (Broken e) {
          yield recover(e);
        }
      }
      default -> {
        try {
          try {
            yield load(n / 3 + 1);
          } finally {
            check(n / 3 + 2);
          }
        } catch (IOException | UnsupportedOperationException e) {
          yield 0;
        }
      }
    };
    return x + check(x + 50);
  }

  @Workflow
  List<Integer> broken(List<Integer> numbers) {
    List<Integer> all = new ArrayList<>();
    for (int n : numbers) {
      int x;
      switch (n) {
        case 1, 2:
          try {
            x = load(n);
            break;
          } catch (IOException e) {
            note("caught " + n);
            x = recover(e);
            break;
          } finally {
            note("tried " + n);
          }
        case 3:
          try {
            x = load(n);
          } catch (IOException e) {
            if (numbers.size() > 1) {
              continue;
            }
            x = 3;
          }
          break;
        default:
          x = n;
          try {
            if (n > 7) {
              break;
            }
            check(n);
          } catch (UnsupportedOperationException e) {
            break;
          }
      }
      all.add(check(x));
    }
    return all;
  }

  @Workflow
  static int ordered(List<Integer> numbers) {
    List<Integer> all = new ArrayList<>();
    for (int n : numbers) {
      all.add(check(n));
    }
    @After("all")
    int x = switch (numbers.size()) {
      case 0 -> 0;
      case 1 -> check(5);
      default -> {
        int y;
        try {
          y = check(numbers.get(1));
        } catch (UnsupportedOperationException e) {
          y = 0;
        }
        yield y;
      }
    };
    return x + sum(all);
  }
}
