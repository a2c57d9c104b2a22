package dev.cordon.intake;

import dev.cordon.formats.content.PackedLimits;
import dev.cordon.formats.profiles.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file taken in on trial: into a vault whose key is in memory only and which is deleted
 * afterwards.
 *
 * @param outcome what came of the file
 * @param kinds how many records of each kind it gave
 * @param reasons how many rows would be quarantined, by reason
 * @param first the first of those rows
 */
public record ProfileTrial(
    IntakeOutcome outcome,
    Map<String, Long> kinds,
    Map<String, Long> reasons,
    List<FoundRow> first) {

  private static final int FIRST = 10;

  /** Takes the file in with these profiles, tells what came of it, and keeps nothing. */
  public static ProfileTrial run(Path file, Profiles profiles, OperationFacts facts)
      throws IOException {
    Path folder = Files.createTempDirectory("cordon-profile-");
    try {
      VaultKey key = VaultKey.random();
      Vault vault = Vault.open(folder.resolve("vault"), key);
      String name = file.getFileName().toString();
      IntakeOutcome outcome;
      try (Intake intake =
          new Intake(vault, facts, profiles, PackedLimits.STANDARD, false, RowSet.NONE)) {
        outcome = intake.take(file, name, bytes -> {});
      }
      if (!(outcome instanceof IntakeOutcome.Taken)) {
        return new ProfileTrial(outcome, Map.of(), Map.of(), List.of());
      }
      try (SealedRecords records =
          SealedRecords.open(vault.records(), key, RecordPermission.LOCAL)) {
        return new ProfileTrial(outcome, kinds(records), reasons(records), first(records));
      }
    } finally {
      Vault.deleteAll(folder);
    }
  }

  private static Map<String, Long> kinds(SealedRecords records) {
    Map<String, Long> kinds = new LinkedHashMap<>();
    for (RecordKind kind : RecordKind.values()) {
      if (kind != RecordKind.ROWS) {
        query(
            records,
            "select '" + kind.dataSet() + "', count(*) from " + kind.dataSet(),
            row -> kinds.put(row.getString(1), row.getLong(2)));
      }
    }
    return kinds;
  }

  private static Map<String, Long> reasons(SealedRecords records) {
    Map<String, Long> reasons = new LinkedHashMap<>();
    query(
        records,
        """
        select coalesce(reason, ''), count(*) from rows where state = 'quarantined'
        group by 1 order by 2 desc, 1 limit 20
        """,
        row -> reasons.put(row.getString(1), row.getLong(2)));
    return reasons;
  }

  private static List<FoundRow> first(SealedRecords records) {
    List<FoundRow> first = new ArrayList<>();
    query(
        records,
        "select source_table, source_row, byte_offset, line, length, reason from rows"
            + " where state = 'quarantined' order by source_table, source_row limit "
            + FIRST,
        row ->
            first.add(
                new FoundRow(
                    row.getString(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getString(6),
                    null,
                    null)));
    return first;
  }

  private interface Each {
    void row(ResultSet row) throws SQLException;
  }

  private static void query(SealedRecords records, String sql, Each each) {
    try (Statement statement = records.connection().createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        each.row(rows);
      }
    } catch (SQLException failure) {
      throw new IntakeException("the records of the trial could not be read", failure);
    }
  }
}
