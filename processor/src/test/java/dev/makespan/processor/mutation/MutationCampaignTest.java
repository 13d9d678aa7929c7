package dev.makespan.processor.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MutationCampaignTest {
  @Test
  void goesOnWhereItStopped(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("campaign.txt");
    Files.writeString(file, "done 1 40 9\n");

    new MutationCampaign(file, 0).judge(1, 44);

    assertEquals(
        List.of("done 1 40", "done 41 44"),
        Files.readAllLines(file).stream()
            .filter(line -> line.startsWith("done"))
            .map(line -> line.substring(0, line.lastIndexOf(' ')))
            .toList());
  }
}
