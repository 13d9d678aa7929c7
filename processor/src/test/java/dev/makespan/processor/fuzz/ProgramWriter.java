package dev.makespan.processor.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a program: classes with tasks, workflows and dynamics, and an entry. */
final class ProgramWriter {
  private static final int MOST_CALLEES = 25;
  private static final int MOST_STATEMENTS = 40;

  private final Choices choices;
  private final String packageName;
  private final List<ClassWriter> classes = new ArrayList<>();
  private final List<Callee> callees = new ArrayList<>();
  private final Map<String, String> helpers = new HashMap<>();
  private final StringBuilder helperText = new StringBuilder();
  private int names;
  private int statements;

  private ProgramWriter(Choices choices, String packageName) {
    this.choices = choices;
    this.packageName = packageName;
  }

  /** The program that follows from the choices. */
  static SourceProgram write(Choices choices, String packageName) {
    return new ProgramWriter(choices, packageName).write();
  }

  Choices choices() {
    return choices;
  }

  /** Whether another statement may come, so that no program gets too large. */
  boolean mayGrow() {
    return statements++ < MOST_STATEMENTS;
  }

  String freshName(String base) {
    return base + names++;
  }

  private SourceProgram write() {
    int count = 1 + choices.below(3);
    for (int i = 0; i < count; i++) {
      classes.add(new ClassWriter(List.of("Main", "Other", "Third").get(i), false));
    }
    int inner = choices.below(4);
    for (int i = 0; i < inner; i++) {
      choices.span(() -> {
        if (choices.oneIn(3)) {
          callees.add(new DynamicWriter(this).write());
        } else {
          workflow(choices.oneIn(4) ? null : choices.of(JavaType.ALL), choices.of(classes), 4);
        }
      });
    }
    Callee entry = workflow(choices.oneIn(10) ? null : choices.of(JavaType.ALL), classes.get(0), 8);
    Map<String, String> files = new TreeMap<>();
    for (ClassWriter each : classes) {
      if (!each.isEmpty()) {
        files.put(packageName + "/" + each.name() + ".java", each.text(packageName));
      }
    }
    files.put(packageName + "/Entry.java", entry(entry));
    files.put(packageName + "/Pair.java", file("record Pair(int left, String right) {}\n"));
    files.put(packageName + "/Box.java", file("record Box<T>(T value) {}\n"));
    files.put(packageName + "/Color.java", file("""
        enum Color {
          RED, GREEN, BLUE;
          static Color of(int n) { return values()[Math.floorMod(n, 3)]; }
        }
        """));
    if (!helpers.isEmpty()) {
      files.put(
          packageName + "/Help.java",
          file("import dev.makespan.processor.fuzz.Probe;\nimport java.util.List;\n"
              + "final class Help {\n" + helperText + "}\n"));
    }
    return new SourceProgram(packageName, files, entry.isTimed());
  }

  private String file(String text) {
    return "package " + packageName + ";\n" + text;
  }

  /** A plain method that makes a value of a type. */
  String helper(JavaType type) {
    return helpers.computeIfAbsent(type.text(), text -> {
      String name = "make" + helpers.size();
      helperText.append(
          "  static " + text + " " + name + "(int hash) { return " + type.of("hash") + "; }\n");
      return "Help." + name;
    });
  }

  // What bodies call.

  /** One that gives a type, known or new. */
  Callee callee(BodyWriter body, JavaType result) {
    List<JavaType> parameters = new ArrayList<>();
    return known(body, callee -> result.equals(callee.result()), () -> {
      List<Local> locals = body.locals(type -> !type.text().startsWith("List<Optional"));
      int count = choices.below(4);
      for (int i = 0; i < count; i++) {
        parameters.add(
            locals.isEmpty() || choices.oneIn(4)
                ? choices.of(JavaType.ALL)
                : choices.of(locals).type());
      }
      return task(result, parameters, body);
    });
  }

  /** The same; one of its parameters takes an element. */
  Callee callee(BodyWriter body, JavaType element, JavaType result) {
    return known(
        body,
        callee -> result.equals(callee.result()) && callee.parameters().contains(element),
        () -> task(result, List.of(element, choices.of(JavaType.ALL)), body));
  }

  /** One that takes an element alone. */
  Callee mapped(BodyWriter body, JavaType element, boolean mayThrow) {
    return known(
        mayThrow && body.mayThrow(),
        callee -> !callee.isVoid() && callee.parameters().equals(List.of(element)),
        () -> task(
            choices.of(JavaType.ALL),
            List.of(element),
            choices.of(classes),
            mayThrow && body.mayThrow()));
  }

  Callee voidCallee(BodyWriter body) {
    return known(body, Callee::isVoid, () -> {
      List<Local> locals = body.locals(type -> !type.text().startsWith("List<Optional"));
      List<JavaType> parameters = new ArrayList<>();
      int count = choices.below(3);
      for (int i = 0; i < count; i++) {
        parameters.add(locals.isEmpty() ? JavaType.INT : choices.of(locals).type());
      }
      return task(null, parameters, body);
    });
  }

  /** Makes one. */
  interface Maker {
    Callee make();
  }

  private Callee known(BodyWriter body, Predicate<Callee> fits, Maker maker) {
    return known(body.mayThrow(), fits, maker);
  }

  private Callee known(boolean mayThrow, Predicate<Callee> fits, Maker maker) {
    List<Callee> fitting = callees.stream()
        .filter(fits)
        .filter(each -> mayThrow || !each.isChecked())
        .toList();
    if (!fitting.isEmpty() && (callees.size() > MOST_CALLEES || !choices.oneIn(3))) {
      return choices.of(fitting);
    }
    Callee callee = maker.make();
    callees.add(callee);
    return callee;
  }

  /** The ones with a result that are known so far. */
  List<Callee> known() {
    return List.copyOf(callees);
  }

  private Callee task(@Nullable JavaType result, List<JavaType> parameters, BodyWriter body) {
    return task(result, parameters, choices.of(classes), body.mayThrow());
  }

  Callee task(
      @Nullable JavaType result, List<JavaType> parameters, ClassWriter owner, boolean mayThrow) {
    return new TaskWriter(this).write(result, parameters, owner, mayThrow);
  }

  List<ClassWriter> classes() {
    return classes;
  }

  // Workflows.

  private Callee workflow(@Nullable JavaType result, ClassWriter owner, int most) {
    String name = freshName("flow");
    List<Local> parameters = new ArrayList<>();
    int count = choices.below(4);
    for (int i = 0; i < count; i++) {
      String parameter = List.of("p", "q", "r", "s").get(i);
      parameters.add(new Local(parameter, choices.of(JavaType.ALL), false));
    }
    BodyWriter body = new BodyWriter(this, owner, true, result, parameters);
    body.statements(most);
    if (result != null) {
      body.line("return " + body.expressions().assignable(result, 3, Expressions.Mode.CALLS) + ";");
    }
    Callee callee = new Callee(
        owner,
        name,
        Callee.Kind.WORKFLOW,
        true,
        parameters.stream().map(Local::type).toList(),
        result,
        body.effects().isChecked,
        body.effects().isTimed);
    owner.add("@Workflow static " + signature(callee, parameters) + " " + body.braced());
    callees.add(callee);
    return callee;
  }

  static String signature(Callee callee, List<Local> parameters) {
    return (callee.result() == null ? "void" : callee.result().text())
        + " " + callee.name() + "("
        + parameters.stream()
            .map(each -> each.type().text() + " " + each.name())
            .collect(Collectors.joining(", "))
        + ")" + (callee.isChecked() ? " throws IOException" : "");
  }

  private String entry(Callee callee) {
    int inputs = 1 + choices.below(3);
    StringBuilder plain = new StringBuilder();
    StringBuilder flow = new StringBuilder();
    String type = callee.owner().name();
    for (int i = 0; i < inputs; i++) {
      String in = callee.parameters().stream().map(this::input).collect(Collectors.joining(", "));
      String call = type + "." + callee.name() + "(" + in + ")";
      plain.append("      case " + i + ": "
          + (callee.isVoid() ? call + "; return null;\n" : "return " + call + ";\n"));
      flow.append("      case " + i + ": return new " + type + "Flow(runner)." + callee.name() + "("
          + in + ");\n");
    }
    return file("""
        import dev.makespan.Runner;
        import dev.makespan.processor.fuzz.Probe;
        import java.util.List;
        import java.util.concurrent.CompletionStage;
        public final class Entry {
          public static int inputs() { return %d; }
          public static Object plain(int input) throws Throwable {
            switch (input) {
        %s      default: throw new AssertionError();
            }
          }
          public static CompletionStage<?> flow(Runner runner, int input) {
            switch (input) {
        %s      default: throw new AssertionError();
            }
          }
        }
        """.formatted(inputs, plain, flow));
  }

  private String input(JavaType type) {
    if (type.equals(JavaType.NUMBERS)) {
      int size = choices.of(2, 0, 1, 3, 5);
      return choices.oneIn(40) ? "Probe.numbers(1000)" : "Probe.numbers(" + size + ")";
    }
    return type.of("" + choices.below(40));
  }
}
