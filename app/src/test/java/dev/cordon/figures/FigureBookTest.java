package dev.cordon.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.TinyOperation;
import dev.cordon.access.NotPermittedException;
import dev.cordon.action.FieldReports;
import dev.cordon.action.MeasureKind;
import dev.cordon.exchange.Receipt;
import dev.cordon.exchange.ReceiptVerifier;
import dev.cordon.kernel.merkle.NoteKey;
import dev.cordon.ledger.internal.Sequencer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

class FigureBookTest extends TinyOperation {

  @Autowired private FieldReports reports;
  @Autowired private FigureBook figures;
  @Autowired private PublishedFigures published;
  @Autowired private Publications publications;
  @Autowired private Sequencer sequencer;

  @BeforeEach
  void threeReports() {
    get(officer, () -> reports.take(operation, searchAtFirst("FR-1")));
    get(
        officer,
        () ->
            reports.take(
                operation,
                report(
                    "FR-2",
                    "SE",
                    MeasureKind.ARREST,
                    "2025-02-26T07:00:00+01:00",
                    "Astrid",
                    "Lindgård",
                    "11122")));
    get(
        germanOfficer,
        () ->
            reports.take(
                operation,
                report(
                    "FR-1",
                    "DE",
                    MeasureKind.SEARCH,
                    "2025-02-26T07:00:00+01:00",
                    "Unknown",
                    "Person",
                    "99999")));
  }

  @Test
  void figures_ofATinyOperation_haveTheKnownAnswers() {
    Figures now = get(coordinator, () -> figures.now(operation));
    Map<String, Long> known =
        Map.of(
            "packages_dispatched", 2L,
            "subjects_dispatched", 3L,
            "subjects_acted_on", 1L,
            "searches", 2L,
            "arrests", 1L,
            "items_seized", 2L,
            "exhibits", 2L,
            "field_reports_open", 1L,
            "media_known", 0L,
            "media_unknown", 0L);
    known.forEach((name, value) ->
        assertThat(now.figure(name).orElseThrow().value()).as(name).isEqualTo(value));
    assertThat(now.byCountry().get("SE"))
        .containsEntry("searches", 1L)
        .containsEntry("arrests", 1L);
    assertThat(now.byCountry().get("DE"))
        .containsEntry("searches", 1L)
        .doesNotContainKey("arrests");
    assertThat(now.scope()).isEqualTo("operation");
  }

  @Test
  void everyFigure_isTheSumOfItsRecords() {
    for (Figure figure : get(coordinator, () -> figures.now(operation)).figures()) {
      Page<FigureRecord> records =
          get(coordinator, () -> figures.records(operation, figure.name(), null, 1));
      Sum sum =
          new Sum(records.rows().stream().mapToLong(FigureRecord::amount).sum(), records.total());
      assertThat(
              sum.value(
                  figure.name().equals("time_to_package")
                      ? Definition.Working.MEAN
                      : Definition.Working.SUM))
          .as(figure.name())
          .isEqualTo(figure.value());
    }
  }

  @Test
  void officer_countsOnlyTheOwnAgency_andIsToldSo() {
    Figures own = get(germanOfficer, () -> figures.now(operation));
    assertThat(own.scope()).isEqualTo("agency");
    assertThat(own.figure("searches").orElseThrow().value()).isEqualTo(1);
    assertThat(own.figure("packages_dispatched").orElseThrow().value()).isEqualTo(1);
    assertThat(own.byCountry()).containsOnlyKeys("DE");
    assertThatThrownBy(() -> get(outsider, () -> figures.now(operation)))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void withdrawnMatch_andRecalledPackage_leaveTheFigures() {
    var acted = get(coordinator, () -> reports.page(operation, null, "SE", 1)).rows();
    acted.forEach(
        report -> get(officer, () -> reports.withdrawMatch(operation, report.id(), "checked")));
    get(coordinator, () -> packages.recall(operation, germanPackage, "wrong"));
    Figures now = get(coordinator, () -> figures.now(operation));
    assertThat(now.figure("subjects_acted_on").orElseThrow().value()).isZero();
    assertThat(now.figure("field_reports_open").orElseThrow().value()).isEqualTo(3);
    assertThat(now.figure("packages_dispatched").orElseThrow().value()).isEqualTo(1);
    assertThat(now.figure("subjects_dispatched").orElseThrow().value()).isEqualTo(2);
  }

  @Test
  void publication_staysAsItWas() {
    Publication first =
        get(coordinator, () -> publications.publish(operation, "press line of today"));
    get(
        officer,
        () ->
            reports.take(
                operation,
                report(
                    "FR-9",
                    "SE",
                    MeasureKind.ARREST,
                    "2025-02-27T07:00:00+01:00",
                    "Bo",
                    "Ekdahl",
                    "22233")));
    assertThat(get(coordinator, () -> publications.all(operation, 1)).rows())
        .containsExactly(first);
    assertThat(first.content()).contains("\"as_of\"", "\"by_country\"", "\"funnel\"");
    assertThat(get(coordinator, () -> figures.now(operation, "arrests")).value()).isEqualTo(2);
    assertThatThrownBy(() -> get(analyst, () -> publications.publish(operation, "not mine")))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void publication_isProvedByItsReceipt(@TempDir Path folder) throws IOException {
    // What is not committed yet has no place in the ledger, whatever the sequencer does meanwhile.
    assertThatThrownBy(() ->
            get(
                coordinator,
                () -> published.receipt(operation, publications.publish(operation, "early").id())))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("Try again");
    Publication made = get(coordinator, () -> publications.publish(operation, "press line"));
    sequencer.sequence();

    Receipt receipt = get(coordinator, () -> published.receipt(operation, made.id()));
    Path content =
        Files.writeString(
            folder.resolve("figures.json"),
            get(coordinator, () -> published.content(operation, made.id())));

    assertThat(receipt.statement())
        .startsWith("cordon-figures 1\noperation " + operation)
        .contains("\nfigure arrests version ", "as-of " + made.asOf());
    List<NoteKey> keys = List.of(NoteKey.parse(receipt.key()));
    assertThat(ReceiptVerifier.verify(receipt.toBytes(), keys, Optional.of(content)))
        .hasSize(7)
        .allMatch(ReceiptVerifier.Step::held);
    Files.writeString(content, made.content().replaceFirst("1", "2"));
    assertThat(ReceiptVerifier.verify(receipt.toBytes(), keys, Optional.of(content)).getLast())
        .matches(step -> step.check().equals("file") && !step.held());
    assertThatThrownBy(() -> get(outsider, () -> published.receipt(operation, made.id())))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void past_staysAsItWasCounted() {
    Figures before = get(coordinator, () -> figures.now(operation));
    get(coordinator, () -> packages.recall(operation, germanPackage, "wrong"));
    get(coordinator, () -> figures.now(operation));

    Figures then = get(coordinator, () -> figures.at(operation, before.asOf()));
    assertThat(then.figures()).isEqualTo(before.figures());
    assertThat(then.byCountry()).isEqualTo(before.byCountry());
    assertThat(
            get(
                    coordinator,
                    () ->
                        figures.records(
                            operation,
                            "packages_dispatched",
                            before.asOf(),
                            Filter.of("DE"),
                            Slice.page(1)))
                .rows())
        .singleElement()
        .matches(row -> row.id().equals(germanPackage.toString()));
    assertThatThrownBy(
            () -> get(coordinator, () -> figures.at(operation, before.asOf().minusSeconds(3600))))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("kept since");
  }

  @Test
  void record_theReaderMayNotSee_isCountedAndNotNamed() {
    get(coordinator, () -> figures.now(operation));
    var prosecutor = member(other, operation, dev.cordon.access.Role.PROSECUTOR);
    assertThat(get(prosecutor, () -> figures.now(operation, "searches")).value()).isEqualTo(1);
    as(
        coordinator,
        () ->
            jdbc.sql(
                    "insert into cordon.handling_mark (id, operation_id, kind, record_id, handling_code, reason, set_by)"
                        + " select gen_random_uuid(), e.operation_id, 'exhibit', e.id, 'H1', 'told so', ? from cordon.exhibit e"
                        + " where e.operation_id = ?")
                .params(coordinator.member().value(), operation.value())
                .update());
    assertThat(get(prosecutor, () -> figures.records(operation, "exhibits", null, 1)))
        .satisfies(page -> {
          assertThat(page.total()).isEqualTo(2);
          assertThat(page.rows()).hasSize(2).allMatch(row -> row.label() == null);
          assertThat(page.rows()).allMatch(row -> row.page() == null);
        });
  }

  @Test
  void unchangedFigures_areTheSame_andAsOfNow() {
    Figures first = get(coordinator, () -> figures.now(operation));
    Figures second = get(coordinator, () -> figures.now(operation));
    assertThat(second.figures()).isEqualTo(first.figures());
    assertThat(second.asOf()).isAfterOrEqualTo(first.asOf());
  }

  @Test
  void changeCommittedAfterTheCount_butBegunBefore_isCounted() throws Exception {
    long before =
        get(coordinator, () -> figures.now(operation)).figure("arrests").orElseThrow().value();
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch counted = new CountDownLatch(1);
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<?> change =
          other.submit(() ->
              as(
                  officer,
                  () -> {
                    reports.take(
                        operation,
                        report(
                            "FR-7",
                            "SE",
                            MeasureKind.ARREST,
                            "2025-02-28T07:00:00+01:00",
                            "Bo",
                            "Ekdahl",
                            "22233"));
                    written.countDown();
                    await(counted);
                  }));
      await(written);
      get(officer, () -> reports.take(operation, searchAtFirst("FR-8")));
      assertThat(
              get(coordinator, () -> figures.now(operation))
                  .figure("arrests")
                  .orElseThrow()
                  .value())
          .isEqualTo(before);
      counted.countDown();
      change.get();
    }
    assertThat(
            get(coordinator, () -> figures.now(operation)).figure("arrests").orElseThrow().value())
        .isEqualTo(before + 1);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
