package dev.makespan.processor.mutation;

import dev.makespan.processor.mutation.Finding.Oracle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.annotation.processing.Processor;

/**
 * Makes programs of seeds, has them compiled without the processor and with it, and judges what is
 * told. Used by one thread.
 */
final class MutationFuzzer {
  private final Javac javac;
  private final MutantMaker maker;
  private final Map<String, Outline> outlines = new HashMap<>();
  private final Figures figures = new Figures();

  /** With a new processor from here for each compilation. */
  MutationFuzzer(Supplier<Processor> processors) {
    javac = new Javac(processors);
    maker = new MutantMaker(Stock.bases());
  }

  /** A program with its seed and what is wrong. */
  record Hit(long seed, Mutant mutant, List<Finding> findings) {}

  Figures figures() {
    return figures;
  }

  /** Judges the programs of some seeds, which are compiled together as far as they can be. */
  List<Hit> look(long first, int count) {
    List<Mutant> together = new ArrayList<>();
    Map<Mutant, Long> seeds = new HashMap<>();
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Mutant mutant = maker.make(first + i, String.format("d%03d", i));
      if (mutant.isMovable() && parses(mutant)) {
        together.add(mutant);
        seeds.put(mutant, first + i);
      } else {
        add(hits, first + i, mutant, judge(mutant));
      }
    }
    javac.goOn(true);
    Map<Mutant, List<Finding>> found = judge(together);
    javac.goOn(false);
    for (Mutant mutant : together) {
      List<Finding> findings = found.getOrDefault(mutant, List.of());
      // What is told of one is never due to the others.
      List<Finding> again = findings.isEmpty() ? findings : judge(mutant);
      add(hits, seeds.get(mutant), mutant, again);
    }
    return hits;
  }

  private void add(List<Hit> hits, long seed, Mutant mutant, List<Finding> findings) {
    figures.programs++;
    if (!findings.isEmpty()) {
      hits.add(new Hit(seed, mutant, findings));
    }
  }

  /** A mistake in the syntax keeps the compiler from reading any file of a compilation. */
  private static boolean parses(Mutant mutant) {
    Set<String> changed = new HashSet<>();
    mutant.edits().forEach(each -> changed.add(each.file()));
    return mutant.files().entrySet().stream()
        .filter(each -> changed.contains(mutant.unmoved(each.getKey())))
        .allMatch(each -> Syntax.isRight(each.getValue()));
  }

  /** What is told of one program. */
  List<Told> told(Mutant mutant) {
    return javac.processed(mutant.files().entrySet()).told();
  }

  /** Judges one program in a compilation of its own. */
  List<Finding> judge(Mutant mutant) {
    return judge(List.of(mutant)).getOrDefault(mutant, List.of());
  }

  private Map<Mutant, List<Finding>> judge(List<Mutant> mutants) {
    if (mutants.isEmpty()) {
      return Map.of();
    }
    Set<Map.Entry<String, String>> sources = new java.util.LinkedHashSet<>();
    mutants.forEach(each -> sources.addAll(each.files().entrySet()));
    Javac.Result with = javac.processed(sources);
    Javac.Result alone = javac.alone(sources, with.generated().entrySet());
    List<Mutant> several =
        mutants.stream().filter(each -> each.files().size() > 1).toList();
    Javac.Result shuffled = several.isEmpty() ? with : javac.processed(shuffled(several));
    Throwable failure = with.failure() == null ? shuffled.failure() : with.failure();
    if (alone.failure() != null || failure != null) {
      if (mutants.size() > 1) {
        return eachAlone(mutants);
      }
      return alone.failure() == null
          ? Map.of(
              mutants.get(0), List.of(new Finding(Oracle.CRASH, "the compiler fails: " + failure)))
          : Map.of();
    }
    Map<Mutant, List<Finding>> findings = new HashMap<>();
    for (Mutant mutant : mutants) {
      List<Told> told = of(mutant, with.told(), mutants);
      Judge judge = new Judge(
          mutant,
          path -> outline(mutant.base(), path),
          of(mutant, alone.told(), mutants),
          told,
          mutants.size() > 1);
      List<Finding> found = new ArrayList<>(judge.findings());
      if (several.contains(mutant)) {
        // A warning may depend on what other programs call.
        found.addAll(Judge.order(told, of(mutant, shuffled.told(), several), mutants.size() == 1));
      }
      if (mutants.size() == 1 && !with.success() && with.told().stream().noneMatch(Told::isError)) {
        found.add(new Finding(Oracle.SILENT, "it doesn't compile, without an error"));
      }
      if (mutants.size() == 1 && found.stream().anyMatch(MutationFuzzer::isOfJavac)) {
        // The compiler tells some mistakes otherwise where there are rounds.
        List<Told> idle = javac.idle(sources, with.generated().entrySet()).told();
        List<Finding> again =
            new Judge(mutant, path -> outline(mutant.base(), path), idle, told, false).findings();
        found.removeIf(each -> isOfJavac(each) && !again.contains(each));
      }
      if (!found.isEmpty()) {
        findings.put(mutant, found);
      }
      if (mutants.size() > 1 || !findings.containsKey(mutant)) {
        figures.count(judge, told);
      }
    }
    return findings;
  }

  private static boolean isOfJavac(Finding finding) {
    return finding.oracle() == Oracle.LOST
        || finding.oracle() == Oracle.MORE
        || finding.oracle() == Oracle.TWICE
        || finding.oracle() == Oracle.GENERATED;
  }

  private Map<Mutant, List<Finding>> eachAlone(List<Mutant> mutants) {
    Map<Mutant, List<Finding>> findings = new HashMap<>();
    mutants.forEach(each -> findings.putAll(judge(List.of(each))));
    return findings;
  }

  private static List<Told> of(Mutant mutant, List<Told> told, List<Mutant> all) {
    return all.size() == 1
        ? told
        : told.stream().filter(each -> mutant.owns(each.file())).toList();
  }

  private static Collection<Map.Entry<String, String>> shuffled(List<Mutant> mutants) {
    List<Map.Entry<String, String>> shuffled = new ArrayList<>();
    mutants.forEach(each -> shuffled.addAll(each.files().entrySet()));
    Collections.reverse(shuffled);
    Collections.shuffle(shuffled, new Random(shuffled.size()));
    return shuffled;
  }

  private Outline outline(Base base, String path) {
    return outlines.computeIfAbsent(
        base.name() + " " + path, any -> Outline.of(path, base.files().get(path)));
  }

  /** What was judged. */
  static final class Figures {
    long programs;
    long accepted;
    long valid;
    long echoes;
    final Map<String, Integer> codes = new TreeMap<>();

    @Override
    public String toString() {
      return String.format(
          "%d programs, of which javac takes %d, and Makespan %d; %d errors of the user's repeated in generated files; %s",
          programs, accepted, valid, echoes, codes);
    }

    private void count(Judge judge, List<Told> told) {
      accepted += judge.isAccepted() ? 1 : 0;
      valid += told.stream().noneMatch(Told::isError) ? 1 : 0;
      echoes += judge.echoes();
      told.stream()
          .flatMap(each -> each.code().stream())
          .distinct()
          .forEach(code -> codes.merge(code, 1, Integer::sum));
    }
  }
}
