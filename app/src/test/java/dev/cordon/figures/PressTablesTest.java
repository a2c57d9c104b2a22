package dev.cordon.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.RefusedException;
import dev.cordon.TestGround;
import dev.cordon.TinyOperation;
import dev.cordon.access.NotPermittedException;
import dev.cordon.action.FieldReports;
import dev.cordon.figures.Composition.Grouping;
import dev.cordon.ground.DatabaseAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PressTablesTest extends TinyOperation {

  private static final DriverManagerDataSource OWNER =
      new DriverManagerDataSource(
          TestGround.ground().address().url(),
          DatabaseAddress.OWNER,
          TestGround.ground().address().ownerPassword());

  @Autowired private FieldReports reports;
  @Autowired private PressTables tables;
  @Autowired private OwnFigures own;
  @Autowired private OwnValues values;
  @Autowired private FigureBook book;
  @Autowired private Kept kept;
  @Autowired private CompositionRules rules;
  @Autowired private Definitions definitions;
  @Autowired private PlatformTransactionManager transactions;

  @BeforeEach
  void search() {
    get(officer, () -> reports.take(operation, searchAtFirst("FR-1")));
  }

  @Test
  void smallNumbers_areWithheld_noughtsAreShown() {
    PressTable table = publish(3, null, null, "packages_dispatched", "items_seized");
    assertThat(table.rows())
        .extracting(PressTable.Row::country, row -> row.cells().toString())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("DE", "[Cell[value=null], Cell[value=0]]"),
            org.assertj.core.groups.Tuple.tuple("SE", "[Cell[value=null], Cell[value=null]]"),
            org.assertj.core.groups.Tuple.tuple("", "[Cell[value=null], Cell[value=null]]"));
    assertThat(publish(1, null, null, "searches").rows().getLast().cells().getFirst().value())
        .isEqualTo(1);
  }

  @Test
  void embargo_holdsForAllButThoseWhoPublish() {
    Instant later = Instant.now().plusSeconds(3600);
    PressTable table = publish(1, later, null, "searches");
    assertThat(get(coordinator, () -> tables.get(operation, table.id())).isEmbargoed()).isTrue();
    assertThatThrownBy(() -> get(analyst, () -> tables.get(operation, table.id())))
        .isInstanceOf(NoSuchElementException.class);
    assertThat(text(SheetFiles.csv(Sheet.of(table)))).contains("EMBARGO");
    assertThatThrownBy(
            () -> get(analyst, () -> tables.publish(operation, order(1, null, null, "searches"))))
        .isInstanceOf(NotPermittedException.class);
  }

  /** The cells' policy is narrower than the rules of figures: they follow their table. */
  @Test
  void cells_areSeenByWhoSeesTheirTable() {
    PressTable held = publish(1, Instant.now().plusSeconds(3600), null, "searches");
    PressTable free = publish(1, null, null, "searches");
    assertThat(get(coordinator, () -> cells(held))).isPositive();
    assertThat(get(analyst, () -> cells(held))).isZero();
    assertThat(get(analyst, () -> cells(free))).isPositive();
    assertThat(get(outsider, () -> cells(free))).isZero();
  }

  @Test
  void correction_pointsToWhatItCorrects_once() {
    PressTable first = publish(1, null, null, "searches");
    PressTable second = publish(1, null, first.id(), "searches");
    assertThat(second.corrects()).isEqualTo(first.id());
    assertThat(get(coordinator, () -> tables.get(operation, first.id())).correctedBy())
        .isEqualTo(second.id());
    assertThatThrownBy(() -> publish(1, null, first.id(), "searches"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("corrected already");
  }

  @Test
  void everyFile_carriesDefinitionMomentAndHandlingCode() {
    Sheet sheet = Sheet.of(publish(1, null, null, "searches"));
    String moment = sheet.asOf().toString();
    for (byte[] file :
        List.of(SheetFiles.csv(sheet), SheetFiles.json(sheet), SheetPicture.svg(sheet))) {
      assertThat(text(file)).contains(moment, "Searches reported from", sheet.handlingCode());
    }
    assertThat(SheetFiles.pdf(sheet)).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    assertThat(SheetPicture.png(sheet)).hasSizeGreaterThan(2000);
  }

  @Test
  void composedFigure_isPublishedOnlyWhenAnotherAgreed_andAChangeIsAnotherVersion() {
    Composition whole = composition("Arrests and searches", "searches", null);
    UUID first = get(analyst, () -> own.compose(operation, whole));
    assertThatThrownBy(() -> publish(1, null, null, first.toString()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("another person");
    assertThatThrownBy(() -> get(analyst, () -> reviewed(first)))
        .isInstanceOf(RefusedException.class);
    get(coordinator, () -> reviewed(first));
    PressTable table = publish(1, null, null, first.toString());
    assertThat(table.columns().getFirst().title()).isEqualTo("Arrests and searches");

    UUID second = get(analyst, () -> own.compose(operation, whole));
    assertThat(get(analyst, () -> own.get(operation, second)).version()).isEqualTo(2);
    assertThatThrownBy(() -> publish(1, null, null, second.toString()))
        .isInstanceOf(RefusedException.class);
    assertThat(get(coordinator, () -> tables.get(operation, table.id()))).isEqualTo(table);
    assertThatThrownBy(() -> publish(1, null, null, "searches", first.toString()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("subtracted");
  }

  @Test
  void composedFigures_countByGroupsAndOverTime() {
    OwnValue grouped =
        get(
            analyst,
            () ->
                values.of(
                    operation,
                    grouped("items_seized", Grouping.SORT, Grouping.NOTHING, null),
                    null));
    assertThat(grouped.rows())
        .extracting(OwnValue.Row::label, row -> row.part().amount())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("laptop", 1L),
            org.assertj.core.groups.Tuple.tuple("phone", 1L));
    OwnValue grown =
        get(
            analyst,
            () ->
                values.of(
                    operation,
                    grouped("packages_sent", Grouping.NOTHING, Grouping.DAY, null),
                    null));
    assertThat(grown.rows().getLast().part().amount()).isEqualTo(2);
  }

  @Test
  void composedFigure_thatTakesTooLong_isStoppedAndNamed_andTheNextIsCounted() {
    OwnValues impatient =
        new OwnValues(jdbc, book, kept, rules, definitions, transactions, Duration.ofSeconds(1));
    Composition asked = grouped("searches", Grouping.COUNTRY, Grouping.NOTHING, null);
    get(coordinator, () -> impatient.of(operation, asked, null));

    new TransactionTemplate(new DataSourceTransactionManager(OWNER))
        .executeWithoutResult(state -> {
          JdbcClient.create(OWNER).sql("lock table cordon.figure_total").update();
          assertThatThrownBy(() -> get(coordinator, () -> impatient.of(operation, asked, null)))
              .isInstanceOf(RefusedException.class)
              .hasMessageContaining("took longer than 1 s and was stopped");
        });

    assertThat(get(coordinator, () -> impatient.of(operation, asked, null)).total().value())
        .isEqualTo(1.0);
  }

  @Test
  void whatCanNotBeCountedThatWay_isRefusedByName() {
    OwnValue none =
        get(
            analyst,
            () ->
                values.of(
                    operation,
                    grouped(
                        "subjects_acted_on",
                        Grouping.NOTHING,
                        Grouping.NOTHING,
                        "subjects_confirmed"),
                    null));
    assertThat(none.total().value()).as("nothing to divide by").isNull();
    refused(grouped("searches", Grouping.NOTHING, Grouping.NOTHING, "arrests"), "counts neither");
    refused(grouped("searches", Grouping.SORT, Grouping.NOTHING, null), "no sorts");
    refused(grouped("proposed_clusters", Grouping.DAY, Grouping.NOTHING, null), "no day");
    refused(grouped("searches", Grouping.COUNTRY, Grouping.DAY, null), "not both");
    refused(grouped("no_such_figure", Grouping.NOTHING, Grouping.NOTHING, null), "no figure named");
    refused(
        grouped("subjects_confirmed", Grouping.NOTHING, Grouping.NOTHING, "time_to_package"),
        "average");
    Composition victims =
        new Composition(
            "Victims",
            "victims_identified",
            List.of(),
            null,
            null,
            null,
            null,
            Grouping.NOTHING,
            Grouping.NOTHING,
            null,
            "H0",
            "for the press");
    refused(victims, "handling code");
    assertThatThrownBy(() -> get(officer, () -> own.compose(operation, victims)))
        .isInstanceOf(NotPermittedException.class);
  }

  private void refused(Composition asked, String words) {
    assertThatThrownBy(() -> get(analyst, () -> values.of(operation, asked, null)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(words);
  }

  private long cells(PressTable table) {
    return jdbc.sql("select count(*) from cordon.press_cell where press_table_id = ?")
        .param(table.id())
        .query(Long.class)
        .single();
  }

  private boolean reviewed(UUID id) {
    own.review(operation, id, true, "counts what it says");
    return true;
  }

  private PressTable publish(
      int least, @Nullable Instant embargo, @Nullable UUID corrects, String... figures) {
    return get(
        coordinator, () -> tables.publish(operation, order(least, embargo, corrects, figures)));
  }

  private static PressOrder order(
      int least, @Nullable Instant embargo, @Nullable UUID corrects, String... figures) {
    return new PressOrder(
        "Results so far", List.of(figures), least, embargo, corrects, "press line");
  }

  private static Composition composition(String name, String figure, @Nullable LocalDate from) {
    return new Composition(
        name,
        figure,
        List.of(),
        null,
        null,
        from,
        null,
        Grouping.NOTHING,
        Grouping.NOTHING,
        null,
        "H1",
        "for the press");
  }

  private static Composition grouped(
      String figure, Grouping by, Grouping over, @Nullable String share) {
    return new Composition(
        "Trial", figure, List.of(), null, null, null, null, by, over, share, "H1", "a trial");
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }
}
