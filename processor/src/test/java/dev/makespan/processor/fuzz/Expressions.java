package dev.makespan.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes expressions over what a body can name. */
final class Expressions {
  private final BodyWriter body;
  private final Choices choices;

  /** What an expression may hold. */
  enum Mode {
    /** Nothing that may fail or be seen, so that a call may stand to the right of it. */
    HARMLESS,
    /** No call of an annotated method. */
    PURE,
    /** Anything. */
    CALLS
  }

  /**
   * An expression of one type made from one of another, whose place is $.
   *
   * @param isHarmless whether it can't fail
   */
  private record Conversion(JavaType from, JavaType to, String text, boolean isHarmless) {}

  private static final List<Conversion> CONVERSIONS = List.of(
      new Conversion(JavaType.LONG, JavaType.INT, "(int) $", true),
      new Conversion(JavaType.CHAR, JavaType.INT, "(int) $", true),
      new Conversion(JavaType.DOUBLE, JavaType.INT, "(int) $", true),
      new Conversion(JavaType.BYTE, JavaType.INT, "-$", true),
      new Conversion(JavaType.SHORT, JavaType.INT, "~$", true),
      new Conversion(JavaType.FLOAT, JavaType.INT, "(int) $", true),
      new Conversion(JavaType.STRING, JavaType.INT, "$.length()", false),
      new Conversion(JavaType.INTEGER, JavaType.INT, "(int) $", false),
      new Conversion(JavaType.PAIR, JavaType.INT, "$.left()", false),
      new Conversion(JavaType.COLOR, JavaType.INT, "$.ordinal()", false),
      new Conversion(JavaType.NUMBERS, JavaType.INT, "$.size()", false),
      new Conversion(JavaType.NUMBERS, JavaType.INTEGER, "$.get(0)", false),
      new Conversion(
          JavaType.NUMBERS, JavaType.INT, "$.stream().mapToInt(z -> z + 1).sum()", false),
      new Conversion(JavaType.INTS, JavaType.INT, "$.length", false),
      new Conversion(JavaType.INTS, JavaType.INT, "$[0]", false),
      new Conversion(JavaType.STRINGS, JavaType.STRING, "$[0]", false),
      new Conversion(JavaType.WORDS, JavaType.STRING, "String.join(\"+\", $)", false),
      new Conversion(JavaType.BOX, JavaType.INTEGER, "$.value()", false),
      new Conversion(JavaType.PAIR, JavaType.STRING, "$.right()", false),
      new Conversion(JavaType.COLOR, JavaType.STRING, "$.name()", false),
      new Conversion(
          JavaType.COLOR,
          JavaType.INT,
          "switch ($) { case RED -> 1; case GREEN -> 7; default -> 9; }",
          false),
      new Conversion(JavaType.INT, JavaType.STRING, "\"i\" + $", true),
      new Conversion(JavaType.LONG, JavaType.STRING, "\"l\" + $", true),
      new Conversion(JavaType.INT, JavaType.LONG, "(long) $", true),
      new Conversion(JavaType.INT, JavaType.DOUBLE, "(double) $", true),
      new Conversion(JavaType.INT, JavaType.FLOAT, "(float) $", true),
      new Conversion(JavaType.INT, JavaType.BYTE, "(byte) $", true),
      new Conversion(JavaType.INT, JavaType.SHORT, "(short) $", true),
      new Conversion(JavaType.INT, JavaType.CHAR, "(char) $", true),
      new Conversion(JavaType.INT, JavaType.BOOLEAN, "$ % 2 == 0", true),
      new Conversion(JavaType.INT, JavaType.BOOLEAN, "$ > 20", true),
      new Conversion(JavaType.LONG, JavaType.BOOLEAN, "$ > 7", true),
      new Conversion(JavaType.STRING, JavaType.BOOLEAN, "$ == null", true),
      new Conversion(JavaType.STRING, JavaType.BOOLEAN, "$.endsWith(\"1\")", false),
      new Conversion(JavaType.NUMBERS, JavaType.BOOLEAN, "$.isEmpty()", false),
      new Conversion(JavaType.BOOLEAN_BOX, JavaType.BOOLEAN, "(boolean) $", false),
      new Conversion(JavaType.INT, JavaType.PAIR, "new Pair($, \"of\")", false),
      new Conversion(JavaType.STRING, JavaType.PAIR, "new Pair(3, $)", false),
      new Conversion(JavaType.INT, JavaType.COLOR, "Color.of($)", false),
      new Conversion(JavaType.INT, JavaType.BOX, "new Box<>($)", false),
      new Conversion(JavaType.INT, JavaType.NUMBERS, "List.of($, 4)", false),
      new Conversion(JavaType.STRING, JavaType.WORDS, "List.of($)", false),
      new Conversion(JavaType.INT, JavaType.INTS, "new int[] {$, 2}", false),
      new Conversion(JavaType.STRING, JavaType.STRINGS, "new String[] {$, \"q\"}", false),
      new Conversion(JavaType.INT, JavaType.INTEGER, "(Integer) $", false));

  private static final Map<JavaType, List<String>> OPERATORS = Map.of(
      JavaType.INT, List.of("+", "-", "*", "&", "^"),
      JavaType.LONG, List.of("+", "-", "*", "|"),
      JavaType.DOUBLE, List.of("+", "-", "*"),
      JavaType.FLOAT, List.of("+", "-"),
      JavaType.BOOLEAN, List.of("&", "|", "^"));

  Expressions(BodyWriter body) {
    this.body = body;
    this.choices = body.choices();
  }

  /** An expression that can stand where a type is demanded. */
  String assignable(JavaType type, int depth, Mode mode) {
    return of(type.assignable(choices), depth, mode);
  }

  /** An expression of exactly this type. */
  String of(JavaType type, int depth, Mode mode) {
    List<Supplier<String>> all = new ArrayList<>();
    List<Local> same = body.locals(type::equals);
    if (!same.isEmpty()) {
      all.add(() -> choices.of(same).name());
    }
    all.add(() -> literal(type));
    if (depth > 0) {
      compound(type, depth, mode, all);
    }
    return choices.of(all).get();
  }

  private void compound(JavaType type, int depth, Mode mode, List<Supplier<String>> all) {
    for (Conversion each : CONVERSIONS) {
      if (each.to().equals(type) && (each.isHarmless() || mode != Mode.HARMLESS)) {
        List<Local> from = body.locals(each.from()::equals);
        if (!from.isEmpty()) {
          all.add(() -> "(" + each.text().replace("$", choices.of(from).name()) + ")");
        }
      }
    }
    List<String> operators = OPERATORS.getOrDefault(type, List.of());
    if (!operators.isEmpty()) {
      all.add(() -> binary(type, choices.of(operators), depth, mode));
    }
    if (type.equals(JavaType.STRING)) {
      all.add(() -> binary(type, "+", depth, mode));
    }
    if (type.equals(JavaType.BOOLEAN)) {
      all.add(() -> "!" + of(type, depth - 1, mode));
    }
    if (mode == Mode.HARMLESS) {
      return;
    }
    if (type.equals(JavaType.INT)) {
      all.add(() -> "(100 / " + of(type, depth - 1, Mode.PURE) + ")");
    }
    all.add(() -> "(" + of(JavaType.BOOLEAN, depth - 1, Mode.PURE) + " ? "
        + of(type, depth - 1, Mode.PURE) + " : " + of(type, depth - 1, Mode.PURE) + ")");
    all.add(() -> helper(type));
    if (mode == Mode.CALLS) {
      for (int i = 0; i < 6; i++) {
        all.add(() -> call(type, depth));
      }
    }
  }

  private String binary(JavaType type, String operator, int depth, Mode mode) {
    if (mode != Mode.CALLS) {
      return "(" + of(type, depth - 1, mode) + " " + operator + " " + of(type, depth - 1, mode)
          + ")";
    }
    // What stands left of a call must neither fail nor be seen, unless it is a call itself.
    boolean callsLeft = choices.oneIn(2);
    return callsLeft
        ? "(" + of(type, depth - 1, mode) + " " + operator + " " + of(type, depth - 1, Mode.PURE)
            + ")"
        : "(" + of(type, depth - 1, Mode.HARMLESS) + " " + operator + " "
            + of(type, depth - 1, mode) + ")";
  }

  private String helper(JavaType type) {
    List<Local> locals = body.locals(any -> true);
    String in = locals.isEmpty() ? "" : ", (Object) " + choices.of(locals).name();
    String hash = "Probe.pure(\"" + body.program().freshName("pure") + "\"" + in + ")";
    return type.ofHash().indexOf('$') == type.ofHash().lastIndexOf('$')
        ? type.of(hash)
        : body.program().helper(type) + "(" + hash + ")";
  }

  private static final List<String> TEXTS = List.of("\"t\"", "\"\"", "\"a1\"", "\"'\\\"\\\\\"");

  private String literal(JavaType type) {
    int number = choices.below(10);
    return switch (type.text()) {
      case "int" -> "" + number;
      case "long" -> number + "L";
      case "double" -> number + ".5";
      case "float" -> number + ".25f";
      case "boolean" -> number % 2 == 0 ? "true" : "false";
      case "char" -> "'" + (char) ('p' + number) + "'";
      case "String" -> TEXTS.get(number % TEXTS.size());
      default -> type.of("" + number);
    };
  }

  /** A call of an annotated method that gives this type. */
  String call(JavaType type, int depth) {
    return call(body.program().callee(body, type), depth);
  }

  String call(Callee callee, int depth) {
    return call(callee, depth, Mode.CALLS, null);
  }

  /**
   * A call.
   *
   * @param element what is passed for the first parameter of its type, if any
   */
  String call(Callee callee, int depth, Mode mode, @Nullable Local element) {
    List<String> in = new ArrayList<>();
    boolean passed = false;
    for (JavaType parameter : callee.parameters()) {
      if (element != null && !passed && parameter.equals(element.type())) {
        passed = true;
        in.add(element.name());
      } else {
        in.add(assignable(parameter, depth - 1, mode));
      }
    }
    body.effects().isChecked |= callee.isChecked();
    body.effects().isTimed &= callee.isTimed();
    return target(callee) + "(" + in.stream().collect(Collectors.joining(", ")) + ")";
  }

  private String target(Callee callee) {
    if (callee.owner() == body.owner()) {
      return callee.name();
    }
    return callee.owner().name() + "." + callee.name();
  }

  /** A reference to a static method. */
  String reference(Callee callee) {
    body.effects().isChecked |= callee.isChecked();
    body.effects().isTimed &= callee.isTimed();
    return callee.owner().name() + "::" + callee.name();
  }
}
