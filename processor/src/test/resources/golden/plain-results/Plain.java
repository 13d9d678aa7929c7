package demo;

import dev.makespan.Task;
import dev.makespan.Workflow;

class Plain {
  @Task
  static void touch(StringBuffer log) {
    log.append('x');
  }

  @Workflow
  static StringBuffer parameter(StringBuffer log) {
    touch(log);
    return log;
  }

  @Workflow
  static int primitive(int value) {
    return value;
  }

  @Workflow
  static long literal() {
    return 3;
  }

  @Workflow
  static String text() {
    return "a \"text\"";
  }

  @Workflow
  static Object nothing() {
    return null;
  }

  @Workflow
  static byte narrow() {
    return 7;
  }

  @Workflow
  static double widened(int value) {
    return value;
  }

  @Workflow
  Plain self() {
    return this;
  }
}
