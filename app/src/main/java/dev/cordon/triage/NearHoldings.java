package dev.cordon.triage;

import dev.cordon.Columns;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.kernel.hamming.Code256;
import dev.cordon.kernel.hamming.HammingIndex;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares the asker's perceptual codes with those of other agencies. These pass through this
 * class's memory only while an inquiry of this very transaction stands.
 */
@Component
class NearHoldings {

  private final JdbcClient jdbc;
  private final CurrentMember currentMember;
  private final QueueRules rules;

  NearHoldings(JdbcClient jdbc, CurrentMember currentMember, QueueRules rules) {
    this.jdbc = jdbc;
    this.currentMember = currentMember;
    this.rules = rules;
  }

  /** Pairs of items whose codes are near: one of the asker's, one of another's, their distance. */
  record Pairs(List<UUID> own, List<UUID> others, List<Integer> distances) {

    String ownArray() {
      return array(own);
    }

    String othersArray() {
      return array(others);
    }

    String distancesArray() {
      return array(distances);
    }

    /** As PostgreSQL writes arrays of ids and numbers. */
    private static String array(List<?> values) {
      return values.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }
  }

  /** The pairs an inquiry about an exhibit or an item finds. */
  Pairs near(OperationId operation, UUID inquiry, @Nullable UUID exhibit, @Nullable UUID item) {
    List<UUID> owners = new ArrayList<>();
    Map<UUID, Map<UUID, Integer>> pairs = new HashMap<>();
    try (HammingIndex index = new HammingIndex(Runnable::run)) {
      jdbc.sql(InquirySql.OWN_CODES)
          .param("operation", operation.value())
          .param("agency", currentMember.agency().value())
          .param("exhibit", exhibit)
          .param("item", item)
          .query(row -> {
            index.insert(Code256.parse(row.getString("code")));
            owners.add(Columns.uuid(row, "media_item_id"));
          });
      if (!owners.isEmpty()) {
        jdbc.sql(InquirySql.CODES_ELSEWHERE)
            .param("inquiry", inquiry)
            .query(row -> {
              compare(row, index, owners, pairs);
            });
      }
    }
    Pairs near = new Pairs(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    pairs.forEach((own, others) ->
        others.forEach((other, distance) -> {
          near.own().add(own);
          near.others().add(other);
          near.distances().add(distance);
        }));
    return near;
  }

  private void compare(
      ResultSet row, HammingIndex index, List<UUID> owners, Map<UUID, Map<UUID, Integer>> pairs)
      throws SQLException {
    UUID other = Columns.uuid(row, "media_item_id");
    index.search(
        Code256.parse(row.getString("code")),
        rules.radius(),
        (position, distance) ->
            pairs
                .computeIfAbsent(owners.get((int) position), own -> new HashMap<>())
                .merge(other, distance, Math::min));
  }
}
