package dev.cordon.resolution.internal;

import dev.cordon.linkage.Engine;
import dev.cordon.linkage.LinkTable;
import dev.cordon.linkage.Strength;
import dev.cordon.resolution.ResolutionModel;
import dev.cordon.resolution.ResolutionModel.Sign;
import dev.cordon.resolution.internal.NameComparison.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what two groups of accounts have in common although nothing of it shows one person alone:
 * a home line some days apart, a handle, an address under one name. Between groups, not accounts,
 * so that what is known of one account speaks for its group. Used once.
 */
final class Corroboration {

  /** Pairs of fewer bits are not worth a line of their own. */
  private static final double WORTH_SHOWING = 1.0;

  private static final int DAY = 24;

  private final ResolutionModel.Corroboration model;
  private final KnownNames names;
  private final BiPredicate<int[], int[]> strangers;
  private final Map<Integer, int[]> members = new HashMap<>();
  private final LinkTable links = new LinkTable();
  private final List<Together> together = new ArrayList<>();
  private final Rivals rivals = new Rivals();
  private final BitSet either = new BitSet();

  /**
   * A pair of groups, by one account of each that carries the trace.
   *
   * @param signs what was added up, with its bits
   */
  record Together(int a, int b, Map<Sign, Double> signs) {

    double bits() {
      return signs.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    String text() {
      return signs.entrySet().stream()
          .map(
              sign -> String.format(Locale.ROOT, "%s %+.1f", sign.getKey().text(), sign.getValue()))
          .collect(Collectors.joining("; "));
    }
  }

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
            pair = new PairOfGroups(row);
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

  /** What one pair of groups has in common, while its rows are read. */
  private final class PairOfGroups {
    private final int a;
    private final int b;
    private final int aHolder;
    private final int bHolder;
    private final double programBits;
    private final boolean programsDiffer;
    private final boolean sameProgram;
    private final boolean sameProgramKind;
    private final boolean countriesDiffer;
    private final boolean sameSystem;
    private final boolean numbersDiffer;
    private final Map<Sign, Double> signs = new EnumMap<>(Sign.class);
    private int lines;
    private boolean byTurns;
    private boolean line;
    private boolean handle;
    private final List<String> handles = new ArrayList<>();
    private boolean address;

    PairOfGroups(ResultSet row) throws SQLException {
      a = row.getInt(1);
      b = row.getInt(2);
      aHolder = row.getInt(5);
      bHolder = row.getInt(6);
      programBits = row.getDouble(8);
      sameProgram = !row.wasNull();
      sameProgramKind = row.getBoolean(15) && !sameProgram;
      programsDiffer = row.getBoolean(9) && !sameProgram;
      countriesDiffer = row.getBoolean(10) && !row.getBoolean(11);
      sameSystem = row.getBoolean(12);
      numbersDiffer = row.getBoolean(13);
    }

    void trace(ResultSet row) throws SQLException {
      int further = row.getInt(4) - 2;
      String kind = row.getString(3);
      switch (kind) {
        case "HOME_LINE" -> {
          lines++;
          byTurns |= row.getBoolean(14);
          long hours = row.getLong(7);
          line(row.wasNull() ? Sign.LINE_OLDER : lineSign(hours), further);
        }
        case "HANDLE" -> {
          handle = true;
          handles.add(row.getString(16));
          put(Sign.HANDLE, model.bits(Sign.HANDLE));
          put(Sign.HANDLE_FURTHER, further * model.bits(Sign.HANDLE_FURTHER));
        }
        case "ADDRESS" -> address = true;
        case "EMAIL" -> put(Sign.MAILBOX, model.bits(Sign.MAILBOX));
        case "RECOVERY" -> put(Sign.RECOVERY, model.bits(Sign.RECOVERY));
        case "CARD", "CARD_TOKEN", "PROCESSOR_CUSTOMER" ->
            put(Sign.SHARED_PAYER, model.bits(Sign.SHARED_PAYER));
        default -> put(Sign.SHARED, model.bits(Sign.SHARED));
      }
    }

    /** Of several lines the one that says most. */
    private void line(Sign sign, int further) {
      double bits = model.bits(sign) + further * model.bits(Sign.LINE_FURTHER);
      double before = 0;
      for (Sign other : LINES) {
        before += signs.getOrDefault(other, 0.0);
      }
      before += signs.getOrDefault(Sign.LINE_FURTHER, 0.0);
      if (line && before >= bits) {
        return;
      }
      for (Sign other : LINES) {
        signs.remove(other);
      }
      signs.remove(Sign.LINE_FURTHER);
      line = true;
      put(sign, model.bits(sign));
      put(Sign.LINE_FURTHER, further * model.bits(Sign.LINE_FURTHER));
    }

    Together sum(boolean agree, boolean unclear, boolean several, boolean spelled) {
      if (address) {
        Sign sign = agree ? Sign.ADDRESS_NAMED : Sign.ADDRESS;
        put(sign, model.bits(sign));
      }
      putIf(agree, Sign.NAMES_AGREE);
      putIf(unclear, Sign.NAMES_UNCLEAR);
      putIf(several, Sign.SEVERAL_NAMES);
      putIf(numbersDiffer, Sign.NUMBERS_DIFFER);
      putIf(agree && handle && !spelled, Sign.HANDLE_NAMED);
      putIf(line && sameSystem && !agree && !handle, Sign.LINE_ONE_SYSTEM);
      putIf(line && address, Sign.ROOF);
      putIf(lines > 1, Sign.LINES_SEVERAL);
      putIf(byTurns, Sign.LINE_BY_TURNS);
      putIf(line && agree && programsDiffer, Sign.HOUSEHOLD);
      putIf(programsDiffer, sameProgramKind ? Sign.PROGRAM_KIND : Sign.PROGRAMS_DIFFER);
      putIf(countriesDiffer, Sign.COUNTRIES_DIFFER);
      putIf(sameSystem, Sign.SAME_SYSTEM);
      putIf(!sameSystem, Sign.OTHER_SYSTEM);
      if (sameProgram) {
        put(
            Sign.PROGRAM_AT_MOST,
            Math.min(model.bits(Sign.PROGRAM_AT_MOST), Math.max(0, programBits / 2)));
      }
      return new Together(aHolder, bHolder, signs);
    }

    private void putIf(boolean holds, Sign sign) {
      if (holds) {
        put(sign, model.bits(sign));
      }
    }

    private void put(Sign sign, double bits) {
      if (bits != 0) {
        signs.put(sign, bits);
      }
    }
  }

  private static final List<Sign> LINES =
      List.of(Sign.LINE_DAY, Sign.LINE_WEEK, Sign.LINE_MONTH, Sign.LINE_QUARTER, Sign.LINE_OLDER);

  private static Sign lineSign(long hours) {
    if (hours <= DAY) {
      return Sign.LINE_DAY;
    }
    if (hours <= 7 * DAY) {
      return Sign.LINE_WEEK;
    }
    if (hours <= 30 * DAY) {
      return Sign.LINE_MONTH;
    }
    return hours <= 120 * DAY ? Sign.LINE_QUARTER : Sign.LINE_OLDER;
  }
}
