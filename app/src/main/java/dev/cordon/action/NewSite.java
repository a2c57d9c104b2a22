package dev.cordon.action;

import dev.cordon.access.AgencyId;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A site to be planned.
 *
 * @param agency who acts
 * @param label what the team calls it
 * @param zone the time zone of the place
 * @param plannedAt the time at the place; must exist there and only once
 * @param packageSubject the subject of a package it is about
 * @param receivedSubject the subject of a package from another server it is about
 */
public record NewSite(
    AgencyId agency,
    String label,
    ZoneId zone,
    LocalDateTime plannedAt,
    @Nullable UUID packageSubject,
    @Nullable UUID receivedSubject) {

  /** One about a subject of a package made here, or about none. */
  public NewSite(
      AgencyId agency,
      String label,
      ZoneId zone,
      LocalDateTime plannedAt,
      @Nullable UUID packageSubject) {
    this(agency, label, zone, plannedAt, packageSubject, null);
  }
}
