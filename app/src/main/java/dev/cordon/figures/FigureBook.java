package dev.cordon.figures;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.kernel.digest.Sha256;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.EntryId;
import dev.cordon.ledger.Ledger;
import dev.cordon.ledger.ReceiptWords;
import dev.cordon.ledger.UntilChanged;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The figures of an operation.
 *
 * <p>Promises: all figures of one answer are read at one moment; each is the sum of exactly the
 * records its page lists; a reader of one agency counts only what that agency may see, and is told
 * so.
 */
@Service
public class FigureBook {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;
  private final ApplicationEventPublisher events;
  private final JsonMapper json = JsonMapper.builder().build();
  private final UntilChanged untilChanged;
  private final TransactionTemplate reading;
  private final TransactionTemplate counting;

  FigureBook(
      JdbcClient jdbc,
      Access access,
      CurrentMember currentMember,
      Ledger ledger,
      ApplicationEventPublisher events,
      UntilChanged untilChanged,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
    this.events = events;
    this.untilChanged = untilChanged;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
    this.counting = new TransactionTemplate(transactions);
    this.counting.setReadOnly(true);
    this.counting.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /**
   * All figures now. They are counted anew only when something of the operation has changed since;
   * as-of is the moment that was found out.
   */
  public Figures now(OperationId operation) {
    String scope = required(reading.execute(state -> scope(operation)));
    Figures last =
        untilChanged.get(
            operation,
            "figures " + scope,
            () -> required(counting.execute(state -> count(operation))));
    return last.asOf(Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }

  private static <T> T required(@Nullable T value) {
    return Objects.requireNonNull(value);
  }

  private Figures count(OperationId operation) {
    String scope = scope(operation);
    List<Figure> figures = new ArrayList<>();
    List<Figures.Step> funnel = new ArrayList<>();
    Map<String, Map<String, Long>> byCountry = new TreeMap<>();
    for (Definition definition : published()) {
      long value = count(operation, definition, byCountry);
      figures.add(figure(definition, value));
      definition
          .funnelStep()
          .ifPresent(
              step -> funnel.add(new Figures.Step(definition.name(), definition.title(), value)));
    }
    Instant asOf = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return new Figures(asOf, operation, scope, figures, byCountry, funnel);
  }

  /** One figure now. */
  @Transactional(readOnly = true)
  public Figure now(OperationId operation, String name) {
    scope(operation);
    Definition definition = definition(name);
    return figure(definition, count(operation, definition, new TreeMap<>()));
  }

  /** One page of the records behind a figure, of one country or of all (null). */
  @Transactional
  public Page<FigureRecord> records(
      OperationId operation, String name, @Nullable String country, int page) {
    scope(operation);
    Definition definition = definition(name);
    List<FigureRecord> rows =
        jdbc.sql(FigureSql.page(definition))
            .param("operation", operation.value())
            .param("country", country)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(FigureBook::figureRecord)
            .list();
    long total =
        jdbc.sql(FigureSql.countRecords(definition))
            .param("operation", operation.value())
            .param("country", country)
            .query(Long.class)
            .single();
    ledger.append(
        Entry.of(operation, Act.CONSULTATION, "figure-records", "opened the records of " + name)
            .touching(rows.stream().map(row -> row.kind() + " " + row.id()).toList()));
    return new Page<>(rows, page, total);
  }

  /** Freezes all figures as they are now, for a reason; for the coordinator. */
  @Transactional(isolation = Isolation.REPEATABLE_READ)
  public Publication publish(OperationId operation, String reason) {
    access.require(operation, Area.FIGURES, Right.PUBLISH);
    Figures figures = count(operation);
    String content = json.writeValueAsString(figures);
    String digest = Sha256.hex(content.getBytes(StandardCharsets.UTF_8));
    UUID id = UUID.randomUUID();
    ReceiptWords statement = FiguresStatement.of(id, figures, content);
    EntryId entry =
        ledger.append(
            Entry.of(operation, Act.DECISION, "figures-publication", reason)
                .touching(id, digest, statement.record()));
    jdbc.sql(FigureSql.ADD_PUBLICATION)
        .param("id", id)
        .param("operation", operation.value())
        .param("asOf", Columns.parameter(figures.asOf()))
        .param("reason", reason)
        .param("member", currentMember.member().value())
        .param("content", content)
        .param("digest", digest)
        .param("statement", statement.text())
        .param("entry", entry.value())
        .update();
    for (Definition definition : published()) {
      jdbc.sql(FigureSql.freeze(definition))
          .param("publication", id)
          .param("operation", operation.value())
          .param("name", definition.name())
          .param("version", definition.version())
          .update();
    }
    published().forEach(definition -> keep(definition, operation, id));
    events.publishEvent(new FiguresPublished(operation, id, reason, digest));
    return new Publication(id, figures.asOf(), reason, content, digest, true);
  }

  private void keep(Definition definition, OperationId operation, UUID publication) {
    jdbc.sql(ChangeSql.keep(definition))
        .param("publication", publication)
        .param("operation", operation.value())
        .param("name", definition.name())
        .update();
  }

  /** What was published, newest first. */
  @Transactional(readOnly = true)
  public Page<Publication> publications(OperationId operation, int page) {
    return new Page<>(
        jdbc.sql(FigureSql.PUBLICATIONS)
            .param("operation", operation.value())
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(FigureBook::publication)
            .list(),
        page,
        jdbc.sql(FigureSql.COUNT_PUBLICATIONS)
            .param("operation", operation.value())
            .query(Long.class)
            .single());
  }

  static Publication publication(ResultSet row, int number) throws SQLException {
    return new Publication(
        Columns.uuid(row, "id"),
        Columns.instant(row, "as_of"),
        row.getString("reason"),
        row.getString("content"),
        row.getString("content_sha256"),
        row.getString("statement") != null);
  }

  /** Whether the reader counts the whole operation or the own agency's part of it. */
  String scope(OperationId operation) {
    if (access.holdsForWhole(operation, Area.FIGURES, Right.READ)) {
      return "operation";
    }
    access.require(operation, Area.FIGURES, Right.READ);
    return "agency";
  }

  /** The definition of a name whose stage publishes what it reads. */
  Definition definition(String name) {
    return published().stream()
        .filter(definition -> definition.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new RefusedException("There is no figure named '" + name + "'."));
  }

  // A stage that publishes no view yet has no figures; nothing is counted in its place.
  List<Definition> published() {
    List<String> views = jdbc.sql(FigureSql.PUBLISHED).query(String.class).list();
    return ShippedDefinitions.ALL.stream()
        .filter(definition -> views.contains(definition.needs()))
        .toList();
  }

  private long count(
      OperationId operation, Definition definition, Map<String, Map<String, Long>> byCountry) {
    long[] total = {0};
    jdbc.sql(FigureSql.values(definition))
        .param("operation", operation.value())
        .query(row -> {
          long value = row.getLong("value");
          total[0] += value;
          Optional.ofNullable(row.getString("country"))
              .ifPresent(country ->
                  byCountry
                      .computeIfAbsent(country, any -> new TreeMap<>())
                      .put(definition.name(), value));
        });
    return total[0];
  }

  private static Figure figure(Definition definition, long value) {
    return new Figure(
        definition.name(),
        value,
        definition.unit(),
        definition.sentence(),
        definition.version(),
        definition.title());
  }

  private static FigureRecord figureRecord(ResultSet row, int number) throws SQLException {
    String kind = row.getString("kind");
    String id = row.getString("id");
    return new FigureRecord(
        kind,
        id,
        row.getString("label"),
        row.getString("country"),
        row.getLong("amount"),
        page(kind, id),
        row.getString("source_name"),
        row.getString("source_table"),
        row.getObject("source_row", Long.class));
  }

  static @Nullable String page(String kind, String id) {
    return switch (kind) {
      case "subject" -> "/subjects/" + id;
      case "package" -> "/packages/" + id;
      case "exhibit" -> "/exhibits/" + id;
      case "field-report" -> "/field-reports/" + id;
      case "source" -> "/sources/" + id;
      case "proposal" -> "/proposals/" + id;
      default -> null;
    };
  }
}
