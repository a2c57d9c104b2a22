package dev.cordon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DayHolesTest {

  private static final LocalDate FIRST = LocalDate.of(2024, 2, 20);

  private final SortedMap<LocalDate, Long> perDay = new TreeMap<>();

  @Test
  void daysWithoutRows_betweenBusyDays_areOneHole() {
    busy(0, 10);
    busy(14, 30);

    assertThat(DayHoles.of(perDay))
        .containsExactly(new DayHoles.Hole(FIRST.plusDays(10), FIRST.plusDays(13), 0, 100));
  }

  @Test
  void holeOfMonths_isOneToo() {
    busy(0, 10);
    busy(200, 230);

    assertThat(DayHoles.of(perDay)).extracting(DayHoles.Hole::days).containsExactly(190L);
  }

  @Test
  void dayFarBelowItsNeighbours_isLow_atTheBorderOfTheRule() {
    busy(0, 30);
    perDay.put(FIRST.plusDays(15), 9L);
    perDay.put(FIRST.plusDays(22), 10L);

    assertThat(DayHoles.of(perDay))
        .containsExactly(new DayHoles.Hole(FIRST.plusDays(15), FIRST.plusDays(15), 9, 100));
  }

  @Test
  void quietSource_hasNoHoles() {
    for (int day = 0; day < 100; day += 3) {
      perDay.put(FIRST.plusDays(day), 5L);
    }

    assertThat(DayHoles.of(perDay)).isEmpty();
  }

  @Test
  void emptyDayWhereFewWereUsual_isNotMarked_severalAre() {
    for (int day = 0; day < 60; day++) {
      perDay.put(FIRST.plusDays(day), 4L);
    }
    perDay.remove(FIRST.plusDays(10));
    perDay.remove(FIRST.plusDays(30));
    perDay.remove(FIRST.plusDays(31));
    perDay.remove(FIRST.plusDays(32));

    assertThat(DayHoles.of(perDay))
        .containsExactly(new DayHoles.Hole(FIRST.plusDays(30), FIRST.plusDays(32), 0, 4));
  }

  @Test
  void lowDayAmongFewRows_isNotMarked() {
    for (int day = 0; day < 30; day++) {
      perDay.put(FIRST.plusDays(day), 19L);
    }
    perDay.put(FIRST.plusDays(15), 1L);

    assertThat(DayHoles.of(perDay)).isEmpty();
  }

  @Test
  void firstAndLastDays_areNotJudged() {
    busy(0, 5);
    busy(6, 40);

    assertThat(DayHoles.of(perDay)).isEmpty();
    assertThat(DayHoles.of(new TreeMap<>())).isEmpty();
  }

  private void busy(int from, int to) {
    for (int day = from; day < to; day++) {
      perDay.put(FIRST.plusDays(day), 100L);
    }
  }
}
