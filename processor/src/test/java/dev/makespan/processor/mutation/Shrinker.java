package dev.makespan.processor.mutation;

import dev.makespan.processor.mutation.Reach.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes a program smaller that shows a fault: fewer changes, then fewer files, members and
 * statements, as long as the same is wrong.
 */
final class Shrinker {
  private static final int MOST_TRIES = 400;

  private final MutationFuzzer fuzzer;
  private final String kind;
  private Mutant best;
  private int left = MOST_TRIES;

  /** For a program with what is wrong with it. */
  Shrinker(MutationFuzzer fuzzer, Mutant mutant, Finding finding) {
    this.fuzzer = fuzzer;
    this.best = mutant;
    this.kind = finding.kind();
  }

  /** The smallest program that was found. */
  Mutant shrink() {
    boolean smaller = true;
    while (smaller && left > 0) {
      smaller = fewerEdits();
      smaller |= fewerFiles();
      smaller |= fewerParts();
    }
    return best;
  }

  private boolean keeps(Mutant candidate) {
    left--;
    boolean same = fuzzer.judge(candidate).stream().anyMatch(each -> each.kind().equals(kind));
    if (same) {
      best = candidate;
    }
    return same;
  }

  private boolean fewerEdits() {
    boolean smaller = false;
    for (Edit each : best.edits()) {
      List<Edit> others = new ArrayList<>(best.edits());
      others.remove(each);
      smaller |= !others.isEmpty() && left > 0 && keeps(best.with(others));
    }
    return smaller;
  }

  private boolean fewerFiles() {
    boolean smaller = false;
    for (String path : List.copyOf(best.base().files().keySet())) {
      if (best.of(path).isEmpty() && left > 0) {
        TreeMap<String, String> files = new TreeMap<>(best.base().files());
        files.remove(path);
        smaller |= keeps(new Mutant(named(files), best.edits(), best.packageName()));
      }
    }
    return smaller;
  }

  private Base named(TreeMap<String, String> files) {
    return new Base(best.base().name() + "'", files);
  }

  /** Takes out members and statements, the largest first, that hold no change. */
  private boolean fewerParts() {
    boolean smaller = false;
    boolean again = true;
    while (again && left > 0) {
      again = false;
      for (String path : List.copyOf(best.base().files().keySet())) {
        again |= fewerParts(path);
      }
      smaller |= again;
    }
    return smaller;
  }

  private boolean fewerParts(String path) {
    boolean smaller = false;
    List<Range> parts =
        new ArrayList<>(Parts.of(Outline.of(path, best.base().files().get(path))));
    parts.sort(Comparator.comparingInt(each -> each.start() - each.end()));
    // What has been taken out moves the others, so that each is looked for anew.
    for (int i = 0; i < parts.size() && left > 0; i++) {
      Range part = parts.get(i);
      boolean changed = best.of(path).stream()
          .anyMatch(each -> each.start() <= part.end() && part.start() <= each.end());
      if (!changed && keeps(without(path, part))) {
        smaller = true;
        int size = part.end() - part.start();
        List<Range> rest = new ArrayList<>();
        for (Range each : parts.subList(i + 1, parts.size())) {
          if (each.end() <= part.start()) {
            rest.add(each);
          } else if (each.start() >= part.end()) {
            rest.add(new Range(each.start() - size, each.end() - size));
          }
        }
        parts = rest;
        i = -1;
      }
    }
    return smaller;
  }

  private Mutant without(String path, Range part) {
    TreeMap<String, String> files = new TreeMap<>(best.base().files());
    String text = files.get(path);
    files.put(path, text.substring(0, part.start()) + text.substring(part.end()));
    List<Edit> edits = best.edits().stream()
        .map(each -> each.file().equals(path) ? moved(each, part) : each)
        .toList();
    return new Mutant(named(files), edits, best.packageName());
  }

  private static Edit moved(Edit edit, Range gone) {
    Reach reach = new Reach(
        edit.reach().kind(),
        without(edit.reach().member(), gone),
        Set.copyOf(edit.reach().names()));
    Range range = without(new Range(edit.start(), edit.end()), gone);
    return new Edit(
        edit.rule(), edit.file(), range.start(), range.end(), edit.text(), reach, edit.codes());
  }

  private static Range without(Range range, Range gone) {
    return new Range(moved(range.start(), gone), moved(range.end(), gone));
  }

  private static int moved(int offset, Range gone) {
    return offset >= gone.end()
        ? offset - (gone.end() - gone.start())
        : Math.min(offset, gone.start());
  }
}
