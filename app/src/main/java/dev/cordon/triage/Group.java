package dev.cordon.triage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A group of near duplicates as a graph of hashes, laid on a circle of 1000 by 1000 units. It shows
 * which items, not what they show.
 *
 * @param nodes those of one page
 * @param lines pairs among them
 */
public record Group(List<Node> nodes, List<Line> lines) {

  private static final double MIDDLE = 500;
  private static final double RADIUS = 380;

  /** Copies the lists. */
  public Group {
    nodes = List.copyOf(nodes);
    lines = List.copyOf(lines);
  }

  /** An item as it comes. */
  record Member(UUID id, String sha256, boolean isWaiting) {}

  /** A pair as it comes. */
  record Pair(UUID one, UUID other, int distance) {}

  /**
   * An item.
   *
   * @param x its place
   * @param labelX where its label begins or ends
   * @param isLeft whether its label stands to the left of it
   */
  public record Node(
      UUID id,
      String sha256,
      boolean isWaiting,
      long x,
      long y,
      long labelX,
      long labelY,
      boolean isLeft) {}

  /** Two items whose codes differ in so many bits. */
  public record Line(long fromX, long fromY, long toX, long toY, int distance) {}

  static Group of(List<Member> members, List<Pair> pairs) {
    List<Node> nodes = new ArrayList<>();
    Map<UUID, Node> places = new HashMap<>();
    for (int place = 0; place < members.size(); place++) {
      Member member = members.get(place);
      double angle = 2 * Math.PI * place / members.size();
      double right = Math.sin(angle);
      double down = -Math.cos(angle);
      Node node =
          new Node(
              member.id(),
              member.sha256(),
              member.isWaiting(),
              Math.round(MIDDLE + RADIUS * right),
              Math.round(MIDDLE + RADIUS * down),
              Math.round(MIDDLE + (RADIUS + 22) * right),
              Math.round(MIDDLE + (RADIUS + 22) * down + 6),
              right < 0);
      nodes.add(node);
      places.put(member.id(), node);
    }
    List<Line> lines = new ArrayList<>();
    for (Pair pair : pairs) {
      Node from = places.get(pair.one());
      Node to = places.get(pair.other());
      if (from != null && to != null) {
        lines.add(new Line(from.x(), from.y(), to.x(), to.y(), pair.distance()));
      }
    }
    return new Group(nodes, lines);
  }
}
