package dev.cordon.triage;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.access.OperationId;
import dev.cordon.access.SealedAccess;
import dev.cordon.access.SealedThing;
import dev.cordon.keys.ColumnPlace;
import dev.cordon.keys.SealedColumns;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where files lay on an exhibit: sealed, opened for one exhibit at a time. */
@Service
@Transactional
public class FileNames {

  private final JdbcClient jdbc;
  private final SealedColumns columns;
  private final ExhibitCounts counts;

  FileNames(JdbcClient jdbc, SealedColumns columns, ExhibitCounts counts) {
    this.jdbc = jdbc;
    this.counts = counts;
    this.columns = columns;
  }

  /**
   * A file's place on the exhibit.
   *
   * @param path folder and name; null for what was taken in before paths were kept
   */
  public record FileName(
      UUID id,
      @Nullable String path,
      String sha256,
      @Nullable String mimeType,
      long sizeBytes,
      Instant seenAt) {

    @Override
    public String toString() {
      return "FileName[" + id + "]";
    }
  }

  /** What is opened: the names on one exhibit. */
  public static SealedThing thing(UUID exhibit) {
    return new SealedThing(SealedThing.Kind.FILE_NAMES, exhibit);
  }

  static ColumnPlace place(OperationId operation, UUID sighting) {
    return new ColumnPlace(operation, "sighting", "path_sealed", sighting);
  }

  /** How many places of files the member may know of. */
  public long count(OperationId operation, UUID exhibit) {
    return counts.of(operation, exhibit).places();
  }

  /** A page of names. */
  public Page<FileName> read(OperationId operation, UUID exhibit, int page, SealedAccess access) {
    access.require(operation, thing(exhibit));
    return new Page<>(
        jdbc.sql(TriageSql.FILE_NAMES)
            .param("operation", operation.value())
            .param("exhibit", exhibit)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query((row, number) -> {
              UUID id = Columns.uuid(row, "id");
              byte[] sealed = row.getBytes("path_sealed");
              return new FileName(
                  id,
                  sealed == null
                      ? null
                      : columns.open(place(operation, id), sealed, thing(exhibit), access),
                  row.getString("sha256"),
                  row.getString("mime_type"),
                  row.getLong("size_bytes"),
                  Columns.instant(row, "seen_at"));
            })
            .list(),
        page,
        count(operation, exhibit));
  }
}
