package dev.makespan.processor.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.makespan.processor.MakespanProcessor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Valid programs with changes, most of which make them invalid. {@link Finding.Oracle} says what
 * must hold.
 *
 * <p>Judges as many as there is time for, of 90 seconds by default:
 * {@code -Dmakespan.mutantSeconds=5}. {@code -Dmakespan.firstMutant=1000} begins with another seed,
 * {@code -Dmakespan.mutants=400} judges so many, {@code -Dmakespan.mutant=7} one. Many more are
 * judged by {@link MutationCampaign}.
 */
@Timeout(600)
final class InvalidProgramsTest {
  private static final int TOGETHER = 40;
  private static final long SECONDS = Long.getLong("makespan.mutantSeconds", 90);

  @Test
  void keepsItsPromisesForEverySeed() {
    Long one = Long.getLong("makespan.mutant");
    long first = one != null ? one : Long.getLong("makespan.firstMutant", 1);
    long count = one != null ? 1 : Long.getLong("makespan.mutants", Long.MAX_VALUE / 2);
    boolean timed = one == null && Long.getLong("makespan.mutants") == null;
    Duration most = timed ? Duration.ofSeconds(SECONDS) : Duration.ofDays(1);
    long begin = System.nanoTime();
    MutationFuzzer fuzzer = new MutationFuzzer(MakespanProcessor::new);
    for (long seed = first; seed < first + count; seed += TOGETHER) {
      List<MutationFuzzer.Hit> hits =
          fuzzer.look(seed, (int) Math.min(TOGETHER, first + count - seed));
      if (!hits.isEmpty()) {
        fail(Report.of(fuzzer, hits.get(0)));
      }
      if (System.nanoTime() - begin >= most.toNanos()) {
        break;
      }
    }
    System.out.println(fuzzer.figures());
  }

  @Test
  void startsFromProgramsWithoutAnError() {
    MutationFuzzer fuzzer = new MutationFuzzer(MakespanProcessor::new);
    List<String> wrong = new ArrayList<>();
    for (Base base : Stock.bases()) {
      fuzzer.told(new Mutant(base, List.of(), "demo")).stream()
          .filter(Told::isError)
          .forEach(each -> wrong.add(base.name() + " " + each));
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void makesTheSameOfTheSameSeed() {
    MutantMaker one = new MutantMaker(Stock.bases());
    MutantMaker other = new MutantMaker(Stock.bases());
    for (long seed = 1; seed <= 30; seed++) {
      assertEquals(one.make(seed, "d000").files(), other.make(seed, "d000").files());
      assertTrue(!one.make(seed, "d000").edits().isEmpty());
    }
  }
}
