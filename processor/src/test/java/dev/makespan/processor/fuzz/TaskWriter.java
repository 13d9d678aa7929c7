package dev.makespan.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes tasks: pure ones, and ones that throw, always or for some arguments, or at first. */
final class TaskWriter {
  private final ProgramWriter program;

  TaskWriter(ProgramWriter program) {
    this.program = program;
  }

  Callee write(
      @Nullable JavaType result, List<JavaType> types, ClassWriter owner, boolean mayThrow) {
    Choices choices = program.choices();
    String name = program.freshName(result == null ? "act" : "task");
    List<Local> parameters = new ArrayList<>();
    for (JavaType type : types) {
      String parameter = choices.oneIn(6) ? "run" : "x";
      parameters.add(new Local(parameter + parameters.size(), type, false));
    }
    int failing = choices.percent(5) ? 1 + choices.below(2) : 0;
    // What a task throws at last is thrown by each of its attempts, so it has one.
    String thrown = choices.percent(12) && failing == 0
        ? choices.of(
            "IllegalStateException", "IllegalArgumentException", "IOException", "AssertionError")
        : "";
    boolean isChecked = mayThrow && thrown.equals("IOException");
    Callee callee = new Callee(owner, name, Callee.Kind.TASK, true, types, result, isChecked, true);
    String annotation =
        failing == 0 ? "@Task" : "@Task(retries = " + failing + ", backoff = \"1ms\")";
    String in =
        parameters.stream().map(each -> ", (Object) " + each.name()).collect(Collectors.joining());
    StringBuilder body = new StringBuilder();
    body.append("try (Probe.Call call = Probe.task(" + (failing > 0 ? failing + ", " : "") + "\""
        + owner.name() + "." + name + "\"" + in + ")) {\n");
    if (!thrown.isEmpty() && (isChecked || !thrown.equals("IOException"))) {
      int often = choices.of(3, 2, 1, 7);
      body.append("  if (call.hash() % " + often + " == 0) throw call.thrown(new " + thrown
          + "(\"from \" + call));\n");
    }
    if (result != null) {
      body.append("  return " + result.of("call.hash()") + ";\n");
    }
    body.append("}\n");
    owner.add(annotation + " static " + ProgramWriter.signature(callee, parameters) + " {\n"
        + body.toString().indent(2) + "}\n");
    return callee;
  }
}
