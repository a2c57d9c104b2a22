package dev.cordon.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.DatabaseTest;
import dev.cordon.RefusedException;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Small invented ledgers with known answers, rule by rule. */
class FindingsTest extends DatabaseTest {

  private static final Instant SINCE = Instant.parse("2025-03-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2025-04-01T00:00:00Z");

  @Autowired private Findings findings;
  @Autowired private LedgerRuns runs;
  @Autowired private RuleStandings standings;
  private SignedIn auditor;

  @BeforeEach
  void auditorOfTheOperation() {
    auditor = member(other, operation, Role.AUDITOR);
  }

  @Test
  void oddHours_countsNightsByTheClockOfTheAgency() {
    // 23:30 in Copenhagen is 22:30 UTC; at 21:30 UTC it is 22:30 there, night by the default of 22.
    views(analyst, "subject", "2025-03-04T22:30:00Z", 4, false);
    views(analyst, "subject", "2025-03-04T21:30:00Z", 1, false);
    views(coordinator, "subject", "2025-03-04T20:30:00Z", 9, false);
    views(coordinator, "subject", "2025-03-05T23:30:00Z", 4, false);

    run();

    assertThat(found("odd-hours"))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.memberId()).isEqualTo(analyst.member().value());
          assertThat(finding.count()).isEqualTo(5);
          assertThat(finding.bucket()).isEqualTo("2025-03-04");
          assertThat(get(auditor, () -> findings.entries(operation, finding.id(), 1)).total())
              .isEqualTo(5);
        });
  }

  @Test
  void manySubjects_countsDifferentPersonsOfOneHour() {
    views(analyst, "subject", "2025-03-04T10:05:00Z", 40, true);
    views(coordinator, "subject", "2025-03-04T10:05:00Z", 39, true);
    views(coordinator, "subject", "2025-03-04T11:05:00Z", 60, false);

    run();

    assertThat(found("many-subjects"))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.memberId()).isEqualTo(analyst.member().value());
          assertThat(finding.count()).isEqualTo(40);
        });
  }

  @Test
  void foreignCountry_findsOthersThanLeadAndCountry() {
    UUID danish = subject("DK");
    UUID swedish = subject("SE");
    views(officer, "package-subject", "2025-03-04T10:05:00Z", danish, 2);
    views(officer, "package-subject", "2025-03-04T10:05:00Z", swedish, 3);
    views(analyst, "subject", "2025-03-04T10:05:00Z", swedish, 3);

    run();

    assertThat(found("foreign-country"))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.memberId()).isEqualTo(officer.member().value());
          assertThat(finding.record()).isEqualTo(danish.toString());
          assertThat(finding.count()).isEqualTo(2);
        });
  }

  @Test
  void manyReaders_countsDifferentMembersOfOneWeek() {
    UUID known = UUID.randomUUID();
    for (int reader = 0; reader < 6; reader++) {
      views(member(lead, operation, Role.ANALYST), "subject", "2025-03-05T10:00:00Z", known, 2);
    }
    for (int reader = 0; reader < 3; reader++) {
      UUID quiet = UUID.randomUUID();
      views(analyst, "subject", "2025-03-05T10:00:00Z", quiet, 9);
    }

    run();

    assertThat(found("many-readers"))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.record()).isEqualTo(known.toString());
          assertThat(finding.count()).isEqualTo(6);
          assertThat(finding.memberId()).isNull();
        });
  }

  @Test
  void viewWithoutAct_isFoundOnlyWhereNothingFollowed() {
    UUID idle = UUID.randomUUID();
    UUID worked = UUID.randomUUID();
    views(analyst, "subject", "2025-03-04T10:00:00Z", idle, 3);
    views(analyst, "subject", "2025-03-04T10:00:00Z", worked, 3);
    write(analyst, "DECISION", "subject-confirmation", "2025-03-10T10:00:00Z", worked);
    write(coordinator, "DECISION", "subject-confirmation", "2025-03-10T10:00:00Z", idle);
    // Its fourteen days have not ended.
    views(analyst, "subject", "2025-03-20T10:00:00Z", UUID.randomUUID(), 3);

    run();

    assertThat(found("view-without-act"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.record()).isEqualTo(idle.toString()));
  }

  @Test
  void wideSearch_countsWhatTheSearchTouched() {
    write(analyst, "CONSULTATION", "sealed-text-search", "2025-03-04T10:00:00Z", ids(200));
    write(analyst, "CONSULTATION", "sealed-text-search", "2025-03-05T10:00:00Z", ids(199));

    run();

    assertThat(found("wide-search"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.count()).isEqualTo(200));
  }

  @Test
  void breakGlass_isAlwaysFound() {
    write(analyst, "CONSULTATION", "break-glass", "2025-03-04T10:00:00Z", UUID.randomUUID());
    write(analyst, "CONSULTATION", "break-glass-view", "2025-03-04T11:00:00Z", UUID.randomUUID());

    run();

    assertThat(found("break-glass"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.count()).isEqualTo(2));
  }

  @Test
  void largerCopy_isFoundWhenItExceedsAllBefore() {
    write(officer, "CONSULTATION", "package-copy", "2025-02-04T10:00:00Z", ids(150));
    write(officer, "CONSULTATION", "package-copy", "2025-03-04T10:00:00Z", ids(150));
    write(officer, "CONSULTATION", "package-copy", "2025-03-05T10:00:00Z", ids(151));
    write(analyst, "CONSULTATION", "package-copy", "2025-03-05T10:00:00Z", ids(99));
    write(coordinator, "DISCLOSURE", "package-release", "2025-03-05T10:00:00Z", ids(100));

    run();

    assertThat(found("larger-copy"))
        .extracting(Finding::memberId, Finding::count)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(officer.member().value(), 151L),
            org.assertj.core.groups.Tuple.tuple(coordinator.member().value(), 100L));
  }

  @Test
  void beforeLeaving_countsPersonsReadInTheDaysBefore() {
    Instant now = Instant.now();
    String before = now.minus(Duration.ofDays(2)).toString();
    views(analyst, "subject", before, 30, true);
    views(coordinator, "subject", before, 30, true);
    as(
        administrator,
        () ->
            jdbc.sql("update cordon.member set left_at = now() where id = ?")
                .params(analyst.member().value())
                .update());

    CurrentMember.as(
        auditor, () -> runs.run(operation, now.minus(Duration.ofDays(30)), Instant.now()));

    assertThat(found("before-leaving"))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.memberId()).isEqualTo(analyst.member().value());
          assertThat(finding.count()).isEqualTo(30);
        });
  }

  @Test
  void deniedSeries_countsDenialsOfOneHour() {
    denied("packages", "2025-03-04T10:00:00Z", 12);
    denied("exhibits", "2025-03-04T10:00:00Z", 8);
    denied("packages", "2025-03-04T12:00:00Z", 19);
    write(officer, "CONSULTATION", "access-denied", "2025-03-04T10:10:00Z");
    write(officer, "CONSULTATION", "access-denied", "2025-03-04T10:10:30Z");
    write(officer, "CONSULTATION", "access-denied", "2025-03-04T12:10:00Z");

    run();

    assertThat(found("denied-series"))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.memberId()).isEqualTo(officer.member().value());
          assertThat(finding.count()).isEqualTo(20);
          assertThat(finding.bucket()).isEqualTo("2025-03-04 10");
          assertThat(get(auditor, () -> findings.entries(operation, finding.id(), 1)).total())
              .isEqualTo(2);
        });
  }

  private void denied(String kind, String hour, int times) {
    as(
        officer,
        () ->
            jdbc.sql("select total from cordon.count_denied(?, ?, ?, ?)")
                .params(
                    operation.value(),
                    kind,
                    Instant.parse(hour).atOffset(java.time.ZoneOffset.UTC),
                    times)
                .query(Long.class)
                .single());
  }

  @Test
  void everyRule_isTestedHere() {
    assertThat(Rules.shipped().rules().stream().map(Rules.Rule::name))
        .containsExactly(
            "odd-hours",
            "many-subjects",
            "foreign-country",
            "many-readers",
            "view-without-act",
            "wide-search",
            "break-glass",
            "larger-copy",
            "before-leaving",
            "denied-series");
  }

  @Test
  void secondRun_findsNothingNew() {
    views(analyst, "subject", "2025-03-04T10:05:00Z", 45, true);

    assertThat(run().found()).isPositive();
    assertThat(run().found()).isZero();
  }

  @Test
  void threshold_countsFromTheNextRunOn_andStaysWithTheFinding() {
    views(analyst, "subject", "2025-03-04T10:05:00Z", 12, true);
    run();
    assertThat(found("many-subjects")).isEmpty();

    as(auditor, () -> standings.set(operation, "many-subjects", "least", 12, "a small operation"));
    run();

    assertThat(found("many-subjects"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.settings()).isEqualTo("{least=12}"));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1_000_001})
  void threshold_outOfBounds_isRefused(int value) {
    assertThatThrownBy(() ->
            as(auditor, () -> standings.set(operation, "many-subjects", "least", value, "why")))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void threshold_ofNoRule_isRefused() {
    assertThatThrownBy(
            () -> as(auditor, () -> standings.set(operation, "many-subjects", "most", 3, "why")))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void review_isReversible_andEverythingStays() {
    views(analyst, "subject", "2025-03-04T10:05:00Z", 45, true);
    run();
    UUID id = found("many-subjects").getFirst().id();

    as(auditor, () -> findings.look(operation, id, "checked a package before release"));
    assertThatThrownBy(() -> as(auditor, () -> findings.look(operation, id, "again")))
        .isInstanceOf(RefusedException.class);
    assertThat(get(auditor, () -> findings.page(operation, "many-subjects", "open", 1)).rows())
        .isEmpty();
    as(auditor, () -> findings.reopen(operation, id, "not so clear"));

    assertThat(get(auditor, () -> findings.page(operation, "many-subjects", "open", 1)).rows())
        .hasSize(1);
    assertThat(get(auditor, () -> findings.reviews(operation, id)))
        .extracting(Finding.Review::state)
        .containsExactly("looked_at", "reopened");
  }

  @Test
  void others_runNothingAndSeeNothing() {
    views(analyst, "subject", "2025-03-04T10:05:00Z", 45, true);
    run();

    for (SignedIn one : List.of(analyst, coordinator, officer, outsider, administrator)) {
      assertThatThrownBy(() -> as(one, () -> standings.standings(operation)))
          .isInstanceOf(NotPermittedException.class);
      assertThatThrownBy(() -> as(one, () -> runs.run(operation, SINCE, UNTIL)))
          .isInstanceOf(NotPermittedException.class);
      assertThat(
              get(
                  one,
                  () ->
                      jdbc.sql("select count(*) from cordon.oversight_finding")
                          .query(Long.class)
                          .single()))
          .isZero();
    }
  }

  @Test
  void run_ofMoreThanAYear_isRefused() {
    assertThatThrownBy(() ->
            as(auditor, () -> runs.run(operation, Instant.parse("2023-01-01T00:00:00Z"), UNTIL)))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> as(auditor, () -> runs.run(operation, UNTIL, SINCE)))
        .isInstanceOf(RefusedException.class);
  }

  private LedgerRuns.Outcome run() {
    return get(auditor, () -> runs.run(operation, SINCE, UNTIL));
  }

  private List<Finding> found(String rule) {
    return get(auditor, () -> findings.page(operation, rule, "", 1)).rows();
  }

  private void views(SignedIn member, String what, String at, int times, boolean different) {
    UUID one = UUID.randomUUID();
    Instant start = Instant.parse(at);
    as(
        member,
        () -> {
          for (int time = 0; time < times; time++) {
            new InventedLedger(jdbc)
                .entry(
                    operation,
                    member,
                    "CONSULTATION",
                    what,
                    start.plusSeconds(time).toString(),
                    different ? UUID.randomUUID() : one);
          }
        });
  }

  private void views(SignedIn member, String what, String at, UUID record, int times) {
    Instant start = Instant.parse(at);
    for (int time = 0; time < times; time++) {
      write(member, "CONSULTATION", what, start.plusSeconds(time).toString(), record);
    }
  }

  private void write(SignedIn member, String act, String what, String at, Object... records) {
    as(member, () -> new InventedLedger(jdbc).entry(operation, member, act, what, at, records));
  }

  private static Object[] ids(int count) {
    Object[] ids = new Object[count];
    for (int place = 0; place < count; place++) {
      ids[place] = UUID.randomUUID();
    }
    return ids;
  }

  private UUID subject(String country) {
    UUID run = UUID.randomUUID();
    UUID proposal = UUID.randomUUID();
    UUID subject = UUID.randomUUID();
    UUID member = analyst.member().value();
    as(
        analyst,
        () -> {
          jdbc.sql(
                  "insert into cordon.resolution_run (id, operation_id, rules, reason, started_by) values (?, ?, '1', 'x', ?)")
              .params(run, operation.value(), member)
              .update();
          jdbc.sql(
                  "insert into cordon.proposal (id, run_id, operation_id, number, cluster_id, accounts, payer) values (?, ?, ?, 'P-1', 'c', 1, true)")
              .params(proposal, run, operation.value())
              .update();
          jdbc.sql(
                  "insert into cordon.subject (id, operation_id, proposal_id, number, category) values (?, ?, ?, ?, 'suspect')")
              .params(
                  subject,
                  operation.value(),
                  proposal,
                  "S-" + (1000 + (subject.hashCode() & 0xfffff)))
              .update();
          jdbc.sql(
                  "insert into cordon.attribution (id, operation_id, subject_id, country, reason, decided_by) values (?, ?, ?, ?, 'x', ?)")
              .params(UUID.randomUUID(), operation.value(), subject, country, member)
              .update();
        });
    return subject;
  }
}
