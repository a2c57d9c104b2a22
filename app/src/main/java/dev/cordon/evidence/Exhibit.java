package dev.cordon.evidence;

import dev.cordon.access.AgencyId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A seized thing in the register, as it stands after its last act.
 *
 * @param number what people call it: year, country, running number; parts carry a further number
 * @param ownNumber the mark the agency put on it
 * @param foundIn the room or place it lay in
 * @param seal the seal it was brought in with; null when there was none
 * @param seizedBy the officer who seized it
 * @param measure the measure it was seized in; null when entered without one
 * @param report the field report that lists it; null when there is none
 * @param itemNumber its number in the report; 0 without one
 * @param warrant the warrant's reference, where one is named
 * @param legalBasis other grounds, in words
 * @param heldBy who holds it now
 * @param sealNow the seal it carries now
 * @param location where it is kept, where that is known
 * @param acts how many acts its custody has; the last one's number
 * @param handOvers how often it changed hands
 * @param unconfirmed hand-overs of which giver or taker has said nothing
 * @param copyStopped whether a working copy was found to differ
 */
public record Exhibit(
    UUID id,
    AgencyId agency,
    String number,
    String kind,
    ItemClass itemClass,
    String description,
    @Nullable String ownNumber,
    @Nullable String serial,
    @Nullable String foundIn,
    @Nullable String seal,
    String country,
    Instant seizedAt,
    String place,
    String seizedBy,
    @Nullable UUID measure,
    @Nullable String report,
    int itemNumber,
    @Nullable String warrant,
    @Nullable String legalBasis,
    String heldBy,
    Instant heldSince,
    @Nullable String sealNow,
    @Nullable String location,
    ExhibitState state,
    Instant lastAt,
    Instant lastRecordedAt,
    int acts,
    int handOvers,
    int unconfirmed,
    boolean copyStopped) {

  /** The grounds it was seized on, as far as named. */
  public @Nullable String grounds() {
    return warrant == null ? legalBasis : warrant;
  }
}
