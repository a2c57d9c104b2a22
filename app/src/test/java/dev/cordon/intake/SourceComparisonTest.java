package dev.cordon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.intake.SourceComparison.Line;
import dev.cordon.intake.SourceComparison.Side;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SourceComparisonTest {

  @Test
  void differences_areMarked_andTablesOfTwoFilesMeet() {
    SourceComparison compared =
        SourceComparison.of(
            side("a.sql", 10, 2, Map.of("wrong", 2L), 7),
            side("b.sql", 12, 1, Map.of("wrong", 1L), 7));

    assertThat(compared.balances())
        .contains(
            new Line("users: rows in", 10, 12),
            new Line("users: quarantined", 2, 1),
            new Line("all tables: stored", 8, 11));
    assertThat(compared.reasons()).containsExactly(new Line("wrong", 2, 1));
    assertThat(compared.reasons().getFirst().difference()).isEqualTo(-1);
    assertThat(compared.days()).isEmpty();
    assertThat(compared.equalDays()).isEqualTo(1);
  }

  @Test
  void whatOneSideLacks_isZeroThere() {
    SourceComparison compared =
        SourceComparison.of(
            side("a.sql", 1, 0, Map.of(), 3), side("b.sql", 1, 1, Map.of("cut", 1L), 5));

    assertThat(compared.reasons()).containsExactly(new Line("cut", 0, 1));
    assertThat(compared.days()).containsExactly(new Line("accesses: 2024-01-01", 3, 5));
  }

  @Test
  void sameReport_hasNoDifference() {
    Side side = side("a.sql", 5, 1, Map.of("cut", 1L), 2);

    SourceComparison compared = SourceComparison.of(side, side);

    assertThat(compared.balances()).noneMatch(Line::differs);
    assertThat(compared.facts()).noneMatch(SourceComparison.Fact::differs);
    assertThat(compared.days()).isEmpty();
  }

  private static Side side(
      String name, long rowsIn, long quarantined, Map<String, Long> reasons, long onDay) {
    SourceReport report =
        new SourceReport(
            new SourceId(
                UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
            name,
            "shop",
            "00",
            100,
            "SQL dump",
            false,
            SourceReport.Sealing.COPIED,
            List.of(
                new Balance(
                    name + "/users", "SQL tuple", rowsIn, rowsIn - quarantined, quarantined, 0)),
            List.of(),
            0,
            false,
            Map.of(),
            List.of(),
            List.of());
    return new Side(
        report,
        new SourceCounts(
            Map.of("accounts", rowsIn - quarantined),
            List.of(new SourceCounts.Day("accesses", LocalDate.of(2024, 1, 1), onDay)),
            List.of(),
            reasons.entrySet().stream()
                .map(one -> new SourceCounts.Reason("users", one.getKey(), one.getValue()))
                .toList()));
  }
}
