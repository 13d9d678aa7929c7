package dev.makespan.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StatisticsTest {
  @Test
  void quartilesOfValuesInAnyOrder() {
    assertEquals(new Statistics(2, 3, 4), Statistics.of(new double[] {5, 1, 4, 2, 3}));
  }

  @Test
  void quartilesLieBetweenValues() {
    assertEquals(new Statistics(12.5, 15, 17.5), Statistics.of(new double[] {20, 10}));
  }

  @Test
  void oneValueIsAllThree() {
    assertEquals(new Statistics(7, 7, 7), Statistics.of(new double[] {7}));
  }
}
