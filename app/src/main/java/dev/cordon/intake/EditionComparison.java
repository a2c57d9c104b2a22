package dev.cordon.intake;

import dev.cordon.intake.EditionDifference.Example;
import dev.cordon.intake.EditionDifference.KindChange;
import dev.cordon.intake.EditionDifference.ReasonChange;
import dev.cordon.intake.EditionDifference.RowChange;
import dev.cordon.intake.EditionDifference.TableChange;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares two editions by their reports and, while both records are there, row by row. */
final class EditionComparison {

  private EditionComparison() {}

  /** By the reports alone. */
  static EditionDifference compare(Edition before, Edition after) {
    return new EditionDifference(
        before.number(),
        after.number(),
        rules(before, after),
        tables(before, after),
        reasons(before, after),
        kinds(before, after),
        List.of(),
        false,
        before.digest().equals(after.digest()));
  }

  /**
   * By the reports and the rows in two folders of records. Where the rows are too many for the
   * engine's memory the difference says that rows were not compared.
   */
  static EditionDifference compare(
      Edition before, Path recordsBefore, Edition after, Path recordsAfter, VaultKey key) {
    EditionDifference reports = compare(before, after);
    try (Connection engine = RecordEngine.open(key, SealedRecords.Limits.standard());
        Statement statement = engine.createStatement()) {
      RecordEngine.confine(statement, List.of(recordsBefore, recordsAfter));
      view(statement, "rows_before", recordsBefore, key);
      view(statement, "rows_after", recordsAfter, key);
      EditionDifference counted =
          before.isNoted()
              ? reports
              : reports.withKinds(counted(statement, recordsBefore, key, reports.kinds()));
      return counted.withRows(rows(statement));
    } catch (SQLException failure) {
      if (String.valueOf(failure.getMessage()).contains("Out of Memory")) {
        return reports;
      }
      throw new IntakeException("the records before and after cannot be compared", failure);
    }
  }

  private static void view(Statement statement, String name, Path records, VaultKey key)
      throws SQLException {
    statement.execute(RecordEngine.view(name, List.of(records), RecordKind.ROWS, key.versions()));
  }

  /** The kinds with what is counted in records that came without a summary. */
  private static List<KindChange> counted(
      Statement statement, Path records, VaultKey key, List<KindChange> after) throws SQLException {
    Map<String, Long> now =
        after.stream().collect(Collectors.toMap(KindChange::kind, KindChange::after));
    List<KindChange> kinds = new ArrayList<>();
    for (RecordKind kind : RecordKind.values()) {
      String name = "before_" + kind.dataSet();
      statement.execute(RecordEngine.view(name, List.of(records), kind, key.versions()));
      try (ResultSet found = statement.executeQuery("select count(source_row) from " + name)) {
        found.next();
        kinds.add(
            new KindChange(kind.dataSet(), found.getLong(1), now.getOrDefault(kind.dataSet(), 0L)));
      }
    }
    return kinds;
  }

  private static List<RowChange> rows(Statement statement) throws SQLException {
    List<RowChange> changes = new ArrayList<>();
    try (ResultSet found = statement.executeQuery(IntakeSql.CHANGED_ROWS)) {
      while (found.next()) {
        changes.add(
            new RowChange(
                found.getString("source_table"),
                found.getString("was"),
                found.getString("is_now"),
                found.getLong("changed"),
                examples(found.getArray("first_rows"), found.getArray("first_offsets"))));
      }
    }
    return changes;
  }

  private static List<Example> examples(Array rows, Array offsets) throws SQLException {
    Object[] numbers = (Object[]) rows.getArray();
    Object[] places = (Object[]) offsets.getArray();
    List<Example> examples = new ArrayList<>();
    for (int index = 0; index < Math.min(numbers.length, places.length); index++) {
      examples.add(
          new Example(((Number) numbers[index]).longValue(), ((Number) places[index]).longValue()));
    }
    return examples;
  }

  private static List<String> rules(Edition before, Edition after) {
    List<String> changed = new ArrayList<>(rules(before.rules(), after.rules()));
    if (before.isNoted() && !before.order().against().equals(after.order().against())) {
      changed.add("the sources before it hold other keys");
    }
    return changed;
  }

  /** The rules that are others, one plain line each. */
  static List<String> rules(Edition.Rules before, Edition.Rules after) {
    if (before.facts().isEmpty()) {
      return List.of("the rules of the reading before were not noted");
    }
    List<String> changed = new ArrayList<>();
    Map<String, String> old = profiles(before);
    Map<String, String> now = profiles(after);
    for (String name : all(old.keySet(), now.keySet())) {
      if (!old.containsKey(name)) {
        changed.add("profile " + name + " is new");
      } else if (!now.containsKey(name)) {
        changed.add("profile " + name + " is gone");
      } else if (!Objects.equals(old.get(name), now.get(name))) {
        changed.add("profile " + name + " says something else");
      }
    }
    changed.addAll(rulesBesideProfiles(before, after));
    return changed;
  }

  /** The rules that are others, those of profiles left out. */
  static List<String> rulesBesideProfiles(Edition.Rules before, Edition.Rules after) {
    List<String> changed = new ArrayList<>();
    String zoneBefore = zone(before);
    String zoneAfter = zone(after);
    if (!zoneBefore.equals(zoneAfter)) {
      changed.add("the zone of its times was " + zoneBefore + " and is " + zoneAfter);
    }
    if (before.normaliser() != after.normaliser()) {
      changed.add(
          "the rules of selectors were version "
              + before.normaliser()
              + " and are version "
              + after.normaliser());
    }
    if (EditionRules.Scope.of(before) != EditionRules.Scope.of(after)) {
      changed.add("what the investigators know was noted in another way then");
    } else if (!before.facts().equals(after.facts())) {
      changed.add("what the investigators know is not the same");
    }
    return changed;
  }

  private static Map<String, String> profiles(Edition.Rules rules) {
    return rules.profiles().stream()
        .collect(
            Collectors.toMap(
                Edition.UsedProfile::name, Edition.UsedProfile::sha256, (one, two) -> one + two));
  }

  private static String zone(Edition.Rules rules) {
    String zone = rules.zone();
    return zone == null ? "unknown" : zone;
  }

  private static List<TableChange> tables(Edition before, Edition after) {
    Map<String, Balance> old = by(before.balances(), Balance::name);
    Map<String, Balance> now = by(after.balances(), Balance::name);
    return all(old.keySet(), now.keySet()).stream()
        .map(name -> new TableChange(name, old.get(name), now.get(name)))
        .toList();
  }

  private static List<ReasonChange> reasons(Edition before, Edition after) {
    Map<String, RecordSummary.Reason> old = by(before.records().reasons(), EditionComparison::name);
    Map<String, RecordSummary.Reason> now = by(after.records().reasons(), EditionComparison::name);
    return all(old.keySet(), now.keySet()).stream()
        .map(name -> {
          RecordSummary.Reason was = old.get(name);
          RecordSummary.Reason is = now.get(name);
          RecordSummary.Reason one = Objects.requireNonNull(is == null ? was : is);
          return new ReasonChange(one.table(), one.reason(), rows(was), rows(is), one.examples());
        })
        .toList();
  }

  private static String name(RecordSummary.Reason reason) {
    return reason.table() + "\n" + reason.reason();
  }

  private static long rows(RecordSummary.@Nullable Reason reason) {
    return reason == null ? 0 : reason.rows();
  }

  private static List<KindChange> kinds(Edition before, Edition after) {
    Map<String, Long> old = before.records().kinds();
    Map<String, Long> now = after.records().kinds();
    return all(old.keySet(), now.keySet()).stream()
        .map(kind -> new KindChange(kind, old.getOrDefault(kind, 0L), now.getOrDefault(kind, 0L)))
        .toList();
  }

  private static <T> Map<String, T> by(List<T> values, Function<T, String> name) {
    Map<String, T> named = new LinkedHashMap<>();
    values.forEach(value -> named.putIfAbsent(name.apply(value), value));
    return named;
  }

  private static List<String> all(Iterable<String> first, Iterable<String> second) {
    TreeSet<String> names = new TreeSet<>();
    first.forEach(names::add);
    second.forEach(names::add);
    return List.copyOf(names);
  }
}
