package dev.makespan.processor.fuzz;
final class PlantedMain {
  public static void main(String... args) {
    for (PlantedBugs.Bug bug : PlantedBugs.ALL) {
      if (args.length > 0 && !bug.name().contains(args[0])) continue;
      long begin = System.nanoTime();
      String first = PlantedBugsTest.first(bug);
      System.out.printf("%-55s %.1f s  %s%n", bug.name(), (System.nanoTime() - begin) / 1e9, first.isEmpty() ? "NOT FOUND" : first.substring(0, Math.min(150, first.length())).replace("\n", " "));
    }
  }
}
