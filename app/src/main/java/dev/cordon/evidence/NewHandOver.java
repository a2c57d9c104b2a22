package dev.cordon.evidence;

import dev.cordon.access.AgencyId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hand-over as it is told.
 *
 * @param from who gives it; must hold it
 * @param toAgency the agency it goes to, where it is another one
 * @param sealBefore the seal found on it; null for none
 * @param sealAfter the seal put on it; null for none
 * @param location where it is kept from then on
 * @param recorder whose confirmation the recording is; null when recorded for both
 * @param explanation why it is so in spite of an irregularity; then it is recorded under its name
 * @param acts how many acts the exhibit had when the teller looked; null when not said
 */
public record NewHandOver(
    String from,
    String to,
    @Nullable AgencyId toAgency,
    String place,
    String purpose,
    Instant at,
    @Nullable String sealBefore,
    @Nullable String sealAfter,
    @Nullable String condition,
    @Nullable UUID location,
    HandOver.@Nullable Party recorder,
    @Nullable String explanation,
    @Nullable Integer acts) {

  /** Only who, where, what for, when and the seals. */
  public static NewHandOver of(
      String from,
      String to,
      String place,
      String purpose,
      Instant at,
      @Nullable String sealBefore,
      @Nullable String sealAfter) {
    return new NewHandOver(
        from, to, null, place, purpose, at, sealBefore, sealAfter, null, null, null, null, null);
  }

  /** The same, told in spite of an irregularity. */
  public NewHandOver explained(String why) {
    return new NewHandOver(
        from,
        to,
        toAgency,
        place,
        purpose,
        at,
        sealBefore,
        sealAfter,
        condition,
        location,
        recorder,
        why,
        acts);
  }
}
