package dev.cordon.evidence;

import dev.cordon.access.AgencyId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A seized thing in the register.
 *
 * @param number what people call it: year, country, running number
 * @param seal the seal it was brought in with; null when the report named none
 * @param seizedBy the officer who reported it
 * @param report the field report that lists it
 * @param heldBy who holds it now
 * @param sealNow the seal it carries now
 * @param handOvers how often it changed hands
 */
public record Exhibit(
    UUID id,
    AgencyId agency,
    String number,
    String kind,
    String description,
    @Nullable String seal,
    String country,
    Instant seizedAt,
    String place,
    String seizedBy,
    UUID measure,
    String report,
    int itemNumber,
    String heldBy,
    Instant heldSince,
    @Nullable String sealNow,
    int handOvers) {}
