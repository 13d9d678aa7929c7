package dev.makespan.processor.fuzz;

import dev.makespan.processor.fuzz.Expressions.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The features of the body language, a rule each. */
final class Rules {
  static final List<Rule> ALL = Stream.of(
          List.of(
              new Rule("local", 12, Rules::local),
              new Rule("unused call", 2, Rules::unused),
              new Rule("fence", 3, Rules::fence),
              new Rule("pure local", 4, Rules::pure),
              new Rule("conditional expression", 3, Rules::conditional),
              new Rule("tap", 1, Rules::tap),
              new Rule("together", 1, Rules::together),
              new Rule(
                  "after", 2, body -> !body.steps().isEmpty() && !body.isLambda(), Rules::after)),
          BranchRules.ALL,
          MapRules.ALL)
      .flatMap(List::stream)
      .toList();

  static final int DEPTH = 3;

  private Rules() {}

  private static void local(BodyWriter body) {
    JavaType type = body.choices().of(JavaType.ALL);
    Callee callee = body.program().callee(body, type.assignable(body.choices()));
    String call = body.expressions().call(callee, DEPTH);
    String name = body.fresh();
    boolean isVar = body.choices().oneIn(6);
    body.line((isVar ? "var" : type.text()) + " " + name + " = " + call + ";");
    body.declare(name, isVar ? callee.result() : type, true);
  }

  private static void pure(BodyWriter body) {
    JavaType type = body.choices().of(JavaType.ALL);
    String value = body.expressions().assignable(type, DEPTH, Mode.CALLS);
    String name = body.fresh();
    body.line(type.text() + " " + name + " = " + value + ";");
    body.declare(name, type, true);
  }

  private static void unused(BodyWriter body) {
    JavaType type = body.choices().of(JavaType.ALL);
    body.line(body.expressions().call(type, DEPTH) + ";");
  }

  private static void fence(BodyWriter body) {
    body.line(body.expressions().call(body.program().voidCallee(body), DEPTH) + ";");
  }

  private static void conditional(BodyWriter body) {
    JavaType type = body.choices().of(JavaType.ALL);
    Expressions write = body.expressions();
    String value = write.of(JavaType.BOOLEAN, 2, Mode.CALLS)
        + " ? "
        + write.call(type, 2)
        + " : "
        + write.of(type, 2, Mode.CALLS);
    String name = body.fresh();
    body.line(type.text() + " " + name + " = " + value + ";");
    body.declare(name, type, true);
  }

  private static void tap(BodyWriter body) {
    List<Local> locals = body.locals(any -> true);
    String in =
        locals.isEmpty() ? "" : ", (Object) " + body.choices().of(locals).name();
    String name = body.program().freshName("tap");
    body.line("Makespan.tap(() -> Probe.pure(\"" + name + "\"" + in + "));");
  }

  private static void together(BodyWriter body) {
    List<String> calls = new ArrayList<>();
    int parts = 1 + body.choices().below(3);
    for (int i = 0; i < parts; i++) {
      Callee callee = body.program().voidCallee(body);
      calls.add("() -> " + body.expressions().call(callee, 2, Mode.HARMLESS, null));
    }
    body.line("Makespan.together(" + String.join(", ", calls) + ");");
  }

  private static void after(BodyWriter body) {
    List<Local> steps = body.steps();
    String other = body.choices().of(steps).name();
    JavaType type = body.choices().of(JavaType.ALL);
    String call = body.expressions().call(type, 2);
    String name = body.fresh();
    body.line("@After(\"" + other + "\") " + type.text() + " " + name + " = " + call + ";");
    body.declare(name, type, true);
  }
}
