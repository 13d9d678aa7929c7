package dev.makespan.processor.fuzz;

import dev.makespan.processor.fuzz.Expressions.Mode;
import java.util.List;

/** Maps and streams of calls. */
final class MapRules {
  private static final int DEEPEST = 2;

  static final List<Rule> ALL = List.of(
      new Rule("map", 4, MapRules::nests, MapRules::map),
      new Rule("map by reference", 2, MapRules::nests, MapRules::reference),
      new Rule("map with a body", 2, MapRules::nests, MapRules::mapBody),
      new Rule("some", 2, MapRules::nests, MapRules::some),
      new Rule("for each", 2, MapRules::nests, MapRules::forEach),
      new Rule("stream", 3, MapRules::nests, MapRules::stream));

  private MapRules() {}

  private static boolean nests(BodyWriter body) {
    return body.depth() < DEEPEST;
  }

  /** A list to map, and the type of its elements. */
  private record Source(String text, JavaType element) {}

  private static Source source(BodyWriter body) {
    List<Local> lists = body.locals(JavaType::isList);
    if (!lists.isEmpty() && !body.choices().oneIn(8)) {
      Local list = body.choices().of(lists);
      return new Source(list.name(), list.type().element());
    }
    String list = body.expressions().of(JavaType.NUMBERS, 2, Mode.CALLS);
    return new Source(list, JavaType.INTEGER);
  }

  /** A name for the list, which the lambda can't have. */
  private static String name(BodyWriter body) {
    String name = body.fresh();
    body.reserve(name);
    return name;
  }

  private static void declare(BodyWriter body, String name, JavaType element, String value) {
    JavaType list = JavaType.listOf(element);
    body.line(list.text() + " " + name + " = " + value + ";");
    body.declare(name, list, true);
  }

  private static void map(BodyWriter body) {
    Source source = source(body);
    String name = name(body);
    BodyWriter lambda = body.lambda(null, true);
    String element = lambda.fresh();
    Local each = new Local(element, source.element(), false);
    lambda.declare(element, source.element(), false);
    Callee callee =
        body.program().callee(lambda, source.element(), body.choices().of(JavaType.ALL));
    String call = lambda.expressions().call(callee, 2, Mode.CALLS, each);
    declare(
        body,
        name,
        callee.result(),
        "Makespan.map(" + source.text() + ", " + element + " -> " + call + ")");
  }

  private static void reference(BodyWriter body) {
    Source source = source(body);
    String name = name(body);
    Callee callee = body.program().mapped(body, source.element(), true);
    String reference = body.expressions().reference(callee);
    declare(body, name, callee.result(), "Makespan.map(" + source.text() + ", " + reference + ")");
  }

  private static void mapBody(BodyWriter body) {
    Source source = source(body);
    String name = name(body);
    JavaType type = body.choices().of(JavaType.ALL);
    BodyWriter lambda = body.lambda(type, true);
    String element = lambda.fresh();
    lambda.declare(element, source.element(), false);
    lambda.statements(3);
    // The list's elements aren't converted.
    lambda.line("return " + lambda.expressions().of(type, 2, Mode.CALLS) + ";");
    declare(
        body,
        name,
        type,
        "Makespan.map(" + source.text() + ", " + element + " -> " + lambda.braced() + ")");
  }

  private static void some(BodyWriter body) {
    Source source = source(body);
    String name = name(body);
    BodyWriter lambda = body.lambda(null, true);
    String element = lambda.fresh();
    Local each = new Local(element, source.element(), false);
    lambda.declare(element, source.element(), false);
    Callee callee =
        body.program().callee(lambda, source.element(), body.choices().of(JavaType.ALL));
    String call = lambda.expressions().call(callee, 2, Mode.PURE, each);
    String ratio = body.choices().of("0", "0.5", "0.75", "1");
    declare(
        body,
        name,
        JavaType.optional(callee.result()),
        "Makespan.mapSome(" + ratio + ", " + source.text() + ", " + element + " -> " + call + ")");
  }

  private static void forEach(BodyWriter body) {
    Source source = source(body);
    BodyWriter lambda = body.lambda(null, true);
    String element = lambda.fresh();
    Local each = new Local(element, source.element(), false);
    lambda.declare(element, source.element(), false);
    Callee callee = body.program().voidCallee(lambda);
    String call = lambda.expressions().call(callee, 2, Mode.CALLS, each);
    body.line("Makespan.forEach(" + source.text() + ", " + element + " -> " + call + ");");
  }

  private static void stream(BodyWriter body) {
    List<Local> lists = body.locals(JavaType::isList);
    String name = name(body);
    Source source = lists.isEmpty() ? new Source("List.of(1, 2)", JavaType.INTEGER) : source(body);
    StringBuilder text = new StringBuilder(source.text()).append(".stream()");
    JavaType element = source.element();
    int stages = 1 + body.choices().below(3);
    for (int i = 0; i < stages; i++) {
      Callee callee;
      if (body.choices().oneIn(2)) {
        callee = body.program().mapped(body, element, false);
        text.append(".map(").append(body.expressions().reference(callee)).append(")");
      } else {
        BodyWriter lambda = body.lambda(null, false);
        String each = lambda.fresh();
        lambda.declare(each, element, false);
        callee = body.program().callee(lambda, element, body.choices().of(JavaType.ALL));
        String call =
            lambda.expressions().call(callee, 2, Mode.PURE, new Local(each, element, false));
        text.append(".map(").append(each).append(" -> ").append(call).append(")");
      }
      element = callee.result().asBoxed();
    }
    declare(body, name, element, text.append(".toList()").toString());
  }
}
