package dev.cordon.dispatch;

import dev.cordon.access.AgencyId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which agency gets the subjects of a country, or of a part of it.
 *
 * @param division the part of the country, as the list of jurisdictions calls it; null for all
 * @param postcodes beginnings of postcodes; none: the national unit, for what no other rule takes
 * @param agencyName as it stands today
 */
public record RoutingRule(
    UUID id,
    String country,
    @Nullable String division,
    List<String> postcodes,
    AgencyId agency,
    String agencyName,
    String reason,
    String addedBy,
    Instant addedAt) {

  /** Copies the list. */
  public RoutingRule {
    postcodes = List.copyOf(postcodes);
  }

  /** Whether it takes what no other rule takes. */
  public boolean isNational() {
    return postcodes.isEmpty();
  }

  /** Whether a postcode, as somebody wrote it, lies in the rule's area. */
  public boolean covers(String postcode) {
    String code = bare(postcode);
    return postcodes.stream().anyMatch(start -> begins(code, start));
  }

  /** Letters alone are a whole area: M is Manchester's, and not ME, which is Medway's. */
  private static boolean begins(String code, String start) {
    if (!code.startsWith(start)) {
      return false;
    }
    boolean lettersAlone = start.chars().allMatch(Character::isLetter);
    return !lettersAlone
        || code.length() == start.length()
        || !Character.isLetter(code.charAt(start.length()));
  }

  /** A postcode without spaces, in capitals. */
  static String bare(String postcode) {
    return postcode.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }
}
