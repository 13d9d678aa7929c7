package demo;

import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.ArrayList;
import java.util.List;

class Legacy {
  private Legacy() {}

  @Deprecated static final int OLD_BASE = 5;

  @SuppressWarnings("rawtypes")
  @Task
  static List raw(List values) {
    return values;
  }

  @Task
  @Deprecated
  static int old(int value) {
    return value + 1;
  }

  @Task
  @Deprecated(forRemoval = true)
  static int older(int value) {
    return value + 2;
  }

  @Task
  @SuppressWarnings("deprecation")
  static OldText text(OldText text) {
    return text;
  }

  @Workflow
  static int sum(int value) {
    int left = old(value);
    int right = older(left);
    return right + OLD_BASE;
  }

  @Workflow
  @SuppressWarnings({"rawtypes", "unchecked", "deprecation"})
  static List<String> wrapped(List values, int size) {
    List raw = raw(values);
    List<String> texts = raw;
    OldText old = text(new OldText("t"));
    List<String> all = new ArrayList(texts);
    return all.subList(0, size + old.text().length());
  }
}
