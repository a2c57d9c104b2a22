package dev.cordon.linkage.chart;

import dev.cordon.linkage.group.Bridges;
import dev.cordon.linkage.group.Bridges.Bridge;
import dev.cordon.linkage.group.Pairs;
import dev.cordon.linkage.link.Linkage;
import dev.cordon.linkage.link.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * One cluster as a picture: its records in a ring, its agreeing pairs as lines, bridges dashed.
 *
 * @param records the numbers of its records, ascending
 * @param edges its agreeing pairs
 */
public record Studio(List<Integer> records, List<Edge> edges) {

  private static final int MOST_RECORDS = 80;
  private static final int SIDE = 640;
  private static final int RADIUS = 260;

  /** Copies the lists. */
  public Studio {
    records = List.copyOf(records);
    edges = List.copyOf(edges);
  }

  /** A pair of the cluster: its records, its weight in bits, whether it is a bridge. */
  public record Edge(int a, int b, double weight, boolean bridge) {}

  /** The largest cluster of at most 80 records. */
  public static Optional<Studio> largest(Linkage.Compared compared, int[] clusters) {
    int[] sizes = new int[clusters.length];
    for (int cluster : clusters) {
      sizes[cluster]++;
    }
    int best = -1;
    for (int cluster = 0; cluster < sizes.length; cluster++) {
      if (sizes[cluster] >= 2
          && sizes[cluster] <= MOST_RECORDS
          && (best < 0 || sizes[cluster] > sizes[best])) {
        best = cluster;
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(of(best, compared, clusters));
  }

  /** A cluster by its smallest record. */
  public static Studio of(int cluster, Linkage.Compared compared, int[] clusters) {
    int[] members =
        IntStream.range(0, clusters.length).filter(each -> clusters[each] == cluster).toArray();
    Pairs pairs = compared.pairs();
    double threshold = Weights.odds(compared.model().grouping().threshold());
    int[] inner =
        Arrays.stream(pairs.sorted())
            .filter(pair ->
                clusters[pairs.a(pair)] == cluster
                    && clusters[pairs.b(pair)] == cluster
                    && pairs.weight(pair) >= threshold)
            .toArray();
    Set<Integer> bridges = new HashSet<>();
    for (Bridge bridge : Bridges.of(members, inner, pairs)) {
      bridges.add(bridge.pair());
    }
    List<Edge> edges = new ArrayList<>();
    for (int pair : inner) {
      edges.add(new Edge(pairs.a(pair), pairs.b(pair), pairs.weight(pair), bridges.contains(pair)));
    }
    return new Studio(Arrays.stream(members).boxed().toList(), edges);
  }

  /** The picture. */
  public String svg() {
    Svg svg = new Svg(SIDE, SIDE + 40, "A cluster of " + records.size() + " records");
    svg.text(12, 22, "A cluster of " + records.size() + " records", 15, "#1f2933", true);
    svg.text(
        12,
        42,
        "dashed: bridges, the only pair that holds two parts together",
        12,
        "#52606d",
        false);
    for (Edge edge : edges) {
      int from = records.indexOf(edge.a());
      int to = records.indexOf(edge.b());
      if (edge.bridge()) {
        svg.dashed(x(from), y(from), x(to), y(to), "#b4540a");
      } else {
        svg.line(x(from), y(from), x(to), y(to), "#9aa5b1");
      }
    }
    for (int index = 0; index < records.size(); index++) {
      svg.dot(x(index), y(index), 6, "#0b69a3");
      svg.text(
          x(index) + 8, y(index) + 4, String.valueOf(records.get(index)), 11, "#1f2933", false);
    }
    return svg.close();
  }

  private int x(int index) {
    return SIDE / 2 + (int) Math.round(RADIUS * Math.cos(angle(index)));
  }

  private int y(int index) {
    return SIDE / 2 + 30 + (int) Math.round(RADIUS * Math.sin(angle(index)));
  }

  private double angle(int index) {
    return 2 * Math.PI * index / records.size();
  }
}
