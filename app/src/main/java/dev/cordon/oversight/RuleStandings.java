package dev.cordon.oversight;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The written rules as an operation uses them: thresholds, how much each found, the last run. */
@Service
public class RuleStandings {

  static final Rules RULES = Rules.shipped();

  private final JdbcClient jdbc;
  private final Access access;
  private final Ledger ledger;

  RuleStandings(JdbcClient jdbc, Access access, Ledger ledger) {
    this.jdbc = jdbc;
    this.access = access;
    this.ledger = ledger;
  }

  /**
   * A rule as an operation uses it.
   *
   * @param settings the thresholds that count here
   * @param found findings in all
   * @param open findings nobody has looked at
   * @param fed whether the ledger holds entries of the kinds the rule lives on
   * @param outcome what became of it in the last run; null when it was not in it
   */
  public record Standing(
      Rules.Rule rule,
      Map<String, Integer> settings,
      long found,
      long open,
      boolean fed,
      @Nullable String outcome) {}

  /** A run over the ledger. */
  public record Run(UUID id, Instant since, Instant until, Instant at, String by) {}

  /** The rules with their numbers, in their own order. */
  @Transactional(readOnly = true)
  public List<Standing> standings(OperationId operation) {
    requireWatcher(operation);
    Map<String, long[]> counts = new HashMap<>();
    jdbc.sql(FindingSql.COUNTS)
        .param("operation", operation.value())
        .query(row -> {
          counts.put(row.getString("rule"), new long[] {row.getLong("found"), row.getLong("open")});
        });
    Map<String, String> outcomes = outcomes(operation);
    Map<String, Integer> set = set(operation);
    return RULES.rules().stream()
        .map(rule -> {
          long[] count = counts.getOrDefault(rule.name(), new long[2]);
          return new Standing(
              rule,
              settings(rule, set),
              count[0],
              count[1],
              isFed(operation, rule),
              outcomes.get(rule.name()));
        })
        .toList();
  }

  /** One rule with its numbers. */
  @Transactional(readOnly = true)
  public Standing standing(OperationId operation, String rule) {
    return standings(operation).stream()
        .filter(one -> one.rule().name().equals(rule))
        .findFirst()
        .orElseThrow(NotPermittedException::new);
  }

  /** What no rule looks for, and why. */
  public String absent() {
    return RULES.absent();
  }

  /** The last run, if there was one. */
  @Transactional(readOnly = true)
  public Optional<Run> lastRun(OperationId operation) {
    requireWatcher(operation);
    return jdbc.sql(FindingSql.LAST_RUN)
        .param("operation", operation.value())
        .query((row, number) ->
            new Run(
                Columns.uuid(row, "id"),
                Columns.instant(row, "covers_from"),
                Columns.instant(row, "covers_until"),
                Columns.instant(row, "started_at"),
                row.getString("member")))
        .optional();
  }

  /** Sets a threshold of a rule from the next run on. */
  @Transactional
  public void set(OperationId operation, String rule, String name, int value, String reason) {
    requireWatcher(operation);
    if (!RULES.rule(rule).settings().containsKey(name)) {
      throw new RefusedException("The rule '" + rule + "' has no threshold '" + name + "'.");
    }
    if (value < 0 || value > 1_000_000) {
      throw new RefusedException("A threshold is a whole number from 0 to 1,000,000.");
    }
    jdbc.sql(FindingSql.ADD_SETTING)
        .param("operation", operation.value())
        .param("rule", rule)
        .param("name", name)
        .param("value", value)
        .param("reason", reason)
        .update();
    ledger.append(
        Entry.of(operation, Act.ALTERATION, "oversight-setting", reason)
            .touching(rule + " " + name + " " + value));
  }

  Map<String, Integer> set(OperationId operation) {
    Map<String, Integer> set = new HashMap<>();
    jdbc.sql(FindingSql.SETTINGS)
        .param("operation", operation.value())
        .query(row -> {
          set.put(row.getString("rule") + " " + row.getString("name"), row.getInt("value"));
        });
    return set;
  }

  static Map<String, Integer> settings(Rules.Rule rule, Map<String, Integer> set) {
    Map<String, Integer> settings = new LinkedHashMap<>();
    rule.settings()
        .forEach((name, own) ->
            settings.put(name, set.getOrDefault(rule.name() + " " + name, own.value())));
    return settings;
  }

  private boolean isFed(OperationId operation, Rules.Rule rule) {
    return rule.needs().isEmpty()
        || !jdbc.sql(FindingSql.KINDS_HELD)
            .param("operation", operation.value())
            .param("kinds", rule.needs().toArray(String[]::new))
            .query(String.class)
            .list()
            .isEmpty();
  }

  private Map<String, String> outcomes(OperationId operation) {
    Map<String, String> outcomes = new HashMap<>();
    lastRun(operation)
        .ifPresent(run ->
            jdbc.sql(FindingSql.LAST_OUTCOMES)
                .param("run", run.id())
                .query(row -> {
                  outcomes.put(row.getString("rule"), row.getString("outcome"));
                }));
    return outcomes;
  }

  private void requireWatcher(OperationId operation) {
    access.require(operation, Area.OVERSIGHT, Right.READ);
  }
}
