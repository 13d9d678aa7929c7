package dev.makespan.processor.emit;

import com.palantir.javapoet.ClassName;

/** The types of the runtime that generated code names. */
final class Api {
  /**
   * The first part of their qualified names, which generated code says where a class of the user
   * has the simple one; a variable of this name would hide it.
   */
  static final String ROOT = "dev";

  static final ClassName RUN = ClassName.get("dev.makespan", "Run");
  static final ClassName RUNNER = ClassName.get("dev.makespan", "Runner");
  static final ClassName TASK_DEF = ClassName.get("dev.makespan.spi", "TaskDef");
  static final ClassName NODES = ClassName.get("dev.makespan.support", "Nodes");
  static final ClassName CALLER = ClassName.get("dev.makespan.support", "Caller");
  static final ClassName BODY = ClassName.get("dev.makespan.support", "Body");
  static final ClassName CALLS = ClassName.get("dev.makespan.support", "Calls");
  static final ClassName STEP = ClassName.get("dev.makespan.support", "Step");

  private Api() {}
}
