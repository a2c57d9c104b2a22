package dev.cordon.triage;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Groups of near duplicates, each within one agency. */
@Service
@Transactional(readOnly = true)
public class Groups {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;

  Groups(JdbcClient jdbc, Access access, CurrentMember currentMember) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
  }

  /**
   * A group in the list.
   *
   * @param waiting how many of its items are in the queue
   */
  public record Size(UUID id, long items, long waiting) {

    /** Where it stands in the list. */
    public Place place() {
      return new Place(items, id);
    }
  }

  /** A place in the list of groups, as text for addresses. */
  public record Place(long items, UUID group) {

    private static final Place FIRST = new Place(Long.MAX_VALUE, new UUID(0, 0));
    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})\\.([0-9a-f-]{36})");

    /**
     * Reads a place; nothing for the beginning.
     *
     * @throws RefusedException when it is none
     */
    public static Place of(@Nullable String text) {
      if (text == null) {
        return FIRST;
      }
      Matcher matcher = TEXT.matcher(text);
      try {
        if (matcher.matches()) {
          return new Place(Long.parseLong(matcher.group(1)), UUID.fromString(matcher.group(2)));
        }
      } catch (IllegalArgumentException none) {
        // Told below.
      }
      throw new RefusedException("That is no place in the list; begin with its first page.");
    }

    @Override
    public String toString() {
      return items + "." + group;
    }
  }

  /** The groups behind a place, the largest first. */
  public List<Size> behind(OperationId operation, Place place) {
    boolean isWhole = access.holdsForWhole(operation, Area.TRIAGE, Right.READ);
    JdbcClient.StatementSpec statement =
        jdbc.sql(isWhole ? ItemSql.GROUPS_OF_ALL : ItemSql.GROUPS_OF_AGENCY)
            .param("operation", operation.value())
            .param("items", place.items())
            .param("group", place.group())
            .param("limit", Page.SIZE);
    if (!isWhole) {
      statement = statement.param("agency", currentMember.agency().value());
    }
    return statement
        .query((row, number) ->
            new Size(Columns.uuid(row, "group_id"), row.getLong("items"), row.getLong("waiting")))
        .list();
  }

  /** One page of a group as a graph; fifty items at most, the pairs among them. */
  public Page<Group> group(OperationId operation, UUID group, int page) {
    List<Group.Member> members =
        jdbc.sql(ItemSql.GROUP)
            .param("operation", operation.value())
            .param("group", group)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query((row, number) ->
                new Group.Member(
                    Columns.uuid(row, "id"), row.getString("sha256"), row.getBoolean("is_waiting")))
            .list();
    if (members.isEmpty()) {
      throw new NotPermittedException();
    }
    List<Group.Pair> pairs =
        jdbc.sql(ItemSql.EDGES)
            .param("items", members.stream().map(Group.Member::id).toList())
            .query((row, number) ->
                new Group.Pair(
                    Columns.uuid(row, "one_id"),
                    Columns.uuid(row, "other_id"),
                    row.getInt("distance")))
            .list();
    long total =
        jdbc.sql(ItemSql.COUNT_GROUP)
            .param("operation", operation.value())
            .param("group", group)
            .query(Long.class)
            .single();
    return new Page<>(List.of(Group.of(members, pairs)), page, total);
  }
}
