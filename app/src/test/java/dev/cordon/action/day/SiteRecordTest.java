package dev.cordon.action.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.day.ReportKind.Progress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** However reports of a site come in, they come to the same record. */
class SiteRecordTest {

  private static final UUID SITE = new UUID(1, 1);
  private static final Instant SIX = Instant.parse("2025-02-26T05:00:00Z");

  @Property(tries = 500)
  void anyInterleavingRepetitionAndDelay_endsInTheSameRecord(
      @ForAll("days") List<DayReport> reports, @ForAll Random random) {
    SiteRecord expected = SiteRecord.of(reports);
    Map<UUID, DayReport> server = new LinkedHashMap<>();
    List<DayReport> sent = new ArrayList<>(reports);
    sent.addAll(reports.stream().filter(report -> random.nextInt(3) == 0).toList());
    Collections.shuffle(sent, random);

    SiteRecord after = SiteRecord.of(List.of());
    for (DayReport report : sent) {
      // The first one of an id stands; the server folds all it has each time.
      server.putIfAbsent(report.id(), received(report, random.nextInt(1_000_000)));
      after = SiteRecord.of(server.values());
    }

    assertThat(strip(after)).isEqualTo(strip(expected));
    assertThat(after.lines()).hasSameSizeAs(reports);
  }

  @Property(tries = 300)
  void reportsOfADevice_keepTheOrderOfTheirCount(@ForAll("days") List<DayReport> reports) {
    Map<UUID, Instant> places = new LinkedHashMap<>();
    SiteRecord.of(reports).lines().forEach(line -> places.put(line.report().id(), line.at()));
    for (DayReport one : reports) {
      for (DayReport two : reports) {
        boolean before =
            one.device() != null
                && one.device().equals(two.device())
                && one.sequence() > 0
                && one.sequence() < two.sequence();
        assertThat(before && places.get(two.id()).isBefore(places.get(one.id()))).isFalse();
      }
    }
  }

  @Test
  void usualDay_isOneSequence() {
    DayReport entry = report(1, ReportKind.ENTRY, 0, null);
    DayReport safe = report(2, ReportKind.PREMISES_SAFE, 4, null);
    DayReport item = report(3, ReportKind.ITEM_SEIZED, 40, null);
    DayReport ended = report(4, ReportKind.SEARCH_ENDED, 200, null);

    SiteRecord record = SiteRecord.of(List.of(ended, item, safe, entry));

    assertThat(record.progress()).isEqualTo(Progress.ENDED);
    assertThat(record.enteredAt()).isEqualTo(SIX);
    assertThat(record.endedAt()).isEqualTo(SIX.plusSeconds(200 * 60));
    assertThat(record.lines())
        .extracting(line -> line.report().kind())
        .containsExactly(
            ReportKind.ENTRY,
            ReportKind.PREMISES_SAFE,
            ReportKind.ITEM_SEIZED,
            ReportKind.SEARCH_ENDED);
    assertThat(record.items()).isEqualTo(1);
  }

  @Test
  void missingEntry_isImpliedByWhatFollows() {
    SiteRecord record = SiteRecord.of(List.of(report(1, ReportKind.ITEM_SEIZED, 40, null)));
    assertThat(record.progress()).isEqualTo(Progress.SEARCHING);
    assertThat(record.enteredAt()).isEqualTo(SIX.plusSeconds(40 * 60));
  }

  @Test
  void correction_countsInsteadAndKeepsTheOriginal() {
    DayReport arrest = report(1, ReportKind.ARREST, 10, null);
    DayReport met = report(2, ReportKind.PERSON_MET, 10, arrest.id());
    DayReport again = report(3, ReportKind.INTERVIEW, 12, arrest.id());

    SiteRecord corrected = SiteRecord.of(List.of(met, arrest));
    assertThat(corrected.arrests()).isZero();
    assertThat(corrected.personsMet()).isEqualTo(1);
    assertThat(corrected.lines()).hasSize(2);
    SiteRecord twice = SiteRecord.of(List.of(again, met, arrest));
    assertThat(twice.personsMet()).isZero();
    assertThat(twice.interviews()).isEqualTo(1);
    assertThat(
            SiteRecord.of(List.of(arrest, report(4, ReportKind.VOID, 15, arrest.id()))).progress())
        .isEqualTo(Progress.PLANNED);
  }

  @Test
  void correctionInTheSameSecond_standsBesideWhatItReplaces() {
    DayReport entry = report(10, ReportKind.ENTRY, 10, null);
    DayReport arrest = report(11, ReportKind.ARREST, 10, null);
    DayReport met = any(20, ReportKind.PERSON_MET, 10, 1, 0, 11);
    DayReport later = report(12, ReportKind.ALL_WELL, 10, null);

    assertThat(SiteRecord.of(List.of(later, met, arrest, entry)).lines())
        .extracting(line -> line.report().kind())
        .containsExactly(
            ReportKind.ENTRY, ReportKind.ARREST, ReportKind.PERSON_MET, ReportKind.ALL_WELL);
  }

  @Test
  void resource_isAskedUntilItIsThere() {
    DayReport asked = asked(1, ReportKind.RESOURCE_ASKED, 5);
    assertThat(SiteRecord.of(List.of(asked)).asked()).containsExactly(Resource.DECRYPTION);
    assertThat(SiteRecord.of(List.of(asked(2, ReportKind.RESOURCE_THERE, 9), asked)).asked())
        .isEmpty();
  }

  @Test
  void doubtedClock_isWhatMovedSinceItWasCompared() {
    NewReport report =
        new NewReport(
            new UUID(0, 1),
            SITE,
            ReportKind.ENTRY,
            "2025-02-26T03:00:00+01:00",
            10_800,
            1L,
            null,
            null,
            null,
            null,
            null,
            null);
    Instant sent = Instant.parse("2025-02-26T02:30:00Z");
    assertThat(report.placedAt()).isEqualTo(SIX);
    assertThat(ReportTaking.doubted(report, sent, sent.plusSeconds(10_803))).isFalse();
    assertThat(ReportTaking.doubted(report, sent, sent.plusSeconds(3))).isTrue();
    assertThat(ReportTaking.doubted(report, null, SIX.minusSeconds(3600))).isTrue();
  }

  @Provide
  Arbitrary<List<DayReport>> days() {
    Arbitrary<DayReport> one =
        Combinators.combine(
                Arbitraries.integers().between(1, 12),
                Arbitraries.of(ReportKind.class),
                Arbitraries.integers().between(-90, 300),
                Arbitraries.integers().between(0, 3),
                Arbitraries.integers().between(0, 6),
                Arbitraries.integers().between(0, 12))
            .as(SiteRecordTest::any);
    return one.list().ofMaxSize(12).map(SiteRecordTest::oneOfEachId);
  }

  private static DayReport any(int id, ReportKind kind, int minute, int device, int place, int of) {
    boolean resource = kind == ReportKind.RESOURCE_ASKED || kind == ReportKind.RESOURCE_THERE;
    boolean corrects = kind == ReportKind.VOID || of > 9;
    UUID corrected = new UUID(0, of == id || of == 0 ? id + 1 : of);
    return new DayReport(
        new UUID(0, id),
        SITE,
        kind,
        resource ? Resource.values()[place % Resource.values().length] : null,
        device == 0 ? null : new UUID(2, device),
        place,
        SIX.plusSeconds(minute * 60L).atOffset(ZoneOffset.ofHours(1)),
        0,
        SIX.plusSeconds(minute * 60L),
        SIX,
        false,
        corrects ? corrected : null,
        null,
        "");
  }

  private static List<DayReport> oneOfEachId(List<DayReport> reports) {
    Map<UUID, DayReport> byId = new LinkedHashMap<>();
    reports.forEach(report -> byId.putIfAbsent(report.id(), report));
    return List.copyOf(byId.values());
  }

  /** When the server got it is told of, and changes nothing else. */
  private static DayReport received(DayReport one, int seconds) {
    return new DayReport(
        one.id(),
        one.site(),
        one.kind(),
        one.resource(),
        one.device(),
        one.sequence(),
        one.deviceAt(),
        one.clockOffsetSeconds(),
        one.placedAt(),
        SIX.plusSeconds(seconds),
        one.clockDoubted(),
        one.corrects(),
        one.words(),
        one.by());
  }

  private static SiteRecord strip(SiteRecord record) {
    return new SiteRecord(
        record.lines().stream()
            .map(line -> new SiteRecord.Line(received(line.report(), 0), line.at(), line.stands()))
            .toList(),
        record.progress(),
        record.enteredAt(),
        record.safeAt(),
        record.searchingAt(),
        record.endedAt(),
        record.lastAt(),
        record.corrected(),
        record.doubted(),
        record.personsMet(),
        record.arrests(),
        record.interviews(),
        record.items(),
        record.wrongPlace(),
        record.asked());
  }

  private static DayReport asked(int id, ReportKind kind, int minute) {
    return new DayReport(
        new UUID(0, id),
        SITE,
        kind,
        Resource.DECRYPTION,
        null,
        0,
        SIX.plusSeconds(minute * 60L).atOffset(ZoneOffset.UTC),
        0,
        SIX.plusSeconds(minute * 60L),
        SIX,
        false,
        null,
        null,
        "");
  }

  private static DayReport report(int id, ReportKind kind, int minute, UUID corrects) {
    return new DayReport(
        new UUID(0, id),
        SITE,
        kind,
        null,
        new UUID(2, 1),
        id,
        SIX.plusSeconds(minute * 60L).atOffset(ZoneOffset.ofHours(1)),
        0,
        SIX.plusSeconds(minute * 60L),
        SIX.plusSeconds(minute * 60L),
        false,
        corrects,
        null,
        "");
  }
}
