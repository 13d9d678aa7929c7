package dev.makespan.processor.problem;

import java.util.List;

/** What can be wrong in {@code @After} and {@code @Options}, or with where they stand. */
final class LocalCases {
  private LocalCases() {}

  static final List<ProblemCase> CASES = List.of(
      ProblemCases.body(
          Code.AFTER_NAME,
          "Did you mean \"report\"?",
          "int report = one(x);\n    @After(/*!*/\"repotr\") int y = one(1);\n    return y;"),
      ProblemCases.body(
          Code.AFTER_NAME,
          "Remove the @After: no local is written above.",
          "@After({/*!*/\"nothing\"}) int y = one(1);\n    return y;"),
      ProblemCases.body(
          Code.AFTER_NAME,
          "Remove it from the @After.",
          "@After(/*!*/\"x\") int y = one(1);\n    return y;"),
      ProblemCases.body(
          Code.AFTER_NAME,
          "Remove it from the @After.",
          "final int k = 3;\n    @After(value = /*!*/\"k\") int y = one(k);\n    return y;"),
      ProblemCases.body(
          Code.AFTER_NAME,
          "Remove the @After.",
          "int a = one(x);\n    /*!*/@After(\"a\") final int k = 3;\n    return two(a, k);"),
      ProblemCases.body(
          Code.AFTER_NAME,
          "Put the @After on the local of the map: no element starts before.",
          "int a = one(x);\n    List<Integer> all = Makespan.map(List.of(x), e -> {\n      @After(/*!*/\"a\") int y = one(e);\n      return y;\n    });\n    return all.size() + a;"),
      ProblemCases.body(
          Code.AFTER_NAME,
          "Remove it from the @After.",
          "List<Integer> all = Makespan.map(List.of(x), e -> {\n      @After(/*!*/\"e\") int y = one(e);\n      return y;\n    });\n    return all.size();"),
      ProblemCases.body(
          Code.AFTER_NAME,
          "Remove it here.",
          "int a = one(x);\n    @After({\"a\", /*!*/\"a\"}) int y = one(1);\n    return y;"),
      ProblemCases.body(
          Code.AFTER_NAME,
          "Name one, or remove the @After.",
          "/*!*/@After({}) int y = one(1);\n    return y;"),
      ProblemCases.body(
          Code.AFTER_NAME,
          "Write it as a string literal.",
          "int a = one(x);\n    @After(/*!*/(String) \"a\") int y = one(1);\n    return y;"),
      ProblemCases.body(
          Code.AFTER_NAME,
          "Name a local that is written above: first, last.",
          "int first = one(x);\n    final int k = 3;\n    int last = one(k);\n    @After(/*!*/\"nothing\") int y = one(1);\n    return y + first + last;"),
      ProblemCases.body(
          Code.AFTER_NAME,
          "Name a local that is written above: a, b, c, d, e, f, g, h, …",
          "int a = x + 1; int b = x + 1; int c = x + 1; int d = x + 1; int e = x + 1; int f = x + 1; int g = x + 1; int h = x + 1; int i = x + 1;\n    @After(/*!*/\"nothing\") int y = one(a + b + c + d + e + f + g + h + i);\n    return y;"),
      ProblemCases.body(
          Code.AFTER_NAME,
          "Write each name as a text of its own, in braces.",
          "int a = one(x);\n    int b = one(x);\n    @After(/*!*/\"a, b\") int y = one(1);\n    return y + a + b;"),
      ProblemCases.body(
          Code.AFTER_NAME,
          "Remove the @After: no local is written above.",
          "if (x > 3) {\n      int b = one(x);\n      one(b);\n    }\n    @After(/*!*/\"b\") int y = one(1);\n    return y;"),
      ProblemCases.body(
          Code.AFTER_NAME,
          "Name a local that is written above: c.",
          "int c = one(x);\n    if (x > 3) {\n      @After(/*!*/\"b\") int y = one(c);\n      return y;\n    } else {\n      int b = one(x);\n      return b;\n    }"),
      ProblemCases.body(
          Code.AFTER_NAME,
          "Remove the @After: no local is written above.",
          "if (x > 3) {\n      @After(/*!*/\"b\") int y = one(x);\n      return y;\n    }\n    List<Integer> all = Makespan.map(List.of(x), e -> {\n      int b = one(e);\n      return one(b);\n    });\n    return all.size();"),
      ProblemCases.body(
          Code.AFTER_NAME,
          "Remove it from the @After.",
          "@After(/*!*/\"k\") int y = one(1);\n    final int k = 3;\n    return one(y + k);"),
      ProblemCases.body(
          Code.LOCAL_ANNOTATION,
          "Declare a local with that value, annotate it, and assign it to y.",
          "int a = one(x);\n    /*!*/@After(\"a\") int y;\n    if (x > 3) y = one(1); else y = 2;\n    return y + a;"),
      ProblemCases.body(
          Code.LOCAL_ANNOTATION,
          "Declare a local with that value, annotate it, and assign it to y.",
          "/*!*/@Options(name = \"a\") int y;\n    y = one(1);\n    return y;"),
      ProblemCases.body(
          Code.OPTIONS,
          "Write it as a string literal.",
          "@Options(name = /*!*/(String) \"a\") int y = one(1);\n    return y;"),
      ProblemCases.body(
          Code.OPTIONS,
          "Remove the @Options, or put it on the call of a task inside down.",
          "/*!*/@Options(timeout = \"2s\") int y = down(x);\n    return y;\n  }\n  @Dynamic static int down(int x) {\n    return x;"),
      ProblemCases.body(
          Code.DURATION,
          "Write a positive whole number with ms, s, m or h, such as \"30s\".",
          "if (x > 3) {\n      @Options(name = \"a\", timeout = /*!*/\"0s\") int y = one(1);\n      return y;\n    }\n    return x;"),
      ProblemCases.body(
          Code.AFTER_ORDER,
          "Move the line of y below that of b.",
          "@After(/*!*/\"b\") int y = one(1);\n    int b = one(x);\n    return two(y, b);"),
      ProblemCases.body(
          Code.CYCLE,
          "Remove the @After, or compute b without y.",
          "@After(/*!*/\"b\") int y = one(1);\n    int b = one(two(y, x));\n    return b;"),
      ProblemCases.body(
          Code.CYCLE, "Remove the @After.", "@After(/*!*/\"y\") int y = one(1);\n    return y;"),
      ProblemCase.in(
          Code.LOCAL_ANNOTATION,
          "Remove it: this code runs in the order in which it is written.",
          "  @Task static int go(int x) {\n    int a = x;\n    /*!*/@After(\"a\") int y = a;\n    return y;\n  }\n"),
      ProblemCase.in(
          Code.LOCAL_ANNOTATION,
          "Remove it: this code runs in the order in which it is written.",
          "  @Dynamic static int go(int x) {\n    int a = x;\n    /*!*/@dev.makespan.After(\"a\") int y = a;\n    return y;\n  }\n"),
      ProblemCase.in(
          Code.LOCAL_ANNOTATION,
          "Remove it, and set the options at the task's annotation.",
          "  static int plain(int x) {\n    for (/*!*/@Options(name = \"i\") int i = 0; i < x;) { return i; }\n    return x;\n  }\n"),
      ProblemCases.body(
          Code.LOCAL_ANNOTATION,
          "Remove it: this code runs in the order in which it is written.",
          "java.util.function.IntSupplier s = () -> {\n      int a = 1;\n      /*!*/@After(\"a\") int y = a;\n      return y;\n    };\n    return one(s.getAsInt());"),
      ProblemCase.file(
          Code.LOCAL_ANNOTATION,
          "Remove it: this code runs in the order in which it is written.",
          "class Demo {\n  static int plain(int x) {\n    int a = x;\n    /*!*/@After(\"a\") int y = a;\n    return y;\n  }\n}\n",
          "package demo; class Other { @dev.makespan.Task static int one(int x) { return x; } }"),
      ProblemCases.body(
          Code.OPTIONS,
          "Give the call of the task a local of its own, and annotate that one.",
          "/*!*/@Options(name = \"y\") int y = one(one(x));\n    return y;"),
      ProblemCases.body(
          Code.OPTIONS,
          "Give the call of the task a local of its own, and annotate that one.",
          "/*!*/@Options(name = \"y\") int y = x + 1;\n    return y;"),
      ProblemCases.body(
          Code.OPTIONS,
          "Give the call of the task a local of its own, and annotate that one.",
          "/*!*/@Options(name = \"y\") List<Integer> y = Makespan.map(List.of(x), e -> one(e) + 1);\n    return y.size();"),
      ProblemCase.in(
          Code.OPTIONS,
          "Remove the @Options, or put it on the call of a task inside inner.",
          "  @Workflow static int inner(int x) { return one(x); }\n  @Workflow static int go(int x) {\n    /*!*/@Options(name = \"y\") int y = inner(x);\n    return y;\n  }\n"),
      ProblemCases.body(
          Code.OPTIONS,
          "Set an option, or remove it.",
          "/*!*/@Options int y = one(x);\n    return y;"),
      ProblemCases.body(
          Code.DURATION,
          "Write a positive whole number with ms, s, m or h, such as \"2s\".",
          "@Options(timeout = /*!*/\"2 sec\") int y = one(x);\n    return y;"));
}
