package dev.makespan.internal.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.makespan.internal.local.SimulationCampaign.Range;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationCampaignTest {
  @Test
  void leavesOutWhatIsDone() {
    List<Range> done = List.of(new Range(7, 8), new Range(3, 4), new Range(90, 99));

    assertEquals(
        List.of(new Range(1, 2), new Range(5, 6), new Range(9, 10)),
        SimulationCampaign.left(new Range(1, 10), done));
    assertEquals(List.of(), SimulationCampaign.left(new Range(91, 99), done));
  }

  @Test
  void cutsWhatIsLeftIntoBlocks() {
    assertEquals(
        List.of(new Range(1, 1_000), new Range(1_001, 1_500)),
        SimulationCampaign.left(new Range(1, 1_500), List.of()));
  }

  @Test
  void goesOnWhereItStopped(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("campaign.txt");

    assertEquals(0, new SimulationCampaign(file).simulate(1, 20, 2));
    assertEquals(0, new SimulationCampaign(file).simulate(1, 30, 1));

    assertEquals(
        List.of("done 1 20", "done 21 30"),
        Files.readAllLines(file).stream()
            .map(line -> line.substring(0, line.lastIndexOf(' ')))
            .toList());
  }
}
