package dev.cordon.intake.selectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.intake.RecordedTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

  private final Times berlin = new Times(ZoneId.of("Europe/Berlin"));

  @ParameterizedTest
  @CsvSource({
    "UNIX, 1731387600, 2024-11-12T05:00:00Z,",
    "UNIX, 1710670484.007919, 2024-03-17T10:14:44.007919Z,",
    "UNIX, 1731387600000, 2024-11-12T05:00:00Z, milliseconds",
    "UNIX, 0, , zero",
    "UNIX, abc, , invalid",
    "UNIX, 99999999999, , out-of-range",
    "UTC, 2024-11-12 05:00:00, 2024-11-12T05:00:00Z,",
    "UTC, 0000-00-00 00:00:00, , zero",
    "LOCAL, 2024-11-12 06:00:00, 2024-11-12T05:00:00Z,",
    "LOCAL, 2024-10-27 02:30:00, 2024-10-27T00:30:00Z, ambiguous",
    "LOCAL, 2024-03-31 02:30:00, , gap",
    "AUTO, 2024-11-12T06:00:00+01:00, 2024-11-12T05:00:00Z,",
    "AUTO, 2024-11-12 05:00:00 UTC, 2024-11-12T05:00:00Z,",
    "AUTO, 2024-11-12T05:00:00Z, 2024-11-12T05:00:00Z,",
    "AUTO, 1731387600, 2024-11-12T05:00:00Z,",
    "AUTO, 2024-02-30 05:00:00, , invalid"
  })
  void time_isReadOrFlagged(Times.Kind kind, String raw, String at, String flag) {
    RecordedTime time = berlin.read(raw, kind);
    assertThat(time.at() == null ? null : time.at().toString()).isEqualTo(at);
    assertThat(time.flag()).isEqualTo(flag);
    assertThat(time.raw()).isEqualTo(raw);
  }

  @ParameterizedTest
  @CsvSource({"2024-11-12 06:00:00"})
  void unknownZone_isNotGuessed(String raw) {
    assertThat(new Times(null).read(raw, Times.Kind.LOCAL))
        .isEqualTo(new RecordedTime(null, raw, "unknown-zone"));
  }
}
