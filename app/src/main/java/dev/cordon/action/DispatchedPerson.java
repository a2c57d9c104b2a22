package dev.cordon.action;

import java.util.List;
import java.util.UUID;

/**
 * What a dispatched package says of one subject, as far as a field report can be matched to it.
 *
 * @param packageSubject the subject's place in the package
 * @param names every name the package holds
 * @param lines every street and number
 * @param postcodes every postcode
 * @param cities every town
 */
public record DispatchedPerson(
    UUID packageSubject,
    List<String> names,
    List<String> lines,
    List<String> postcodes,
    List<String> cities) {

  /** Copies the lists. */
  public DispatchedPerson {
    names = List.copyOf(names);
    lines = List.copyOf(lines);
    postcodes = List.copyOf(postcodes);
    cities = List.copyOf(cities);
  }

  /** Whether the package holds anything of an address. */
  boolean hasAddress() {
    return !lines.isEmpty() || !postcodes.isEmpty();
  }
}
