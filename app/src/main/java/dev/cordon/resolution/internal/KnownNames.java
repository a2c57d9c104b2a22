package dev.cordon.resolution.internal;

import dev.cordon.linkage.Engine;
import dev.cordon.resolution.internal.NameComparison.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names known for each holder: those stated on its account or bills, and, where none is stated,
 * the name its mailbox spells. A payer's name on a card is not among them: payer is not user. Equal
 * names are kept once, so that memory follows the number of different names.
 */
final class KnownNames {

  /** A group of more names is several people's before the last is compared. */
  private static final int MOST_NAMES = 40;

  /** Shorter family names stand in a handle by chance. */
  private static final int SPELLED = 4;

  private final NameComparison comparison;
  private final PersonNames reader;
  private final Map<Integer, List<PersonName>> stated = new HashMap<>();
  private final Map<Integer, List<PersonName>> spelled = new HashMap<>();

  KnownNames(Engine engine, PersonNames reader, NameComparison comparison) {
    this.comparison = comparison;
    this.reader = reader;
    Map<PersonName, PersonName> once = new HashMap<>();
    engine.read(
        LinkSql.NAMES,
        row -> {
          int holder = row.getInt(1);
          reader
              .read(row.getString(2))
              .ifPresent(name -> put(stated, holder, once.computeIfAbsent(name, n -> n)));
        });
    engine.read(
        LinkSql.MAILBOXES,
        row -> {
          int holder = row.getInt(1);
          reader
              .spelledBy(row.getString(2))
              .ifPresent(name -> put(spelled, holder, once.computeIfAbsent(name, n -> n)));
        });
  }

  /** Whether both holders stated a name. */
  boolean stated(int first, int second) {
    return stated.containsKey(first) && stated.containsKey(second);
  }

  /** Whether any of the holders has a name, stated or spelled. */
  boolean named(int[] holders) {
    return !names(holders).isEmpty();
  }

  /** Whether two clearly different names were stated on one group. */
  boolean several(int[] holders) {
    List<PersonName> own = named(stated, holders);
    int looked = Math.min(own.size(), MOST_NAMES);
    for (int one = 0; one < looked; one++) {
      for (int other = one + 1; other < looked; other++) {
        if (comparison.compare(own.get(one), own.get(other)) == Verdict.DIFFER) {
          return true;
        }
      }
    }
    return false;
  }

  /** What the names of two holders leave in doubt. */
  Set<Doubt> doubts(int first, int second) {
    Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
    List<PersonName> one = names(new int[] {first});
    List<PersonName> other = names(new int[] {second});
    if (one.isEmpty() || other.isEmpty()) {
      doubts.add(Doubt.NAME_UNKNOWN);
    }
    if (several(new int[] {first, second})) {
      doubts.add(Doubt.SEVERAL_NAMES);
    }
    if (generation(one).isEmpty() != generation(other).isEmpty()) {
      doubts.add(Doubt.GENERATION_UNCLEAR);
    }
    if (compare(one, other) == Verdict.AGREE && !comparison.sameGiven(one, other)) {
      doubts.add(Doubt.GIVEN_ALIKE);
    }
    if (yearsDiffer(
        spelled.getOrDefault(first, List.of()), spelled.getOrDefault(second, List.of()))) {
      doubts.add(Doubt.YEARS_DIFFER);
    }
    return doubts;
  }

  private static String generation(List<PersonName> names) {
    return names.stream()
        .map(PersonName::generation)
        .filter(generation -> !generation.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static boolean yearsDiffer(List<PersonName> first, List<PersonName> second) {
    boolean differ = false;
    for (PersonName one : first) {
      for (PersonName other : second) {
        if (one.tokens().equals(other.tokens())
            && !one.year().isEmpty()
            && !other.year().isEmpty()) {
          if (one.year().equals(other.year())) {
            return false;
          }
          differ = true;
        }
      }
    }
    return differ;
  }

  /** Whether a handle is spelled from a family name of the groups: then it says the name again. */
  boolean spell(int[] first, int[] second, String handle) {
    return Stream.concat(names(first).stream(), names(second).stream())
        .map(name -> name.tokens().getLast())
        .anyMatch(family -> family.length() >= SPELLED && reader.reduce(handle).contains(family));
  }

  /** Compares the names stated on two groups of holders. */
  Verdict compareStated(int[] first, int[] second) {
    return compare(named(stated, first), named(stated, second));
  }

  /** Compares what is known of two groups: stated names, and where there is none, spelled ones. */
  Verdict compare(int[] first, int[] second) {
    return compare(names(first), names(second));
  }

  private Verdict compare(List<PersonName> firstNames, List<PersonName> secondNames) {
    boolean differ = false;
    for (PersonName one : firstNames) {
      for (PersonName other : secondNames) {
        switch (comparison.compare(one, other)) {
          case AGREE -> {
            return Verdict.AGREE;
          }
          case DIFFER -> differ = true;
          case UNKNOWN -> {
            // Neither speaks for nor against.
          }
        }
      }
    }
    return differ ? Verdict.DIFFER : Verdict.UNKNOWN;
  }

  private List<PersonName> names(int[] holders) {
    List<PersonName> names = named(stated, holders);
    return names.isEmpty() ? named(spelled, holders) : names;
  }

  private static List<PersonName> named(Map<Integer, List<PersonName>> known, int[] holders) {
    Set<PersonName> names = new LinkedHashSet<>();
    for (int holder : holders) {
      names.addAll(known.getOrDefault(holder, List.of()));
    }
    return List.copyOf(names);
  }

  private static void put(Map<Integer, List<PersonName>> names, int holder, PersonName name) {
    List<PersonName> known = names.computeIfAbsent(holder, unused -> new ArrayList<>(1));
    if (!known.contains(name)) {
      known.add(name);
    }
  }
}
