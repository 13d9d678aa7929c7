package dev.makespan.support;

import dev.makespan.spi.TaskDef;

/**
 * A place in a workflow's source that calls something: one line of the trace that a sequential call
 * would leave.
 *
 * @param def the workflow
 * @param line the line of the call
 */
record Level(TaskDef<?> def, int line) {
  /**
   * Marks the stack frames that stand for a level. It isn't printed, since these frames name no
   * module.
   */
  private static final String MARK = "makespan";

  StackTraceElement frame() {
    return new StackTraceElement(
        null, null, MARK, def.body().owner().getName(), def.method(), def.body().file(), line);
  }

  static boolean isLevel(StackTraceElement frame) {
    return MARK.equals(frame.getModuleVersion()) && frame.getModuleName() == null;
  }
}
