package dev.cordon.intake.selectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.intake.RecordedTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

  private final Times berlin = new Times(ZoneId.of("Europe/Berlin"));

  @ParameterizedTest
  @CsvSource({
    "UNIX, 1731387600, 2024-11-12T05:00:00Z,",
    "UNIX, 1710670484.007919, 2024-03-17T10:14:44.007919Z,",
    "UNIX, 1731387600000, 2024-11-12T05:00:00Z, milliseconds",
    "UNIX, 1731387600123456, 2024-11-12T05:00:00.123456Z, microseconds",
    "UNIX, 1731387600123456789, 2024-11-12T05:00:00.123456789Z, nanoseconds",
    "UNIX_MILLISECONDS, 1731387600123, 2024-11-12T05:00:00.123Z,",
    "UNIX_MILLISECONDS, 1731387600, 2024-11-12T05:00:00Z, seconds",
    "UNIX_MICROSECONDS, 1731387600123, 2024-11-12T05:00:00.123Z, milliseconds",
    "UNIX, 0, , zero",
    "UNIX, 0.0, , zero",
    "UNIX, abc, , invalid",
    "UNIX, 1.7E9, , invalid",
    "UNIX, 2024-11-12 05:00:00, , invalid",
    "UNIX, 99999999999, , out-of-range",
    "UNIX, 99999999999999999999999, , out-of-range",
    "UNIX, 12, , out-of-range",
    "UNIX, -5, , out-of-range",
    "UNIX, 2147483647, , year-2038",
    "UNIX, 4294967295, , year-2038",
    "UNIX, -2147483648, , year-2038",
    "UNIX, -2100000000, , year-2038",
    "FILETIME, 133758612001234567, 2024-11-12T05:00:00.123456700Z,",
    "FILETIME, 9223372036854775807, , out-of-range",
    "WEBKIT, 13375861200000000, 2024-11-12T05:00:00Z,",
    "COCOA, 753080400.5, 2024-11-12T05:00:00.500Z,",
    "COCOA, 753080400500000000, 2024-11-12T05:00:00.500Z, nanoseconds",
    "EXCEL_1900, 45608.25, 2024-11-12T05:00:00Z,",
    "EXCEL_1904, 44146.25, 2024-11-12T05:00:00Z,",
    "EXCEL_1900, 45608.2500057870, 2024-11-12T05:00:00.500Z,",
    "EXCEL_1900, 59, , out-of-range"
  })
  void count_isReadOrFlagged(Times.Kind kind, String raw, String at, String flag) {
    check(berlin.read(raw, kind), raw, at, flag);
  }

  @ParameterizedTest
  @CsvSource({
    "UTC, 2024-11-12 05:00:00, 2024-11-12T05:00:00Z,",
    "UTC, 0000-00-00 00:00:00, , zero",
    "UTC, 0000-00-00, , zero",
    "UTC, 0001-01-01 00:00:00, , zero",
    "UTC, 0000-11-12 00:00:00, , zero",
    "UTC, 2038-01-19 03:14:07, , year-2038",
    "UTC, 1971-01-01 00:00:00, , out-of-range",
    "UTC, 9999-12-31 23:59:59, , out-of-range",
    "UTC, 2024-00-12, , invalid",
    "UTC, 2023-02-29, , invalid",
    "UTC, 2024-02-29, 2024-02-29T00:00:00Z, date-only",
    "UTC, 2016-12-31 23:59:60, 2017-01-01T00:00:00Z, leap-second",
    "UTC, 2024-11-12 24:00:00, 2024-11-13T00:00:00Z, hour-24",
    "UTC, 2024-11-12 24:00:01, , invalid",
    "UTC, 2024-11-12 25:00:00, , invalid",
    "LOCAL, 2024-11-12 06:00:00, 2024-11-12T05:00:00Z,",
    "LOCAL, 2024-11-12T06:00, 2024-11-12T05:00:00Z,",
    "LOCAL, '2024-11-12 06:00:00,25', 2024-11-12T05:00:00.250Z,",
    "LOCAL, 2024/11/12 6:00, 2024-11-12T05:00:00Z,",
    "LOCAL, 20241112060000, 2024-11-12T05:00:00Z,",
    "LOCAL, 20241112T060000, 2024-11-12T05:00:00Z,",
    "LOCAL, 2024-11-12 06:00:00 PM, 2024-11-12T17:00:00Z,",
    "LOCAL, 2024-11-12 12:00:00 a.m., 2024-11-11T23:00:00Z,",
    "LOCAL, 2024-11-12 13:00:00 PM, , invalid",
    "LOCAL, 2024-03-31 02:30:00, , gap",
    "LOCAL, 1945-05-24 03:30:00, , out-of-range",
    "LOCAL, 2024-11-12T06:00:00+03:00, 2024-11-12T03:00:00Z,",
    "LOCAL, 2024-11-12 06:00:00 CET, 2024-11-12T05:00:00Z,",
    "LOCAL, 2024-10-27 02:30:00 CEST, 2024-10-27T00:30:00Z,",
    "LOCAL, 2024-10-27 02:30:00 CET, 2024-10-27T01:30:00Z,",
    "LOCAL, 2024-11-12 06:00:00 EST, , ambiguous-zone",
    "LOCAL, 2024-11-12 06:00:00 America/New_York, 2024-11-12T11:00:00Z,",
    "LOCAL, 2024-11-12T06:00:00+01:00[Europe/Berlin], 2024-11-12T05:00:00Z,",
    "LOCAL, 2024-11-12 06:00:00 XYZ, , invalid",
    "LOCAL, 2024-11-12 06:00:00 Nowhere/Land, , invalid",
    "LOCAL, 12.11.2024 06:00, 2024-11-12T05:00:00Z,",
    "LOCAL, 03/04/2024 06:00, , day-month",
    "LOCAL, 04/04/2024 06:00, 2024-04-04T04:00:00Z,",
    "LOCAL, 13/04/2024 06:00, 2024-04-13T04:00:00Z,",
    "LOCAL, 04/13/2024 6:00 AM, 2024-04-13T04:00:00Z,",
    "LOCAL, 13/13/2024, , invalid",
    "DAY_FIRST, 03/04/2024 06:00, 2024-04-03T04:00:00Z,",
    "DAY_FIRST, 04/13/2024 06:00, , invalid",
    "MONTH_FIRST, 03/04/2024 06:00, 2024-03-04T05:00:00Z,",
    "DAY_FIRST, 12.11.24 06:00, 2024-11-12T05:00:00Z, two-digit-year",
    "DAY_FIRST, 12.11.98 06:00, 1998-11-12T05:00:00Z, two-digit-year",
    "LOCAL, 12 Nov 2024 06:00, 2024-11-12T05:00:00Z,",
    "LOCAL, 12-NOV-24 06:00, 2024-11-12T05:00:00Z, two-digit-year",
    "LOCAL, 'November 12, 2024 6:00 PM', 2024-11-12T17:00:00Z,",
    "LOCAL, 'Nov 12, 2024', 2024-11-11T23:00:00Z, date-only",
    "AUTO, 'Tue, 12 Nov 2024 06:00:00 +0100', 2024-11-12T05:00:00Z,",
    "AUTO, 12/Nov/2024:06:00:00 +0100, 2024-11-12T05:00:00Z,",
    "AUTO, 2024-11-12T06:00:00+01:00, 2024-11-12T05:00:00Z,",
    "AUTO, 2024-11-12 06:00:00+01, 2024-11-12T05:00:00Z,",
    "AUTO, 2024-11-12 06:00:00 GMT+1, 2024-11-12T05:00:00Z,",
    "AUTO, 2024-11-12 05:00:00 UTC, 2024-11-12T05:00:00Z,",
    "AUTO, 2024-11-12T05:00:00Z, 2024-11-12T05:00:00Z,",
    "AUTO, 1731387600, 2024-11-12T05:00:00Z,",
    "AUTO, 20241112060000, 2024-11-12T05:00:00Z,",
    "AUTO, 20241112, 2024-11-11T23:00:00Z, date-only",
    "AUTO, 0, , zero",
    "AUTO, -1, , out-of-range",
    "AUTO, 2024-02-30 05:00:00, , invalid",
    "AUTO, 2024-11-12 05:00:00 and more, , invalid",
    "AUTO, never, , invalid"
  })
  void time_isReadOrFlagged(Times.Kind kind, String raw, String at, String flag) {
    check(berlin.read(raw, kind), raw, at, flag);
  }

  @Test
  void twice_bothPointsAreKept() {
    assertThat(berlin.read("2024-10-27 02:30:00", Times.Kind.LOCAL))
        .isEqualTo(
            new RecordedTime(
                Instant.parse("2024-10-27T00:30:00Z"),
                Instant.parse("2024-10-27T01:30:00Z"),
                "2024-10-27 02:30:00",
                "ambiguous"));
  }

  /** Zones that changed their offset or their rules: the history of tzdb is followed. */
  @ParameterizedTest
  @CsvSource({
    "Europe/Moscow, 2010-07-01 12:00:00, 2010-07-01T08:00:00Z",
    "Europe/Moscow, 2012-01-01 12:00:00, 2012-01-01T08:00:00Z",
    "Europe/Moscow, 2015-01-01 12:00:00, 2015-01-01T09:00:00Z",
    "Europe/Istanbul, 2015-01-15 12:00:00, 2015-01-15T10:00:00Z",
    "Europe/Istanbul, 2017-01-15 12:00:00, 2017-01-15T09:00:00Z",
    "Asia/Pyongyang, 2016-01-01 12:00:00, 2016-01-01T03:30:00Z",
    "America/Sao_Paulo, 2018-12-01 12:00:00, 2018-12-01T14:00:00Z",
    "America/Sao_Paulo, 2019-12-01 12:00:00, 2019-12-01T15:00:00Z",
    "+05:30, 2024-11-12 12:00:00, 2024-11-12T06:30:00Z"
  })
  void zone_hasAHistory(String zone, String raw, String at) {
    Times times = new Times(ZoneId.of(zone));
    for (int turn = 0; turn < 2; turn++) {
      assertThat(times.read(raw, Times.Kind.LOCAL).at()).isEqualTo(Instant.parse(at));
    }
  }

  /** A whole day that never was: Samoa crossed the date line. */
  @Test
  void skippedDay_isAGap() {
    assertThat(new Times(ZoneId.of("Pacific/Apia")).read("2011-12-30 12:00:00", Times.Kind.LOCAL))
        .isEqualTo(new RecordedTime(null, "2011-12-30 12:00:00", "gap"));
  }

  @Test
  void shortName_isDecidedByTheSourcesZone() {
    Times newYork = new Times(ZoneId.of("America/New_York"));
    assertThat(newYork.read("2024-11-12 06:00:00 EST", Times.Kind.LOCAL).at())
        .isEqualTo(Instant.parse("2024-11-12T11:00:00Z"));
    assertThat(newYork.read("2024-11-12 06:00:00 IST", Times.Kind.LOCAL).flag())
        .isEqualTo("ambiguous-zone");
  }

  @Test
  void unknownZone_isNotGuessed() {
    Times nowhere = new Times((ZoneId) null);
    assertThat(nowhere.read("2024-11-12 06:00:00", Times.Kind.LOCAL))
        .isEqualTo(new RecordedTime(null, "2024-11-12 06:00:00", "unknown-zone"));
    assertThat(nowhere.read("45608.25", Times.Kind.EXCEL_1900).flag()).isEqualTo("unknown-zone");
    assertThat(nowhere.read("2024-11-12 06:00:00 CET", Times.Kind.LOCAL).at())
        .isEqualTo(Instant.parse("2024-11-12T05:00:00Z"));
  }

  @Test
  void column_hasItsOwnZoneOrderAndFindings() {
    Times times =
        new Times(
            new TimeRules(
                ZoneId.of("Europe/Berlin"),
                Map.of(
                    "posts", Optional.of(ZoneId.of("UTC")),
                    "posts.made", Optional.empty(),
                    "bills", Optional.of(ZoneId.of("America/New_York"))),
                Map.of("bills", DateOrder.MONTH_FIRST),
                Instant.parse("2020-01-01T00:00:00Z"),
                Instant.parse("2024-11-13T12:00:00Z")));
    String raw = "2024-11-12 06:00:00";
    assertThat(local(times, "users", "made", raw).at()).isEqualTo("2024-11-12T05:00:00Z");
    assertThat(local(times, "posts", "sent", raw).at()).isEqualTo("2024-11-12T06:00:00Z");
    assertThat(local(times, "posts", "made", raw).flag()).isEqualTo("unknown-zone");
    assertThat(local(times, "bills", "due", "03/04/2024 06:00").at())
        .isEqualTo("2024-03-04T11:00:00Z");
    assertThat(local(times, "users", "made", "2019-01-01 00:00:00").flag())
        .isEqualTo("before-platform");
    RecordedTime late = local(times, "users", "made", "2025-01-01 00:00:00");
    assertThat(late.flag()).isEqualTo("after-seizure");
    assertThat(late.at()).isNotNull();
    assertThat(times.findings())
        .containsExactly(
            new TimeFinding("posts", "made", "unknown-zone", 1),
            new TimeFinding("users", "made", "after-seizure", 1),
            new TimeFinding("users", "made", "before-platform", 1));
  }

  @Test
  void dayAndMonth_evidenceIsCounted() {
    Times times = new Times(ZoneId.of("UTC"));
    Times column = times.column("t", "c");
    column.read("03/04/2024", Times.Kind.LOCAL);
    column.read("13/04/2024", Times.Kind.LOCAL);
    column.read("25/04/2024 10:00", Times.Kind.LOCAL);
    assertThat(times.findings())
        .containsExactly(
            new TimeFinding("t", "c", "date-only", 1),
            new TimeFinding("t", "c", "day-month", 1),
            new TimeFinding("t", "c", "shows-day-first", 2));
  }

  @Test
  void blanks_areNoTime() {
    assertThat(berlin.read(" \t", Times.Kind.LOCAL)).isEqualTo(RecordedTime.NONE);
    assertThat(berlin.read(null, Times.Kind.UNIX)).isEqualTo(RecordedTime.NONE);
  }

  private static RecordedTime local(Times times, String table, String column, String raw) {
    return times.column(table, column).read(raw, Times.Kind.LOCAL);
  }

  private static void check(RecordedTime time, String raw, String at, String flag) {
    assertThat(time.at() == null ? null : time.at().toString()).isEqualTo(at);
    assertThat(time.flag()).isEqualTo(flag);
    assertThat(time.raw()).isEqualTo(raw);
  }
}
