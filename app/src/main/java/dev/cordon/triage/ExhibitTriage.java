package dev.cordon.triage;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.evidence.Exhibits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far triage of exhibits is, and what was taken in for each. */
@Service
@Transactional(readOnly = true)
public class ExhibitTriage {

  private final JdbcClient jdbc;
  private final Exhibits exhibits;
  private final ExhibitCounts counts;

  ExhibitTriage(JdbcClient jdbc, Exhibits exhibits, ExhibitCounts counts) {
    this.jdbc = jdbc;
    this.exhibits = exhibits;
    this.counts = counts;
  }

  /**
   * A part that was taken in.
   *
   * @param form csv, inventory, names, codes, matches, series, groups or summary
   * @param partOf the inventory it belongs to or repeats
   */
  public record Part(
      UUID id,
      String form,
      @Nullable UUID partOf,
      long rowsIn,
      long stored,
      long duplicates,
      long quarantined,
      long decoded,
      long undecoded,
      long unread,
      String takenBy,
      Instant takenAt) {}

  /** A line that stayed aside. */
  public record Aside(String form, long line, String reason) {}

  /**
   * What the examiner's program remarked on the whole exhibit.
   *
   * @param isConfinement whether it says how decoding was confined
   * @param toldAt when it was first taken in
   */
  public record Remark(String words, boolean isConfinement, Instant toldAt) {}

  /** A file nobody could read. */
  public record Unread(String place, String reason, boolean isDeleted) {}

  /**
   * Series and groups the examiner's program found.
   *
   * @param by name, time, same content or similar
   * @param groups how many
   * @param items files in them
   * @param elsewhere files of other exhibits that were given beside this one
   */
  public record Found(String by, long groups, long items, long elsewhere) {}

  /** What the examiner's program found among the files, each kind once. */
  public List<Found> found(OperationId operation, UUID exhibit) {
    return exhibit(InventorySql.FOUND, operation, exhibit)
        .query((row, number) ->
            new Found(
                row.getString("told_by"),
                row.getLong("groups"),
                row.getLong("items"),
                row.getLong("elsewhere")))
        .list();
  }

  /** All exhibits the member may see, by country and number. */
  @Transactional
  public Page<ExhibitProgress> page(OperationId operation, int page) {
    counts.renew(paged(ItemSql.PAGE_OF_EXHIBITS, operation, page).query(UUID.class).list());
    return new Page<>(
        paged(ItemSql.PROGRESS, operation, page).query(ExhibitTriage::progress).list(),
        page,
        jdbc.sql(ItemSql.COUNT_EXHIBITS)
            .param("operation", operation.value())
            .query(Long.class)
            .single());
  }

  /** One exhibit. */
  @Transactional
  public ExhibitProgress of(OperationId operation, UUID exhibit) {
    counts.renew(List.of(exhibit));
    return exhibit(ItemSql.PROGRESS_OF_ONE, operation, exhibit)
        .query(ExhibitTriage::progress)
        .optional()
        .orElseThrow(NotPermittedException::new);
  }

  /**
   * What is known of the files on an exhibit.
   *
   * @param items different files
   * @param sightings places they lie at
   * @param known items on a list
   * @param assessed items a person has assessed
   */
  public record Summary(long items, long sightings, long known, long assessed) {}

  /**
   * The counts of one exhibit.
   *
   * @throws NotPermittedException when the member knows of no such exhibit
   */
  @Transactional
  public Summary summary(OperationId operation, UUID exhibit) {
    exhibits.get(operation, exhibit);
    ExhibitCounts.Counts found = counts.of(operation, exhibit);
    return new Summary(
        found.files(), found.places(), found.known(), found.files() - found.waiting());
  }

  /** What was taken in, the newest first. */
  public List<Part> parts(OperationId operation, UUID exhibit) {
    return exhibit(InventorySql.TAKEN, operation, exhibit)
        .query((row, number) ->
            new Part(
                Columns.uuid(row, "id"),
                row.getString("form"),
                row.getObject("part_of", UUID.class),
                row.getLong("rows_in"),
                row.getLong("stored"),
                row.getLong("duplicates"),
                row.getLong("quarantined"),
                row.getLong("decoded"),
                row.getLong("undecoded"),
                row.getLong("unread"),
                row.getString("taken_by_name"),
                Columns.instant(row, "taken_at")))
        .list();
  }

  /** What the program remarked on the whole exhibit, limits first. */
  public List<Remark> remarks(OperationId operation, UUID exhibit) {
    return exhibit(InventorySql.REMARKS, operation, exhibit)
        .query((row, number) ->
            new Remark(
                row.getString("remark"),
                row.getBoolean("is_confinement"),
                Columns.instant(row, "told_at")))
        .list();
  }

  /** Lines that stayed aside. */
  public Page<Aside> aside(OperationId operation, UUID exhibit, int page) {
    return new Page<>(
        exhibit(InventorySql.QUARANTINED, operation, exhibit)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query((row, number) ->
                new Aside(row.getString("form"), row.getLong("line"), row.getString("reason")))
            .list(),
        page,
        exhibit(InventorySql.COUNT_QUARANTINED, operation, exhibit).query(Long.class).single());
  }

  /** The first fifty files nobody could read. */
  public List<Unread> unread(OperationId operation, UUID exhibit) {
    return exhibit(InventorySql.UNREAD, operation, exhibit)
        .query((row, number) ->
            new Unread(
                row.getString("place"), row.getString("reason"), row.getBoolean("is_deleted")))
        .list();
  }

  private JdbcClient.StatementSpec paged(String statement, OperationId operation, int page) {
    return jdbc.sql(statement)
        .param("operation", operation.value())
        .param("limit", Page.SIZE)
        .param("offset", Page.offset(page));
  }

  private JdbcClient.StatementSpec exhibit(String statement, OperationId operation, UUID exhibit) {
    return jdbc.sql(statement).param("operation", operation.value()).param("exhibit", exhibit);
  }

  private static ExhibitProgress progress(ResultSet row, int number) throws SQLException {
    return new ExhibitProgress(
        Columns.uuid(row, "id"),
        row.getString("number"),
        row.getString("country"),
        row.getString("kind"),
        row.getLong("taken"),
        row.getLong("rows_in"),
        row.getLong("files"),
        row.getLong("decoded"),
        row.getLong("undecoded"),
        row.getLong("unread"),
        row.getLong("known"),
        row.getLong("waiting"),
        row.getLong("quarantined"),
        Columns.instantOrNull(row, "taken_at"));
  }
}
