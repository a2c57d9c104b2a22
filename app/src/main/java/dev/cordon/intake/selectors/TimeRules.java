package dev.cordon.intake.selectors;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the times of one source.
 *
 * @param zone of times without an offset; null where it is not known
 * @param zones of a {@code table} or a {@code table.column} where it is another; empty for one that
 *     is not known
 * @param orders of day and month of a {@code table} or {@code table.column}
 * @param first no event of the platform was before; null where that is not known
 * @param last no event of the platform was after; null where that is not known
 */
public record TimeRules(
    @Nullable ZoneId zone,
    Map<String, Optional<ZoneId>> zones,
    Map<String, DateOrder> orders,
    @Nullable Instant first,
    @Nullable Instant last) {

  /** Copies the maps. */
  public TimeRules {
    zones = Map.copyOf(zones);
    orders = Map.copyOf(orders);
  }

  /** One zone, or none known, and nothing else. */
  public static TimeRules of(@Nullable ZoneId zone) {
    return new TimeRules(zone, Map.of(), Map.of(), null, null);
  }

  /** The rules for one column: the most particular word counts. */
  TimeRules forColumn(String table, String column) {
    String both = table + "." + column;
    Optional<ZoneId> known = zones.get(both);
    if (known == null) {
      known = zones.get(table);
    }
    DateOrder order = orders.get(both);
    if (order == null) {
      order = orders.get(table);
    }
    return new TimeRules(
        known == null ? zone : known.orElse(null),
        Map.of(),
        order == null ? Map.of() : Map.of("", order),
        first,
        last);
  }

  TimeRules in(ZoneId other) {
    return new TimeRules(other, zones, orders, first, last);
  }

  DateOrder order() {
    return orders.getOrDefault("", DateOrder.UNKNOWN);
  }
}
