package dev.makespan.processor.mutation;

import dev.makespan.processor.mutation.Finding.Oracle;
import dev.makespan.processor.mutation.Reach.Kind;
import dev.makespan.processor.mutation.Reach.Range;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares what was told of a program with what must be. */
final class Judge {
  private final Mutant mutant;
  private final Function<String, Outline> outlines;
  private final List<Told> alone;
  private final List<Told> with;
  private final boolean goesOn;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * @param outlines the unchanged files by path
   * @param alone what the compiler tells without the processor
   * @param with what is told with it
   * @param goesOn whether the compiler goes on when the processor has told an error; if not, it
   *     looks into no body then
   */
  Judge(
      Mutant mutant,
      Function<String, Outline> outlines,
      List<Told> alone,
      List<Told> with,
      boolean goesOn) {
    this.goesOn = goesOn;
    this.mutant = mutant;
    this.outlines = outlines;
    this.alone = alone;
    this.with = with;
  }

  /** Whether the compiler takes the program. */
  boolean isAccepted() {
    return alone.stream().noneMatch(Told::isJavacs);
  }

  /** Errors in the generated files that repeat one of the user's. */
  long echoes() {
    return with.stream()
        .filter(each -> each.isError() && each.isGenerated() && isEcho(each))
        .count();
  }

  List<Finding> findings() {
    crashes();
    generated();
    places();
    compilersOwn();
    refused();
    twice();
    return findings;
  }

  private void crashes() {
    with.stream()
        .filter(each -> each.code().equals(Optional.of("crash")))
        .forEach(each -> found(Oracle.CRASH, each.text()));
  }

  private void generated() {
    with.stream()
        .filter(each -> each.isError() && each.isGenerated() && !isEcho(each))
        .forEach(each -> found(Oracle.GENERATED, each.key() + " " + each));
  }

  /**
   * The flow class quotes the user's expressions, so that the compiler may tell a mistake of both,
   * and not always in the same words. So it counts whether the compiler rejects the user's file.
   */
  private boolean isEcho(Told told) {
    String flow = told.file().substring(told.file().lastIndexOf('/') + 1);
    String name = flow.replaceFirst("Flow\\.java$", "").replaceFirst("(?<=.)_.*", "");
    Pattern declared = Pattern.compile("\\b(class|interface|enum|record) +" + Pattern.quote(name));
    return alone.stream()
        .filter(Told::isJavacs)
        .map(each -> mutant.files().getOrDefault(each.file(), ""))
        .anyMatch(text -> declared.matcher(text).find());
  }

  private void places() {
    for (Told each : with) {
      if (each.isOurs()
          && each.isError()
          && !each.code().equals(Optional.of("crash"))
          && !isInReach(each)) {
        found(Oracle.PLACE, each.code().orElseThrow() + " " + each);
      }
    }
  }

  private boolean isInReach(Told told) {
    return mutant.edits().stream().anyMatch(edit -> isInReach(told, edit));
  }

  private boolean isInReach(Told told, Edit edit) {
    Reach reach = edit.reach();
    String path = mutant.unmoved(told.file());
    if (reach.kind() == Kind.PROGRAM) {
      return !path.isEmpty() && told.position() >= 0;
    }
    if (reach.kind() == Kind.NOTHING || path.isEmpty()) {
      return false;
    }
    if (path.equals(edit.file()) && mutant.range(path, reach.member()).holds(told.position())) {
      return true;
    }
    if (reach.kind() == Kind.BODY) {
      return told.code().equals(Optional.of("cycle")) && mentions(told.text(), reach);
    }
    String text = mutant.files().get(told.file());
    for (Outline.Member member : outlines.apply(path).members()) {
      Range range = mutant.range(path, member.range());
      if (range.holds(told.position())
          && mentions(text.substring(range.start(), Math.min(range.end(), text.length())), reach)) {
        return true;
      }
    }
    return false;
  }

  private static boolean mentions(String text, Reach reach) {
    return reach.names().stream()
        .anyMatch(name -> Pattern.compile(
                "(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])", Pattern.UNICODE_CHARACTER_CLASS)
            .matcher(text)
            .find());
  }

  private void compilersOwn() {
    Set<String> before = javacs(alone);
    Set<String> after = javacs(with);
    boolean ended = !goesOn && with.stream().anyMatch(each -> each.isOurs() && each.isError());
    for (String each : before) {
      if (!ended && !after.contains(each)) {
        found(Oracle.LOST, each.substring(each.indexOf(' ') + 1) + " " + each);
      }
    }
    for (Told each : with) {
      if (each.isJavacs() && !before.contains(each.kindAndLine())) {
        found(Oracle.MORE, each.key() + " " + each);
      }
    }
  }

  private static Set<String> javacs(List<Told> told) {
    return told.stream()
        .filter(Told::isJavacs)
        .map(Told::kindAndLine)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void refused() {
    Edit only = mutant.edits().size() == 1 ? mutant.edits().get(0) : null;
    if (only == null || !isAccepted()) {
      return;
    }
    Set<String> told = with.stream()
        .filter(Told::isError)
        .flatMap(each -> each.code().stream())
        .collect(Collectors.toSet());
    if (!only.codes().isEmpty() && only.codes().stream().noneMatch(told::contains)) {
      found(Oracle.ACCEPTED, only.rule() + " " + only.codes() + " isn't among " + told);
    }
  }

  private void twice() {
    Set<String> seen = new HashSet<>();
    for (Told each : with) {
      if (!each.isOurs() && (!each.isError() || Collections.frequency(alone, each) > 1)) {
        // The compiler itself repeats some, warnings above all, where there are rounds.
        continue;
      }
      String same = each.file() + each.isGenerated() + each.position() + each.text();
      String code = each.file() + each.position() + each.code().orElse("") + each.isError();
      if (!seen.add(same) || (each.isOurs() && !seen.add(code))) {
        found(Oracle.TWICE, each.code().orElse(each.key()) + " " + each);
      }
    }
  }

  /** Compares what is told for another order of files. */
  static List<Finding> order(List<Told> with, List<Told> shuffled, boolean warnings) {
    Set<String> one = ours(with, warnings);
    Set<String> other = ours(shuffled, warnings);
    Set<String> difference = new TreeSet<>(one);
    difference.removeAll(other);
    other.removeAll(one);
    difference.addAll(other);
    return difference.isEmpty()
        ? List.of()
        : List.of(new Finding(Oracle.ORDER, String.join(" and ", difference)));
  }

  private static Set<String> ours(List<Told> told, boolean warnings) {
    return told.stream()
        .filter(each -> each.isOurs() && (warnings || each.isError()))
        .map(Told::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void found(Oracle oracle, String text) {
    findings.add(new Finding(oracle, text));
  }
}
