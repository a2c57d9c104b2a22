package dev.cordon.action.day;

import dev.cordon.access.AgencyId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A site with everything its reader may know of it.
 *
 * @param packageId the package its subject stands in, made here
 * @param receivedId the package its subject stands in, where another server sent it
 * @param plan null when there is none, or when it is not the reader's to know
 * @param shared whether its owner shares the plan with the coordinators
 */
public record PlannedSite(
    UUID id,
    UUID day,
    AgencyId agency,
    String agencyName,
    String number,
    String label,
    String country,
    ZoneId zone,
    Instant plannedAt,
    OffsetDateTime plannedLocal,
    @Nullable String team,
    @Nullable String authority,
    @Nullable String legalReference,
    @Nullable String subjectNumber,
    @Nullable UUID packageSubject,
    @Nullable UUID packageId,
    @Nullable UUID receivedSubject,
    @Nullable UUID receivedId,
    @Nullable SitePlan plan,
    boolean shared,
    List<WarrantOfSite> warrants,
    List<Support> support) {

  /** Copies the lists. */
  public PlannedSite {
    warrants = List.copyOf(warrants);
    support = List.copyOf(support);
  }

  /** A warrant, and whether it is valid at the planned time. */
  public record WarrantOfSite(
      String kind,
      String issuedBy,
      String reference,
      @Nullable String legalReference,
      Instant validFrom,
      Instant validUntil,
      boolean holds) {}

  /** Who stands by for victims or children. */
  public record Support(
      String kind, String service, String reached, @Nullable Instant informedAt) {}
}
