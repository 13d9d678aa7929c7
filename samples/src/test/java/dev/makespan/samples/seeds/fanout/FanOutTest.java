package dev.makespan.samples.seeds.fanout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.Run;
import dev.makespan.Runner;
import dev.makespan.event.RunReport.NodeReport;
import dev.makespan.samples.seeds.fanout.Sales.Parameters;
import dev.makespan.testing.Equivalence;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FanOutTest {
  @Test
  void thePlainCallDoesOneTaskAfterTheOther() throws InterruptedException {
    FanOut plain = new FanOut();
    assertEquals(List.of(1, 2, 3), plain.pipeline());
    assertEquals(List.of("first", "part 1", "part 2", "part 3", "last"), plain.log());
  }

  @Test
  void thePartsRunBetweenTheFirstTaskAndTheLast() {
    FanOut fanOut = new FanOut();
    Run<List<Integer>> run = new FanOutFlow(fanOut).pipeline();
    assertEquals(List.of(1, 2, 3), run.join());
    List<String> log = fanOut.log();
    assertEquals(5, log.size(), log::toString);
    assertEquals("first", log.get(0));
    assertEquals(Set.of("part 1", "part 2", "part 3"), Set.copyOf(log.subList(1, 4)));
    assertEquals("last", log.get(4));
    Map<String, NodeReport> nodes = run.report().nodes().stream()
        .collect(Collectors.toMap(NodeReport::name, Function.identity()));
    NodeReport part = nodes.get("part");
    assertEquals(3, part.count());
    assertTrue(part.firstStart().compareTo(nodes.get("first").lastEnd()) >= 0, run::toString);
    assertTrue(nodes.get("last").firstStart().compareTo(part.lastEnd()) >= 0, run::toString);
  }

  @Test
  void thePoolGivesWhatThePlainCallGives() throws InterruptedException {
    List<Integer> results = Pool.starmap(Pool.TASKS);
    for (int i = 0; i < results.size(); i++) {
      Pool.Arguments in = Pool.TASKS.get(i);
      int result = results.get(i);
      assertTrue(in.first() <= result && result <= in.second(), results::toString);
    }
    Equivalence.assertSame(() -> results, () -> new PoolFlow().starmap(Pool.TASKS));
  }

  /** The third pair waits until the sooner of the first two is done. */
  @Test
  void twoWorkersShareThePool() throws InterruptedException {
    List<Integer> results = Pool.starmap(Pool.TASKS);
    int units = results.get(2) + Math.min(results.get(0), results.get(1));
    long least = (long) Pool.UNIT_MILLIS * units;
    Run<List<Integer>> two = new PoolFlow().starmap(Pool.TASKS);
    two.join();
    assertTrue(two.report().makespan().toMillis() >= least, () -> two.report().toString());
    try (Runner runner = Runner.builder().maxParallelism(2).build()) {
      Run<List<Integer>> limited = new PoolFlow(runner).starmap(Pool.TASKS);
      assertEquals(results, limited.join());
      assertTrue(
          limited.report().makespan().toMillis() >= least,
          () -> limited.report().toString());
    }
  }

  @Test
  void runsOfOnePipelineHaveParametersOfTheirOwn() {
    SalesFlow flow = new SalesFlow();
    List<Run<String>> runs = Main.PARAMETERS.stream().map(flow::pipeline).toList();
    assertEquals(
        List.of(
            "toys in Oslo: 40 sold, 28 in stock",
            "books in Lisbon: 50 sold, 42 in stock",
            "tools in Vienna: 50 sold, 42 in stock"),
        runs.stream().map(Run::join).toList());
    assertEquals(3, runs.stream().map(Run::id).distinct().count());
  }

  @Test
  void eachRunEqualsThePlainCall() {
    for (Parameters each : Main.PARAMETERS) {
      Equivalence.assertSame(() -> Sales.pipeline(each), () -> new SalesFlow().pipeline(each));
    }
  }

  @Test
  void theProgramTellsAllThreeWays() throws InterruptedException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    Main.run(new PrintStream(output, true, UTF_8));
    List<String> lines = output.toString(UTF_8).lines().toList();
    assertEquals(6, lines.size(), lines::toString);
    assertTrue(
        lines.get(0).matches("fan-out/fan-in +[0-9.]+ ms: first, part .*, last"), lines::toString);
    assertTrue(lines.get(5).endsWith("tools in Vienna: 50 sold, 42 in stock"), lines::toString);
  }
}
