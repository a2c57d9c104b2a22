package dev.cordon.evidence;

import dev.cordon.access.AgencyId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A thing about to be entered in the register.
 *
 * @param country where it was seized
 * @param year the year at the place, for its number
 * @param holder who holds it when it is entered
 * @param sheet the sheet of entries it stands on; null for a single one
 */
record NewExhibit(
    AgencyId agency,
    String country,
    int year,
    Origin origin,
    String kind,
    ItemClass itemClass,
    String description,
    @Nullable String ownNumber,
    @Nullable String serial,
    @Nullable String foundIn,
    @Nullable String seal,
    Instant at,
    String place,
    String officer,
    String holder,
    Instant heldSince,
    @Nullable UUID location,
    @Nullable UUID item,
    @Nullable UUID measure,
    @Nullable UUID warrant,
    @Nullable String legalBasis,
    @Nullable UUID sheet,
    @Nullable Integer sheetLine) {

  /** How it came into the register. */
  enum Origin {
    REPORT,
    ENTERED,
    IMPORTED,
    PART,
    SPLIT,
    MERGE;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
