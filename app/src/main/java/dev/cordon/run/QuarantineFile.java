package dev.cordon.run;

import dev.cordon.SafeCsv;
import dev.cordon.intake.IntakeException;
import dev.cordon.intake.SealedRecords;
import dev.cordon.intake.SourceReport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes every quarantined row with its place and its reason; none of its values. */
final class QuarantineFile {

  /** Beyond this the rows are written as they were met, which needs no memory. */
  private static final long MOST_SORTED = 1_000_000;

  private static final String ROWS =
      """
      select source, source_table, source_row, byte_offset, line, coalesce(reason, '') as reason
      from rows where state = 'quarantined'
      """;

  private static final String ORDER = " order by source, source_table, source_row";

  private QuarantineFile() {}

  /** Puts the file in place as a whole; it has a header and no row where nothing is quarantined. */
  static void write(Path file, SealedRecords records, List<SourceReport> sources)
      throws IOException {
    Map<String, String> names = new HashMap<>();
    long quarantined = 0;
    for (SourceReport source : sources) {
      names.put(source.id().toString(), source.name());
      quarantined += source.balances().stream().mapToLong(one -> one.quarantined()).sum();
    }
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try (BufferedWriter writer = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
      writer.write("source,table,row,byte_offset,line,reason\n");
      if (quarantined > 0) {
        rows(records, quarantined > MOST_SORTED ? ROWS : ROWS + ORDER, names, writer);
      }
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void rows(
      SealedRecords records, String query, Map<String, String> names, BufferedWriter writer)
      throws IOException {
    try (Statement statement = records.connection().createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        writer.write(SafeCsv.value(names.getOrDefault(row.getString(1), "")));
        writer.write("," + SafeCsv.value(row.getString(2)));
        writer.write("," + row.getLong(3) + "," + row.getLong(4) + "," + row.getLong(5) + ",");
        writer.write(SafeCsv.value(row.getString(6)) + "\n");
      }
    } catch (SQLException failure) {
      throw new IntakeException("the quarantine could not be read from the records", failure);
    }
  }
}
