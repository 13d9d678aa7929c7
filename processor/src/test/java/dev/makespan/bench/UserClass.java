package dev.makespan.bench;

import dev.makespan.bench.Program.Kind;
import dev.makespan.bench.Program.Method;
import dev.makespan.bench.Program.Parameter;
import dev.makespan.bench.Program.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a program as its user would: one class with annotated methods, and its records. */
final class UserClass {
  private static final String HEAD = """
      package load;

      import dev.makespan.Makespan;
      import dev.makespan.MapTask;
      import dev.makespan.Task;
      import dev.makespan.Workflow;
      import java.io.IOException;
      import java.util.List;

      /** The user's class. */
      public final class Work {
      """;

  private final StringBuilder out = new StringBuilder(HEAD);

  private UserClass() {}

  /** Writes the sources into a directory. */
  static void write(Program program, Path directory) throws IOException {
    Path folder = Files.createDirectories(directory.resolve("load"));
    for (String type : Program.TYPES) {
      Files.writeString(
          folder.resolve(type + ".java"),
          "package load;\n\n/** Data. */\npublic record " + type + "(String text, int size) {}\n");
    }
    UserClass source = new UserClass();
    program.tasks().forEach(source::task);
    program.workflows().forEach(source::workflow);
    Files.writeString(folder.resolve("Work.java"), source.out.append("}\n"));
  }

  private void line(String text) {
    out.append("  ").append(text).append('\n');
  }

  private static String head(Method method) {
    return method.result()
        + " "
        + method.name()
        + "("
        + Program.declared(method.parameters())
        + ")"
        + (method.throwing() ? " throws IOException" : "")
        + " {";
  }

  private void task(Method task) {
    line("/** Computes " + task.name() + ". */");
    line(task.kind() == Kind.MAP_TASK ? "@MapTask" : "@Task");
    line("static " + head(task));
    if (task.throwing()) {
      line("  if (x.text().isEmpty()) {");
      line("    throw new IOException(\"empty\");");
      line("  }");
    }
    line("  StringBuilder text = new StringBuilder();");
    line("  for (String word : x.text().split(\" \")) {");
    line("    if (word.length() > 3) {");
    line("      text.append(word).append(' ');");
    line("    }");
    line("  }");
    StringBuilder size = new StringBuilder("  int size = x.size()");
    for (Parameter parameter : task.parameters().subList(1, task.parameters().size())) {
      size.append(" + ")
          .append(parameter.name())
          .append(parameter.type().equals("int") ? "" : ".size()");
    }
    line(size + " + " + task.number() + ";");
    if (task.result().equals("int")) {
      line("  return size + text.length();");
    } else if (task.kind() != Kind.VOID_TASK) {
      line("  return new " + task.result() + "(text.toString(), size);");
    }
    line("}\n");
  }

  private void workflow(Method workflow) {
    line("/** Computes " + workflow.name() + ". */");
    line("@Workflow");
    line("public static " + head(workflow));
    workflow.steps().forEach(step -> line("  " + statement(step)));
    line("}\n");
  }

  private static String statement(Step step) {
    if (step instanceof Step.Call call) {
      String start =
          call.name().map(name -> call.callee().result() + " " + name + " = ").orElse("return ");
      return start + call(call.callee(), call.arguments()) + ";";
    }
    if (step instanceof Step.Fence fence) {
      return call(fence.callee(), fence.arguments()) + ";";
    }
    if (step instanceof Step.MapOf map) {
      String function = map.arguments().isEmpty()
          ? "Work::" + map.callee().name()
          : "x -> " + map.callee().name() + "(x, " + String.join(", ", map.arguments()) + ")";
      return "List<" + map.callee().result() + "> " + map.name() + " = Makespan.map(items, "
          + function + ");";
    }
    Step.Pure pure = (Step.Pure) step;
    return pure.type() + " " + pure.name() + " = " + pure.text() + ";";
  }

  private static String call(Method callee, List<String> arguments) {
    return callee.name() + "(" + String.join(", ", arguments) + ")";
  }
}
