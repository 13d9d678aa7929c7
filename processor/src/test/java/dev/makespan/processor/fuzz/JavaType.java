package dev.makespan.processor.fuzz;

import java.util.List;

/**
 * A type of the generated programs.
 *
 * @param text as the source names it
 * @param boxed as a type argument
 * @param ofHash an expression that makes a value from an int that isn't negative, whose place is $
 * @param isPrimitive whether it has no null
 * @param elements the element types, for a list; empty for any other
 */
record JavaType(
    String text, String boxed, String ofHash, boolean isPrimitive, List<JavaType> elements) {
  static final JavaType INT = primitive("int", "Integer", "$ % 50");
  static final JavaType LONG = primitive("long", "Long", "$ % 50 * 10_000_000_000L");
  static final JavaType BOOLEAN = primitive("boolean", "Boolean", "$ % 2 == 0");
  static final JavaType DOUBLE = primitive("double", "Double", "$ % 50 / 4.0");
  static final JavaType CHAR = primitive("char", "Character", "(char) ('a' + $ % 20)");
  static final JavaType BYTE = primitive("byte", "Byte", "(byte) ($ % 50 - 25)");
  static final JavaType SHORT = primitive("short", "Short", "(short) ($ % 500 - 250)");
  static final JavaType FLOAT = primitive("float", "Float", "$ % 50 / 4f");
  static final JavaType STRING = object("String", "\"s\" + $ % 10");
  static final JavaType INTEGER = object("Integer", "($ % 9 == 8 ? null : (Integer) ($ % 50))");
  static final JavaType LONG_BOX = object("Long", "(Long) ($ % 50 * 10_000_000_000L)");
  static final JavaType BOOLEAN_BOX =
      object("Boolean", "($ % 9 == 8 ? null : (Boolean) ($ % 2 == 0))");
  static final JavaType DOUBLE_BOX = object("Double", "(Double) ($ % 50 / 4.0)");
  static final JavaType CHAR_BOX = object("Character", "(Character) (char) ('a' + $ % 20)");
  static final JavaType BYTE_BOX = object("Byte", "(Byte) (byte) ($ % 50 - 25)");
  static final JavaType SHORT_BOX = object("Short", "(Short) (short) ($ % 500 - 250)");
  static final JavaType FLOAT_BOX = object("Float", "(Float) ($ % 50 / 4f)");
  static final JavaType COLOR = object("Color", "Color.of($)");
  static final JavaType PAIR = object("Pair", "new Pair($ % 7, \"p\" + $ % 3)");
  static final JavaType BOX = object("Box<Integer>", "new Box<>($ % 20)");
  static final JavaType INTS = object("int[]", "new int[] {$ % 5, $ % 7}");
  static final JavaType STRINGS = object("String[]", "new String[] {\"a\" + $ % 5}");
  static final JavaType NUMBERS = list(INTEGER, "Probe.list($)");
  static final JavaType WORDS = list(STRING, "List.of(\"w\" + $ % 3, \"v\" + $ % 5)");

  /** Those that tasks take and give; the simplest first, frequent ones several times. */
  static final List<JavaType> ALL = List.of(
      INT,
      INT,
      INT,
      STRING,
      NUMBERS,
      BOOLEAN,
      LONG,
      INTEGER,
      STRING,
      NUMBERS,
      DOUBLE,
      PAIR,
      COLOR,
      CHAR,
      BYTE,
      SHORT,
      FLOAT,
      LONG_BOX,
      BOOLEAN_BOX,
      DOUBLE_BOX,
      CHAR_BOX,
      BYTE_BOX,
      SHORT_BOX,
      FLOAT_BOX,
      BOX,
      INTS,
      STRINGS,
      WORDS);

  private static JavaType primitive(String text, String boxed, String ofHash) {
    return new JavaType(text, boxed, "(" + ofHash + ")", true, List.of());
  }

  private static JavaType object(String text, String ofHash) {
    return new JavaType(text, text, "(" + ofHash + ")", false, List.of());
  }

  private static JavaType list(JavaType element, String ofHash) {
    String text = "List<" + element.boxed() + ">";
    return new JavaType(text, text, ofHash, false, List.of(element));
  }

  /** A list of what a map makes. */
  static JavaType listOf(JavaType element) {
    JavaType boxed = element.asBoxed();
    String one = "(" + boxed.text() + ") " + element.ofHash();
    return boxed.equals(INTEGER)
        ? NUMBERS
        : boxed.equals(STRING) ? WORDS : list(boxed, "List.<" + boxed.text() + ">of(" + one + ")");
  }

  /** An optional one, which no task takes. */
  static JavaType optional(JavaType element) {
    return object("Optional<" + element.boxed() + ">", "Optional.<" + element.boxed() + ">empty()");
  }

  /** The type of what a box holds, or the type itself. */
  JavaType asBoxed() {
    return isPrimitive
        ? ALL.stream()
            .filter(each -> !each.isPrimitive() && each.text().equals(boxed))
            .findFirst()
            .orElseThrow()
        : this;
  }

  boolean isList() {
    return !elements.isEmpty();
  }

  JavaType element() {
    return elements.get(0);
  }

  /** A value from an expression for a hash. */
  String of(String hash) {
    return ofHash.replace("$", hash);
  }

  /** Another type that may stand where this one is demanded, without a cast. */
  JavaType assignable(Choices choices) {
    if (choices.percent(80)) {
      return this;
    }
    List<JavaType> others = switch (text) {
      case "long" -> List.of(this, INT, CHAR, LONG_BOX, INTEGER, SHORT);
      case "double" -> List.of(this, INT, LONG, FLOAT, DOUBLE_BOX);
      case "float" -> List.of(this, INT, LONG, FLOAT_BOX);
      case "int" -> List.of(this, INTEGER, CHAR, BYTE, SHORT);
      case "short" -> List.of(this, BYTE, SHORT_BOX);
      case "boolean" -> List.of(this, BOOLEAN_BOX);
      case "byte" -> List.of(this, BYTE_BOX);
      case "char" -> List.of(this, CHAR_BOX);
      case "Integer" -> List.of(this, INT);
      case "Long" -> List.of(this, LONG);
      case "Double" -> List.of(this, DOUBLE);
      case "Boolean" -> List.of(this, BOOLEAN);
      case "Character" -> List.of(this, CHAR);
      default -> List.of(this);
    };
    return choices.of(others);
  }
}
