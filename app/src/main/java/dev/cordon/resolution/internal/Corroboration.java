package dev.cordon.resolution.internal;

import dev.cordon.linkage.Engine;
import dev.cordon.linkage.LinkTable;
import dev.cordon.linkage.Strength;
import dev.cordon.resolution.ResolutionModel;
import dev.cordon.resolution.ResolutionModel.Sign;
import dev.cordon.resolution.internal.NameComparison.Verdict;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what two groups of accounts have in common although nothing of it shows one person alone:
 * a home line some days apart, a handle, an address under one name. Between groups, not accounts,
 * so that what is known of one account speaks for its group. Used once.
 */
final class Corroboration {

  /** Pairs of fewer bits are not worth a line of their own. */
  private static final double WORTH_SHOWING = 1.0;

  private final ResolutionModel.Corroboration model;
  private final KnownNames names;
  private final BiPredicate<int[], int[]> strangers;
  private final Map<Integer, int[]> members = new HashMap<>();
  private final LinkTable links = new LinkTable();
  private final List<Together> together = new ArrayList<>();
  private final Rivals rivals = new Rivals();
  private final BitSet either = new BitSet();

  /** Where {@code strangers} says whether two of two groups have one roof and nothing else. */
  Corroboration(
      ResolutionModel.Corroboration model, KnownNames names, BiPredicate<int[], int[]> strangers) {
    this.model = model;
    this.names = names;
    this.strangers = strangers;
  }

  /** Reads all pairs of groups with a trace in common and weighs them. */
  void weigh(Engine engine) {
    Map<Integer, List<Integer>> read = new HashMap<>();
    engine.read(
        TraceSql.MEMBERS,
        row -> read.computeIfAbsent(row.getInt(1), unused -> new ArrayList<>()).add(row.getInt(2)));
    read.forEach((group, holders) ->
        members.put(group, holders.stream().mapToInt(Integer::intValue).toArray()));
    PairOfGroups[] current = new PairOfGroups[1];
    engine.read(
        TraceSql.TRACES,
        row -> {
          PairOfGroups pair = current[0];
          if (pair == null || pair.a != row.getInt(1) || pair.b != row.getInt(2)) {
            finish(pair);
            pair = new PairOfGroups(model, row);
            current[0] = pair;
          }
          pair.trace(row);
        });
    finish(current[0]);
    Set<Integer> unclear = rivals.either(this::apart, model.margin());
    for (int place = 0; place < together.size(); place++) {
      Together sum = together.get(place);
      boolean enough = sum.bits() >= model.threshold() && !unclear.contains(place);
      links.add(sum.a(), sum.b(), enough ? Strength.MODERATE : Strength.WEAK, sum.bits());
      if (unclear.contains(place)) {
        either.set(place);
      }
    }
  }

  private boolean apart(int first, int second) {
    int[] one = membersOf(first);
    int[] other = membersOf(second);
    return names.compare(one, other) == Verdict.DIFFER || strangers.test(one, other);
  }

  private int[] membersOf(int group) {
    return members.getOrDefault(group, new int[] {group});
  }

  /** Whether a link reached the threshold and as good a one leads to somebody else. */
  boolean isEither(int link) {
    return either.get(link);
  }

  /** The links that reach the threshold are moderate, the others weak; numbered as weighed. */
  LinkTable links() {
    return links;
  }

  /** What was weighed, by link. */
  List<Together> together() {
    return together;
  }

  /**
   * Whether the names of two groups clearly differ, or a third account without a name would join
   * two people of one roof.
   */
  boolean forbids(int[] first, int[] second, int link) {
    return names.compare(first, second) == Verdict.DIFFER
        || !together.get(link).signs().containsKey(Sign.NAMES_AGREE)
            && strangers.test(first, second);
  }

  private void finish(@Nullable PairOfGroups pair) {
    if (pair == null) {
      return;
    }
    int[] first = membersOf(pair.a);
    int[] second = membersOf(pair.b);
    Verdict verdict = names.compare(first, second);
    if (verdict == Verdict.DIFFER) {
      return;
    }
    boolean unclear = verdict == Verdict.UNKNOWN && names.named(first) && names.named(second);
    boolean agree = verdict == Verdict.AGREE;
    boolean several = agree && (names.several(first) || names.several(second));
    boolean spelled = pair.handles.stream().allMatch(form -> names.spell(first, second, form));
    Together sum = pair.sum(agree, unclear, several, spelled);
    if (sum.bits() >= WORTH_SHOWING) {
      together.add(sum);
      if (sum.bits() >= model.threshold()) {
        rivals.add(pair.a, pair.b, together.size() - 1, sum.bits());
      }
    }
  }
}
