package dev.cordon.figures;

import dev.cordon.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was counted, at any moment since the first count. The database gives a reader the rows of
 * the parts he or she may read, and the names of the records he or she may read.
 */
@Component
class Kept {

  /** From how many records on they are listed by id, not by name. */
  static final int NAMED_AT_MOST = 1000;

  private final JdbcClient jdbc;

  Kept(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A figure in one country; null for none. */
  record InCountry(@Nullable String country, Sum sum) {}

  /** Why a figure was not counted, and when that was tried. */
  record Fault(String name, String words, Instant at) {}

  /** The last count at that moment or before; none before the first. */
  Optional<Instant> mark(Part part, Instant moment) {
    return jdbc.sql(KeptSql.MARK)
        .param("operation", part.operation().value())
        .param("part", part.key())
        .param("moment", Columns.parameter(moment))
        .query((row, number) -> Optional.ofNullable(Columns.instantOrNull(row, "max")))
        .single();
  }

  /** The first count there was. */
  Optional<Instant> firstMark(Part part) {
    return jdbc.sql(KeptSql.FIRST_MARK)
        .param("operation", part.operation().value())
        .param("part", part.key())
        .query((row, number) -> Optional.ofNullable(Columns.instantOrNull(row, "min")))
        .single();
  }

  /** The last counts, one an hour, newest first. */
  List<Instant> marks(Part part) {
    return jdbc.sql(KeptSql.MARKS)
        .param("operation", part.operation().value())
        .param("part", part.key())
        .query((row, number) -> Columns.instant(row, "counted_at"))
        .list();
  }

  /** What could not be counted. */
  List<Fault> faults(Part part) {
    return jdbc.sql(KeptSql.FAULTS)
        .param("operation", part.operation().value())
        .param("part", part.key())
        .query((row, number) ->
            new Fault(
                row.getString("name"), row.getString("fault"), Columns.instant(row, "counted_at")))
        .list();
  }

  /** All figures, each by country. */
  Map<String, List<InCountry>> values(Part part, Instant moment, Filter filter) {
    Map<String, List<InCountry>> values = new HashMap<>();
    then(KeptSql.VALUES, part, moment, filter)
        .query(row -> {
          values
              .computeIfAbsent(row.getString("name"), any -> new ArrayList<>())
              .add(new InCountry(row.getString("country"), sum(row)));
        });
    return values;
  }

  /** Some figures, each by country, agency and day. */
  List<FigureCell> cells(Part part, Instant moment, Filter filter, List<String> names) {
    return then(KeptSql.CELLS, part, moment, filter)
        .param("names", String.join(",", names))
        .query((row, number) ->
            new FigureCell(
                row.getString("name"),
                row.getString("country"),
                row.getObject("held_by", UUID.class),
                row.getObject("on_day", LocalDate.class),
                sum(row)))
        .list();
  }

  /** One figure. */
  Sum value(Part part, String name, Instant moment, Filter filter) {
    return then(KeptSql.VALUE, part, moment, filter)
        .param("name", name)
        .query((row, number) -> sum(row))
        .single();
  }

  /** The sorts a figure's records are of now. */
  List<String> sorts(Part part, String name) {
    return jdbc.sql(KeptSql.SORTS)
        .param("operation", part.operation().value())
        .param("part", part.key())
        .param("name", name)
        .query(String.class)
        .list();
  }

  /** One page of the records behind a figure. */
  List<FigureRecord> records(
      Part part, String name, Instant moment, Filter filter, Slice slice, long total) {
    boolean named = total <= NAMED_AT_MOST;
    boolean back = !slice.before().isEmpty();
    String many = back ? KeptSql.RECORDS_BEFORE : KeptSql.RECORDS;
    JdbcClient.StatementSpec asked =
        then(named ? KeptSql.NAMED_RECORDS : many, part, moment, filter)
            .param("name", name)
            .param("limit", slice.size())
            .param("offset", slice.offset());
    if (!named) {
      asked = asked.param("border", back ? slice.before() : slice.after());
    }
    return asked.query(Kept::figureRecord).list();
  }

  /** Countries of figures, in the order of their codes. */
  static Map<String, Map<String, Long>> byCountry(
      List<Definition> definitions, Map<String, List<InCountry>> values) {
    Map<String, Map<String, Long>> countries = new TreeMap<>();
    for (Definition definition : definitions) {
      for (InCountry one : values.getOrDefault(definition.name(), List.of())) {
        if (one.country() != null) {
          countries
              .computeIfAbsent(one.country(), any -> new TreeMap<>())
              .put(definition.name(), one.sum().value(definition.working()));
        }
      }
    }
    return countries;
  }

  private JdbcClient.StatementSpec then(String sql, Part part, Instant moment, Filter filter) {
    return jdbc.sql(sql)
        .param("operation", part.operation().value())
        .param("part", part.key())
        .param("moment", Columns.parameter(moment))
        .param("everywhere", filter.countries().isEmpty())
        .param("countries", String.join(",", filter.countries()))
        .param("holder", filter.agency(), Types.OTHER)
        .param("sort", filter.sort(), Types.VARCHAR)
        .param("from", filter.from(), Types.DATE)
        .param("to", filter.to(), Types.DATE);
  }

  private static Sum sum(ResultSet row) throws SQLException {
    return new Sum(row.getLong("amount"), row.getLong("records"));
  }

  private static FigureRecord figureRecord(ResultSet row, int number) throws SQLException {
    String kind = row.getString("kind");
    String label = row.getString("label");
    return new FigureRecord(
        kind,
        row.getString("record_id"),
        label,
        row.getString("country"),
        row.getLong("amount"),
        row.getString("holder"),
        row.getString("sort"),
        row.getObject("on_day", LocalDate.class),
        label == null ? null : Labels.page(kind, row.getString("thing")),
        row.getString("source_name"),
        row.getString("source_table"),
        row.getObject("source_row", Long.class));
  }
}
