package dev.cordon.action.day;

import dev.cordon.access.AgencyId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as it stands.
 *
 * @param agency for whom; null for all
 * @param country of that agency
 * @param site for which site alone
 * @param siteNumber its number
 * @param startAt the new start, where one was ordered
 * @param reason why; null where the reader may not see it
 * @param leak what kind of leak it answers
 * @param sequence its place among all orders
 */
public record DayOrder(
    UUID id,
    @Nullable AgencyId agency,
    @Nullable String country,
    @Nullable UUID site,
    @Nullable String siteNumber,
    OrderKind kind,
    @Nullable Instant startAt,
    String by,
    Instant at,
    @Nullable String reason,
    @Nullable String leak,
    long sequence) {

  /** For whom, in words. */
  public String reach() {
    if (siteNumber != null) {
      return "site " + siteNumber;
    }
    return country == null ? "all" : country;
  }
}
