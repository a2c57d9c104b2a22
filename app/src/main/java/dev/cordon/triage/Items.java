package dev.cordon.triage;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is shown of items and of the lists that hold them. */
@Service
@Transactional(readOnly = true)
public class Items {

  private final JdbcClient jdbc;
  private final ReviewQueue queue;
  private final Access access;
  private final CurrentMember currentMember;

  Items(JdbcClient jdbc, ReviewQueue queue, Access access, CurrentMember currentMember) {
    this.jdbc = jdbc;
    this.queue = queue;
    this.access = access;
    this.currentMember = currentMember;
  }

  /** One item with all that is known of it. */
  public ItemFile get(OperationId operation, UUID item) {
    ReviewItem found = queue.item(operation, item);
    return new ItemFile(
        found,
        of(ItemSql.READING, operation, item).query(Items::reading).single(),
        of(ItemSql.MARKS, operation, item)
            .query((row, number) ->
                new ItemFile.Mark(
                    row.getString("kind"),
                    row.getString("words"),
                    row.getString("digest"),
                    row.getObject("taken_at", LocalDateTime.class)))
            .list(),
        of(ItemSql.MATCHES_OF_ITEM, operation, item).query(Items::match).list(),
        of(ItemSql.NEAR, operation, item)
            .query((row, number) ->
                new ItemFile.Near(
                    Columns.uuid(row, "id"), row.getString("sha256"), row.getInt("distance")))
            .list(),
        of(ItemSql.GROUP_OF, operation, item).query(UUID.class).optional().orElse(null),
        of(ItemSql.TOLD, operation, item)
            .query((row, number) ->
                new ItemFile.Told(
                    Columns.uuid(row, "exhibit_id"),
                    row.getString("told_by"),
                    row.getLong("number"),
                    row.getLong("items"),
                    row.getLong("elsewhere")))
            .list(),
        of(ItemSql.ASSESSMENTS, operation, item).query(Items::assessed).list());
  }

  private JdbcClient.StatementSpec of(String statement, OperationId operation, UUID item) {
    return jdbc.sql(statement).param("operation", operation.value()).param("item", item);
  }

  /** Where it lies, on exhibits the member may know of. */
  public Page<ItemFile.Lies> places(OperationId operation, UUID item, int page) {
    return new Page<>(
        of(ItemSql.SIGHTINGS, operation, item)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query((row, number) ->
                new ItemFile.Lies(
                    Columns.uuid(row, "exhibit_id"),
                    row.getString("number"),
                    row.getString("place"),
                    row.getBoolean("is_deleted"),
                    Columns.instant(row, "seen_at")))
            .list(),
        page,
        of(ItemSql.COUNT_SIGHTINGS, operation, item).query(Long.class).single());
  }

  /** What lists say of all items the member may see, behind a place, the newest first. */
  public List<ListedMatch> matches(OperationId operation, MatchPlace place) {
    boolean isWhole = access.holdsForWhole(operation, Area.TRIAGE, Right.READ);
    JdbcClient.StatementSpec statement =
        jdbc.sql(isWhole ? ItemSql.MATCHES_OF_ALL : ItemSql.MATCHES_OF_AGENCY)
            .param("operation", operation.value())
            .param("at", place.at().atOffset(ZoneOffset.UTC))
            .param("behind", place.match())
            .param("limit", Page.SIZE);
    if (!isWhole) {
      statement = statement.param("agency", currentMember.agency().value());
    }
    return statement
        .query((row, number) ->
            new ListedMatch(
                match(row, number),
                new MatchPlace(Columns.instant(row, "matched_at"), Columns.uuid(row, "match_id"))))
        .list();
  }

  /** A match and where it stands in the list of all. */
  public record ListedMatch(ItemFile.Match match, MatchPlace place) {}

  private static ItemFile.Reading reading(ResultSet row, int number) throws SQLException {
    return new ItemFile.Reading(
        row.getString("md5"),
        row.getString("sha1"),
        row.getString("format"),
        row.getObject("width", Integer.class),
        row.getObject("height", Integer.class),
        row.getInt("frames"),
        row.getObject("quality", Integer.class),
        row.getString("decode_path"),
        row.getString("reason"),
        row.getString("warning"));
  }

  private static ItemFile.Match match(ResultSet row, int number) throws SQLException {
    return new ItemFile.Match(
        Columns.uuid(row, "id"),
        row.getString("sha256"),
        row.getString("list"),
        row.getString("version"),
        row.getString("matched_by"),
        row.getObject("distance", Integer.class),
        row.getString("profile"),
        row.getString("category"),
        row.getString("meaning"),
        row.getString("embedded"),
        Columns.instant(row, "matched_at"));
  }

  private static ItemFile.Assessed assessed(ResultSet row, int number) throws SQLException {
    return new ItemFile.Assessed(
        Assessment.valueOf(row.getString("assessed_as").toUpperCase(Locale.ROOT)),
        row.getString("scheme"),
        row.getString("scheme_category"),
        row.getString("by_name"),
        Columns.instant(row, "assessed_at"),
        Columns.instantOrNull(row, "withdrawn_at"));
  }
}
