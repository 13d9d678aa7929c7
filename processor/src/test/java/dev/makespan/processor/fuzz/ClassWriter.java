package dev.makespan.processor.fuzz;

import java.util.ArrayList;
import java.util.List;

/** A class of a program, while its members are written. */
final class ClassWriter {
  private final String name;
  private final boolean isInstance;
  private final List<String> members = new ArrayList<>();

  /** @param isInstance whether it may have annotated methods that aren't static */
  ClassWriter(String name, boolean isInstance) {
    this.name = name;
    this.isInstance = isInstance;
  }

  String name() {
    return name;
  }

  boolean isInstance() {
    return isInstance;
  }

  void add(String member) {
    members.add(member);
  }

  boolean isEmpty() {
    return members.isEmpty();
  }

  /** Its source. */
  String text(String packageName) {
    StringBuilder text = new StringBuilder();
    text.append("package ").append(packageName).append(";\n");
    for (String each : List.of("After", "Dynamic", "Makespan", "Task", "Workflow")) {
      text.append("import dev.makespan.").append(each).append(";\n");
    }
    text.append("import dev.makespan.processor.fuzz.Probe;\n");
    text.append("import java.io.IOException;\nimport java.util.ArrayList;\n");
    text.append("import java.util.List;\nimport java.util.Optional;\n");
    text.append("import java.util.concurrent.CompletableFuture;\n");
    text.append("class ").append(name).append(" {\n");
    if (isInstance) {
      text.append("  final int base;\n  ")
          .append(name)
          .append("(int base) { this.base = base; }\n");
      text.append("  @Override public String toString() { return \"" + name + "\" + base; }\n");
    }
    for (String member : members) {
      text.append("\n").append(member.indent(2));
    }
    return text.append("}\n").toString();
  }
}
