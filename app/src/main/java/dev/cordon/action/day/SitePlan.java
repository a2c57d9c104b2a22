package dev.cordon.action.day;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Where a team goes and whom it will meet; the owning agency's alone unless it shares it.
 *
 * @param line street and number
 * @param person whom the site is about
 * @param risks weapons, dogs, children in the house
 */
public record SitePlan(
    @Nullable @Size(max = 300) String line,
    @Nullable @Size(max = 20) String postcode,
    @Nullable @Size(max = 200) String city,
    @Nullable @Size(max = 300) String person,
    @Nullable @Size(max = 2000) String risks,
    @Nullable @Size(max = 4000) @JsonProperty("words") String words) {}
