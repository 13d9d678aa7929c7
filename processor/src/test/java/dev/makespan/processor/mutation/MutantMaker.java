package dev.makespan.processor.mutation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes a program of a seed. The same seed gives the same program as long as the stock is the same.
 */
final class MutantMaker {
  private static final int MOST_TRIES = 20;

  private final List<Base> bases;
  private final Map<Base, Edits> edits = new HashMap<>();

  MutantMaker(List<Base> bases) {
    this.bases = bases;
  }

  Mutant make(long seed, String packageName) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    Base base = bases.get(random.nextInt(bases.size()));
    Edits possible = edits.computeIfAbsent(base, Edits::of);
    int many = List.of(1, 1, 1, 1, 1, 1, 2, 2, 3, 4).get(random.nextInt(10));
    List<Edit> chosen = new ArrayList<>();
    for (int tries = 0; chosen.size() < many && tries < MOST_TRIES; tries++) {
      List<String> rules = possible.rules();
      List<Edit> some = possible.of(rules.get(random.nextInt(rules.size())));
      Edit edit = some.get(random.nextInt(some.size()));
      if (chosen.stream().noneMatch(edit::overlaps)) {
        chosen.add(edit);
      }
    }
    return new Mutant(base, chosen, base.isMovable() ? packageName : "demo");
  }
}
