package dev.cordon.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What is withheld can not be worked out: on small tables every number a reader could think of is
 * tried, with all earlier tables in hand.
 */
class WithholdingTest {

  private static final List<String> COUNTRIES = List.of("DE", "DK", "SE");
  private static final int LEAST = 3;

  private record Shown(Map<String, Long> values, Set<String> cells) {}

  @Test
  void smallNumber_takesAnotherWithIt() {
    Set<String> shown = Withholding.shown(5, values(40, 2, 9), List.of());
    assertThat(shown).contains(Withholding.TOTAL).doesNotContain("DK").hasSize(2);
  }

  @Test
  void nothingSmall_isShownWhole() {
    assertThat(Withholding.shown(5, values(40, 12, 9), List.of()))
        .containsExactlyInAnyOrder("DE", "DK", "SE", Withholding.TOTAL);
  }

  @Test
  void onlySmallNumbers_takeTheTotalWithThem() {
    assertThat(Withholding.shown(5, values(2, 0, 0), List.of()))
        .containsExactlyInAnyOrder("DK", "SE");
  }

  @Test
  void smallStep_sinceAnEarlierTable_isWithheld() {
    Map<String, Long> before = values(40, 12, 9);
    Set<String> first = Withholding.shown(5, before, List.of());
    Set<String> second =
        Withholding.shown(
            5, values(60, 13, 9), List.of(new Withholding.Earlier(false, before, first)));
    assertThat(second).doesNotContain("DK");
    assertThat(second.size()).isLessThan(4);
  }

  @Test
  void sameNumbersAgain_showTheSame() {
    Map<String, Long> once = values(40, 2, 9);
    Set<String> first = Withholding.shown(5, once, List.of());
    assertThat(Withholding.shown(1, once, List.of(new Withholding.Earlier(true, once, first))))
        .isEqualTo(first);
  }

  @Test
  void noWithheldNumber_canBeWorkedOutOfAllTables() {
    Random random = new Random(20);
    int hidden = 0;
    for (int round = 0; round < 300; round++) {
      List<Shown> tables = tables(random);
      for (int table = 0; table < tables.size(); table++) {
        for (String country : COUNTRIES) {
          hidden += requireOpen(tables, table, country);
        }
      }
    }
    assertThat(hidden).isGreaterThan(100);
  }

  private static List<Shown> tables(Random random) {
    List<Shown> tables = new ArrayList<>();
    Map<String, Long> values = values(random.nextInt(7), random.nextInt(7), random.nextInt(7));
    for (int number = 0; number < 2; number++) {
      List<Withholding.Earlier> earlier =
          tables.stream()
              .map(one -> new Withholding.Earlier(false, one.values(), one.cells()))
              .toList();
      tables.add(new Shown(Map.copyOf(values), Withholding.shown(LEAST, values, earlier)));
      Map<String, Long> next = new TreeMap<>(values);
      next.replaceAll((country, value) -> value + (random.nextBoolean() ? 0 : random.nextInt(5)));
      values = next;
    }
    return tables;
  }

  // How many sensitive numbers were looked at: a small one withheld, and a small step one side of
  // which is withheld.
  private static int requireOpen(List<Shown> tables, int table, String country) {
    Shown shown = tables.get(table);
    long value = shown.values().get(country);
    int looked = 0;
    if (value > 0 && value < LEAST) {
      assertThat(shown.cells()).as("%s", tables).doesNotContain(country);
      assertThat(candidates(tables, table, country, -1))
          .as("%s of table %s in %s", country, table, tables)
          .hasSizeGreaterThan(1);
      looked++;
    }
    for (int before = 0; before < table; before++) {
      long step = value - tables.get(before).values().get(country);
      boolean bothShown =
          shown.cells().contains(country) && tables.get(before).cells().contains(country);
      if (step > 0 && step < LEAST) {
        assertThat(bothShown).as("%s", tables).isFalse();
        assertThat(candidates(tables, table, country, before))
            .as("step of %s to table %s in %s", country, table, tables)
            .hasSizeGreaterThan(1);
        looked++;
      }
    }
    return looked;
  }

  /**
   * Two values, or steps since an earlier table, that fit all that is shown; fewer where there are
   * no two.
   */
  private static Set<Long> candidates(List<Shown> tables, int table, String country, int before) {
    Set<Long> found = new HashSet<>();
    List<List<long[]>> possible = tables.stream().map(WithholdingTest::possible).toList();
    int place = COUNTRIES.indexOf(country);
    for (long[] first : possible.get(0)) {
      for (long[] second : possible.get(1)) {
        if (first[0] <= second[0] && first[1] <= second[1] && first[2] <= second[2]) {
          long[] asked = table == 0 ? first : second;
          found.add(before < 0 ? asked[place] : asked[place] - first[place]);
          if (found.size() > 1) {
            return found;
          }
        }
      }
    }
    return found;
  }

  private static List<long[]> possible(Shown shown) {
    List<long[]> all = new ArrayList<>();
    long total = shown.values().values().stream().mapToLong(Long::longValue).sum();
    for (long de = 0; de <= 15; de++) {
      for (long dk = 0; dk <= 15; dk++) {
        for (long se = 0; se <= 15; se++) {
          if ((!shown.cells().contains(Withholding.TOTAL) || de + dk + se == total)
              && fits(shown, "DE", de)
              && fits(shown, "DK", dk)
              && fits(shown, "SE", se)) {
            all.add(new long[] {de, dk, se});
          }
        }
      }
    }
    return all;
  }

  private static boolean fits(Shown shown, String country, long value) {
    return shown.cells().contains(country) ? shown.values().get(country) == value : value >= 1;
  }

  private static Map<String, Long> values(long de, long dk, long se) {
    return new TreeMap<>(Map.of("DE", de, "DK", dk, "SE", se));
  }
}
