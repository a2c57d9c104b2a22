package dev.cordon.figures.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.TestGround;
import dev.cordon.TinyOperation;
import dev.cordon.action.FieldReports;
import dev.cordon.figures.FigureBook;
import dev.cordon.ground.DatabaseAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class OverviewsTest extends TinyOperation {

  private static final Asked NOW = new Asked(null, null, null, null, null, null);
  private static final Duration LONG = Duration.ofMinutes(1);

  private final JdbcClient owner =
      JdbcClient.create(
          new DriverManagerDataSource(
              TestGround.ground().address().url(),
              DatabaseAddress.OWNER,
              TestGround.ground().address().ownerPassword()));

  @Autowired private Overviews overviews;
  @Autowired private FigureBook figures;
  @Autowired private FieldReports reports;

  @Test
  void report_changesTheMomentAPageAsksFor_andThePageThen() {
    OverviewView before = overview(NOW);
    Instant shown = get(coordinator, () -> overviews.moment(operation));
    assertThat(shown).isEqualTo(before.asOf());
    get(officer, () -> reports.take(operation, searchAtFirst("FR-1")));
    get(coordinator, () -> figures.latest(operation, LONG));
    assertThat(get(coordinator, () -> overviews.moment(operation))).isAfter(shown);
    assertThat(tile(overview(NOW), "Searches")).isEqualTo(tile(before, "Searches") + 1);
  }

  @Test
  void secondVisit_isToldWhatChangedSinceTheFirst_eachWithItsDifference() {
    assertThat(overview(NOW).since()).as("nothing to compare with").isNull();
    get(officer, () -> reports.take(operation, searchAtFirst("FR-2")));
    get(coordinator, () -> figures.latest(operation, LONG));
    assertThat(overview(NOW).since()).as("the same visit").isNull();
    hourPasses();
    OverviewView.Since since = Objects.requireNonNull(overview(NOW).since());
    assertThat(since.changes()).as("all was seen at the end of the last visit").isEmpty();

    get(officer, () -> reports.take(operation, searchAtFirst("FR-3")));
    get(coordinator, () -> figures.latest(operation, LONG));
    OverviewView.Since later = Objects.requireNonNull(overview(NOW).since());
    assertThat(later.changes())
        .filteredOn(change -> change.name().equals("searches"))
        .singleElement()
        .satisfies(change -> {
          assertThat(change.difference()).isEqualTo(1);
          assertThat(change.is()).isEqualTo(2);
        });
  }

  @Test
  void country_narrowsEveryPanel_andStaysInEveryAddress() {
    get(officer, () -> reports.take(operation, searchAtFirst("FR-4")));
    get(coordinator, () -> figures.latest(operation, LONG));
    OverviewView german = overview(new Asked(null, "DE", null, null, null, null));
    assertThat(tile(german, "Searches")).isZero();
    assertThat(german.countries()).extracting(OverviewView.CountryRow::country).containsOnly("DE");
    assertThat(german.figures()).allSatisfy(one -> assertThat(one.link()).contains("country=DE"));
    assertThat(german.funnel()).allSatisfy(one -> assertThat(one.link()).contains("country=DE"));
  }

  @Test
  void officer_isShownTheOwnPart_andNoNumberOfTheWholeOperation() {
    OverviewView own =
        get(officer, () -> overviews.now(operation, NOW, OverviewView.Measure.SUBJECTS));
    assertThat(own.agencyOnly()).isTrue();
    assertThat(own.countries()).extracting(OverviewView.CountryRow::country).containsOnly("SE");
    assertThat(own.figures())
        .extracting(OverviewView.Tile::title)
        .doesNotContain("Suspects identified", "Countries", "Victims identified");
  }

  /** As if the visit had begun and ended an hour ago, and everything had been counted before. */
  private void hourPasses() {
    get(
        coordinator,
        () ->
            jdbc.sql(
                    "update cordon.overview_visit set seen_at = seen_at - interval '1 hour'"
                        + " where operation_id = ?")
                .param(operation.value())
                .update());
    List.of(
            "update cordon.figure_mark set counted_at = counted_at - interval '2 hours' where operation_id = ?",
            "update cordon.figure_total set counted_from = counted_from - interval '2 hours',"
                + " counted_until = counted_until - interval '2 hours' where operation_id = ?",
            "update cordon.figure_scope set counted_at = counted_at - interval '2 hours' where operation_id = ?")
        .forEach(sql -> owner.sql(sql).param(operation.value()).update());
  }

  private OverviewView overview(Asked asked) {
    get(coordinator, () -> figures.latest(operation, LONG));
    return get(coordinator, () -> overviews.now(operation, asked, OverviewView.Measure.SUBJECTS));
  }

  private static @Nullable Long tile(OverviewView view, String title) {
    return view.figures().stream()
        .filter(one -> one.title().equals(title))
        .map(OverviewView.Tile::value)
        .findFirst()
        .orElse(null);
  }
}
