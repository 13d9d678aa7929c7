package dev.makespan.processor.mutation;

import dev.makespan.processor.MakespanProcessor;
import java.util.Map;
import java.util.TreeMap;

final class MutationMain {
  public static void main(String... args) {
    long from = Long.parseLong(args[0]);
    int count = Integer.parseInt(args[1]);
    int size = args.length > 2 ? Integer.parseInt(args[2]) : 20;
    MutationFuzzer fuzzer = new MutationFuzzer(MakespanProcessor::new);
    Map<String, Integer> kinds = new TreeMap<>();
    long begin = System.nanoTime();
    for (long seed = from; seed < from + count; seed += size) {
      for (MutationFuzzer.Hit hit : fuzzer.look(seed, (int) Math.min(size, from + count - seed))) {
        for (Finding each : hit.findings()) {
          if (kinds.merge(each.kind(), 1, Integer::sum) <= 2) {
            System.out.println("SEED " + hit.seed() + " " + hit.mutant().base().name() + " " + hit.mutant().edits() + "\n   " + each);
          }
        }
      }
    }
    double s = (System.nanoTime() - begin) / 1e9;
    System.out.printf("%d programs, %.1f/s, accepted %d valid %d echoes %d%n%s%n", fuzzer.figures().programs, count / s, fuzzer.figures().accepted, fuzzer.figures().valid, fuzzer.figures().echoes, fuzzer.figures().codes);
    kinds.entrySet().stream().sorted((a, b) -> b.getValue() - a.getValue()).limit(60).forEach(e -> System.out.println(e.getValue() + " " + e.getKey().substring(0, Math.min(160, e.getKey().length()))));
  }
}
