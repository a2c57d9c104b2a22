package dev.cordon.resolution.internal;

import dev.cordon.linkage.Clustering;
import dev.cordon.linkage.Engine;
import dev.cordon.linkage.LinkTable;
import dev.cordon.linkage.Strength;
import dev.cordon.resolution.ResolutionModel.KindRule;
import dev.cordon.resolution.internal.NameComparison.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges candidate pairs value by value with the model's rules: which pairs may join, and which are
 * flagged and kept apart. Reads the pairs once, in their order.
 */
final class PairJudge {

  /** Some holders of the value are clearly different people; whose it is here, nobody said. */
  static final String UNCLEAR = "the value serves several names and this pair shows none in common";

  /** Without the same name on both, the value says too little. */
  static final String NOT_NAMED = "the same name does not stand on both";

  /** One roof, other machines: two of a household, even two of one name. */
  static final String OTHER_PROGRAMS =
      "other programs were used: perhaps two people of one household";

  /** A line passes from one household to the next. */
  static final String OTHER_TIMES = "the line was used at other times";

  private final Map<String, KindRule> rules = new HashMap<>();
  private final KnownNames names;
  private final LinkTable links = new LinkTable();
  private final Map<Integer, String> flags = new HashMap<>();

  /** Mailboxes of several names: who answers to one as recovery mailbox is unclear, too. */
  private final Set<String> contestedMailboxes = new HashSet<>();

  private final Map<Integer, Set<Integer>> households = new HashMap<>();

  /** Of these, those whose cards or telephone numbers differ as well. */
  private final Map<Integer, Set<Integer>> strangers = new HashMap<>();

  private final BitSet roofLinks = new BitSet();
  private final BitSet mailboxLinks = new BitSet();
  private final List<int[]> forbidden = new ArrayList<>();
  private final List<Pair> group = new ArrayList<>();
  private String groupKey = "";

  private record Pair(
      String kind,
      int a,
      int b,
      Strength strength,
      double weight,
      boolean meets,
      boolean programsDiffer,
      boolean othersDiffer) {}

  PairJudge(List<KindRule> rules, KnownNames names) {
    rules.forEach(rule -> this.rules.put(rule.kind(), rule));
    this.names = names;
  }

  /** Reads and judges all pairs. */
  void judge(Engine engine) {
    engine.read(
        LinkSql.PAIRS,
        row -> {
          String key = row.getString(2) + '\n' + row.getString(3);
          if (!key.equals(groupKey)) {
            judgeGroup();
            groupKey = key;
          }
          group.add(
              new Pair(
                  row.getString(2),
                  row.getInt(4),
                  row.getInt(5),
                  Strength.valueOf(row.getString(6)),
                  row.getDouble(7),
                  row.getBoolean(8),
                  row.getBoolean(9),
                  row.getBoolean(10)));
        });
    judgeGroup();
  }

  /** The judged links, numbered as read; those kept apart are weak. */
  LinkTable links() {
    return links;
  }

  /** The flag of each link kept apart. */
  Map<Integer, String> flags() {
    return flags;
  }

  /** Tells the clustering which pairs are two people. */
  void forbidIn(Clustering clustering) {
    forbidden.forEach(pair -> clustering.forbid(pair[0], pair[1]));
  }

  /** Whether the names of two groups speak against joining them by this link. */
  boolean forbids(int[] first, int[] second, int link) {
    if (roofLinks.get(link) && anyHousehold(first, second)) {
      return true;
    }
    return compare(mailboxLinks.get(link) ? "EMAIL" : "", first, second) == Verdict.DIFFER;
  }

  /** What kept a pair apart by itself also keeps a weaker link from joining their groups. */
  private boolean anyHousehold(int[] first, int[] second) {
    return any(households, first, second);
  }

  /** Whether two of the groups' accounts have one roof, and neither program, card nor number. */
  boolean anyStrangers(int[] first, int[] second) {
    return any(strangers, first, second);
  }

  private static boolean any(Map<Integer, Set<Integer>> pairs, int[] first, int[] second) {
    for (int member : first) {
      Set<Integer> others = pairs.get(member);
      if (others != null && Arrays.stream(second).anyMatch(others::contains)) {
        return true;
      }
    }
    return false;
  }

  private void judgeGroup() {
    List<Verdict> verdicts = new ArrayList<>();
    for (Pair pair : group) {
      verdicts.add(verdict(pair));
    }
    boolean conflict = verdicts.contains(Verdict.DIFFER);
    if (!group.isEmpty() && group.getFirst().kind().startsWith("EMAIL")) {
      if (conflict) {
        contestedMailboxes.add(groupKey.substring(groupKey.indexOf('\n') + 1));
      }
    } else if (contestedMailboxes.contains(groupKey.substring(groupKey.indexOf('\n') + 1))) {
      conflict = true;
    }
    for (int index = 0; index < group.size(); index++) {
      decide(group.get(index), verdicts.get(index), conflict);
    }
    group.clear();
  }

  private Verdict verdict(Pair pair) {
    return compare(pair.kind(), new int[] {pair.a()}, new int[] {pair.b()});
  }

  /** A second mailbox spells no second person: for mailboxes only stated names count. */
  private Verdict compare(String kind, int[] first, int[] second) {
    return kind.startsWith("EMAIL")
        ? names.compareStated(first, second)
        : names.compare(first, second);
  }

  private void decide(Pair pair, Verdict verdict, boolean conflict) {
    KindRule rule = rules.get(pair.kind());
    if (rule == null) {
      throw new IllegalStateException("no rule for the selector kind " + pair.kind());
    }
    String flag = flag(rule, verdict, conflict, pair);
    int link =
        links.add(
            pair.a(), pair.b(), flag == null ? pair.strength() : Strength.WEAK, pair.weight());
    if (OTHER_PROGRAMS.equals(flag)) {
      note(households, pair);
      if (pair.othersDiffer()) {
        note(strangers, pair);
      }
    }
    roofLinks.set(link, rule.needsProgram());
    mailboxLinks.set(link, pair.kind().startsWith("EMAIL"));
    if (flag != null) {
      flags.put(link, flag);
    }
    if (verdict == Verdict.DIFFER && names.stated(pair.a(), pair.b())) {
      forbidden.add(new int[] {pair.a(), pair.b()});
    }
  }

  private static void note(Map<Integer, Set<Integer>> pairs, Pair pair) {
    pairs.computeIfAbsent(pair.a(), unused -> new HashSet<>()).add(pair.b());
    pairs.computeIfAbsent(pair.b(), unused -> new HashSet<>()).add(pair.a());
  }

  private static @Nullable String flag(
      KindRule rule, Verdict verdict, boolean conflict, Pair pair) {
    if (verdict == Verdict.DIFFER || rule.strength() == Strength.WEAK) {
      return rule.onNameConflict();
    }
    if (rule.needsProgram() && pair.programsDiffer()) {
      return OTHER_PROGRAMS;
    }
    if (verdict == Verdict.AGREE) {
      return null;
    }
    if (rule.needsAgreement()) {
      return NOT_NAMED;
    }
    if (!pair.meets()) {
      return OTHER_TIMES;
    }
    return conflict && rule.oneConflictSpoils() ? UNCLEAR : null;
  }
}
