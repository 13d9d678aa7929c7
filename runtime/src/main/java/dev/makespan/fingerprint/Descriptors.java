package dev.makespan.fingerprint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the types of fields and methods as class files write them. */
final class Descriptors {
  private static final Pattern CLASS = Pattern.compile("L([^;<:]+)[;<]");

  private Descriptors() {}

  /** How many slots of the stack a value takes. */
  static int slots(String type) {
    return switch (type) {
      case "J", "D" -> 2;
      case "V" -> 0;
      default -> 1;
    };
  }

  /** The type that a method returns. */
  static String result(String descriptor) {
    return descriptor.substring(descriptor.indexOf(')') + 1);
  }

  /** The types that a method takes. */
  static List<String> parameters(String descriptor) {
    List<String> types = new ArrayList<>();
    int at = 1;
    while (descriptor.charAt(at) != ')') {
      int end = end(descriptor, at);
      types.add(descriptor.substring(at, end));
      at = end;
    }
    return types;
  }

  private static int end(String descriptor, int start) {
    int at = start;
    while (descriptor.charAt(at) == '[') {
      at++;
    }
    return descriptor.charAt(at) == 'L' ? descriptor.indexOf(';', at) + 1 : at + 1;
  }

  /** The classes that a generic type names, type arguments included. */
  static List<String> classes(String signature) {
    List<String> names = new ArrayList<>();
    if (!signature.isEmpty()) {
      Matcher matcher = CLASS.matcher(signature);
      while (matcher.find()) {
        names.add(matcher.group(1));
      }
    }
    return names;
  }

  /** The same type, or a method's types, with other names of classes. */
  static String renamed(String descriptor, UnaryOperator<String> names) {
    if (descriptor.indexOf('L') < 0) {
      return descriptor;
    }
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < descriptor.length()) {
      char c = descriptor.charAt(at);
      text.append(c);
      at++;
      if (c == 'L') {
        int end = descriptor.indexOf(';', at);
        text.append(names.apply(descriptor.substring(at, end))).append(';');
        at = end + 1;
      }
    }
    return text.toString();
  }

  /** The name of a class, or that of an array's elements, as constants of classes write it. */
  static String renamedType(String name, UnaryOperator<String> names) {
    return name.startsWith("[") ? renamed(name, names) : names.apply(name);
  }
}
