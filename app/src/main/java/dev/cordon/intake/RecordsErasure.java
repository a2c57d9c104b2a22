package dev.cordon.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the records and texts of a source anew without the rows that were erased. Kinds none of
 * whose records go are copied as they are. Memory is bounded by one row group and one run of texts.
 */
final class RecordsErasure {

  private final Vault vault;
  private final SourceId source;
  private final RowSet erased;

  RecordsErasure(Vault vault, SourceId source, RowSet erased) {
    this.vault = vault;
    this.source = source;
    this.erased = erased;
  }

  /** Does it; a source that holds none of the rows any more stays as it is. */
  void carryOut() throws IOException {
    try (RecordFolders.Reading reading = vault.folders().read()) {
      Optional<Path> old = reading.folder(source);
      if (old.isPresent()) {
        carryOut(old.get());
      }
    }
  }

  private void carryOut(Path old) throws IOException {
    Path made = vault.newRecords();
    try {
      boolean changed = writeRecords(old, made) | writeTexts(old, made);
      if (!changed) {
        return;
      }
      copyOthers(old, made);
      copy(old.resolve(MemberList.FOLDER), made.resolve(MemberList.FOLDER));
      readOnly(made);
      vault.replaceRecords(source, made);
    } finally {
      Vault.deleteAll(made);
    }
  }

  private boolean writeRecords(Path old, Path made) throws IOException {
    boolean changed = false;
    try (SealedRecords whole =
            SealedRecords.openSource(old, vault.key(), RecordPermission.LOCAL, RowSet.NONE);
        SealedRecords kept =
            SealedRecords.openSource(old, vault.key(), RecordPermission.LOCAL, erased);
        RecordWriter writer = new RecordWriter(made, vault.key())) {
      for (RecordKind kind : RecordKind.values()) {
        if (!Files.isDirectory(old.resolve(kind.dataSet()))) {
          continue;
        }
        if (count(whole, kind) == count(kept, kind)) {
          copy(old.resolve(kind.dataSet()), made.resolve(kind.dataSet()));
          continue;
        }
        changed = true;
        write(kept, kind, writer);
      }
    } catch (SQLException failure) {
      throw new IntakeException("the records of " + source + " could not be written anew", failure);
    }
    return changed;
  }

  private static long count(SealedRecords records, RecordKind kind) throws SQLException {
    try (Statement statement = records.connection().createStatement();
        ResultSet found =
            statement.executeQuery("SELECT count(source_row) FROM " + kind.dataSet())) {
      found.next();
      return found.getLong(1);
    }
  }

  private void write(SealedRecords records, RecordKind kind, RecordWriter writer)
      throws SQLException, IOException {
    List<RecordColumn> own = kind.columns().subList(3, kind.columns().size());
    try (Statement statement = records.connection().createStatement();
        ResultSet found = statement.executeQuery("SELECT * FROM " + kind.dataSet())) {
      while (found.next()) {
        @Nullable Object[] values = new @Nullable Object[own.size()];
        for (int place = 0; place < values.length; place++) {
          values[place] = value(found, own.get(place));
        }
        Origin origin =
            new Origin(source, found.getString("source_table"), found.getLong("source_row"));
        writer.write(new CopiedRecord(kind, origin, values));
      }
    }
  }

  private static @Nullable Object value(ResultSet found, RecordColumn column) throws SQLException {
    return switch (column.type()) {
      case TEXT -> found.getString(column.name());
      case NUMBER -> {
        long number = found.getLong(column.name());
        yield found.wasNull() ? null : (Long) number;
      }
      case TIME -> {
        java.time.LocalDateTime at = found.getObject(column.name(), java.time.LocalDateTime.class);
        yield at == null ? null : at.toInstant(ZoneOffset.UTC);
      }
    };
  }

  private boolean writeTexts(Path old, Path made) throws IOException {
    List<TextRun> runs = TextRun.of(old, source, vault.key());
    boolean[] changed = {false};
    for (TextRun run : runs) {
      run.each(text -> {
        changed[0] = erased.contains(text.origin());
        return !changed[0];
      });
      if (changed[0]) {
        break;
      }
    }
    if (!changed[0]) {
      copy(old.resolve(TextBlocks.FOLDER), made.resolve(TextBlocks.FOLDER));
      return false;
    }
    try (TextWriter writer =
        new TextWriter(made, source, runs.getFirst().system(), vault.key(), erased)) {
      for (TextRun run : runs) {
        writer.begin(run.system());
        IOException[] failed = {null};
        run.each(text -> {
          try {
            writer.write(text);
            return true;
          } catch (IOException failure) {
            failed[0] = failure;
            return false;
          }
        });
        if (failed[0] != null) {
          throw failed[0];
        }
      }
    }
    return true;
  }

  /** The report and whatever else stands beside the records. */
  private static void copyOthers(Path old, Path made) throws IOException {
    try (Stream<Path> files = Files.list(old)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, made.resolve(file.getFileName().toString()));
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName().toString()));
      }
    }
  }

  private static void readOnly(Path made) throws IOException {
    try (Stream<Path> files = Files.walk(made)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
      }
    }
  }
}
