package dev.cordon.resolution;

import dev.cordon.RefusedException;
import dev.cordon.resolution.LinkGraphs.Link;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * How one account of a proposal leads to another, link by link, and how that is said. Stateless.
 */
public final class LinkPath {

  private LinkPath() {}

  private record Step(String account, int cautions, int links, double weight, List<Link> path) {

    Step by(Link link) {
      List<Link> longer = new ArrayList<>(path);
      longer.add(link);
      return new Step(
          link.a().equals(account) ? link.b() : link.a(),
          cautions + (link.caution().isEmpty() ? 0 : 1),
          links + 1,
          weight + link.weight(),
          Collections.unmodifiableList(longer));
    }
  }

  private static final Comparator<Step> FIRST =
      Comparator.comparingInt(Step::cautions)
          .thenComparingInt(Step::links)
          .thenComparing(Comparator.comparingDouble(Step::weight).reversed())
          .thenComparing(Step::account);

  /**
   * The chain over the fewest links with a caution, of those the shortest, of those the heaviest.
   */
  static List<Link> find(List<Link> links, String from, String to) {
    Map<String, List<Link>> by = new HashMap<>();
    links.stream()
        .filter(Link::joins)
        .forEach(link -> {
          by.computeIfAbsent(link.a(), unused -> new ArrayList<>()).add(link);
          by.computeIfAbsent(link.b(), unused -> new ArrayList<>()).add(link);
        });
    PriorityQueue<Step> front = new PriorityQueue<>(FIRST);
    front.add(new Step(from, 0, 0, 0, List.of()));
    Set<String> seen = new HashSet<>();
    for (Step step = front.poll(); step != null; step = front.poll()) {
      if (step.account().equals(to)) {
        return step.path();
      }
      if (seen.add(step.account())) {
        for (Link link : by.getOrDefault(step.account(), List.of())) {
          front.add(step.by(link));
        }
      }
    }
    throw new RefusedException("No chain of links leads from " + from + " to " + to + " here.");
  }

  /** A path as a sentence that can be read aloud. */
  public static String sentence(String from, String to, List<Link> path) {
    if (path.isEmpty()) {
      return from + " is one account; nothing had to be joined.";
    }
    StringBuilder text = new StringBuilder();
    text.append("The accounts ").append(from).append(" and ").append(to);
    text.append(" are proposed as one person's by ");
    text.append(path.size() == 1 ? "one link. " : path.size() + " links, one after another. ");
    String at = from;
    int step = 1;
    for (Link link : path) {
      String next = link.a().equals(at) ? link.b() : link.a();
      text.append(path.size() == 1 ? "" : "(" + step++ + ") ");
      text.append(at).append(" and ").append(next).append(": ").append(link.why()).append(' ');
      at = next;
    }
    long cautions = path.stream().filter(link -> !link.caution().isEmpty()).count();
    if (cautions > 0) {
      text.append("Two people of one household could have left what ")
          .append(
              path.size() == 1
                  ? "it rests on. "
                  : cautions == 1 ? "one of them rests on. " : cautions + " of them rest on. ");
    }
    return text.append(
            "A link is a proposal of written rules about two accounts; whether they are one"
                + " person's, a named person decides.")
        .toString();
  }
}
