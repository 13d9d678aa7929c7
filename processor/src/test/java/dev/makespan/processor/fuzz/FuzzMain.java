package dev.makespan.processor.fuzz;

import dev.makespan.processor.MakespanProcessor;

final class FuzzMain {
  public static void main(String... args) {
    long from = Long.parseLong(args[0]);
    int count = Integer.parseInt(args[1]);
    int size = args.length > 2 ? Integer.parseInt(args[2]) : 20;
    if (count == 1) {
      SourceProgram p = ProgramWriter.write(Choices.of(from), "p0");
      
    }
    Fuzzer fuzzer = new Fuzzer(MakespanProcessor::new);
    long begin = System.nanoTime();
    int found = 0;
    for (long seed = from; seed < from + count; seed += size) {
      for (Fuzzer.Finding each : fuzzer.look(seed, (int) Math.min(size, from + count - seed))) {
        String t = each.difference();
        if (count == 1) System.out.println(ProgramWriter.write(Choices.of(from), "p0").text());
        System.out.println("SEED " + each.seed() + " " + t.substring(0, Math.min(600, t.length())));
        if (count == 1) {
          Shrinker.Shrunk small = new Shrinker(fuzzer, each, Integer.getInteger("most", 300)).shrink();
          System.out.println("SHRUNK " + small.difference() + "\n" + small.program().text());
        }
        if (++found > 12) return;
      }
    }
    double s = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        "%d programs, %.1f/s, refused %s%n", fuzzer.programs(), count / s, fuzzer.refused());
  }
}
