package dev.cordon.triage;

import dev.cordon.Columns;
import dev.cordon.access.AgencyId;
import dev.cordon.access.OperationId;
import dev.cordon.kernel.hamming.Code256;
import dev.cordon.kernel.hamming.HammingIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds near duplicates: items of one agency whose perceptual codes differ in at most {@link
 * QueueRules#radius()} bits, exactly. For each item the nearest few pairs are kept, all of them
 * join their groups. Codes of a low quality say too little and are not compared.
 */
@Component
class NearGroups {

  private static final int MOST_PAIRS_OF_AN_ITEM = 20;
  private static final int LEAST_QUALITY = 50;
  private static final int BATCH = 2000;

  private static final String CODES =
      """
      select p.media_item_id, p.code, exists (select from cordon.sighting s
        where s.media_item_id = p.media_item_id and s.digest_import_id = :import) as is_new
      from cordon.perceptual_code p
      where p.operation_id = :operation and p.agency_id = :agency and coalesce(p.quality, 100) >= :least
      order by p.media_item_id, p.frame
      """;

  private static final String ADD_PAIRS =
      """
      insert into cordon.near_pair (one_id, other_id, operation_id, agency_id, distance)
      select r.one, r.other, :operation, :agency, r.distance
      from jsonb_to_recordset(:rows::jsonb) r(one uuid, other uuid, distance smallint)
      on conflict (one_id, other_id) do nothing
      """;

  private static final String GROUPS =
      """
      select media_item_id, group_id from cordon.near_group where operation_id = :operation and agency_id = :agency
      """;

  private static final String SET_GROUPS =
      """
      insert into cordon.near_group (media_item_id, operation_id, agency_id, group_id)
      select r.item, :operation, :agency, r.grp from jsonb_to_recordset(:rows::jsonb) r(item uuid, grp uuid)
      on conflict (media_item_id) do update set group_id = excluded.group_id
      where near_group.group_id <> excluded.group_id
      """;

  /** The row of a group's first item holds how many there are; all others hold 0. */
  private static final String COUNT_GROUPS =
      """
      update cordon.near_group g set items = case when g.media_item_id = g.group_id then (select count(*) from cordon.near_group o
          where o.operation_id = :operation and o.group_id = g.group_id) else 0 end
      from jsonb_to_recordset(:rows::jsonb) r(item uuid)
      where g.operation_id = :operation and g.agency_id = :agency and g.media_item_id = r.item
      """;

  private final JdbcClient jdbc;
  private final QueueRules rules;

  NearGroups(JdbcClient jdbc, QueueRules rules) {
    this.jdbc = jdbc;
    this.rules = rules;
  }

  /** A pair of items, the lesser id first. */
  private record Pair(UUID one, UUID other) {

    static Pair of(UUID one, UUID other) {
      return one.toString().compareTo(other.toString()) < 0
          ? new Pair(one, other)
          : new Pair(other, one);
    }
  }

  /** Compares the codes of one inventory with all codes of the agency. */
  void find(OperationId operation, AgencyId agency, UUID inventory) {
    List<UUID> owners = new ArrayList<>();
    List<Integer> asking = new ArrayList<>();
    try (HammingIndex index = new HammingIndex(Runnable::run)) {
      jdbc.sql(CODES)
          .param("operation", operation.value())
          .param("agency", agency.value())
          .param("import", inventory)
          .param("least", LEAST_QUALITY)
          .query(row -> {
            index.insert(Code256.parse(row.getString("code")));
            if (row.getBoolean("is_new")) {
              asking.add(owners.size());
            }
            owners.add(Columns.uuid(row, "media_item_id"));
          });
      join(operation, agency, index, owners, asking);
    }
  }

  private void join(
      OperationId operation,
      AgencyId agency,
      HammingIndex index,
      List<UUID> owners,
      List<Integer> asking) {
    Map<UUID, UUID> roots = new HashMap<>();
    Map<UUID, UUID> stored = stored(operation, agency, roots);
    Map<Pair, Integer> pairs = new LinkedHashMap<>();
    for (int place : asking) {
      UUID own = owners.get(place);
      Map<UUID, Integer> near = new LinkedHashMap<>();
      index.search(
          index.get(place),
          rules.radius(),
          (position, distance) -> {
            UUID other = owners.get((int) position);
            if (!other.equals(own)) {
              unite(roots, own, other);
              near.merge(other, distance, Math::min);
            }
          });
      near.entrySet().stream()
          .sorted(Map.Entry.comparingByValue())
          .limit(MOST_PAIRS_OF_AN_ITEM)
          .forEach(one -> pairs.merge(Pair.of(own, one.getKey()), one.getValue(), Math::min));
    }
    writePairs(operation, agency, pairs);
    writeGroups(operation, agency, roots, stored);
  }

  private Map<UUID, UUID> stored(OperationId operation, AgencyId agency, Map<UUID, UUID> roots) {
    Map<UUID, UUID> stored = new HashMap<>();
    jdbc.sql(GROUPS)
        .param("operation", operation.value())
        .param("agency", agency.value())
        .query(row -> {
          UUID item = Columns.uuid(row, "media_item_id");
          UUID group = Columns.uuid(row, "group_id");
          stored.put(item, group);
          unite(roots, item, group);
        });
    return stored;
  }

  private void writePairs(OperationId operation, AgencyId agency, Map<Pair, Integer> pairs) {
    List<Map<String, Object>> rows = new ArrayList<>();
    pairs.forEach((pair, distance) -> {
      rows.add(Map.of("one", pair.one(), "other", pair.other(), "distance", distance));
      if (rows.size() == BATCH) {
        write(ADD_PAIRS, operation, agency, rows);
      }
    });
    write(ADD_PAIRS, operation, agency, rows);
  }

  private void writeGroups(
      OperationId operation, AgencyId agency, Map<UUID, UUID> roots, Map<UUID, UUID> stored) {
    List<Map<String, Object>> rows = new ArrayList<>();
    Set<UUID> counted = new HashSet<>();
    for (UUID item : List.copyOf(roots.keySet())) {
      UUID group = root(roots, item);
      UUID before = stored.get(item);
      if (!group.equals(before)) {
        counted.add(group);
        if (before != null) {
          counted.add(before);
        }
        rows.add(Map.of("item", item, "grp", group));
        if (rows.size() == BATCH) {
          write(SET_GROUPS, operation, agency, rows);
        }
      }
    }
    write(SET_GROUPS, operation, agency, rows);
    for (UUID group : counted) {
      rows.add(Map.of("item", group));
      if (rows.size() == BATCH) {
        write(COUNT_GROUPS, operation, agency, rows);
      }
    }
    write(COUNT_GROUPS, operation, agency, rows);
  }

  private void write(
      String statement, OperationId operation, AgencyId agency, List<Map<String, Object>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    jdbc.sql(statement)
        .param("operation", operation.value())
        .param("agency", agency.value())
        .param("rows", JsonLines.written(rows))
        .update();
    rows.clear();
  }

  private static void unite(Map<UUID, UUID> roots, UUID one, UUID other) {
    UUID first = root(roots, one);
    UUID second = root(roots, other);
    if (first.equals(second)) {
      return;
    }
    boolean isFirstLess = first.toString().compareTo(second.toString()) < 0;
    roots.put(isFirstLess ? second : first, isFirstLess ? first : second);
  }

  /**
   * The least id of the group an item is in so far; ways to it are shortened while they are gone.
   */
  private static UUID root(Map<UUID, UUID> roots, UUID item) {
    UUID at = item;
    UUID above = roots.computeIfAbsent(at, itself -> itself);
    while (!above.equals(at)) {
      UUID next = roots.getOrDefault(above, above);
      roots.put(at, next);
      at = above;
      above = next;
    }
    return at;
  }
}
