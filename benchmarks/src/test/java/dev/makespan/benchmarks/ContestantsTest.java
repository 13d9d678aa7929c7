package dev.makespan.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.makespan.benchmarks.contestant.Contestants;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContestantsTest {
  private static final List<Contestant> PRESENT = new ArrayList<>();
  private static final Set<String> ABSENT = new TreeSet<>();

  static {
    for (String name : Contestants.names()) {
      try {
        PRESENT.add(Contestants.named(name));
      } catch (UnsupportedOperationException e) {
        ABSENT.add(name);
      }
    }
  }

  @Test
  void allTakePartThatThisJdkCanHave() {
    Set<String> expected = new TreeSet<>();
    int jdk = Runtime.version().feature();
    if (jdk < 21) {
      expected.add("cf-virtual");
    }
    if (jdk != 25) {
      expected.add("structured");
    }
    assertEquals(expected, ABSENT);
  }

  @ParameterizedTest
  @EnumSource(names = {"CHAIN", "DIAMOND", "INDEPENDENT", "NESTED", "BOUNDED"})
  void allReturnWhatThePlainCallsReturn(Workload workload) throws Exception {
    Object expected = workload.expected();
    for (Contestant contestant : PRESENT) {
      if (contestant.takes(workload)) {
        assertEquals(expected, workload.run(contestant), contestant.name());
      }
    }
  }

  /** All at once, since they only sleep. */
  @Test
  void allReturnWhatThePlainCallsReturnWhereTheySleep() throws Exception {
    Map<String, FutureTask<Object>> runs = new LinkedHashMap<>();
    for (Workload workload : EnumSet.of(Workload.SLEEPS, Workload.HUNDRED)) {
      for (Contestant contestant : PRESENT) {
        if (contestant.takes(workload)) {
          FutureTask<Object> run = new FutureTask<>(() -> workload.run(contestant));
          runs.put(workload.key() + " " + contestant.name(), run);
          new Thread(run).start();
        }
      }
    }
    for (Map.Entry<String, FutureTask<Object>> run : runs.entrySet()) {
      Workload workload = Workload.of(run.getKey().split(" ")[0]);
      assertEquals(workload.expected(), run.getValue().get(), run.getKey());
    }
  }
}
