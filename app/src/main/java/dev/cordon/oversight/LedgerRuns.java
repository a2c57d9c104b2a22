package dev.cordon.oversight;

import com.ibm.icu.util.TimeZone;
import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets the rules read the ledger when a watcher asks. Each rule works in a transaction of its own
 * for at most a minute; one that takes longer is named, and the others stand.
 */
@Service
public class LedgerRuns {

  private static final Duration LONGEST_SPAN = Duration.ofDays(366);

  private final JdbcClient jdbc;
  private final Access access;
  private final Ledger ledger;
  private final RuleStandings standings;
  private final TransactionTemplate transactions;

  LedgerRuns(
      JdbcClient jdbc,
      Access access,
      Ledger ledger,
      RuleStandings standings,
      PlatformTransactionManager transactionManager) {
    this.jdbc = jdbc;
    this.access = access;
    this.ledger = ledger;
    this.standings = standings;
    this.transactions = new TransactionTemplate(transactionManager);
  }

  /**
   * What a run did.
   *
   * @param found findings that are new
   * @param tooLong rules that took too long and found nothing
   */
  public record Outcome(int found, List<String> tooLong) {}

  private record Clock(String[] countries, String[] zones) {}

  private record Task(OperationId operation, UUID run, Instant since, Instant until) {}

  /** Reads the entries of a span by all rules; what was found before stays as it is. */
  public Outcome run(OperationId operation, Instant since, Instant until) {
    if (!since.isBefore(until) || Duration.between(since, until).compareTo(LONGEST_SPAN) > 0) {
      throw new RefusedException(
          "A run covers at least a moment and at most 366 days; choose a first day before the last.");
    }
    Task task = new Task(operation, UUID.randomUUID(), since, until);
    Clock clock = required(transactions.execute(status -> begin(task)));
    int found = 0;
    List<String> tooLong = new ArrayList<>();
    for (Rules.Rule rule : RuleStandings.RULES.rules()) {
      try {
        found += required(transactions.execute(status -> apply(task, rule, clock)));
      } catch (QueryTimeoutException slow) {
        tooLong.add(rule.title());
        transactions.executeWithoutResult(status -> note(task, rule, "took_too_long", 0));
      }
    }
    return new Outcome(found, tooLong);
  }

  private Clock begin(Task task) {
    access.require(task.operation(), Area.OVERSIGHT, Right.WRITE);
    jdbc.sql(FindingSql.ADD_RUN)
        .param("id", task.run())
        .param("operation", task.operation().value())
        .param("version", RuleStandings.RULES.version())
        .param("since", Columns.parameter(task.since()))
        .param("until", Columns.parameter(task.until()))
        .update();
    ledger.append(
        Entry.of(
                task.operation(),
                Act.CONSULTATION,
                "oversight-run",
                "let the rules read the entries from " + task.since() + " to " + task.until())
            .touching(task.run()));
    return clock();
  }

  private int apply(Task task, Rules.Rule rule, Clock clock) {
    jdbc.sql(FindingSql.TIME_LIMIT).query(String.class).single();
    JdbcClient.StatementSpec statement =
        jdbc.sql(FindingSql.keep(rule))
            .param("operation", task.operation().value())
            .param("run", task.run())
            .param("rule", rule.name())
            .param("version", rule.version())
            .param("since", Columns.parameter(task.since()))
            .param("until", Columns.parameter(task.until()))
            .param("countries", clock.countries())
            .param("zones", clock.zones());
    for (Map.Entry<String, Integer> setting : settings(task, rule).entrySet()) {
      statement = statement.param(setting.getKey(), setting.getValue());
    }
    int found = statement.query((row, number) -> row.getInt("kept")).single();
    note(task, rule, "done", found);
    return found;
  }

  private void note(Task task, Rules.Rule rule, String outcome, int found) {
    jdbc.sql(FindingSql.ADD_RUN_RULE)
        .param("run", task.run())
        .param("operation", task.operation().value())
        .param("rule", rule.name())
        .param("version", rule.version())
        .param("settings", settings(task, rule).toString())
        .param("outcome", outcome)
        .param("found", found)
        .update();
  }

  private Map<String, Integer> settings(Task task, Rules.Rule rule) {
    return RuleStandings.settings(rule, standings.set(task.operation()));
  }

  // A country's zones as both ICU and the database know them.
  private Clock clock() {
    Set<String> known = new TreeSet<>(jdbc.sql(FindingSql.ZONES).query(String.class).list());
    List<String> countries = new ArrayList<>();
    List<String> zones = new ArrayList<>();
    for (String country : jdbc.sql(FindingSql.COUNTRIES).query(String.class).list()) {
      for (String zone :
          TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, country, null)) {
        if (known.contains(zone)) {
          countries.add(country);
          zones.add(zone);
        }
      }
    }
    return new Clock(countries.toArray(String[]::new), zones.toArray(String[]::new));
  }

  private static <T> T required(@org.jspecify.annotations.Nullable T value) {
    return java.util.Objects.requireNonNull(value);
  }
}
