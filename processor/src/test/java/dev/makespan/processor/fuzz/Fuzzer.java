package dev.makespan.processor.fuzz;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Processor;
import org.jspecify.annotations.Nullable;

/** Makes programs of seeds, and looks for what is wrong with them. Used by one thread. */
final class Fuzzer {
  private static final List<String> REFUSALS =
      List.of("[makespan:evaluation-order]", "[makespan:var-type]");

  private final Batch batch;
  private final ArrayDeque<VirtualThread> threads = new ArrayDeque<>();
  private final Map<String, Integer> refused = new TreeMap<>();
  private long programs;

  /** With a new processor from here for each compilation. */
  Fuzzer(Supplier<Processor> processors) {
    this(processors, text -> text);
  }

  /** The same with a bug in what is generated. */
  Fuzzer(Supplier<Processor> processors, UnaryOperator<String> bug) {
    batch = new Batch(processors, bug);
  }

  /** A program that is wrong, with what is. */
  record Finding(long seed, int[] choices, String difference) {}

  /** How many programs were judged. */
  long programs() {
    return programs;
  }

  /** How many programs were refused as they may be, by the code. */
  Map<String, Integer> refused() {
    return refused;
  }

  /** Looks at the programs of some seeds. */
  List<Finding> look(long first, int count) {
    List<SourceProgram> all = new ArrayList<>();
    List<int[]> choices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Choices chosen = Choices.of(first + i);
      all.add(ProgramWriter.write(chosen, "p" + i));
      choices.add(chosen.taken());
    }
    List<Finding> findings = new ArrayList<>();
    List<@Nullable String> differences = differences(all, first, 1);
    for (int i = 0; i < count; i++) {
      String difference = differences.get(i);
      if (difference != null) {
        findings.add(new Finding(first + i, choices.get(i), difference));
      }
    }
    return findings;
  }

  /**
   * For each program what is wrong; null if nothing is.
   *
   * @param seed chooses the schedules for the first one
   * @param step how much the seed of each is above that of the one before it
   */
  List<@Nullable String> differences(List<SourceProgram> all, long seed, int step) {
    Map<String, @Nullable String> told = new HashMap<>();
    List<SourceProgram> left = new ArrayList<>(all);
    Batch.Result result = batch.compile(left);
    while (!result.errors().isEmpty() && !left.isEmpty()) {
      blame(result.errors(), left, told);
      result = batch.compile(left);
    }
    List<@Nullable String> differences = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      String name = all.get(i).packageName();
      if (told.containsKey(name)) {
        differences.add(told.get(name));
      } else {
        programs++;
        differences.add(difference(all.get(i), result, seed + (long) i * step));
      }
    }
    return differences;
  }

  /** Takes out the programs that don't compile; all, if nobody knows which. */
  private void blame(
      List<Batch.Complaint> errors, List<SourceProgram> left, Map<String, @Nullable String> told) {
    boolean isKnown = errors.stream()
        .anyMatch(
            each -> left.stream().anyMatch(of -> of.packageName().equals(each.packageName())));
    for (SourceProgram program : List.copyOf(left)) {
      List<Batch.Complaint> own = isKnown
          ? errors.stream()
              .filter(each -> each.packageName().equals(program.packageName()))
              .toList()
          : errors;
      if (!own.isEmpty()) {
        left.remove(program);
        told.put(program.packageName(), complaint(own));
      }
    }
  }

  /** What the compiler said, unless a program may be refused with that. */
  private @Nullable String complaint(List<Batch.Complaint> errors) {
    for (String code : REFUSALS) {
      if (errors.stream().anyMatch(each -> each.text().startsWith(code))) {
        refused.merge(code, 1, Integer::sum);
        return null;
      }
    }
    return errors.get(0).toString();
  }

  private @Nullable String difference(SourceProgram program, Batch.Result result, long seed) {
    try {
      return new Judge(program, result.codes(), result.loader(), threads).difference(seed);
    } catch (ReflectiveOperationException | LinkageError e) {
      return e.toString();
    }
  }
}
