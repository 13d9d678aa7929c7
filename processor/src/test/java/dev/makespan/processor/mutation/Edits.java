package dev.makespan.processor.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The changes that can be made to a program, by their rule. */
final class Edits {
  private final SortedMap<String, List<Edit>> byRule = new TreeMap<>();

  /** All that the rules offer for the files of a program. */
  static Edits of(Base base) {
    Edits edits = new Edits();
    base.files().forEach((file, text) -> {
      Outline outline = Outline.of(file, text);
      new FileEdits(outline, edits).add();
      new ClassEdits(outline, edits).scan(outline.unit(), null);
      new MethodEdits(outline, edits).scan(outline.unit(), null);
      new AnnotationEdits(outline, edits).scan(outline.unit(), null);
      new StatementEdits(outline, edits).scan(outline.unit(), null);
      new ExpressionEdits(outline, edits).scan(outline.unit(), null);
    });
    return edits;
  }

  void add(Edit edit) {
    // What must be refused is as likely for each code.
    String group = edit.codes().isEmpty() ? edit.rule() : edit.rule() + edit.codes();
    byRule.computeIfAbsent(group, any -> new ArrayList<>()).add(edit);
  }

  List<String> rules() {
    return List.copyOf(byRule.keySet());
  }

  List<Edit> of(String rule) {
    return byRule.getOrDefault(rule, List.of());
  }

  int size() {
    return byRule.values().stream().mapToInt(List::size).sum();
  }
}
