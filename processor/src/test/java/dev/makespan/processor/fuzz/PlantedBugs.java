package dev.makespan.processor.fuzz;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Bugs that a compiler of workflows may have, as what they would make of generated classes. */
final class PlantedBugs {
  /**
   * A bug.
   *
   * @param name what the compiler does wrong
   * @param text what it should have written, as a pattern
   * @param instead what it writes
   */
  record Bug(String name, Pattern text, String instead) implements UnaryOperator<String> {
    Bug(String name, String text, String instead) {
      this(name, Pattern.compile(text), instead);
    }

    @Override
    public String apply(String generated) {
      return text.matcher(generated).replaceAll(instead);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** A statement that makes a step of a call which reads no step below another one. */
  private static final String STEP = "    Step<[^=;]*> \\w+ =\\s*run\\.call\\([^;]*;\n";

  static final List<Bug> ALL = List.of(
      new Bug("drops a fence", "run\\.fence\\(", "run.call("),
      new Bug("drops barriers", "run\\.barrier\\(\\d+\\);", ""),
      new Bug("makes no fence of a map of void calls", "run\\.mapVoid\\(", "run.map("),
      new Bug("makes every call a fence", "(    )(run\\.call\\()", "$1run.barrier(1);\n$1$2"),
      new Bug(
          "makes every local a fence",
          "(    )(Step<[^=;]*> \\w+ =\\s*run\\.call\\()",
          "$1run.barrier(1);\n$1$2"),
      new Bug(
          "makes a fence of a tap", "(    run\\.<Void>eval\\(\"tap\"[^;]*;)", "$1 run.barrier(1);"),
      new Bug("drops an ordering", "run\\s*\\.after\\([^)]*\\)\\s*\\.", "run."),
      new Bug("drops an unused call", "(?m)^    run\\.call\\([^;]*;", ""),
      new Bug("makes an unused call twice", "(?m)^    (run\\.call\\([^;]*;)", "    $1\n    $1"),
      new Bug("drops a void call", "(?m)^    run\\.fence\\([^;]*;", ""),
      new Bug("makes a void call twice", "(?m)^    (run\\.fence\\([^;]*;)", "    $1\n    $1"),
      new Bug("drops a tap", "(?m)^    run\\.<Void>eval\\(\"tap\"[^;]*;", ""),
      new Bug(
          "swaps the first two arguments",
          "(run\\.call\\(\\w+, \\d+), ([\\w.]+), ([\\w.]+)([,)])",
          "$1, $3, $2$4"),
      new Bug(
          "passes the first argument twice",
          "(run\\.call\\(\\w+, \\d+), ([\\w.]+), ([\\w.]+)([,)])",
          "$1, $2, $2$4"),
      new Bug("swaps the arguments in the method", "\\bin\\[0\\](.*)\\bin\\[1\\]", "in[1]$1in[0]"),
      new Bug("drops an early return", "run\\.exit\\([^;]*;", ""),
      new Bug("returns null early", "run\\.exit\\((\\d+), [^;]*;", "run.exit($1, null);"),
      new Bug(
          "starts a call in a branch before the condition is known",
          "(    run\\.when\\([^;]*;\n)(" + STEP + ")",
          "$2$1"),
      new Bug(
          "starts a call below an early return before that is decided",
          "(    run\\.when\\([^;]*;\n(?:    (?!run\\.(?:when|end|otherwise))[^;]*;\n)*"
              + "    run\\.exit\\([^;]*;\n    run\\.end\\(\\);\n)(" + STEP + ")",
          "$2$1"),
      new Bug("runs both branches as one", "(?m)^    run\\.otherwise\\(\\);", ""),
      new Bug(
          "starts what stands in an else first",
          "(    run\\.otherwise\\(\\);\n)(" + STEP + ")",
          "$2$1"),
      new Bug("ends a branch too late", "(    run\\.end\\(\\);\n)(" + STEP + ")", "$2$1"),
      new Bug(
          "merges one value of two",
          "run\\.either\\((\"\\w+\"), (\\d+), (\\w+), (\\w+)\\)",
          "run.either($1, $2, $3, $3)"),
      new Bug(
          "gives two calls each other's place",
          "(    Step<[^=;]*> (\\w+) =\\s*run\\.call\\([^;]*;\n)"
              + "(    Step<[^=;]*> \\w+ =\\s*run\\.call\\((?:(?!\\b\\2\\b)[^;])*;\n)",
          "$3$1"),
      new Bug("cuts a long", "\\(asLong\\(", "((int) asLong("),
      new Bug("takes another method", "task\\((\\d)0, ", "task($11, "),
      new Bug("makes a task of a sub-workflow", "NODES\\.(<[^;(]*>)?workflow\\(", "NODES.$1task("),
      new Bug("makes a task of a dynamic", "NODES\\.(<[^;(]*>)?dynamic\\(", "NODES.$1task("),
      new Bug("loses the number of retries", "\\.retries\\(\\d+\\)", ""),
      new Bug("tolerates any failure", "(apSome|achSome)(\\([^;]*?, \\d+), [\\d.]+,", "$1$2, 0,"),
      new Bug("tolerates no failure", "(apSome|achSome)(\\([^;]*?, \\d+), [\\d.]+,", "$1$2, 1,"),
      new Bug(
          "evaluates an expression twice",
          "\\(\\) -> (\\w+\\([^;{}]*?\\))((?:, \\w+)*\\);)",
          "() -> { $1; return $1; }$2"),
      new Bug("lets an expression not wait for its last input", "(eval\\([^;]*), \\w+\\);", "$1);"),
      new Bug(
          "captures another element",
          "(\\(each\\d*, (\\w+)\\) -> \\w+\\(each\\d*), \\2(\\W)",
          "$1, null$3"),
      new Bug(
          "assigns null in a branch",
          "run\\.assign\\((\"\\w+\", \\d+), [^;]*;",
          "run.assign($1, null);"),
      new Bug(
          "maps a void call as a task of its own",
          "run\\.mapVoid\\(([^;]*);",
          "run.mapVoid($1; run.mapVoid($1;"),
      new Bug(
          "gives the wrong number of a method to be wired",
          "workflow\\((\\d)1, ",
          "workflow($10, "),
      new Bug(
          "merges the other value of two",
          "run\\.either\\((\"\\w+\"), (\\d+), (\\w+), (\\w+)\\)",
          "run.either($1, $2, $4, $4)"),
      new Bug(
          "takes the first branch always", "run\\.when\\((\\d+), [^;]*;", "run.when($1, true);"),
      new Bug(
          "takes the second branch always", "run\\.when\\((\\d+), [^;]*;", "run.when($1, false);"),
      new Bug("passes the element in another place", "Body\\.ELEMENT, (\\w+)", "$1, Body.ELEMENT"));

  private PlantedBugs() {}
}
