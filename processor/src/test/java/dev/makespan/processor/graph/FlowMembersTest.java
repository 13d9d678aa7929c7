package dev.makespan.processor.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FlowMembersTest {
  @ParameterizedTest
  @CsvSource({
    "extract, EXTRACT",
    "extractAll, EXTRACT_ALL",
    "step1, STEP1",
    "toJSON, TO_JSON",
    "parseURLNow, PARSE_URL_NOW",
    "foo_bar, FOO_BAR",
    "foo_Bar, FOO_BAR",
    "X, X"
  })
  void writesTheConstantInCapitals(String method, String constant) {
    assertEquals(constant, FlowMembers.constantName(method));
  }
}
