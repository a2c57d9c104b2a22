package dev.cordon.figures;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which numbers of a table are withheld so that nobody stands behind a small one.
 *
 * <p>Withheld is a number from 1 up to and without {@code least}, and one that differs by that
 * little from what an earlier table showed of the same country. A single number withheld beside a
 * total can be worked out, so others are withheld with it (complementary suppression) until what is
 * left over leaves each of them room for at least {@code least} values more than the lowest it can
 * have. A reader is taken to know every earlier table, that a withheld number is not nought, and
 * that what was counted once seldom falls. Where no other number can hide it, the total is withheld
 * too. Noughts are shown: they name nobody.
 *
 * <p>Not guarded against: what is published elsewhere, and other figures that count a part of the
 * same records; see docs/figures.md.
 */
final class Withholding {

  /** The key of all countries together. */
  static final String TOTAL = "";

  /**
   * A column as an earlier table showed it.
   *
   * @param sameMoment whether it counts at the very moment of the new one
   * @param values of all countries, known here
   * @param shown which of them the table showed; {@link #TOTAL} where it showed the total
   */
  record Earlier(boolean sameMoment, Map<String, Long> values, Set<String> shown) {}

  private final int least;
  private final Map<String, Long> values;
  private final List<Earlier> earlier;
  private final Map<String, Long> lowest = new HashMap<>();
  private final Set<String> withheld = new HashSet<>();

  private Withholding(int least, Map<String, Long> values, List<Earlier> earlier) {
    this.least = least;
    this.values = new TreeMap<>(values);
    this.earlier = earlier;
    this.values.remove(TOTAL);
  }

  /**
   * The countries that may be shown, and {@link #TOTAL} where the total may.
   *
   * @param values of each country, without the total
   * @param earlier columns of the same figure, oldest first
   */
  static Set<String> shown(int least, Map<String, Long> values, List<Earlier> earlier) {
    return new Withholding(least, values, earlier).decide();
  }

  private Set<String> decide() {
    values.forEach((country, value) -> lowest.put(country, lowest(country, value)));
    values.keySet().stream().filter(this::isSmall).forEach(withheld::add);
    earlierlyWithheld();
    boolean total = hideAmongOthers();
    for (Optional<String> open = opened(); open.isPresent(); open = opened()) {
      withheld.add(open.get());
      total = hideAmongOthers();
    }
    Set<String> shown = new HashSet<>(values.keySet());
    shown.removeAll(withheld);
    if (total) {
      shown.add(TOTAL);
    }
    return shown;
  }

  private boolean isSmall(String country) {
    long value = value(country);
    return small(value)
        || earlier.stream()
            .filter(one -> one.shown().contains(country))
            .anyMatch(one -> small(Math.abs(value - one.values().getOrDefault(country, 0L))));
  }

  private boolean small(long number) {
    return number > 0 && number < least;
  }

  // What a table of the same numbers withheld stays withheld: shown here, it would open the other.
  private void earlierlyWithheld() {
    for (Earlier one : earlier) {
      if (repeats(one)) {
        values.keySet().stream()
            .filter(country -> value(country) > 0 && !one.shown().contains(country))
            .forEach(withheld::add);
      }
    }
  }

  // A number an earlier table withheld may not be narrowed down to one value by what is shown now:
  // what was counted seldom falls,
  // so that a number shown now is the most it was then. Answers a country that must not be shown
  // for that.
  private Optional<String> opened() {
    for (Earlier one : earlier) {
      Set<String> hidden = new HashSet<>(nonzeroOf(one.values()).keySet());
      hidden.removeAll(one.shown());
      if (!one.shown().contains(TOTAL)
          || hidden.stream().noneMatch(c -> narrowed(one, hidden, c))) {
        continue;
      }
      Optional<String> mostTelling =
          hidden.stream()
              .filter(country -> value(country) > 0 && !withheld.contains(country))
              .min(
                  Comparator.comparingLong((String country) ->
                          value(country) - one.values().getOrDefault(country, 0L))
                      .thenComparing(Comparator.naturalOrder()));
      if (mostTelling.isPresent()) {
        return mostTelling;
      }
    }
    return Optional.empty();
  }

  private boolean narrowed(Earlier one, Set<String> hidden, String country) {
    if (!small(one.values().getOrDefault(country, 0L))) {
      return false;
    }
    long sum = hidden.stream().mapToLong(other -> one.values().getOrDefault(other, 0L)).sum();
    long othersMost = 0;
    long othersLeast = 0;
    for (String other : hidden) {
      if (!other.equals(country)) {
        othersMost = Math.addExact(othersMost, most(other, sum));
        othersLeast++;
      }
    }
    long low = Math.max(1, sum - othersMost);
    long high = Math.min(most(country, sum), sum - othersLeast);
    return high - low < 1;
  }

  private long most(String country, long sum) {
    boolean shown = values.containsKey(country) && !withheld.contains(country);
    return shown ? Math.min(sum, value(country)) : sum;
  }

  private boolean repeats(Earlier one) {
    return one.sameMoment() || nonzeroOf(one.values()).equals(nonzeroOf(values));
  }

  private static Map<String, Long> nonzeroOf(Map<String, Long> values) {
    Map<String, Long> kept = new HashMap<>(values);
    kept.remove(TOTAL);
    kept.values().removeIf(value -> value == 0);
    return kept;
  }

  private boolean hideAmongOthers() {
    if (earlier.stream().anyMatch(one -> repeats(one) && !one.shown().contains(TOTAL))) {
      return false;
    }
    while (!hides()) {
      Optional<String> other =
          values.keySet().stream()
              .filter(country -> !withheld.contains(country) && room(country) > 0)
              .filter(country -> !shownOfTheSame(country))
              .max(
                  Comparator.comparingLong((String country) -> Math.min(room(country), least))
                      .thenComparing(country -> -value(country))
                      .thenComparing(Comparator.reverseOrder()));
      if (other.isEmpty()) {
        return withheld.isEmpty();
      }
      withheld.add(other.get());
    }
    return true;
  }

  private boolean shownOfTheSame(String country) {
    return earlier.stream().anyMatch(one -> repeats(one) && one.shown().contains(country));
  }

  // What is left of the total when everything known is taken away can lie with any of them.
  private boolean hides() {
    long left = withheld.stream().mapToLong(this::room).sum();
    return withheld.isEmpty() || (withheld.size() > 1 && left >= least);
  }

  private long room(String country) {
    return value(country) - lowest.getOrDefault(country, 0L);
  }

  private long value(String country) {
    return values.getOrDefault(country, 0L);
  }

  private long lowest(String country, long value) {
    long known =
        earlier.stream()
            .filter(one -> one.shown().contains(country))
            .mapToLong(one -> one.values().getOrDefault(country, 0L))
            .max()
            .orElse(0);
    return Math.min(value, Math.max(known, value > 0 ? 1 : 0));
  }
}
