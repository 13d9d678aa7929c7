package dev.makespan.samples.documents;

import java.util.Arrays;

/** An undirected graph with weighted edges between numbered nodes, and the ranking of its nodes. */
final class WeightedGraph {

  private static final double DAMPING = 0.85;
  private static final double TOLERANCE = 1e-6;
  private static final int MAX_ROUNDS = 200;

  private final double[][] weights;

  WeightedGraph(int nodes) {
    weights = new double[nodes][nodes];
  }

  /** Adds to the weight between two nodes. A node is no neighbour of its own: that is ignored. */
  void add(int a, int b, double weight) {
    if (a != b) {
      weights[a][b] += weight;
      weights[b][a] += weight;
    }
  }

  double weight(int a, int b) {
    return weights[a][b];
  }

  /**
   * The weighted PageRank of every node, of sum 1, iterated until it stands still.
   *
   * <p>This is the ranking of R. Mihalcea and P. Tarau: "TextRank: Bringing Order into Texts",
   * 2004. A node without edges spreads its rank evenly.
   */
  double[] rank() {
    int n = weights.length;
    double[] degrees =
        Arrays.stream(weights).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    double[] rank = new double[n];
    Arrays.fill(rank, 1.0 / n);
    double change = 1;
    for (int round = 0; round < MAX_ROUNDS && change > TOLERANCE; round++) {
      double[] next = nextRound(rank, degrees);
      change = 0;
      for (int i = 0; i < n; i++) {
        change += Math.abs(next[i] - rank[i]);
      }
      rank = next;
    }
    return rank;
  }

  /** Every node hands its rank on to its neighbours, by weight. */
  private double[] nextRound(double[] rank, double[] degrees) {
    double idle = 0;
    double[] incoming = new double[rank.length];
    for (int i = 0; i < rank.length; i++) {
      if (degrees[i] == 0) {
        idle += rank[i];
      } else {
        double[] row = weights[i];
        double share = rank[i] / degrees[i];
        for (int j = 0; j < row.length; j++) {
          incoming[j] += share * row[j];
        }
      }
    }
    double base = (1 - DAMPING + DAMPING * idle) / rank.length;
    return Arrays.stream(incoming).map(value -> base + DAMPING * value).toArray();
  }
}
