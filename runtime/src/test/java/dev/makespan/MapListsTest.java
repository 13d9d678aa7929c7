package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Maps over lists of several kinds, whose results are of another type than their elements. */
class MapListsTest {
  private final TestFlow flow = new TestFlow();
  private final TaskDef<Integer> length =
      flow.task("length", in -> in[0] == null ? -1 : ((String) in[0]).length());

  static Stream<List<@Nullable String>> lists() {
    return Stream.of(
        List.of(),
        List.of("a"),
        List.of("a", "bc"),
        List.of("a", "bc", ""),
        Arrays.asList("a", null, "bc"),
        Stream.of("a", null, "bc").toList(),
        new ArrayList<>(List.of("a", "bc")),
        new LinkedList<>(List.of("a", "bc")));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void resultsAreInTheOrderOfTheElements(List<@Nullable String> elements) throws Throwable {
    List<@Nullable String> before = new ArrayList<>(elements);
    Run<List<Integer>> run = flow.run(flow.<List<Integer>>workflow(
        "map", (body, in) -> body.map(length, 1, elements, Body.ELEMENT)));

    List<Integer> lengths = Waiting.on(run);

    assertEquals(before.stream().map(each -> each == null ? -1 : each.length()).toList(), lengths);
    assertEquals(before, elements);
  }
}
