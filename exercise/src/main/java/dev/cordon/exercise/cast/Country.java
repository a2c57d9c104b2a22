package dev.cordon.exercise.cast;

import java.time.ZoneId;
import java.util.List;

/**
 * One country of the exercise: how its invented people are called, where they live, how they write
 * an address.
 */
public record Country(
    int number,
    String code,
    String name,
    int weight,
    int buyers,
    String locale,
    ZoneId zone,
    String currency,
    String callingCode,
    String mailDomain,
    List<String> givenNames,
    List<String> familyNames,
    List<String> streets,
    List<String> cities,
    String addressForm) {

  /** Whether the country's agency takes part in the operation. */
  public boolean takesPart() {
    return buyers > 0;
  }

  /** An address line of this country; a name without a street asks for both. */
  public String addressLine(String street, int houseNumber) {
    return addressForm
        .replace("{street}", street)
        .replace("{number}", Integer.toString(houseNumber));
  }
}
