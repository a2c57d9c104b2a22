package dev.cordon.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.RefusedException;
import dev.cordon.TinyOperation;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.SignedIn;
import dev.cordon.action.day.DayBoard;
import dev.cordon.action.day.DayBoards;
import dev.cordon.action.day.DayNotes;
import dev.cordon.exchange.Receipt;
import dev.cordon.exchange.ReceiptVerifier;
import dev.cordon.kernel.merkle.NoteKey;
import dev.cordon.ledger.internal.Sequencer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FieldReportsTest extends TinyOperation {

  @Autowired private FieldReports reports;
  @Autowired private ActionDays days;
  @Autowired private Boards boards;
  @Autowired private DayBoards dayBoards;
  @Autowired private DayNotes notes;
  @Autowired private Sequencer sequencer;

  @Test
  void report_isMatchedToTheOneSubjectItFits() {
    ReceivedReport taken = take(officer, searchAtFirst("FR-1"));
    assertThat(taken.state()).isEqualTo(ReceivedReport.State.MATCHED);
    assertThat(taken.match().subjectNumber()).isEqualTo("S-0001");
    assertThat(taken.match().rule()).isEqualTo(MatchRule.VERSION);
    assertThat(taken.match().why()).isEqualTo("same name; same street, number and postcode");
    assertThat(taken.local()).isEqualTo(OffsetDateTime.parse("2025-02-26T06:05:00+01:00"));
    assertThat(taken.items()).isEqualTo(2);
  }

  @Test
  void report_aboutAnotherAgencysSubject_staysOpen() {
    ReceivedReport taken =
        take(
            officer,
            report(
                "FR-1",
                "SE",
                MeasureKind.ARREST,
                "2025-02-26T07:00:00+01:00",
                "Jörg",
                "Müllmann",
                "10115"));
    assertThat(taken.state()).isEqualTo(ReceivedReport.State.OPEN);
  }

  @Test
  void report_thatFitsTwoSubjects_staysOpen() {
    material.add(operation, "SE", "S-0004", "Bo Ekdahl", "Annan 9", "22233", "Lund");
    get(
        analyst,
        () -> packages.draft(operation, dev.cordon.dispatch.DraftOrder.of(other, "next version")));
    dev.cordon.dispatch.PackageId next =
        get(analyst, () -> packages.page(operation, "SE", 1)).rows().getFirst().id();
    release(next);
    ReceivedReport taken =
        take(
            officer,
            report(
                "FR-1",
                "SE",
                MeasureKind.ARREST,
                "2025-02-26T07:00:00+01:00",
                "Bo",
                "Ekdahl",
                "22233"));
    assertThat(taken.state()).isEqualTo(ReceivedReport.State.OPEN);
  }

  @Test
  void report_isProvedByItsReceipt() {
    // What is not committed yet has no place in the ledger, whatever the sequencer does meanwhile.
    assertThatThrownBy(() ->
            get(
                officer,
                () ->
                    reports.receipt(
                        operation, reports.take(operation, searchAtFirst("FR-1")).id())))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("Try again");
    ReceivedReport taken = take(officer, searchAtFirst("FR-1"));
    assertThat(taken.proved()).isTrue();
    sequencer.sequence();

    Receipt receipt = get(officer, () -> reports.receipt(operation, taken.id()));

    assertThat(receipt.statement())
        .startsWith("cordon-field-report 1\noperation " + operation)
        .contains("\nreport FR-1\n", "\nkind search\n", "\nitem 1 ")
        .doesNotContain(taken.name());
    assertThat(
            ReceiptVerifier.verify(
                receipt.toBytes(), List.of(NoteKey.parse(receipt.key())), Optional.empty()))
        .isNotEmpty()
        .allMatch(ReceiptVerifier.Step::held);
    assertThatThrownBy(() -> get(outsider, () -> reports.receipt(operation, taken.id())))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void sameReport_twice_changesNothing() {
    ReceivedReport first = take(officer, searchAtFirst("FR-1"));
    ReceivedReport second = take(officer, searchAtFirst("FR-1"));
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(get(officer, () -> reports.page(operation, null, null, 1)).total()).isEqualTo(1);
    assertThat(get(coordinator, () -> boards.board(operation)).totals().items()).isEqualTo(2);
  }

  @Test
  void otherReport_underTheSameNumber_isRefused() {
    take(officer, searchAtFirst("FR-1"));
    assertThatThrownBy(() ->
            take(
                officer,
                report(
                    "FR-1", "SE", MeasureKind.ARREST, "2025-02-26T07:00:00+01:00", "A", "B", "1")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("under a new number");
  }

  @Test
  void report_inAnotherAgencysName_isRefused() {
    assertThatThrownBy(() -> take(germanOfficer, searchAtFirst("FR-1")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("you report for");
    assertThatThrownBy(() -> take(coordinator, searchAtFirst("FR-1")))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void report_withoutOffset_isRefusedByField() {
    FieldReport bad =
        report("FR-1", "SE", MeasureKind.ARREST, "2025-02-26T07:00:00", "A", "B", "1");
    assertThatThrownBy(() -> take(officer, bad)).hasMessageContaining("field at");
  }

  @Test
  void match_canBeWithdrawnAndMadeByHand() {
    ReceivedReport taken = take(officer, searchAtFirst("FR-1"));
    String whom = "package:" + taken.match().packageSubject();
    assertThat(
            get(officer, () -> reports.withdrawMatch(operation, taken.id(), "his brother")).state())
        .isEqualTo(ReceivedReport.State.OPEN);
    ReceivedReport byHand =
        get(officer, () -> reports.match(operation, taken.id(), whom, "checked again"));
    assertThat(byHand.match().rule()).isNull();
    assertThatThrownBy(() ->
            get(germanOfficer, () -> reports.withdrawMatch(operation, taken.id(), "not mine")))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void board_showsTheLeadAllAndAnOfficerTheOwnLane() {
    UUID day =
        get(
            coordinator,
            () ->
                days.plan(
                    operation, "Action", LocalDate.of(2025, 2, 26), LocalDate.of(2025, 2, 26)));
    UUID packageSubject =
        get(officer, () -> packages.subjects(operation, swedishPackage, 1)).rows().getFirst().id();
    get(
        officer,
        () ->
            days.addSite(
                operation,
                day,
                new NewSite(
                    other,
                    "SE-1",
                    ZoneId.of("Europe/Stockholm"),
                    LocalDateTime.of(2025, 2, 26, 6, 0),
                    packageSubject)));
    take(officer, searchAtFirst("FR-1"));
    take(
        germanOfficer,
        report(
            "FR-2",
            "DE",
            MeasureKind.ARREST,
            "2025-02-26T06:10:00+01:00",
            "Jörg",
            "Müllmann",
            "10115"));
    take(
        germanOfficer,
        report(
            "FR-3",
            "DE",
            MeasureKind.INTERVIEW,
            "2025-02-26T05:10:00+01:00",
            "Not",
            "Known",
            "10115"));

    Board whole = get(coordinator, () -> boards.board(operation));
    assertThat(whole.lanes()).extracting(Board.Lane::country).containsExactly("DE", "SE");
    assertThat(whole.totals().searches()).isEqualTo(1);
    assertThat(whole.totals().arrests()).isEqualTo(1);
    assertThat(whole.totals().open()).isEqualTo(1);
    assertThat(whole.totals().late()).isEqualTo(1);
    assertThat(whole.totals().started()).isEqualTo(1);
    DayNotes.Counted measures = get(coordinator, () -> notes.measures(operation, day));
    assertThat(measures.byCountry())
        .isEqualTo(
            Map.of(
                "SE",
                Map.of("search", 1L, "item", 2L),
                "DE",
                Map.of("arrest", 1L, "interview", 1L)));
    UUID later =
        get(
            coordinator,
            () ->
                days.plan(
                    operation, "Later", LocalDate.of(2025, 3, 26), LocalDate.of(2025, 3, 26)));
    assertThat(get(coordinator, () -> notes.measures(operation, later)).byCountry()).isEmpty();
    assertThat(get(coordinator, () -> dayBoards.now(operation, day)).sites())
        .singleElement()
        .satisfies(site -> {
          assertThat(site.items()).as("told of the site's person by another system").isEqualTo(2);
          assertThat(site.arrests()).isZero();
        });
    Instant thatNoon = Instant.parse("2025-02-26T12:00:00Z");
    assertThat(replayed(day, thatNoon, DayBoards.Replay.HAPPENED).items()).isEqualTo(2);
    assertThat(replayed(day, thatNoon.minusSeconds(86_400), DayBoards.Replay.HAPPENED).items())
        .isZero();
    assertThat(replayed(day, thatNoon, DayBoards.Replay.KNOWN).enteredAt())
        .as("nothing of it was known at that time")
        .isNull();
    assertThat(replayed(day, Instant.now(), DayBoards.Replay.KNOWN).items()).isEqualTo(2);
    Board own = get(officer, () -> boards.board(operation));
    assertThat(own.lanes()).extracting(Board.Lane::country).containsExactly("SE");
    assertThat(own.latest()).extracting(Board.Report::country).containsOnly("SE");
    assertThat(own.totals().arrests()).isZero();
  }

  @Test
  void site_atATimeThatDoesNotExist_isRefused() {
    UUID day =
        get(
            coordinator,
            () ->
                days.plan(
                    operation, "Spring", LocalDate.of(2025, 3, 30), LocalDate.of(2025, 4, 1)));
    NewSite site =
        new NewSite(
            other,
            "SE-1",
            ZoneId.of("Europe/Stockholm"),
            LocalDateTime.of(2025, 3, 30, 2, 30),
            null);
    assertThatThrownBy(() -> get(officer, () -> days.addSite(operation, day, site)))
        .hasMessageContaining("does not exist");
  }

  private ReceivedReport take(SignedIn by, FieldReport report) {
    return get(by, () -> reports.take(operation, report));
  }

  private DayBoard.Site replayed(UUID day, Instant moment, DayBoards.Replay replay) {
    return get(coordinator, () -> dayBoards.at(operation, day, moment, replay)).sites().getFirst();
  }
}
