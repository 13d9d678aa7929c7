package dev.makespan.processor.mutation;

import java.util.Map;

/** What is told of a program that shows a fault: what is wrong, its source, how to replay it. */
final class Report {
  private static final int LONGEST_LINE = 400;

  private Report() {}

  static String of(MutationFuzzer fuzzer, MutationFuzzer.Hit hit) {
    Finding first = hit.findings().get(0);
    Mutant small = new Shrinker(fuzzer, hit.mutant(), first).shrink();
    StringBuilder text = new StringBuilder();
    text.append("seed ")
        .append(hit.seed())
        .append(", made of ")
        .append(hit.mutant().base().name());
    hit.findings().forEach(each -> text.append("\n  ").append(each));
    hit.mutant().edits().forEach(each -> text.append("\n  by ").append(each));
    text.append("\nsmallest program found for the first of these, by");
    small.edits().forEach(each -> text.append(' ').append(each.rule()));
    for (Map.Entry<String, String> file : small.files().entrySet()) {
      text.append("\n--- ").append(file.getKey()).append('\n');
      file.getValue()
          .lines()
          .filter(line -> !line.isBlank())
          .map(line -> line.substring(0, Math.min(LONGEST_LINE, line.length())))
          .forEach(line -> text.append(line).append('\n'));
    }
    return text.append("replay: mvn -q -pl runtime,processor -am verify -Dtest=InvalidProgramsTest")
        .append(" -Dsurefire.failIfNoSpecifiedTests=false -Dmakespan.mutant=")
        .append(hit.seed())
        .append('\n')
        .toString();
  }
}
