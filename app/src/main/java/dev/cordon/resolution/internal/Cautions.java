package dev.cordon.resolution.internal;

import dev.cordon.linkage.Engine;
import dev.cordon.resolution.ResolutionModel.KindRule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/*
 * A link that was followed may still be what two people of one household would leave behind: father
 * and son of one name at one address, a couple at one line. Such a link is followed, and flagged.
 *
 *   1. A link says enough by itself when its selector is one person's (not a roof's, a relative's or
 *      a sum of traces) and the records of those who share it do not speak of two people.
 *   2. Accounts that such links hold together need no other link. Every other followed link carries
 *      a caution with its reason if, without it, its two sides would not be one group, or if its
 *      own two accounts contradict each other.
 *   3. Two accounts whose every chain of links runs over a caution carry it, too, though they share
 *      nothing themselves.
 *
 * Cost: the links, and for each group with a caution the pairs of its accounts (bounded by the
 * largest group).
 */
/** Finds which followed links two people of one household could have left. Used once. */
final class Cautions {

  /** What a sum of traces is called among the rules. */
  static final String TOGETHER = "TOGETHER";

  private static final String JUDGED = "JUDGED";

  private final Engine engine;
  private final KnownNames names;
  private final Map<String, KindRule> rules = new HashMap<>();
  private final List<Followed> followed = new ArrayList<>();
  private final Map<Long, Set<Doubt>> doubts = new HashMap<>();
  private final Set<String> contested = new HashSet<>();
  private final Map<Integer, Integer> parents = new HashMap<>();

  private final List<List<Integer>> allParts = new ArrayList<>();

  private record Followed(int link, int a, int b, String rule, int cluster, String value) {

    String shared() {
      return rule + ' ' + value;
    }
  }

  private record Caution(Followed link, String reason) {}

  Cautions(Engine engine, KnownNames names, List<KindRule> rules) {
    this.engine = engine;
    this.names = names;
    rules.forEach(rule -> this.rules.put(rule.kind(), rule));
  }

  /**
   * Reads {@code plain_link}; writes {@code link_caution(link, caution)} and {@code caution_pair(a,
   * b, over_a, over_b, caution)}, the pairs of accounts that only a link with a caution brings
   * together, and {@code caution_part(holder, part, size)}, what such a group would fall into
   * without.
   */
  void write() {
    engine.run(CautionSql.followed().then(CautionSql.signs()));
    readSigns();
    engine.read(
        CautionSql.FOLLOWED,
        row ->
            followed.add(
                new Followed(
                    row.getInt(1),
                    row.getInt(2),
                    row.getInt(3),
                    row.getString(4),
                    row.getInt(5),
                    row.getString(6))));
    for (Followed link : followed) {
      if (!link.value().isEmpty() && doubts(link).stream().anyMatch(Doubt::spreads)) {
        contested.add(link.shared());
      }
    }
    for (Followed link : followed) {
      if (isEnough(link)) {
        parents.put(root(link.a()), root(link.b()));
      }
    }
    List<Caution> cautions = new ArrayList<>();
    for (Followed link : followed) {
      boolean contradicted = !isJudged(link) && doubts(link).stream().anyMatch(Doubt::contradicts);
      if (contradicted || root(link.a()) != root(link.b())) {
        cautions.add(new Caution(link, reason(link)));
      }
    }
    engine.create(
        "link_caution",
        List.of("link INTEGER", "caution VARCHAR"),
        writer -> cautions.forEach(caution -> writer.row(caution.link().link(), caution.reason())));
    engine.create(
        "caution_pair",
        List.of("a INTEGER", "b INTEGER", "over_a INTEGER", "over_b INTEGER", "caution VARCHAR"),
        writer -> byCluster(cautions).forEach((cluster, own) -> writePairs(cluster, own, writer)));
    engine.create(
        "caution_part",
        List.of("holder INTEGER", "part INTEGER", "size INTEGER"),
        writer ->
            allParts.forEach(
                part -> part.forEach(holder -> writer.row(holder, part.getFirst(), part.size()))));
  }

  private void readSigns() {
    engine.read(
        CautionSql.SIGNS,
        row -> {
          int a = row.getInt(1);
          int b = row.getInt(2);
          Set<Doubt> own = doubts.computeIfAbsent(key(a, b), unused -> names.doubts(a, b));
          String sign = row.getString(3);
          if (sign != null) {
            own.add(Doubt.valueOf(sign));
          }
        });
  }

  private boolean isEnough(Followed link) {
    if (isJudged(link)) {
      return true;
    }
    KindRule rule = rules.get(link.rule());
    return rule != null
        && !rule.household()
        && !contested.contains(link.shared())
        && doubts(link).stream().noneMatch(Doubt::contradicts);
  }

  private static boolean isJudged(Followed link) {
    return link.rule().equals(JUDGED);
  }

  private String reason(Followed link) {
    KindRule rule = rules.get(link.rule());
    List<String> words = new ArrayList<>();
    if (link.rule().equals(TOGETHER)) {
      words.add("each trace by itself may be another person's");
    } else if (rule != null && rule.household()) {
      words.add("another person of the household could share this");
    } else if (doubts(link).stream().anyMatch(Doubt::contradicts)) {
      words.add("the records speak of two people, too");
    } else {
      words.add("others who share it are perhaps two people of one household");
    }
    doubts(link).forEach(doubt -> words.add(doubt.text()));
    return String.join("; ", words);
  }

  private Set<Doubt> doubts(Followed link) {
    return doubts.getOrDefault(key(link.a(), link.b()), EnumSet.noneOf(Doubt.class));
  }

  private static Map<Integer, List<Caution>> byCluster(List<Caution> cautions) {
    return cautions.stream()
        .collect(
            Collectors.groupingBy(
                caution -> caution.link().cluster(), TreeMap::new, Collectors.toList()));
  }

  /** The pairs of a group's accounts that no chain of links without a caution brings together. */
  private void writePairs(int cluster, List<Caution> cautions, Engine.RowWriter writer) {
    List<Integer> members = new ArrayList<>();
    engine.read(
        "SELECT holder FROM holder_group WHERE representative = ? ORDER BY holder",
        row -> members.add(row.getInt(1)),
        cluster);
    Map<Integer, List<Integer>> parts = new LinkedHashMap<>();
    members.forEach(
        member -> parts.computeIfAbsent(root(member), unused -> new ArrayList<>()).add(member));
    allParts.addAll(parts.values());
    Set<Long> direct = new HashSet<>();
    cautions.forEach(caution -> direct.add(key(caution.link().a(), caution.link().b())));
    for (Map.Entry<Integer, List<Integer>> part : parts.entrySet()) {
      Map<Integer, Caution> nearest = nearest(part.getKey(), cautions);
      for (int member : part.getValue()) {
        nearest.forEach((other, caution) -> {
          for (int there : parts.getOrDefault(other, List.of())) {
            if (member < there && !direct.contains(key(member, there))) {
              writer.row(member, there, caution.link().a(), caution.link().b(), caution.reason());
            }
          }
        });
      }
    }
  }

  /** For each part that can be reached from one, the first caution on the shortest way there. */
  private Map<Integer, Caution> nearest(int from, List<Caution> cautions) {
    Map<Integer, Caution> found = new LinkedHashMap<>();
    Deque<Integer> front = new ArrayDeque<>(List.of(from));
    while (!front.isEmpty()) {
      int at = front.removeFirst();
      for (Caution caution : cautions) {
        int a = root(caution.link().a());
        int b = root(caution.link().b());
        int next = a == at ? b : b == at ? a : from;
        if (next != from && !found.containsKey(next)) {
          found.put(next, found.getOrDefault(at, caution));
          front.add(next);
        }
      }
    }
    return found;
  }

  private int root(int holder) {
    int current = holder;
    for (int parent = parents.getOrDefault(current, current);
        parent != current;
        parent = parents.getOrDefault(current, current)) {
      current = parent;
    }
    return current;
  }

  private static long key(int a, int b) {
    return (long) Math.min(a, b) << 32 | Math.max(a, b);
  }
}
