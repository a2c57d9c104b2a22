package dev.cordon.figures;

import dev.cordon.RefusedException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The definitions of figures as they stand in the database, which only a migration changes. They
 * are read once, by the first member who asks. Thread-safe.
 */
@Component
public class Definitions {

  private static final String ALL =
      """
      select name, version, place, title, sentence, unit, exclusions, handling_code, worked_out, sorted_by, dated_by, by_agency,
        funnel
      from cordon.figure_definition order by place, version
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate reading;
  private volatile List<Definition> read = List.of();

  Definitions(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
  }

  /** Every version of every definition, in the order of the data. */
  public List<Definition> all() {
    if (read.isEmpty()) {
      // Outside a transaction nobody reads, and the database gives no row.
      read =
          Objects.requireNonNull(
              reading.execute(
                  state -> List.copyOf(jdbc.sql(ALL).query(Definitions::definition).list())));
    }
    return read;
  }

  /** The newest version of each, in the order of the data. */
  public List<Definition> current() {
    Map<String, Definition> newest = new LinkedHashMap<>();
    all().forEach(one -> newest.put(one.name(), one));
    return newest.values().stream().sorted(Comparator.comparing(Definition::place)).toList();
  }

  /** Those of which readers of that part have something. */
  List<Definition> of(Part part) {
    return current().stream().filter(one -> part.isWhole() || one.byAgency()).toList();
  }

  /** The newest version of that name. */
  public Optional<Definition> find(String name) {
    return current().stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /** That version of that name. */
  public Optional<Definition> find(String name, int version) {
    return all().stream()
        .filter(one -> one.name().equals(name) && one.version() == version)
        .findFirst();
  }

  /** The newest version of that name; refused where the part has none. */
  Definition get(Part part, String name) {
    return find(name)
        .filter(one -> part.isWhole() || one.byAgency())
        .orElseThrow(() -> new RefusedException("There is no figure named '" + name + "'."));
  }

  /** The steps from accounts to measures, in their order. */
  List<Definition> funnel(Part part) {
    List<Definition> steps = new ArrayList<>(of(part));
    steps.removeIf(one -> one.step() == null);
    steps.sort(Comparator.comparing(one -> one.funnelStep().orElse(0)));
    return steps;
  }

  private static Definition definition(ResultSet row, int number) throws SQLException {
    return new Definition(
        row.getString("name"),
        row.getInt("version"),
        row.getInt("place"),
        row.getString("title"),
        row.getString("sentence"),
        row.getString("unit"),
        row.getString("exclusions"),
        row.getString("handling_code"),
        Definition.Working.valueOf(row.getString("worked_out").toUpperCase(Locale.ROOT)),
        row.getString("sorted_by"),
        row.getString("dated_by"),
        row.getBoolean("by_agency"),
        row.getObject("funnel", Integer.class));
  }
}
