package dev.cordon.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The records of one source as they are stored, read through once in their order. */
final class StoredRecords {

  private static final int ORIGIN_COLUMNS = NormalColumns.ORIGIN_COLUMNS;

  private StoredRecords() {}

  /** Told each record. */
  @FunctionalInterface
  interface Reader {
    void read(CopiedRecord entry) throws IOException;
  }

  /** Gives every record of a kind; memory does not grow with them. */
  static void each(SealedRecords records, RecordKind kind, Reader reader)
      throws SQLException, IOException {
    List<RecordColumn> columns = kind.columns();
    String query =
        columns.stream()
            .map(column ->
                column.type() == RecordColumn.Type.TIME
                    ? "epoch_us(\"" + column.name() + "\")"
                    : '"' + column.name() + '"')
            .collect(Collectors.joining(", ", "SELECT ", " FROM " + kind.dataSet()));
    try (Statement statement = records.connection().createStatement();
        ResultSet found = statement.executeQuery(query)) {
      while (found.next()) {
        reader.read(entry(kind, columns, found));
      }
    }
  }

  /**
   * What stands in a folder of records: how many of each kind, and the digest over all their
   * values.
   */
  static RecordSummary summary(
      Path folder, SourceId source, VaultKey key, List<RecordSummary.Reason> reasons) {
    SummaryDigest summary = new SummaryDigest(key);
    try (SealedRecords records = SealedRecords.openSource(folder, key, RecordPermission.LOCAL)) {
      for (RecordKind kind : RecordKind.values()) {
        RecordDigest digest = new RecordDigest();
        long[] count = {0};
        each(
            records,
            kind,
            entry -> {
              digest.add(kind, entry);
              count[0]++;
            });
        summary.add(kind.dataSet(), count[0], digest.value());
      }
      long texts = 0;
      java.security.MessageDigest digest = RecordDigest.sha256();
      for (TextRun run : TextRun.of(folder, source, key)) {
        long[] count = {0};
        run.each(text -> {
          digest.update(TextBlocks.bytes(text));
          count[0]++;
          return true;
        });
        texts += count[0];
      }
      summary.add(TextBlocks.FOLDER, texts, digest.digest());
      return summary.of(reasons);
    } catch (SQLException failure) {
      throw new IntakeException("the records in " + folder + " could not be read", failure);
    } catch (IOException failure) {
      throw new UncheckedIOException("the records in " + folder + " could not be read", failure);
    }
  }

  private static CopiedRecord entry(RecordKind kind, List<RecordColumn> columns, ResultSet found)
      throws SQLException {
    Origin origin =
        new Origin(SourceId.parse(found.getString(1)), found.getString(2), found.getLong(3));
    @Nullable Object[] values = new @Nullable Object[columns.size() - ORIGIN_COLUMNS];
    for (int index = 0; index < values.length; index++) {
      int place = index + ORIGIN_COLUMNS + 1;
      values[index] =
          switch (columns.get(place - 1).type()) {
            case TEXT -> found.getString(place);
            case NUMBER -> number(found, place);
            case TIME -> time(number(found, place));
          };
    }
    return new CopiedRecord(kind, origin, values);
  }

  private static @Nullable Long number(ResultSet found, int place) throws SQLException {
    long number = found.getLong(place);
    return found.wasNull() ? null : number;
  }

  private static @Nullable Instant time(@Nullable Long microseconds) {
    return microseconds == null
        ? null
        : Instant.ofEpochSecond(
            Math.floorDiv(microseconds, 1_000_000L),
            Math.floorMod(microseconds, 1_000_000L) * 1000);
  }
}
