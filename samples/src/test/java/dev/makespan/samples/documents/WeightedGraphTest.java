package dev.makespan.samples.documents;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WeightedGraphTest {

  @Test
  void ranksTheCentreOfAStarHighest() {
    WeightedGraph star = new WeightedGraph(3);
    star.add(0, 1, 1);
    star.add(0, 2, 1);
    // centre = 0.05 + 0.85 · 2 · leaf and leaf = 0.05 + 0.85 · centre / 2
    assertArrayEquals(new double[] {18.0 / 37, 9.5 / 37, 9.5 / 37}, star.rank(), 1e-5);
  }

  @Test
  void handsRankOnByWeight() {
    WeightedGraph path = new WeightedGraph(3);
    path.add(0, 1, 3);
    path.add(0, 2, 1);
    double[] rank = path.rank();
    double centre = 18.0 / 37;
    assertArrayEquals(
        new double[] {centre, 0.05 + 0.85 * centre * 0.75, 0.05 + 0.85 * centre * 0.25},
        rank,
        1e-5);
  }

  @Test
  void ranksNodesWithoutEdgesEqually() {
    assertArrayEquals(new double[] {0.5, 0.5}, new WeightedGraph(2).rank(), 1e-12);
  }

  @Test
  void hasNoRanksWithoutNodes() {
    assertArrayEquals(new double[0], new WeightedGraph(0).rank());
  }

  @Test
  void addsUpWeightsInBothDirections() {
    WeightedGraph graph = new WeightedGraph(2);
    graph.add(0, 1, 1.5);
    graph.add(1, 0, 1);
    graph.add(1, 1, 7);
    assertEquals(2.5, graph.weight(0, 1));
    assertEquals(2.5, graph.weight(1, 0));
    assertEquals(0, graph.weight(1, 1));
  }
}
