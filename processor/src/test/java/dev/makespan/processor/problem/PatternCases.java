package dev.makespan.processor.problem;

import java.util.List;

/** What can be wrong in the patterns of a {@code switch}, which Java 21 has. */
final class PatternCases {
  private static final String CONDITIONAL =
      "Write an if, or a conditional expression such as a ? b(x) : false; or, if it may run in any case, give it a local above.";

  private PatternCases() {}

  static final List<ProblemCase> CASES = Runtime.version().feature() < 21
      ? List.of()
      : List.of(
          ProblemCases.body(
              Code.PATTERN_VARIABLE,
              "Write a type pattern, and call the record's accessors: case Point p -> draw(p.x());",
              "record(x);\n    return 0;\n  }\n  record Point(int x, Point next) {}\n  @Task static void record(int x) {}\n  @Workflow static int go1(Object o) {\n    return switch (o) { case /*!*/Point(int a, Point(int b, Point c)) when a > b -> two(a, b); default -> 0; };"),
          ProblemCases.body(
              Code.PATTERN_VARIABLE,
              "Write the condition without it, and where that holds declare T j = (T) o.",
              "Object o = x;\n    return switch (o) { case Integer i when i > 3 && i instanceof Integer j -> one(/*!*/j); default -> 0; };"),
          ProblemCases.body(
              Code.CONDITIONAL_CALL,
              CONDITIONAL,
              "Object o = x;\n    return switch (o) { case Integer i when /*!*/one(i) > 3 -> one(i); default -> 0; };"),
          ProblemCases.body(
              Code.VAR_TYPE,
              "Give it a local of its own with its type, and switch over that.",
              "return switch (Objects.requireNonNull(List.of(x))/*!*/.get(0)) { case Integer i when i > 3 -> one(i); case Integer i -> 0; };"),
          ProblemCases.body(
              Code.BRANCH,
              "End it with break, or write cases with arrows; what both do goes into a workflow that both call.",
              "Object o = x;\n    switch (o) { case Integer i when i > 3: store(i); /*!*/default: store(x); }\n    return x;"));
}
