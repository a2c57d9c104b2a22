package dev.cordon.dispatch;

import java.util.List;
import java.util.UUID;

/**
 * A subject an agency holds in a dispatched package, as far as a field report can be matched to it.
 *
 * @param packageSubject its place in the package
 * @param subject the subject
 * @param names every name the package holds
 * @param lines every street and number
 * @param postcodes every postcode
 * @param cities every town
 */
public record HeldSubject(
    UUID packageSubject,
    UUID subject,
    List<String> names,
    List<String> lines,
    List<String> postcodes,
    List<String> cities) {

  /** Copies the lists. */
  public HeldSubject {
    names = List.copyOf(names);
    lines = List.copyOf(lines);
    postcodes = List.copyOf(postcodes);
    cities = List.copyOf(cities);
  }

  /** Whether the package holds anything of an address. */
  public boolean hasAddress() {
    return !lines.isEmpty() || !postcodes.isEmpty();
  }
}
