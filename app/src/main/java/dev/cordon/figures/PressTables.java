package dev.cordon.figures;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.Operations;
import dev.cordon.access.Right;
import dev.cordon.kernel.digest.Sha256;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.EntryId;
import dev.cordon.ledger.Ledger;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tables for the press. Publishing one freezes all figures at the same moment, withholds what would
 * tell of single persons, also beside every earlier table, and is an entry in the ledger.
 */
@Service
@Transactional
public class PressTables {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Operations operations;
  private final Ledger ledger;
  private final Publications publications;
  private final PressColumns columns;
  private final JsonMapper json = JsonMapper.builder().build();

  PressTables(
      JdbcClient jdbc,
      Access access,
      CurrentMember currentMember,
      Operations operations,
      Ledger ledger,
      Publications publications,
      PressColumns columns) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.operations = operations;
    this.ledger = ledger;
    this.publications = publications;
    this.columns = columns;
  }

  private record Decided(
      PressTable.Column column, Map<String, Long> values, Set<String> shown, long total) {}

  /**
   * Publishes a table of the figures as they are now.
   *
   * @throws RefusedException naming a figure that may not be in it, or two that would tell what the
   *     other withholds
   */
  @Transactional(isolation = Isolation.REPEATABLE_READ)
  public PressTable publish(OperationId operation, PressOrder order) {
    access.require(operation, Area.FIGURES, Right.PUBLISH);
    if (order.figures().isEmpty() || order.figures().size() > 12) {
      throw new RefusedException("A press table has from 1 to 12 figures.");
    }
    if (order.corrects() != null && get(operation, order.corrects()).correctedBy() != null) {
      throw new RefusedException("That table has been corrected already; correct the later one.");
    }
    List<PressColumns.Source> sources = columns.of(operation, order.figures());
    Publication frozen = publications.publish(operation, order.reason());
    List<Decided> decided = new ArrayList<>();
    for (PressColumns.Source source : sources) {
      decided.add(decide(operation, order, source, frozen));
    }
    UUID id = UUID.randomUUID();
    String content = content(id, order, frozen, decided);
    String digest = Sha256.hex(content.getBytes(StandardCharsets.UTF_8));
    EntryId entry =
        ledger.append(
            Entry.of(operation, Act.DECISION, "press-table", order.reason())
                .touching(id, frozen.id(), digest));
    keep(operation, order, id, frozen, content, digest, entry);
    for (int place = 0; place < decided.size(); place++) {
      keepColumn(operation, id, place, decided.get(place));
    }
    return get(operation, id);
  }

  private Decided decide(
      OperationId operation, PressOrder order, PressColumns.Source source, Publication frozen) {
    Map<String, Long> values = columns.values(operation, source, frozen.asOf());
    List<Withholding.Earlier> earlier = new ArrayList<>();
    int least = order.least();
    for (Before one : before(operation, source.column().name())) {
      earlier.add(
          new Withholding.Earlier(
              one.publication().equals(frozen.id()), one.values(), one.shown()));
      least = Math.max(least, one.least());
    }
    long total = values.values().stream().mapToLong(Long::longValue).sum();
    return new Decided(source.column(), values, Withholding.shown(least, values, earlier), total);
  }

  private record Before(UUID publication, int least, Map<String, Long> values, Set<String> shown) {}

  private List<Before> before(OperationId operation, String figure) {
    Map<UUID, Before> tables = new LinkedHashMap<>();
    jdbc.sql(PressSql.EARLIER)
        .param("operation", operation.value())
        .param("figure", figure)
        .query(row -> {
          UUID table = Columns.uuid(row, "id");
          UUID publication = Columns.uuid(row, "publication_id");
          int least = row.getInt("least");
          Before one =
              tables.computeIfAbsent(
                  table, any -> new Before(publication, least, new HashMap<>(), new HashSet<>()));
          String country = row.getString("country");
          if (!country.isEmpty()) {
            one.values().put(country, row.getLong("value"));
          }
          if (row.getBoolean("is_shown")) {
            one.shown().add(country);
          }
        });
    return List.copyOf(tables.values());
  }

  private void keep(
      OperationId operation,
      PressOrder order,
      UUID id,
      Publication frozen,
      String content,
      String digest,
      EntryId entry) {
    Instant embargo = order.embargoUntil();
    jdbc.sql(PressSql.ADD)
        .param("id", id)
        .param("operation", operation.value())
        .param("publication", frozen.id())
        .param("title", order.title().strip())
        .param("least", order.least())
        .param(
            "embargo",
            embargo == null ? null : Columns.parameter(embargo),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .param("corrects", order.corrects(), Types.OTHER)
        .param("reason", order.reason())
        .param("code", operations.get(operation).handlingCode().name())
        .param("content", content)
        .param("digest", digest)
        .param("entry", entry.value())
        .param("member", currentMember.member().value())
        .update();
  }

  private void keepColumn(OperationId operation, UUID table, int place, Decided decided) {
    Map<String, Long> cells = new LinkedHashMap<>(decided.values());
    cells.put(Withholding.TOTAL, decided.total());
    cells.forEach((country, value) ->
        jdbc.sql(PressSql.ADD_CELL)
            .param("table", table)
            .param("operation", operation.value())
            .param("place", place)
            .param("figure", decided.column().name())
            .param("version", decided.column().version())
            .param("country", country)
            .param("value", value)
            .param("shown", decided.shown().contains(country))
            .update());
  }

  private String content(UUID id, PressOrder order, Publication frozen, List<Decided> decided) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("press_table", id);
    content.put("title", order.title().strip());
    content.put("publication", frozen.id());
    content.put("as_of", frozen.asOf().toString());
    if (order.embargoUntil() != null) {
      content.put("embargo_until", order.embargoUntil().toString());
    }
    if (order.corrects() != null) {
      content.put("corrects", order.corrects());
    }
    content.put("columns", decided.stream().map(Decided::column).toList());
    content.put("rows", rows(decided));
    return json.writeValueAsString(content);
  }

  private static List<PressTable.Row> rows(List<Decided> decided) {
    Set<String> countries = new TreeSet<>();
    decided.forEach(one -> countries.addAll(one.values().keySet()));
    List<String> order = new ArrayList<>(countries);
    order.add(Withholding.TOTAL);
    return order.stream()
        .map(country ->
            new PressTable.Row(country, decided.stream().map(one -> cell(one, country)).toList()))
        .toList();
  }

  private static PressTable.Cell cell(Decided one, String country) {
    if (country.equals(Withholding.TOTAL)) {
      return new PressTable.Cell(one.shown().contains(country) ? one.total() : null);
    }
    Long value = one.values().get(country);
    return new PressTable.Cell(
        value == null ? Long.valueOf(0) : one.shown().contains(country) ? value : null);
  }

  /** The tables the reader may see, newest first. */
  @Transactional(readOnly = true)
  public Page<PressTable> page(OperationId operation, int page) {
    access.require(operation, Area.FIGURES, Right.READ);
    return new Page<>(
        jdbc.sql(PressSql.PAGE)
            .param("operation", operation.value())
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(this::table)
            .list(),
        page,
        jdbc.sql(PressSql.COUNT).param("operation", operation.value()).query(Long.class).single());
  }

  /** One of them; absent for who may not see it, or not yet. */
  @Transactional(readOnly = true)
  public PressTable get(OperationId operation, UUID id) {
    access.require(operation, Area.FIGURES, Right.READ);
    return jdbc.sql(PressSql.ONE)
        .param("operation", operation.value())
        .param("id", id)
        .query(this::table)
        .optional()
        .orElseThrow(NoSuchElementException::new);
  }

  private PressTable table(ResultSet row, int number) throws SQLException {
    PressContent content = json.readValue(row.getString("content"), PressContent.class);
    return new PressTable(
        Columns.uuid(row, "id"),
        Columns.uuid(row, "publication_id"),
        row.getString("title"),
        Columns.instant(row, "as_of"),
        Columns.instant(row, "published_at"),
        row.getInt("least"),
        Columns.instantOrNull(row, "embargo_until"),
        row.getObject("corrects", UUID.class),
        row.getObject("corrected_by", UUID.class),
        row.getString("reason"),
        row.getString("handling_code"),
        row.getString("content_sha256"),
        content.columns(),
        content.rows());
  }
}
