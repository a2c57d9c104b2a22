package dev.cordon.resolution.web;

import dev.cordon.resolution.LinkGraphs;
import dev.cordon.resolution.ProposalId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/*
 * Two columns: accounts left, what they have in common right, each a row of its own, so that hundreds
 * stay readable and a telephone can scroll them. The right column is put in the order of the mean row
 * of its accounts, which keeps lines short (the barycentre step of K. Sugiyama, S. Tagawa, M. Toda,
 * IEEE Transactions on Systems, Man, and Cybernetics 11 (1981) 109-125). Cost: links log links.
 */
/**
 * Where the nodes and edges of a drawing stand; places are units of its own view box.
 *
 * @param accounts the left column
 * @param values the right column: shared values, sums of traces, judgements
 * @param edges from an account to a value
 * @param height of the drawing
 */
record LinkChart(List<Node> accounts, List<Node> values, List<Edge> edges, int height) {

  private static final int ROW = 34;
  private static final int LEFT = 250;
  private static final int RIGHT = 470;

  /**
   * A node.
   *
   * @param key names it in the drawing
   * @param text what is written on it
   * @param detail what stands under it: a handle and payments, or a kind and how many hold it
   * @param kind account, outside, value or doubt, for its look
   * @param open the proposal a click adds to the drawing, if it is in one that is not shown
   */
  record Node(String key, String text, String detail, String kind, int y, @Nullable String open) {}

  /**
   * An edge.
   *
   * @param path as SVG writes it
   * @param holders how many accounts hold the value; its frequency
   * @param kind joins or doubt
   * @param why the sentence of the link
   */
  record Edge(
      String from, String to, String path, int middle, int holders, String kind, String why) {}

  static LinkChart of(LinkGraphs.Graph graph, List<ProposalId> shown) {
    Map<String, Node> accounts = new LinkedHashMap<>();
    for (LinkGraphs.Account account : graph.accounts()) {
      boolean inside = account.proposalId() != null && shown.contains(account.proposalId());
      String paid =
          account.payments() == 0
              ? ""
              : account.payments() + (account.payments() == 1 ? " payment" : " payments");
      String handle = account.handle() == null ? "" : account.handle();
      String detail =
          inside
              ? handle + (handle.isEmpty() || paid.isEmpty() ? "" : ", ") + paid
              : account.proposal() == null ? "in no proposal" : "in " + account.proposal();
      accounts.put(
          account.name(),
          new Node(
              "a" + accounts.size(),
              account.name(),
              detail,
              inside ? "account" : "outside",
              ROW * (accounts.size() + 1),
              inside || account.proposalId() == null
                  ? null
                  : account.proposalId().value().toString()));
    }
    return values(graph, accounts);
  }

  private static LinkChart values(LinkGraphs.Graph graph, Map<String, Node> accounts) {
    Map<String, List<LinkGraphs.Link>> byValue = new TreeMap<>();
    for (LinkGraphs.Link link : graph.links()) {
      String key =
          link.value().isEmpty()
              ? link.rule() + " " + link.a() + " " + link.b()
              : link.rule() + " " + link.value();
      byValue.computeIfAbsent(key, unused -> new ArrayList<>()).add(link);
    }
    List<List<LinkGraphs.Link>> ordered = new ArrayList<>(byValue.values());
    ordered.sort(Comparator.comparingDouble(links -> mean(links, accounts)));
    List<Node> values = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (List<LinkGraphs.Link> links : ordered) {
      add(links, accounts, values, edges);
    }
    int rows = Math.max(accounts.size(), values.size());
    return new LinkChart(List.copyOf(accounts.values()), values, edges, ROW * (rows + 1));
  }

  private static void add(
      List<LinkGraphs.Link> links,
      Map<String, Node> accounts,
      List<Node> values,
      List<Edge> edges) {
    LinkGraphs.Link example = links.getFirst();
    boolean joins = links.stream().anyMatch(LinkGraphs.Link::joins);
    String kind = example.rule().toLowerCase(Locale.ROOT).replace('_', ' ');
    Node value =
        new Node(
            "v" + values.size(),
            example.value().isEmpty()
                ? example.parts().isEmpty() ? kind : example.parts()
                : example.value(),
            kind + ", " + example.holders() + " accounts",
            joins ? "value" : "doubt",
            ROW * (values.size() + 1),
            null);
    values.add(value);
    Map<String, LinkGraphs.Link> ends = new TreeMap<>();
    for (LinkGraphs.Link link : links) {
      ends.merge(link.a(), link, (old, young) -> old.joins() ? old : young);
      ends.merge(link.b(), link, (old, young) -> old.joins() ? old : young);
    }
    ends.forEach((name, link) -> {
      Node account = accounts.get(name);
      if (account != null) {
        edges.add(edge(account, value, link));
      }
    });
  }

  private static Edge edge(Node account, Node value, LinkGraphs.Link link) {
    int middle = (LEFT + RIGHT) / 2;
    String path =
        "M%d %d C%d %d %d %d %d %d"
            .formatted(LEFT, account.y(), middle, account.y(), middle, value.y(), RIGHT, value.y());
    return new Edge(
        account.key(),
        value.key(),
        path,
        (account.y() + value.y()) / 2,
        link.holders(),
        link.joins() ? "joins" : "doubt",
        link.why());
  }

  private static double mean(List<LinkGraphs.Link> links, Map<String, Node> accounts) {
    return links.stream()
        .flatMap(link -> List.of(link.a(), link.b()).stream())
        .map(accounts::get)
        .filter(node -> node != null)
        .mapToInt(Node::y)
        .average()
        .orElse(0);
  }
}
