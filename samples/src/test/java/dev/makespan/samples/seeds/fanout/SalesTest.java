package dev.makespan.samples.seeds.fanout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.makespan.Run;
import dev.makespan.samples.seeds.fanout.Sales.Parameters;
import dev.makespan.testing.Equivalence;
import java.util.List;
import org.junit.jupiter.api.Test;

class SalesTest {
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
}
