package dev.makespan.processor.fuzz;

import dev.makespan.processor.fuzz.Expressions.Mode;
import java.util.List;

/** Decisions and early returns. */
final class BranchRules {
  private static final int DEEPEST = 3;

  static final List<Rule> ALL = List.of(
      new Rule("if", 4, BranchRules::nests, BranchRules::decision),
      new Rule("merge", 4, BranchRules::nests, BranchRules::merge),
      new Rule("early return", 3, BranchRules::nests, BranchRules::earlyReturn));

  private BranchRules() {}

  private static boolean nests(BodyWriter body) {
    return body.depth() < DEEPEST;
  }

  static String condition(BodyWriter body) {
    return body.expressions().assignable(JavaType.BOOLEAN, 2, Mode.CALLS);
  }

  private static void decision(BodyWriter body) {
    body.line("if (" + condition(body) + ") " + body.block().statements(3).braced());
    int elseIfs = body.choices().below(3);
    for (int i = 1; i < elseIfs; i++) {
      body.line(
          "else if (" + condition(body) + ") " + body.block().statements(2).braced());
    }
    if (elseIfs > 0) {
      body.line("else " + body.block().statements(3).braced());
    }
  }

  private static void merge(BodyWriter body) {
    JavaType type = body.choices().of(JavaType.ALL);
    String name = body.fresh();
    body.line(type.text() + " " + name + ";");
    body.add(assigned(body, name, type, 0));
    body.declare(name, type, true);
  }

  /** Decisions in each other, which assign the local on every way, or return. */
  private static String assigned(BodyWriter body, String name, JavaType type, int level) {
    String condition = condition(body);
    return "if (" + condition + ") " + branch(body, name, type, level) + " else "
        + branch(body, name, type, level) + "\n";
  }

  private static String branch(BodyWriter around, String name, JavaType type, int level) {
    BodyWriter body = around.block();
    // The local's name is taken, though it has no value yet.
    body.reserve(name);
    body.statements(2);
    if (level == 0 && body.choices().oneIn(4)) {
      body.add(assigned(body, name, type, 1));
    } else if (level > 0 && body.choices().oneIn(5)) {
      returns(body);
    } else {
      body.line(name + " = " + body.expressions().assignable(type, 2, Mode.CALLS) + ";");
    }
    return body.braced();
  }

  private static void earlyReturn(BodyWriter body) {
    String condition = condition(body);
    BodyWriter block = body.block().statements(2);
    returns(block);
    body.line("if (" + condition + ") " + block.braced());
  }

  private static void returns(BodyWriter body) {
    JavaType type = body.returns();
    if (type == null) {
      body.line("return;");
      return;
    }
    Expressions write = body.expressions();
    // What the lambda of a map gives makes the list's type.
    String value =
        body.isLambda() ? write.of(type, 2, Mode.CALLS) : write.assignable(type, 2, Mode.CALLS);
    body.line("return " + value + ";");
  }
}
