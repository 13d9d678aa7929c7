package dev.makespan.processor.mutation;

import dev.makespan.processor.mutation.Reach.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A program with changes, which don't overlap.
 *
 * @param packageName four letters, as many as in {@code demo}, so that offsets stay
 */
record Mutant(Base base, List<Edit> edits, String packageName) {
  /** Whether it shares no name with other programs, so that they may be compiled together. */
  boolean isMovable() {
    return base.isMovable()
        && edits.stream().noneMatch(each -> each.rule().equals(FileEdits.PACKAGE));
  }

  /** Whether a path, without that of generated files, is one of its files or flows. */
  boolean owns(String path) {
    return path.startsWith(packageName + "/");
  }

  /** The changed files by path. */
  Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    base.files().forEach((path, text) -> {
      StringBuilder changed = new StringBuilder(text);
      List<Edit> own = new ArrayList<>(of(path));
      own.sort(Comparator.comparingInt(Edit::start).reversed());
      own.forEach(each -> changed.replace(each.start(), each.end(), each.text()));
      files.put(moved(path), Base.moved(changed.toString(), packageName));
    });
    return files;
  }

  private String moved(String path) {
    return Base.moved(path, packageName);
  }

  List<Edit> of(String path) {
    return edits.stream().filter(each -> each.file().equals(path)).toList();
  }

  /** Where a part of an unchanged file is in the changed one. */
  Range range(String path, Range before) {
    int start = before.start();
    int end = before.end();
    for (Edit each : of(path)) {
      if (each.end() <= before.start() && each.start() < before.start()) {
        start += each.growth();
      }
      if (each.start() <= before.end()) {
        end += each.growth();
      }
    }
    return new Range(start, end);
  }

  Mutant with(List<Edit> others) {
    return new Mutant(base, others, packageName);
  }

  Mutant in(String otherPackage) {
    return new Mutant(base, edits, otherPackage);
  }

  /** The file of the unchanged program that a path means. */
  String unmoved(String path) {
    return base.files().keySet().stream()
        .filter(each -> moved(each).equals(path))
        .findFirst()
        .orElse("");
  }
}
