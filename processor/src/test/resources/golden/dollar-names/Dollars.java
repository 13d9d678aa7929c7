package demo;

import dev.makespan.Makespan;
import dev.makespan.MapTask;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.List;

/** Names and texts that look like the placeholders of a code generator: $T, $L, $$ and $1. */
public class Dollars {
  static int $ = 4;

  record $R(int $L) {}

  /** Adds 1 to {@code $T}. */
  @Task(name = "$T $L $S $$")
  static int $T(int $S) {
    return $S + 1;
  }

  @Task
  int a$b(int _a) {
    return _a + 1;
  }

  @Task
  void $$(int $) {}

  @MapTask
  static int $1(int $N, int $$) {
    return $N + $$;
  }

  @Workflow
  String $L(int $T, List<Integer> $$, int $run) {
    int $L = $T($T);
    int a$b = a$b($L + $);
    $$(a$b);
    List<Integer> $S = Makespan.map($$, $1 -> $1($1, $T));
    int _x;
    if (a$b > 3) {
      _x = $T(a$b);
    } else {
      _x = a$b(3);
    }
    $R r = new $R(_x);
    return "$T $L" + $S + $ + r.$L() + '$' + $run;
  }
}
