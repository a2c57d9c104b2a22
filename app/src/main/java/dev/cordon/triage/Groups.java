package dev.cordon.triage;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Groups of near duplicates, each within one agency. */
@Service
@Transactional(readOnly = true)
public class Groups {

  private final JdbcClient jdbc;

  Groups(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A group in the list.
   *
   * @param waiting how many of its items are in the queue
   */
  public record Size(UUID id, long items, long waiting) {}

  /** The groups, the largest first. */
  public Page<Size> page(OperationId operation, int page) {
    return new Page<>(
        jdbc.sql(ItemSql.GROUPS)
            .param("operation", operation.value())
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query((row, number) ->
                new Size(
                    Columns.uuid(row, "group_id"), row.getLong("items"), row.getLong("waiting")))
            .list(),
        page,
        jdbc.sql(ItemSql.COUNT_GROUPS)
            .param("operation", operation.value())
            .query(Long.class)
            .single());
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
