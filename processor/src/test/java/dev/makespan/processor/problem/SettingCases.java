package dev.makespan.processor.problem;

import java.util.List;

/** One program, or more, for each thing that can be wrong in the settings of an annotation. */
final class SettingCases {
  private SettingCases() {}

  static final List<ProblemCase> CASES = List.of(
      ProblemCase.in(
          Code.NEGATIVE,
          "Write a positive number, or 0 for none.",
          "  @Task(retries = /*!*/-1) static int go(int x) { return x; }\n"),
      ProblemCase.in(
          Code.NEGATIVE,
          "Write a positive number, or 0 for none.",
          "  @MapTask(backoff = \"1s\", retries = /*!*/-3) static int go(int x) { return x; }\n"),
      ProblemCase.in(
          Code.DURATION,
          "Write a positive whole number with ms, s, m or h, such as \"250ms\".",
          "  @Task(retries = 1, backoff = /*!*/\"250 millis\") static int go(int x) { return x; }\n"),
      ProblemCase.in(
          Code.DURATION,
          "Write a positive whole number with ms, s, m or h, such as \"30s\".",
          "  @Task(retries = 1, backoff = /*!*/\"0ms\") static int go(int x) { return x; }\n"),
      ProblemCase.in(
          Code.DURATION,
          "Write a positive whole number with ms, s, m or h, such as \"30s\".",
          "  @Task(retries = 1, maxBackoff = /*!*/\"-1s\") static int go(int x) { return x; }\n"),
      ProblemCase.in(
          Code.DURATION,
          "Write a positive whole number with ms, s, m or h, such as \"5m\".",
          "  @Workflow(timeout = /*!*/\"5 min\") static int go(int x) { return one(x); }\n"),
      ProblemCase.in(
          Code.RETRY_SETTING,
          "Set retries to 1 or more, or remove backoff.",
          "  @Task(backoff = /*!*/\"1s\") static int go(int x) { return x; }\n"),
      ProblemCase.in(
          Code.RETRY_SETTING,
          "Set retries to 1 or more, or remove maxBackoff.",
          "  @MapTask(retries = 0, maxBackoff = /*!*/\"1s\") static int go(int x) { return x; }\n"),
      ProblemCase.in(
          Code.RETRY_SETTING,
          "Set retries to 1 or more, or remove retryOn and neverRetryOn.",
          "  @Task(neverRetryOn = Error.class, retryOn = /*!*/{ArithmeticException.class}) static int go(int x) { return x; }\n"),
      ProblemCase.in(
          Code.BACKOFF,
          "Make maxBackoff as long as backoff, or longer.",
          "  @Task(retries = 1, backoff = \"2s\", maxBackoff = /*!*/\"1999ms\") static int go(int x) { return x; }\n"),
      ProblemCase.in(
          Code.BACKOFF,
          "Set maxBackoff as well.",
          "  @Task(retries = 1, backoff = /*!*/\"31s\") static int go(int x) { return x; }\n"),
      ProblemCase.in(
          Code.BACKOFF,
          "Set backoff as well.",
          "  @MapTask(retries = 1, maxBackoff = /*!*/\"99ms\") static int go(int x) { return x; }\n"),
      ProblemCase.in(
          Code.RETRY_ON,
          "Remove one of them.",
          "  @Task(retries = 1, retryOn = {TimeoutException.class, ArithmeticException/*!*/.class}, neverRetryOn = {Error.class, RuntimeException.class})\n  static int go(int x) { return x; }\n"),
      ProblemCase.in(
          Code.RETRY_ON,
          "Remove one of them.",
          "  @Task(retries = 1, retryOn = Exception/*!*/.class, neverRetryOn = Exception.class) static int go(int x) { return x; }\n"),
      ProblemCase.in(
          Code.RETRY_ON,
          "Name only the exceptions that aren't worth another attempt, or remove retries.",
          "  @Task(retries = 1, neverRetryOn = Exception/*!*/.class) static int go(int x) { return x; }\n"),
      ProblemCase.in(
          Code.RETRY_ON,
          "Name only the exceptions that aren't worth another attempt, or remove retries.",
          "  @MapTask(retries = 2, retryOn = {}, neverRetryOn = {ArithmeticException.class, Throwable/*!*/.class})\n  static int go(int x) { return x; }\n"),
      ProblemCase.in(
          Code.PRIVATE_TYPE,
          "Make it package-private, or public if it is in another package.",
          "  private static final class Hidden extends Exception {}\n  @Task(retries = 1, retryOn = {Exception.class, Hidden/*!*/.class}) static int go(int x) { return x; }\n"),
      ProblemCase.in(
          Code.POOL,
          "Write a name that the Runner has a pool for, or remove it.",
          "  @Task(pool = /*!*/\" \") static int go(int x) { return x; }\n"),
      ProblemCase.in(
          Code.POOL,
          "Write a name that the Runner has a pool for, or remove it.",
          "  @MapTask(pool = /*!*/\"\") static int go(int x) { return x; }\n"),
      ProblemCases.body(
          Code.OPTIONS,
          "Write it as a literal.",
          "@Options(retries = /*!*/(1 + 1)) int y = one(x);\n    return y;"),
      ProblemCases.body(
          Code.NEGATIVE,
          "Write a positive number, or 0 for none.",
          "@Options(retries = /*!*/-1) int y = one(x);\n    return y;"),
      ProblemCases.body(
          Code.OPTIONS,
          "Remove the @Options, or put it on the call of a task inside down.",
          "/*!*/@Options(retries = 2) int y = down(x);\n    return y;\n  }\n  @Workflow static int down(int x) {\n    return x;"));
}
